// Rows as text to paste into a spreadsheet: tab-separated, values as they came (numbers stay numbers, nulls stay blank), and no text
// that would be taken for a formula.
import type { ResultRow } from '#src/contract/envelope.ts';
import { valueAt } from './columns.ts';
import type { ResultColumn } from './columns.ts';
import { guardFormula } from './formula-guard.ts';

/** A value in full, as it came; what has no form of its own as JSON. */
export function rawText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  try {
    return JSON.stringify(value);
  } catch {
    return '…';
  }
}

/** Headings and rows, a line each. */
export function tabSeparated(columns: readonly ResultColumn[], rows: readonly ResultRow[]): string {
  const lines = rows.map((row) => columns.map(({ key }) => field(valueAt(row, key))));
  return [columns.map(({ label }) => field(label)), ...lines].map((line) => line.join('\t')).join('\n');
}

/** Tabs and line ends would begin another cell. */
function field(value: unknown): string {
  const text = rawText(value);
  return typeof value === 'number' ? text : guardFormula(text).replaceAll(/[\t\r\n]+/g, ' ');
}
