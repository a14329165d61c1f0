// @vitest-environment node
// Rows to expect, and slots, in words.
import { describe, expect, test } from 'vitest';
import type { LaunchRequest, ReportId } from '#src/contract/reports.ts';
import { periodInWords, periodsOf, rowsInWords, slotsInWords, weeksInWords } from '#src/launch/preview.ts';

const NOW = Date.parse('2026-09-16T14:00:00Z');
const TORONTO = { timeZone: 'America/Toronto' };

const request = (report: ReportId, more: Record<string, unknown> = {}): LaunchRequest => ({
  report,
  options: {},
  parameters: {
    mailboxId: 'm',
    start: '2026-09-01T00:00:00',
    end: '2026-09-07T23:59:59',
    period: 'day',
    ...more,
  },
});

describe('rows to expect', () => {
  test.each<[string, LaunchRequest, string | null]>([
    ['one per period', request('mailboxPerformance'), '7 rows, one per day'],
    ['one in all', request('mailboxPerformance', { period: 'month' }), '1 row, one per month'],
    [
      'hours as they pass',
      request('mailboxPerformance', {
        start: '2026-03-08T00:00:00',
        end: '2026-03-08T23:59:59',
        period: 'hour',
      }),
      '23 rows, one per hour',
    ],
    [
      'fewer where the range reaches into the future',
      request('mailboxPerformance', { end: '2026-09-17T00:00:00' }),
      'Up to 17 rows, one per day',
    ],
    [
      'all where it reaches into the current period only',
      request('mailboxPerformance', { end: '2026-09-16T23:59:59' }),
      '16 rows, one per day',
    ],
    ['users, all', request('mailboxUserPerformance'), 'One per user and day, over 7 days'],
    [
      'users, chosen',
      request('mailboxUserPerformance', { users: ['a', 'b'] }),
      'Up to 14 rows: 7 days × 2 users',
    ],
    [
      'more than a page of them',
      request('mailboxPerformance', { start: '2025-01-01T00:00:00', end: '2026-06-30T23:59:59' }),
      '546 rows, one per day, 2 pages of 500',
    ],
    [
      'users, many',
      request('mailboxUserPerformance', { users: ['a', 'b', 'c', 'd'], period: 'hour' }),
      'Up to 672 rows: 168 hours × 4 users, 2 pages of 500',
    ],
    [
      'domains, all',
      request('mailboxDomainPerformance', { period: 'week' }),
      'One per sender domain and week, over 2 weeks',
    ],
    [
      'domains, named',
      request('mailboxDomainPerformance', { domains: ['a.com'] }),
      'Up to 7 rows: 7 days × 1 domain',
    ],
    [
      'messages',
      {
        report: 'receivedMessageDetail',
        options: {},
        parameters: { mailboxId: 'm', activityType: 'received' },
      },
      null,
    ],
  ])('%s', (_, launch, words) => {
    expect(rowsInWords(launch, TORONTO, NOW)).toBe(words);
  });
});

test('all users of a mailbox that are known, and the unknown one, are counted with', () => {
  const users = ['a', 'b'].map((userId) => ({ userId, userName: '', userEmail: '', active: true }));
  expect(rowsInWords(request('mailboxUserPerformance'), { ...TORONTO, users }, NOW)).toBe(
    'Up to 21 rows: 7 days × (2 users and the unknown one)',
  );
});

describe('weeks', () => {
  const weekly = request('mailboxPerformance', { end: '2026-09-06T23:59:59', period: 'week' });

  test('are counted from the day that the operator’s weeks begin with', () => {
    expect(rowsInWords(weekly, TORONTO, NOW, 1)).toBe('About 1 row, one per week');
    expect(rowsInWords(weekly, TORONTO, NOW, 7)).toBe('About 2 rows, one per week');
    expect(periodsOf(weekly, TORONTO.timeZone, 7)?.first.start).toBe('2026-08-30T00:00:00');
  });

  test('are said to be an assumption', () => {
    expect(weeksInWords(7)).toBe(
      'Shown from Sunday. Which day the API begins its weeks with is not documented, so its rows may begin on another.',
    );
  });
});

test.each([
  ['hour', '2026-09-01T23:00:00', '2026-09-01T23:59:59', '1 Sep 2026, 23:00–24:00'],
  ['day', '2026-09-01T00:00:00', '2026-09-01T23:59:59', '1 Sep 2026'],
  ['week', '2026-08-31T00:00:00', '2026-09-06T23:59:59', '31 Aug – 6 Sep 2026'],
  ['month', '2026-09-01T00:00:00', '2026-09-30T23:59:59', '1–30 Sep 2026'],
] as const)('a %s is named by what it covers', (period, start, end, words) => {
  expect(periodInWords({ start, end }, period)).toBe(words);
});

test.each([
  [0, 3, 0, 'Uses 1 of 3 slots; 3 free.'],
  [2, 3, 0, 'Uses 1 of 3 slots; 1 free.'],
  [2, 3, 2, 'Uses 1 of 3 slots; 1 free. 2 launches wait before it.'],
  [3, 3, 0, 'All 3 slots are in use. It waits in the queue and is sent when one is free.'],
  [
    4,
    3,
    1,
    'All 3 slots are in use. It waits in the queue and is sent when one is free. 1 launch waits before it.',
  ],
])('%d of %d slots held and %d launches queued', (held, total, queued, words) => {
  expect(slotsInWords(held, total, queued)).toBe(words);
});
