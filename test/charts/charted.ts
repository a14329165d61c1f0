// Rows and columns for charts, with names that the product does not know and has to find out about.
import { createColumnFinder } from '#src/rows/columns.ts';
import { measuresOf } from '#src/charts/measures.ts';
import type { Measure } from '#src/charts/measures.ts';
import type { ResultColumn } from '#src/rows/columns.ts';
import type { ResultRow } from '#src/contract/envelope.ts';

export const TORONTO = 'America/Toronto';

export function columnsOf(rows: readonly ResultRow[]): readonly ResultColumn[] {
  const finder = createColumnFinder();
  finder.add(rows);
  return finder.columns();
}

/** The measure of one field in rows that hold these fields. */
export function measureOf(rows: readonly ResultRow[], key: string): Measure {
  const found = measuresOf(columnsOf(rows)).find(({ id }) => id === `field ${key}`);
  if (found === undefined) throw new Error(`No measure for ${key}`);
  return found;
}

/** A day's row of a mailbox. */
export function dayRow(day: string, received: number | null, more: ResultRow = {}): ResultRow {
  return { id: `${day} ${JSON.stringify(more)}`, startDateTime: `${day}T00:00:00`, received, ...more };
}
