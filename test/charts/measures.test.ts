// @vitest-environment node
import { describe, expect, it } from 'vitest';
import type { ResultRow } from '#src/contract/envelope.ts';
import { familyOf, measuresOf } from '#src/charts/measures.ts';
import type { Measure } from '#src/charts/measures.ts';
import { columnsOf, measureOf } from './charted.ts';

describe('what can be added up', () => {
  const cases: [key: string, value: unknown, kind: Measure['kind']][] = [
    ['received', 4, 'count'],
    ['initiated', 0, 'count'],
    ['initialReplies', 3, 'count'],
    ['numbersOfAnything', 3, 'count'],
    ['anything', 1.5, 'single'],
    ['averageSize', 3, 'single'],
    ['longestWait', 3, 'single'],
    ['openMessages', 3, 'single'],
    ['uniqueSenders', 3, 'single'],
    ['activeUsers', 3, 'single'],
    ['replySeconds', 3, 'single'],
    ['closedPercent', 3, 'single'],
    ['receivedPerDay', 3, 'single'],
    ['year', 2026, 'single'],
  ];

  it.each(cases)('%s with %j is a %s', (key, value, kind) => {
    expect(measureOf([{ [key]: value }], key).kind).toBe(kind);
  });

  it('leaves out what is no number', () => {
    const rows = [
      { received: 1, name: 'a', mixed: 1 },
      { received: 2, name: 'b', mixed: 'two' },
    ];
    expect(measuresOf(columnsOf(rows)).map(({ id }) => id)).toEqual(['field received']);
  });

  it('counts messages by their rows', () => {
    expect(measuresOf(columnsOf([{ messageId: 'm', subject: 's' }]))).toEqual([
      expect.objectContaining({ kind: 'rows', label: 'Messages' }),
    ]);
  });
});

describe('an average and its count', () => {
  const cases: [name: string, row: ResultRow, key: string, weight: string | null][] = [
    ['are paired by name', { avgReplyTime: 5, replies: 2 }, 'avgReplyTime', 'replies'],
    [
      'on whichever clock',
      { averageMailboxHoursInitialReplySeconds: 5, initialReplies: 2, additionalReplies: 1 },
      'averageMailboxHoursInitialReplySeconds',
      'initialReplies',
    ],
    [
      'in whichever form of the word',
      { averageElapsedCloseSeconds: 5, closed: 2 },
      'averageElapsedCloseSeconds',
      'closed',
    ],
    [
      'with a total',
      { average_reply_minutes: 5, total_replies: 2 },
      'average_reply_minutes',
      'total_replies',
    ],
    ['not with another count', { avgReplyTime: 5, closed: 2 }, 'avgReplyTime', null],
    ['not where two fit', { avgReplyTime: 5, replies: 2, totalReplies: 3 }, 'avgReplyTime', null],
    [
      'not where the count is an average itself',
      { avgReplyTime: 5, averageReplies: 2 },
      'avgReplyTime',
      null,
    ],
    ['not of a median', { medianReplyTime: 5, replies: 2 }, 'medianReplyTime', null],
  ];

  it.each(cases)('%s', (_, row, key, weight) => {
    const measure = measureOf([row], key);
    expect(measure.kind === 'average' ? measure.weight : null).toBe(weight);
  });
});

describe('a share and its counts', () => {
  const cases: [name: string, row: ResultRow, key: string, pair: [string, string] | null][] = [
    [
      'are paired by name',
      { initialReplies: 4, initialRepliesInsideSla: 3, initialRepliesInsideSlaPercent: 75, closed: 9 },
      'initialRepliesInsideSlaPercent',
      ['initialRepliesInsideSla', 'initialReplies'],
    ],
    ['not without a whole', { insideSla: 3, insideSlaPercent: 75 }, 'insideSlaPercent', null],
    ['not without a part', { replies: 3, repliesInsideSlaPercent: 75 }, 'repliesInsideSlaPercent', null],
  ];

  it.each(cases)('%s', (_, row, key, pair) => {
    const measure = measureOf([row], key);
    expect(measure.kind === 'share' ? [measure.part, measure.whole] : null).toEqual(pair);
  });
});

it('measures in the same unit go on one scale', () => {
  const rows = [{ received: 1, initiated: 2, replySeconds: 3, closeMinutes: 4, donePercent: 5 }];
  expect(measuresOf(columnsOf(rows)).map(familyOf)).toEqual([
    'number',
    'number',
    'duration',
    'duration',
    'percent',
  ]);
});
