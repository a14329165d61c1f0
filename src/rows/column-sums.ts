// Sums of counts, for the last line of the table, and the largest value of each column, for its bars. Only what may be added up is.
import type { ResultRow } from '#src/contract/envelope.ts';
import { valueAt } from './columns.ts';
import type { ResultColumn } from './columns.ts';
import { isSummable } from './count-columns.ts';
import type { RowOrder } from './sort-rows.ts';

export type ColumnSums = {
  readonly rows: number;
  /** By field; none where it would not be exact, or where no row has a value. */
  readonly sums: ReadonlyMap<string, number>;
  /** By field; of columns with negative values none. */
  readonly largest: ReadonlyMap<string, number>;
};

/** Rows that are added up in one step. */
const STEP = 2_048;

/** Adds up in steps the rows of `order` (null = all of them). */
export function* sumSteps(
  rows: readonly ResultRow[],
  order: RowOrder | null,
  columns: readonly ResultColumn[],
): Generator<void, ColumnSums> {
  const count = order?.length ?? rows.length;
  const found = columns
    .filter((column) => column.numeric)
    .map((column) => ({ column, key: column.key, sum: 0, least: Infinity, most: -Infinity }));
  for (let place = 0; place < count; place += 1) {
    const row = rows[order?.[place] ?? place] ?? {};
    for (const one of found) {
      const value = valueAt(row, one.key);
      if (typeof value !== 'number') continue;
      one.sum += value;
      if (value < one.least) one.least = value;
      if (value > one.most) one.most = value;
    }
    if (place % STEP === STEP - 1) yield;
  }
  const filled = found.filter(({ most }) => most !== -Infinity);
  return {
    rows: count,
    sums: new Map(
      filled
        .filter(({ column, sum }) => isSummable(column) && Number.isSafeInteger(sum))
        .map(({ key, sum }) => [key, sum]),
    ),
    largest: new Map(
      filled.filter(({ least, most }) => least >= 0 && most > 0).map(({ key, most }) => [key, most]),
    ),
  };
}
