// The columns of rows that are all there at once.
import type { ResultRow } from '#src/contract/envelope.ts';
import { createColumnFinder } from '#src/rows/columns.ts';
import type { ResultColumn } from '#src/rows/columns.ts';

/** The columns of `rows`, in the order in which they are shown. */
export function columnsOf(rows: readonly ResultRow[]): readonly ResultColumn[] {
  const finder = createColumnFinder();
  finder.add(rows);
  return finder.columns();
}
