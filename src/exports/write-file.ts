// Rows written into a file, in slices. The parts become blobs as they are made, so that putting them together at the end costs
// nothing.
import type { ResultRow } from '#src/contract/envelope.ts';
import type { ResultView } from '#src/rows/view.ts';
import { BYTE_ORDER_MARK, csvHead, csvLine } from './csv.ts';
import type { ExportSettings } from './export-settings.ts';
import { RESULT_FILE_END, resultFileStart } from './result-file.ts';
import type { ResultHead } from './result-head.ts';
import { rowJson } from './row-json.ts';
import { inSlices } from './slices.ts';

/** Rows to write: those of the view, or all. */
export type WrittenRows = Pick<ResultView, 'count' | 'row'>;

type WriteOptions = {
  readonly signal?: AbortSignal | undefined;
  /** Called now and then with the share that is written, 0 to 1. */
  readonly onProgress?: ((share: number) => void) | undefined;
};

/** Characters that are gathered before they become a blob. */
const PART_CHARACTERS = 1 << 18;

/** All of `rows` as they came. */
export function allRows(rows: readonly ResultRow[]): WrittenRows {
  return { count: rows.length, row: (place) => rows[place] ?? {} };
}

function createParts(type: string) {
  const blobs: Blob[] = [];
  let text = '';
  function flush() {
    if (text !== '') blobs.push(new Blob([text]));
    text = '';
  }
  return {
    add(more: string) {
      text += more;
      if (text.length >= PART_CHARACTERS) flush();
    },
    whole() {
      flush();
      return new Blob(blobs, { type });
    },
  };
}

/** A CSV file of `rows`. */
export async function writeCsv(
  { columns, count, row }: Pick<ResultView, 'columns' | 'count' | 'row'>,
  { separator, mark }: ExportSettings,
  { signal, onProgress }: WriteOptions = {},
): Promise<Blob> {
  const parts = createParts('text/csv;charset=utf-8');
  parts.add((mark ? BYTE_ORDER_MARK : '') + csvHead(columns, separator));
  await inSlices(count, (place) => parts.add(csvLine(row(place), columns, separator)), {
    signal,
    onProgress: (done) => onProgress?.(done / count),
  });
  return parts.whole();
}

/** A JSON file of `rows` (result-file.ts). */
export async function writeJson(
  head: ResultHead,
  { count, row }: WrittenRows,
  { signal, onProgress }: WriteOptions = {},
): Promise<Blob> {
  const parts = createParts('application/json');
  parts.add(resultFileStart(head));
  await inSlices(count, (place) => parts.add(`${place === 0 ? '' : ','}\n    ${rowJson(row(place))}`), {
    signal,
    onProgress: (done) => onProgress?.(done / count),
  });
  parts.add(RESULT_FILE_END);
  return parts.whole();
}
