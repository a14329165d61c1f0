// @vitest-environment node
// How many rows there may be, as it is said beside the grouping.
import { describe, expect, test } from 'vitest';
import type { Mailbox } from '#src/contract/mailboxes.ts';
import { parseForm } from '#src/launch/form-state.ts';
import { manyRowsIn, pagesInWords } from '#src/launch/row-estimate.ts';

const person = (userId: string) => ({ userId, userName: '', userEmail: '', active: true });
const MAILBOX: Mailbox = {
  mailboxId: 'm',
  mailboxName: 'm',
  mailboxEmail: '',
  active: true,
  timeZone: 'America/Toronto',
  users: ['a', 'b', 'c'].map(person),
  tags: [],
};

const said = (query: string, start: string, end: string, weekStart: 1 | 7 = 1) =>
  manyRowsIn(parseForm(new URLSearchParams(query)), { start, end }, MAILBOX, weekStart);

describe('beside the grouping', () => {
  test.each<[string, string, string, string, string | undefined]>([
    ['a week of hours is no surprise', 'by=hour', '2026-09-01T00:00:00', '2026-09-07T23:59:59', undefined],
    [
      'more than a week of hours is',
      'by=hour',
      '2026-09-01T00:00:00',
      '2026-09-08T00:00:00',
      '169 hours in this range: up to 169 rows.',
    ],
    [
      'hours are counted as they pass when clocks change',
      'by=hour',
      '2026-10-31T00:00',
      '2026-11-30T23:59',
      '745 hours in this range: up to 745 rows, 2 pages of 500.',
    ],
    [
      'days, as long as they fit on a page, are not',
      'by=day',
      '2025-01-01T00:00:00',
      '2026-05-15T23:59:59',
      undefined,
    ],
    [
      'days that need a second page are',
      'by=day',
      '2025-01-01T00:00:00',
      '2026-05-16T00:00:00',
      '501 days in this range: up to 501 rows, 2 pages of 500.',
    ],
    [
      'all users of the mailbox and the unknown one, times the hours',
      'report=mailboxUserPerformance&by=hour',
      '2026-09-01T00:00:00',
      '2026-09-07T23:59:59',
      '168 hours in this range: up to 672 rows, 2 pages of 500.',
    ],
    [
      'chosen users only',
      'report=mailboxUserPerformance&by=hour&users=a',
      '2026-09-01T00:00:00',
      '2026-09-10T23:59:59',
      '240 hours in this range: up to 240 rows.',
    ],
    [
      'named domains',
      'report=mailboxDomainPerformance&by=day&domains=a.com%0Ab.com%0AA.com',
      '2026-01-01T00:00:00',
      '2026-09-30T23:59:59',
      '273 days in this range: up to 546 rows, 2 pages of 500.',
    ],
    [
      'domains that nobody can know the number of',
      'report=mailboxDomainPerformance&by=hour',
      '2026-09-01T00:00:00',
      '2026-09-30T23:59:59',
      '720 hours in this range: up to as many rows for every domain.',
    ],
    [
      'users of another report count for nothing',
      'by=hour&users=a&users=b&users=c&domains=a.com',
      '2026-09-01T00:00:00',
      '2026-09-07T23:59:59',
      undefined,
    ],
    [
      'a message is a row, so nothing is known',
      'report=receivedMessageDetail',
      '2000-01-01T00:00:00',
      '2026-09-30T23:59:59',
      undefined,
    ],
    ['a range that ends before it begins', 'by=hour', '2026-09-30T00:00', '2026-01-01T00:00', undefined],
    ['a range that is not there yet', 'by=hour', '2026-01-01T00:00', '', undefined],
  ])('%s', (_, query, start, end, words) => {
    expect(said(query, start, end)).toBe(words);
  });
});

test.each([
  [0, ''],
  [500, ''],
  [501, ', 2 pages of 500'],
  [1_000_000, ', 2,000 pages of 500'],
])('%d rows%s', (rows, words) => {
  expect(pagesInWords(rows)).toBe(words);
});
