// Users or domains by what they come to: the first few by name, all others together.
import type { Cells } from './cells.ts';
import { totalsOf } from './cells.ts';
import * as words from './chart-words.ts';
import type { Measure } from './measures.ts';
import { distinctNames } from './splits.ts';
import type { Split } from './splits.ts';
import { addSum, emptySum, figureOf } from './tally.ts';

/** One place of a ranking, or all the others. */
export type Ranked = {
  readonly ids: ReadonlySet<string>;
  readonly name: string;
  /** Null where there is no figure. */
  readonly value: number | null;
  /** Several put together. */
  readonly isRest: boolean;
};

/** The `most` with the highest figures, highest first, then the rest in one; those without a figure come last. */
export function rank(cells: Cells, measure: Measure, split: Split, most: number): readonly Ranked[] {
  const totals = totalsOf(cells, 0);
  function ranked(name: string, ids: readonly string[], isRest: boolean): Ranked {
    const sum = emptySum();
    for (const id of ids) addSum(sum, totals.get(id) ?? emptySum());
    return { ids: new Set(ids), name, value: figureOf(sum, measure), isRest };
  }
  const ids = [...cells.entities.keys()];
  const all = distinctNames([...cells.entities.values()])
    .map(({ name }, place) => ranked(name, ids.slice(place, place + 1), false))
    .toSorted(compare);
  // One alone is shown by its name.
  if (all.length <= most + 1) return all;
  const others = all.slice(most).flatMap((one) => [...one.ids]);
  return [...all.slice(0, most), ranked(words.others[split.id](others.length), others, true)];
}

function compare(left: Ranked, right: Ranked): number {
  if (left.value === null || right.value === null) {
    return left.value === right.value ? compareNames(left, right) : left.value === null ? 1 : -1;
  }
  return right.value - left.value || compareNames(left, right);
}

function compareNames(left: Ranked, right: Ranked): number {
  return left.name < right.name ? -1 : left.name > right.name ? 1 : 0;
}
