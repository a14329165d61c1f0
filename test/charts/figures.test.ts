// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ResultRow } from '#src/contract/envelope.ts';
import { coverage, createFigureFold, rankFigures } from '#src/charts/figures.ts';
import { AT_ONCE, createFolder } from '#src/charts/fold-rows.ts';
import { measuresOf } from '#src/charts/measures.ts';
import { addRow, addSum, emptySum, figureOf } from '#src/charts/tally.ts';
import { columnsOf, measureOf } from './charted.ts';

/** Figures by field. */
function figures(rows: readonly ResultRow[]): Record<string, number> {
  const fold = createFigureFold(measuresOf(columnsOf(rows)));
  for (const row of rows) fold.add(row);
  return Object.fromEntries(
    fold.result().map(({ measure, value }) => [measure.id.replace('field ', ''), value]),
  );
}

describe('the figures of rows', () => {
  const cases: [name: string, rows: ResultRow[], expected: Record<string, number>][] = [
    ['counts are added', [{ received: 2 }, { received: 3 }], { received: 5 }],
    ['an absent count adds nothing', [{ received: 2 }, { received: null }, {}], { received: 2 }],
    ['counts that are never there are no figure', [{ received: null }], {}],
    ['counts below zero are no counts', [{ received: 2 }, { received: -1 }], {}],
    ['counts too large to be exact are no figure', [{ received: 2 ** 53 - 1 }, { received: 5 }], {}],
    [
      'averages are weighted by their counts',
      [
        { replies: 1, avgReplySeconds: 10 },
        { replies: 3, avgReplySeconds: 20 },
      ],
      { replies: 4, avgReplySeconds: 17.5 },
    ],
    [
      'an average is never carried beyond its values by rounding',
      [{ replies: 3, avgReplySeconds: 0.1 }],
      { replies: 3, avgReplySeconds: 0.1 },
    ],
    [
      'an average over nothing has no weight',
      [
        { replies: 2, avgReplySeconds: 10 },
        { replies: 0, avgReplySeconds: null },
        { replies: 0, avgReplySeconds: 0 },
      ],
      { replies: 2, avgReplySeconds: 10 },
    ],
    [
      'an average that lacks one of its weights is not shown',
      [
        { replies: 2, avgReplySeconds: 10 },
        { replies: null, avgReplySeconds: 20 },
      ],
      { replies: 2 },
    ],
    [
      'an average that lacks one of its values is not shown',
      [
        { replies: 2, avgReplySeconds: 10 },
        { replies: 5, avgReplySeconds: null },
      ],
      { replies: 7 },
    ],
    [
      'an average over a count of zero belongs to another count',
      [
        { replies: 2, avgReplySeconds: 10 },
        { replies: 0, avgReplySeconds: 20 },
      ],
      { replies: 2 },
    ],
    ['averages without counts are not shown', [{ avgSize: 1 }, { avgSize: 3 }], {}],
    ['what is never combined is shown of an only row', [{ avgSize: 3 }], { avgSize: 3 }],
    ['and not where another row has none', [{ avgSize: 3 }, { avgSize: null }], {}],
    [
      'shares are worked out from their counts',
      [
        { replies: 1, repliesInsideSla: 1, repliesInsideSlaPercent: 100 },
        { replies: 3, repliesInsideSla: 1, repliesInsideSlaPercent: 33.3 },
      ],
      { replies: 4, repliesInsideSla: 2, repliesInsideSlaPercent: 50 },
    ],
    [
      'also where they are given as parts of one',
      [{ replies: 4, repliesInsideSla: 3, repliesInsideSlaShare: 0.75 }],
      { replies: 4, repliesInsideSla: 3, repliesInsideSlaShare: 75 },
    ],
    [
      'shares that do not agree with the counts are of something else',
      [{ replies: 4, repliesInsideSla: 3, repliesInsideSlaPercent: 40 }],
      { replies: 4, repliesInsideSla: 3 },
    ],
    [
      'a part larger than its whole is none',
      [{ replies: 3, repliesInsideSla: 4, repliesInsideSlaPercent: 133 }],
      { replies: 3, repliesInsideSla: 4 },
    ],
  ];

  it.each(cases)('%s', (_, rows, expected) => {
    expect(figures(rows)).toEqual(expected);
  });

  it('read fields that every object inherits as what they are: absent', () => {
    const rows = JSON.parse('[{"constructor":1},{"received":2}]') as ResultRow[];
    expect(figures(rows)).toEqual({ constructor: 1, received: 2 });
  });
});

/** Rows of replies, with an average that is absent where there are none. */
const replyRows = fc.array(
  fc
    .record({ replies: fc.nat(1_000), seconds: fc.double({ min: 0, max: 1e6, noNaN: true }) })
    .map(({ replies, seconds }) => ({ replies, avgReplySeconds: replies === 0 ? null : seconds })),
  { minLength: 1 },
);
const AVERAGE = measureOf([{ replies: 1, avgReplySeconds: 1 }], 'avgReplySeconds');

function averageOf(rows: readonly ResultRow[]): number | null {
  const sum = emptySum();
  for (const row of rows) addRow(sum, AVERAGE, row);
  return figureOf(sum, AVERAGE);
}

