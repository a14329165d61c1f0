// Rows as CSV by RFC 4180: lines end with CR LF, a field that could be read otherwise stands in quotes, and quotes in it are doubled.
import type { ResultRow } from '#src/contract/envelope.ts';
import { valueAt } from '#src/rows/columns.ts';
import type { ResultColumn } from '#src/rows/columns.ts';
import { guardFormula } from '#src/rows/formula-guard.ts';
import { valueJson } from './row-json.ts';

/** What may stand between two fields. */
export const SEPARATORS = { comma: ',', semicolon: ';', tab: '\t' } as const;
/** See {@link SEPARATORS}. */
export type Separator = keyof typeof SEPARATORS;

/** Marks a file as UTF-8 for programs that would otherwise take it for something older. */
export const BYTE_ORDER_MARK = '\uFEFF';

const LINE_END = '\r\n';
/** Every separator, whichever is chosen: the file may be opened with another one. */
const NEEDS_QUOTES = /[",;\t\r\n]|^\s|\s$/;

/**
 * One value as a field. Numbers stay numbers and are never rounded, nothing is blank, what is nested is JSON; texts cannot become
 * formulas.
 */
export function csvField(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const text = guardFormula(typeof value === 'string' ? value : valueJson(value));
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The names of `columns` as the first line. */
export function csvHead(columns: readonly ResultColumn[], separator: Separator): string {
  return columns.map(({ label }) => csvField(label)).join(SEPARATORS[separator]) + LINE_END;
}

/** One row as a line: values as they came, not as the screen shortens them. */
export function csvLine(row: ResultRow, columns: readonly ResultColumn[], separator: Separator): string {
  const line = columns.map(({ key }) => csvField(valueAt(row, key))).join(SEPARATORS[separator]);
  // An empty line is no row to most readers.
  return (line === '' ? '""' : line) + LINE_END;
}
