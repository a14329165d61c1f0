// How the operator wants the numbers of a column shown, for each report and field. Remembered where the browser allows it, else for
// this visit: names say little about units, and whoever reads a report every week knows.
import { createRemembered } from '#src/ui/remembered.ts';
import type { Remembered, RememberedIn } from '#src/ui/remembered.ts';
import { distinct } from './columns.ts';
import { labelOf } from './column-labels.ts';
import type { ColumnUnit } from './column-units.ts';
import type { ResultColumn } from './columns.ts';
import * as words from './words.ts';

export const COLUMN_FORMATS = [
  { value: 'number', label: words.formats.number },
  { value: 'seconds', label: words.formats.seconds },
  { value: 'minutes', label: words.formats.minutes },
  { value: 'percent', label: words.formats.percent },
  { value: 'share', label: words.formats.share },
] as const satisfies readonly { value: ColumnUnit | 'number'; label: string }[];
export type ColumnFormat = (typeof COLUMN_FORMATS)[number]['value'];

/** By field. */
export type ColumnFormats = ReadonlyMap<string, ColumnFormat>;

/** `columns` in the formats chosen for them; the same array where none is. Only numbers have formats. */
export function withFormats(
  columns: readonly ResultColumn[],
  formats: ColumnFormats,
): readonly ResultColumn[] {
  if (!columns.some((column) => column.numeric && formats.has(column.key))) return columns;
  return distinct(
    columns.map((column) => {
      const format = column.numeric ? formats.get(column.key) : undefined;
      if (format === undefined) return column;
      const unit = format === 'number' ? null : format;
      return { ...column, unit, label: labelOf(column.key, unit) };
    }),
  );
}

/** By report. */
type FormatsByReport = ReadonlyMap<string, ColumnFormats>;

const STORAGE_KEY = 'desk-column-formats';
/** Newest choices that are kept. */
const MOST_KEPT = 500;
const NO_FORMATS: ColumnFormats = new Map();

type Entry = readonly [report: string, key: string, format: ColumnFormat];

/** The choices of all reports; `storage` is the browser's unless another is given. */
export function createColumnFormats(storage?: RememberedIn): Remembered<FormatsByReport> {
  return createRemembered({ key: STORAGE_KEY, read: readFormats, write: writeFormats, storage });
}

/** The choices of this browser. */
export const columnFormats = createColumnFormats();

/** The choices for `report`; the same map while nothing has changed. */
export function formatsOf(formats: FormatsByReport, report: string): ColumnFormats {
  return formats.get(report) ?? NO_FORMATS;
}

/** `formats` with one chosen; null = as the field's name says. */
export function withFormat(
  formats: FormatsByReport,
  report: string,
  key: string,
  format: ColumnFormat | null,
): FormatsByReport {
  const changed = new Map(formatsOf(formats, report));
  changed.delete(key);
  if (format !== null) changed.set(key, format);
  return new Map(formats).set(report, changed);
}

function writeFormats(formats: FormatsByReport): string {
  const entries = [...formats].flatMap(([report, chosen]) =>
    [...chosen].map(([key, format]): Entry => [report, key, format]),
  );
  return JSON.stringify(entries.slice(-MOST_KEPT));
}

/** Whatever is no choice that this version knows is left out. */
function readFormats(text: string | null): FormatsByReport {
  const found: unknown = JSON.parse(text ?? '[]');
  const formats = new Map<string, Map<string, ColumnFormat>>();
  for (const [report, key, format] of Array.isArray(found) ? found.filter(isEntry) : []) {
    formats.set(report, (formats.get(report) ?? new Map<string, ColumnFormat>()).set(key, format));
  }
  return formats;
}

function isEntry(value: unknown): value is Entry {
  if (!Array.isArray(value)) return false;
  const [report, key, format] = value as unknown[];
  return (
    typeof report === 'string' &&
    typeof key === 'string' &&
    COLUMN_FORMATS.some((known) => known.value === format)
  );
}
