// The figures on top of a result: what its rows come to, and over how many of them.
import type { Gathered } from '#src/rows/gather-pages.ts';
import type { ResultRow } from '#src/contract/envelope.ts';
import type { Fold } from './fold-rows.ts';
import type { Measure } from './measures.ts';
import { addRow, emptySum, figureOf } from './tally.ts';
import * as words from './words.ts';

export type Figure = { readonly measure: Measure; readonly value: number };

/** The figures of all rows that it is given; measures that come to none are left out. */
export function createFigureFold(measures: readonly Measure[]): Fold<readonly Figure[]> {
  const sums = measures.map((measure) => ({ measure, sum: emptySum() }));
  return {
    add(row: ResultRow) {
      for (const { measure, sum } of sums) addRow(sum, measure, row);
    },
    result: () =>
      sums.flatMap(({ measure, sum }) => {
        const value = figureOf(sum, measure);
        return value === null ? [] : [{ measure, value }];
      }),
  };
}

/** How many of each kind are in view; the rest is one press away. */
const IN_VIEW: Readonly<Record<Measure['kind'], number>> = {
  rows: 1,
  count: 4,
  share: 2,
  average: 2,
  single: 0,
};

/** The figures in view, and those behind them. */
export function rankFigures(figures: readonly Figure[]): {
  first: readonly Figure[];
  rest: readonly Figure[];
} {
  const shown = new Map<Measure['kind'], number>();
  const first = figures.filter(({ measure: { kind } }) => {
    const place = shown.get(kind) ?? 0;
    shown.set(kind, place + 1);
    return place < IN_VIEW[kind];
  });
  return { first, rest: figures.filter((figure) => !first.includes(figure)) };
}

/** Over how many rows figures are: `taken` of those that are loaded, of those that there are. */
export function coverage(
  taken: number,
  { rows, end, total }: Pick<Gathered, 'rows' | 'end' | 'total'>,
): string {
  if (end === 'complete' && taken === rows.length) {
    return taken === 1 ? words.overOnlyRow : words.overAllRows(taken);
  }
  const whole = end === 'complete' ? rows.length : total;
  if (whole !== null && whole > taken) return words.overLoadedOf(taken, whole);
  return end === 'more' ? words.overLoadedMoreFollow(taken) : words.overLoadedMoreMayFollow(taken);
}
