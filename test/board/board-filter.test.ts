// @vitest-environment node
// The board's choices as a query string, and what they let be seen in which order.
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  filterGroups,
  filterRecords,
  hasFilter,
  matchesView,
  NO_FILTERS,
  parseBoardView,
  STATE_CHOICES,
  writeBoardView,
} from '#src/board/board-filter.ts';
import { endOf } from '#src/board/board-filter-order.ts';
import type { RunOrder } from '#src/board/board-filter-order.ts';
import { boardOrder } from '#src/board/board-order.ts';
import { PLAIN_BOARD } from '#src/board/board-view.ts';
import type { BoardView } from '#src/board/board-view.ts';
import { REPORTS } from '#src/contract/reports.ts';
import type { RunRecord } from '#src/records/record.ts';
import { HOUR, KEY, launchRequest, MINUTE, NOW, record } from '#test/support/records.ts';

const KEYS = new Set([KEY]);
const read = (query: string) => parseBoardView(new URLSearchParams(query));

describe('the query string', () => {
  it.each<[string, Partial<BoardView>]>([
    ['', {}],
    ['state=needs-you', { state: 'needs-you' }],
    ['state=elsewhere', { state: 'elsewhere' }],
    ['state=finished', {}],
    ['report=receivedMessageDetail', { report: 'receivedMessageDetail' }],
    ['report=constructor', {}],
    ['mailbox=mb_9', { mailbox: 'mb_9' }],
    ['q=sales+sep', { text: 'sales sep' }],
    ['order=oldest', { order: 'oldest' }],
    ['order=-mailbox', { order: '-mailbox' }],
    ['order=--mailbox', {}],
    ['order=-newest', {}],
    ['view=list', { look: 'list' }],
    ['view=tiles', {}],
  ])('%s', (query, expected) => {
    expect(read(query)).toEqual({ ...PLAIN_BOARD, ...expected });
  });

  const views: fc.Arbitrary<BoardView> = fc.record({
    state: fc.constantFrom('' as const, ...STATE_CHOICES),
    report: fc.constantFrom('' as const, ...REPORTS.map(({ id }) => id)),
    mailbox: fc.string(),
    text: fc.string({ unit: 'grapheme' }),
    order: fc.constantFrom<RunOrder>(
      'newest',
      'oldest',
      'updated',
      '-updated',
      'state',
      '-state',
      '-ends',
      'key',
    ),
    look: fc.constantFrom('cards', 'list'),
  });

  it('gives back any view as it was, through an address', () => {
    fc.assert(
      fc.property(views, (view) => {
        expect(read(writeBoardView(view).toString())).toEqual(view);
      }),
    );
  });

  it('is empty for the plain board, and keeps what is not its own', () => {
    expect(writeBoardView(PLAIN_BOARD).toString()).toBe('');
    const query = new URLSearchParams('slots=open&state=done');
    expect(writeBoardView({ ...PLAIN_BOARD, look: 'list' }, query).toString()).toBe('slots=open&view=list');
    expect(query.toString()).toBe('slots=open&state=done');
  });
});

