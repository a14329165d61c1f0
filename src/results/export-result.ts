// Writes a result to a file and hands it to the browser's downloads, and says in words what is in it: also that it is only a part.
import type { SavedCopy } from '#src/copies/saved-copy.ts';
import { download } from '#src/exports/download.ts';
import { exportSettings } from '#src/exports/export-settings.ts';
import { exportFileName } from '#src/exports/file-name.ts';
import { headOf } from '#src/exports/result-head.ts';
import type { ResultHead } from '#src/exports/result-head.ts';
import { allRows, writeCsv, writeJson } from '#src/exports/write-file.ts';
import type { RunRecord } from '#src/records/record.ts';
import type { Gathered } from '#src/rows/gather-pages.ts';
import type { ResultView } from '#src/rows/view.ts';
import * as words from './export-words.ts';

/** What is exported. */
export type ExportSource = {
  readonly record: RunRecord;
  readonly gathered: Gathered;
  /** The view that a CSV file is to hold, null for all rows. */
  readonly shown?: ResultView | null;
  /** The copy that the rows are from. */
  readonly copy?: SavedCopy | null;
};

type ExportOptions = {
  /** Epoch ms, desk time. */
  readonly now: number;
  readonly onProgress?: (share: number) => void;
};

/** What has to be known of the rows beside themselves. */
export function headOfSource({ record, gathered, copy }: ExportSource, now: number): ResultHead {
  return copy ?? headOf(record, gathered, now);
}

/** "Partial, only 500 of 1,204. "; '' where all rows are there. */
export function partWords({ complete, rowCount, total }: ResultHead): string {
  if (complete) return '';
  return `${total === null ? words.partial(rowCount) : words.partialOf(rowCount, total)} `;
}

/** See the top of this file. */
export async function exportResult(
  type: 'csv' | 'json',
  source: ExportSource,
  { now, onProgress }: ExportOptions,
): Promise<string> {
  const { gathered } = source;
  const shown = type === 'csv' ? (source.shown ?? null) : null;
  const head = headOfSource(source, now);
  const rows = allRows(gathered.rows);
  const file =
    type === 'json'
      ? await writeJson(head, rows, { onProgress })
      : await writeCsv(shown ?? { ...rows, columns: gathered.columns }, exportSettings.get(), { onProgress });
  const name = exportFileName(head, type, { partial: !head.complete, selected: shown !== null });
  download(file, name);
  return partWords(head) + words.exported(shown?.count ?? head.rowCount, name);
}
