// The order of the rows on screen. Few rows are sorted at once, many in slices of a few milliseconds while the rows stay usable.
import { useEffect, useMemo, useRef, useState } from 'react';
import type { ResultRow } from '#src/contract/envelope.ts';
import { sortNow, sortSteps } from '#src/rows/sort-rows.ts';
import type { RowOrder, RowSorting } from '#src/rows/sort-rows.ts';

/** Rows that are sorted in one go. */
const AT_ONCE = 2_000;
/** Longest work before the browser gets its turn. */
const SLICE_MS = 8;

type Wanted = { readonly rows: readonly ResultRow[]; readonly sorting: RowSorting | null };
type Sorted = Wanted & { readonly order: RowOrder };

/** Order of `rows` by `sorting`, null for the order in which they came. `busy` while it is still the order from before. */
export function useRowOrder(
  rows: readonly ResultRow[],
  sorting: RowSorting | null,
): { order: RowOrder | null; busy: boolean } {
  const small = rows.length <= AT_ONCE;
  const atOnce = useMemo(
    () => (small && sorting !== null ? sortNow(rows, sorting) : null),
    [small, rows, sorting],
  );
  const sorted = useSlicedSort(small ? null : rows, sorting);
  if (small || sorting === null) return { order: atOnce, busy: false };
  const current = sorted?.rows === rows && sorted.sorting === sorting;
  return { order: sorted === null ? null : extended(sorted, rows.length), busy: !current };
}

/** Sorts in the background, one sort at a time: rows that come meanwhile start the next one, never this one anew. */
function useSlicedSort(rows: readonly ResultRow[] | null, sorting: RowSorting | null): Sorted | null {
  const [sorted, setSorted] = useState<Sorted | null>(null);
  const wanted = useRef<Wanted | null>(null);
  const working = useRef(false);

  useEffect(() => {
    wanted.current = rows === null || sorting === null ? null : { rows, sorting };
    if (!working.current) {
      working.current = true;
      void work().finally(() => (working.current = false));
    }

    async function work() {
      for (let task = wanted.current; task !== null;) {
        const order = await sortInSlices(task, () => wanted.current?.sorting === task?.sorting);
        if (order !== null) setSorted({ ...task, order });
        const next: Wanted | null = wanted.current;
        task = next === null || (order !== null && isSame(next, task)) ? null : next;
      }
    }
  }, [rows, sorting]);

  useEffect(
    () => () => {
      wanted.current = null;
    },
    [],
  );
  return sorted;
}

function isSame(left: Wanted, right: Wanted): boolean {
  return left.rows === right.rows && left.sorting === right.sorting;
}

/** The order, or null where it is no longer asked for. */
async function sortInSlices({ rows, sorting }: Wanted, goOn: () => boolean): Promise<RowOrder | null> {
  if (sorting === null) return null;
  const steps = sortSteps(rows, sorting);
  for (;;) {
    const until = performance.now() + SLICE_MS;
    do {
      const step = steps.next();
      if (step.done === true) return step.value;
    } while (performance.now() < until);
    await browserTurn();
    if (!goOn()) return null;
  }
}

function browserTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

/** An order of fewer rows goes on as they came; an order of other rows is none. */
function extended({ order }: Sorted, count: number): RowOrder | null {
  if (order.length >= count) return order.length === count ? order : null;
  const longer = new Uint32Array(count);
  longer.set(order);
  for (let place = order.length; place < count; place += 1) longer[place] = place;
  return longer;
}