describe('a filter', () => {
  const sales = record('done', { id: 'sales-1' });
  const montreal = record('running', {
    id: 'montreal-1',
    mailbox: { name: 'Montréal', timeZone: 'America/Toronto' },
    request: { ...launchRequest({ mailboxId: 'mb_2' }), report: 'mailboxUserPerformance' },
    keyLabel: 'Reporting only',
    origin: 'elsewhere',
  });

  it.each<[string, Partial<BoardView>, boolean, boolean]>([
    ['nothing', {}, true, true],
    ['its group', { state: 'done' }, true, false],
    ['another browser', { state: 'elsewhere' }, false, true],
    ['a report', { report: 'mailboxUserPerformance' }, false, true],
    ['a mailbox', { mailbox: 'mb_1' }, true, false],
    ['a word of the title', { text: 'user' }, false, true],
    ['small letters without accents', { text: 'montreal' }, false, true],
    ['accents in what is typed', { text: 'SÁLES' }, true, false],
    ['the request in words', { text: '1–30 sep' }, true, true],
    ['the key', { text: 'reporting' }, false, true],
    ['the id', { text: 'sales-1' }, true, false],
    ['words in any order', { text: '  performance   user ' }, false, true],
    ['words that no run has all', { text: 'sales reporting' }, false, false],
    ['all at once', { state: 'done', mailbox: 'mb_1', text: 'full' }, true, false],
  ])('by %s', (_, part, first, second) => {
    const view = { ...PLAIN_BOARD, ...part };
    expect(matchesView(sales, 'done', view)).toBe(first);
    expect(matchesView(montreal, 'running', view)).toBe(second);
  });

  it('of spaces alone is none', () => {
    expect(hasFilter({ ...PLAIN_BOARD, text: '  ' })).toBe(false);
    expect(hasFilter({ ...PLAIN_BOARD, mailbox: 'mb_1' })).toBe(true);
    expect(hasFilter({ ...PLAIN_BOARD, ...NO_FILTERS, order: 'oldest', look: 'list' })).toBe(false);
  });
});

describe('an order', () => {
  const named = (id: string, name: string, age: number, more: Partial<RunRecord> = {}) =>
    record('done', {
      id,
      mailbox: { name, timeZone: 'UTC' },
      pressedAt: NOW - age,
      attempts: [{ key: id, ledgerId: 'l', sentAt: NOW - age, settledAt: NOW - age }],
      checkedAt: null,
      endedAt: NOW - age + MINUTE,
      ...more,
    });
  // As the record list has them: newest first.
  const records = [
    { ...record('queued', { id: 'waits-2' }), pressedAt: NOW - 1, position: 2 },
    { ...record('queued', { id: 'waits-1' }), pressedAt: NOW - 2, position: 1 },
    named('b10', 'Box 10', HOUR, { checkedAt: NOW, state: 'failed' }),
    named('b9', 'Box 9', 2 * HOUR),
    named('b10-old', 'Box 10', 3 * HOUR),
    named('gone', 'Attic', 30 * HOUR),
  ];
  const groups = boardOrder(records, NOW, KEYS);
  const listed = (order: RunOrder, part: Partial<BoardView> = {}) => {
    const view = { ...PLAIN_BOARD, ...part, order };
    return filterRecords(records, filterGroups(groups, view), order).map(({ id }) => id);
  };

  test.each<[RunOrder, string[]]>([
    ['newest', ['waits-2', 'waits-1', 'b10', 'b9', 'b10-old', 'gone']],
    ['oldest', ['gone', 'b10-old', 'b9', 'b10', 'waits-1', 'waits-2']],
    ['updated', ['b10', 'waits-2', 'waits-1', 'b9', 'b10-old', 'gone']],
    ['mailbox', ['gone', 'b9', 'b10', 'b10-old', 'waits-2', 'waits-1']],
    ['-mailbox', ['waits-2', 'waits-1', 'b10', 'b10-old', 'b9', 'gone']],
    ['state', ['b10', 'waits-1', 'waits-2', 'b9', 'b10-old', 'gone']],
    ['-state', ['gone', 'b9', 'b10-old', 'waits-1', 'waits-2', 'b10']],
    ['ends', ['gone', 'b10', 'b10-old', 'b9', 'waits-2', 'waits-1']],
  ])('%s', (order, expected) => {
    expect(listed(order)).toEqual(expected);
  });

  it('holds for what a filter leaves', () => {
    expect(listed('-mailbox', { state: 'done' })).toEqual(['b10-old', 'b9']);
  });

  it('leaves the queue of the cards as it goes', () => {
    const queue = filterGroups(groups, { ...PLAIN_BOARD, order: 'oldest' }).get('queued');
    expect(queue?.map(({ id }) => id)).toEqual(['waits-1', 'waits-2']);
  });

  it('by end puts what has none last', () => {
    expect(endOf(record('queued'))).toBe(Infinity);
  });
});