describe('a weighted average', () => {
  it('is none where there is nothing to weigh', () => {
    expect(averageOf([{ replies: 0, avgReplySeconds: null }])).toBeNull();
  });

  it('lies between the lowest and the highest', () => {
    fc.assert(
      fc.property(replyRows, (rows) => {
        const given = rows.flatMap(({ avgReplySeconds }) => avgReplySeconds ?? []);
        fc.pre(given.length > 0);
        const average = averageOf(rows);
        expect(average).toBeGreaterThanOrEqual(Math.min(...given));
        expect(average).toBeLessThanOrEqual(Math.max(...given));
      }),
    );
  });

  it('does not hang on the order of the rows', () => {
    fc.assert(
      fc.property(replyRows, fc.infiniteStream(fc.nat()), (rows, keys) => {
        const shuffled = rows
          .map((row) => ({ row, key: keys.next().value as number }))
          .toSorted((left, right) => left.key - right.key)
          .map(({ row }) => row);
        expect(averageOf(shuffled) ?? -1).toBeCloseTo(averageOf(rows) ?? -1, 5);
      }),
    );
  });

  it('is what a bare loop finds', () => {
    fc.assert(
      fc.property(replyRows, (rows) => {
        let [value, weight] = [0, 0];
        for (const { replies, avgReplySeconds } of rows) {
          value += replies * (avgReplySeconds ?? 0);
          weight += replies;
        }
        expect(averageOf(rows) ?? -1).toBeCloseTo(weight === 0 ? -1 : value / weight, 5);
      }),
    );
  });

  it('is the same however the rows were put together before', () => {
    fc.assert(
      fc.property(replyRows, fc.nat(), (rows, cut) => {
        const [left, right] = [rows.slice(0, cut), rows.slice(cut)].map((part) => {
          const sum = emptySum();
          for (const row of part) addRow(sum, AVERAGE, row);
          return sum;
        });
        if (left === undefined || right === undefined) throw new Error('two parts');
        addSum(left, right);
        expect(figureOf(left, AVERAGE) ?? -1).toBeCloseTo(averageOf(rows) ?? -1, 5);
      }),
    );
  });
});

it('what cannot be right in one part is not made right by another', () => {
  const [sum, broken] = [emptySum(), emptySum()];
  addRow(sum, AVERAGE, { replies: 1, avgReplySeconds: 1 });
  addRow(broken, AVERAGE, { replies: 0, avgReplySeconds: 9 });
  addSum(sum, broken);
  expect(figureOf(sum, AVERAGE)).toBeNull();
});

it('totals are exact, in any order', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { minLength: 1 }), (counts) => {
      const rows = counts.map((received) => ({ received }));
      const total = counts.reduce((sum, count) => sum + count, 0);
      expect(figures(rows)['received']).toBe(total);
      expect(figures(rows.toReversed())['received']).toBe(total);
    }),
  );
});

describe('going through rows', () => {
  const rows = Array.from({ length: AT_ONCE + 10 }, () => ({ received: 1 }));
  const start = () => createFigureFold(measuresOf(columnsOf(rows.slice(0, 1))));
  const totalOf = (folded: { result: readonly { value: number }[] }) => folded.result[0]?.value;

  it('takes a long result in pieces and says how far it is', () => {
    const fold = createFolder(start);
    const first = fold(rows);
    expect([first.taken, totalOf(first)]).toEqual([AT_ONCE, AT_ONCE]);
    const second = fold(rows);
    expect([second.taken, totalOf(second)]).toEqual([rows.length, rows.length]);
    expect(fold(rows)).toBe(second);
  });

  it('goes on with a page more, and begins anew with other rows', () => {
    const fold = createFolder(start);
    fold(rows.slice(0, 100));
    const more = fold(rows.slice(0, 150));
    expect([more.taken, totalOf(more)]).toEqual([150, 150]);
    const others = [{ received: 7 }];
    const anew = fold(others);
    expect([anew.taken, totalOf(anew)]).toEqual([1, 7]);
  });
});

describe('what is said about figures', () => {
  const rows = [{}, {}];
  it.each([
    [{ rows, end: 'complete', total: 2 } as const, 2, 'Over all 2 rows.'],
    [{ rows, end: 'complete', total: 2 } as const, 1, 'Only over the 1 of 2 rows that are loaded.'],
    [{ rows, end: 'more', total: 1_204 } as const, 2, 'Only over the 2 of 1,204 rows that are loaded.'],
    [{ rows, end: 'more', total: null } as const, 2, 'Only over the 2 rows that are loaded; more follow.'],
    [
      { rows, end: 'cycle', total: null } as const,
      2,
      'Only over the 2 rows that are loaded; more may follow.',
    ],
  ])('%j, of which %d are counted: %s', (gathered, taken, text) => {
    expect(coverage(taken, gathered)).toBe(text);
  });

  it('the first counts, averages and shares are in view, the rest is behind them', () => {
    const row = { a1: 1, a2: 1, a3: 1, a4: 1, a5: 1, replies: 1, avgReplySeconds: 2 };
    const fold = createFigureFold(measuresOf(columnsOf([row])));
    fold.add(row);
    const { first, rest } = rankFigures(fold.result());
    expect(first.map(({ measure }) => measure.id)).toEqual([
      'field a1',
      'field a2',
      'field a3',
      'field a4',
      'field avgReplySeconds',
    ]);
    expect(rest.map(({ measure }) => measure.id)).toEqual(['field a5', 'field replies']);
  });
});
