// Going through the rows of a result once, as they come: a page more costs that page, and a long result is taken in short pieces, so
// that nothing waits for it.
import { useEffect, useMemo, useState } from 'react';
import type { ResultRow } from '#src/contract/envelope.ts';
import { browserTurn } from '#src/exports/slices.ts';

/** Takes in rows one by one; `result` is what those so far come to. */
export type Fold<Result> = { readonly add: (row: ResultRow) => void; readonly result: () => Result };

/** What the first `taken` rows come to. */
export type Folded<Result> = { readonly result: Result; readonly taken: number };

/** Rows that are taken in at once: a few ms of work. */
export const AT_ONCE = 2_000;

/** Each call takes in as many rows more as go at once. Rows that are not the ones from before start it anew. */
export function createFolder<Result>(
  start: () => Fold<Result>,
): (rows: readonly ResultRow[]) => Folded<Result> {
  let fold = start();
  let before: readonly ResultRow[] = [];
  let taken = 0;
  let folded: Folded<Result> | null = null;

  return (rows) => {
    const goesOn = rows.length >= taken && rows[0] === before[0] && rows[taken - 1] === before[taken - 1];
    if (taken > 0 && !goesOn) {
      fold = start();
      taken = 0;
      folded = null;
    }
    before = rows;
    const until = Math.min(rows.length, taken + AT_ONCE);
    if (folded !== null && until === taken) return folded;
    for (; taken < until; taken += 1) {
      const row = rows[taken];
      if (row !== undefined) fold.add(row);
    }
    folded = { result: fold.result(), taken };
    return folded;
  };
}

/** What `rows` come to; `taken` is less than all while a long result is still being gone through. `start` must be stable. */
export function useFold<Result>(rows: readonly ResultRow[], start: () => Fold<Result>): Folded<Result> {
  const folder = useMemo(() => createFolder(start), [start]);
  const [, setTurns] = useState(0);
  // Not memoized: the same rows give the same object once all are taken, and the next piece until then.
  const folded = folder(rows);
  const busy = folded.taken < rows.length;
  useEffect(() => {
    if (!busy) return undefined;
    let wanted = true;
    void browserTurn().then(() => {
      if (wanted) setTurns((turns) => turns + 1);
    });
    return () => {
      wanted = false;
    };
  }, [busy, folded]);
  return folded;
}

/** The value from before while a new one says the same: what is derived from it then stays too. */
export function useSame<Value>(value: Value): Value {
  const text = JSON.stringify(value);
  // oxlint-disable-next-line react/exhaustive-deps -- the text stands for the value
  return useMemo(() => value, [text]);
}
