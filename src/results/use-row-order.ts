// The rows on screen and their order. Few rows are filtered and sorted at once, many in slices while the rows stay usable.
import { useMemo } from 'react';
import type { ResultRow } from '#src/contract/envelope.ts';
import { allAtOnce, orderSteps } from '#src/rows/sort-rows.ts';
import type { RowOrder, RowQuery } from '#src/rows/sort-rows.ts';
import { useSlices } from './table-slices.ts';

/** Rows that are worked through in one go. */
export const AT_ONCE = 2_000;

type Task = { readonly rows: readonly ResultRow[]; readonly query: RowQuery };

const ORDERING = {
  steps: ({ rows, query }: Task) => orderSteps(rows, query),
  // Rows that come meanwhile start the next one, never this one anew.
  serves: (begun: Task, wanted: Task) => begun.query === wanted.query,
};

/** Places of `rows` by `query`, null for all in the order in which they came. `busy` while it is still the order from before. */
export function useRowOrder(
  rows: readonly ResultRow[],
  query: RowQuery | null,
): { order: RowOrder | null; busy: boolean } {
  const task = useMemo(() => (query === null ? null : { rows, query }), [rows, query]);
  const small = rows.length <= AT_ONCE;
  const atOnce = useMemo(
    () => (small && task !== null ? allAtOnce(orderSteps(task.rows, task.query)) : null),
    [small, task],
  );
  const done = useSlices(small ? null : task, ORDERING);
  // The same order for as long as nothing about it changes.
  const latest = useMemo(
    () => (done === null ? null : extended(done.task, done.result, rows.length)),
    [done, rows.length],
  );
  if (task === null || small) return { order: atOnce, busy: false };
  return { order: latest, busy: done?.task !== task };
}

/** Rows that came since go on at the end, unless they may not be let through; an order of other rows is none. */
function extended({ rows, query }: Task, order: RowOrder, count: number): RowOrder | null {
  if (rows.length > count) return null;
  if (rows.length === count || query.test !== null) return order;
  const longer = new Uint32Array(count);
  longer.set(order);
  for (let place = order.length; place < count; place += 1) longer[place] = place;
  return longer;
}
