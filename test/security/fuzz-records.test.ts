// @vitest-environment node
// Records as a browser may give them back: of another version, half written, changed by hand. Each costs its own card; what sums up
// all of them goes on, and nothing is sent that cannot be read whole.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { batchBlocks, batchInWords } from '#src/board/batch-blocks.ts';
import { sortRuns } from '#src/board/board-filter-order.ts';
import { filterGroups, filterRecords, parseBoardView } from '#src/board/board-filter.ts';
import { boardOrder, cardsOf } from '#src/board/board-order.ts';
import { slotLine, unseenSlots } from '#src/board/slot-text.ts';
import { keyUse } from '#src/failures/key-use.ts';
import { scopesSeen } from '#src/failures/key-scopes.ts';
import { recentSettings } from '#src/launch/recent-list.ts';
import { runChanges } from '#src/records/changes.ts';
import { findDuplicate } from '#src/records/duplicates.ts';
import { RUN_STATES } from '#src/records/record.ts';
import type { RunRecord } from '#src/records/record.ts';
import { isUnreadable, soundRecord } from '#src/records/sound-record.ts';
import { usualOf } from '#src/records/usual.ts';
import { describeRequest, runTitle } from '#src/records/describe-request.ts';
import { freeSlots, slotHolders } from '#src/runs/forecast.ts';
import { holdUpOf, nextToSend, nextWake, queueOrder } from '#src/runs/queue.ts';
import { failureOf, HOUR, KEY, NOW, record } from '#test/support/records.ts';
import { expectNothingPolluted, foreignValue, spoiled } from './foreign.ts';

const KEYS = new Set([KEY]);
const SITUATION = {
  now: NOW,
  keys: KEYS,
  pausedKeys: new Set<string>(),
  signedOut: false,
  slots: 3,
  startedAt: NOW,
  notBefore: 0,
};
const BROKEN = 'broken';
const QUEUED = record('queued', { id: 'next' });
const OTHERS = [record('running', { id: 'other' }), QUEUED, record('done', { id: 'done' })];

/** A whole record in some state, with a few of its parts gone wrong. */
const stored = fc.constantFrom(...RUN_STATES).chain((state) =>
  spoiled(
    record(state, {
      id: BROKEN,
      batch: 'batch',
      comparedWith: 'done',
      summary: { total: 1, firstPage: 1, more: false, cutoff: null },
      failure: failureOf('not-sent'),
      ignored: [{ type: 'done', at: NOW, state: 'queued' }],
    }),
  ),
);

function everySum(records: readonly RunRecord[]) {
  const groups = boardOrder(records, NOW, KEYS);
  cardsOf(groups);
  for (const order of ['newest', 'oldest', 'state', 'report', 'mailbox', 'range', 'ends', 'key', 'updated']) {
    const view = parseBoardView(new URLSearchParams({ q: 'sales', order }));
    filterRecords(records, filterGroups(groups, view), view.order);
    sortRuns(records, view.order);
  }
  findDuplicate('any', records, NOW, KEYS);
  for (const one of records) {
    usualOf(one, records);
    holdUpOf(one, records, SITUATION);
    describeRequest(one);
    runTitle(one);
  }
  nextWake(records, SITUATION);
  freeSlots(records, SITUATION);
  for (const one of slotHolders(records, NOW, KEYS)) slotLine(one, records, NOW, KEYS);
  unseenSlots(3, 1, records, NOW);
  batchBlocks(records, records);
  batchInWords(records);
  recentSettings(records, 5);
  runChanges(records, new Map(), 0);
  scopesSeen(KEY, records, true);
  keyUse(KEY, records, NOW);
}

describe('a record that went wrong in storage', () => {
  test('stops nothing that sums up all records, and takes none of the others with it', () => {
    fc.assert(
      fc.property(stored, (broken) => {
        const sound = soundRecord(broken);
        const records = [...(sound === null ? [] : [sound]), ...OTHERS];
        everySum(records);
        expect(queueOrder(records)).toContain(QUEUED);
        expectNothingPolluted();
      }),
      { numRuns: 500 },
    );
  });

  test('is never sent where a part of the launch cannot be read', () => {
    const launch = fc
      .constantFrom('request', 'target', 'body', 'keyId', 'attempts', 'mailbox', 'position')
      .chain((name) => foreignValue.map((value) => ({ name, value })));
    fc.assert(
      fc.property(launch, ({ name, value }) => {
        // Another text is another launch, and as good as this one.
        fc.pre(typeof value !== 'string');
        const queued = record('queued', { id: BROKEN });
        const sound = soundRecord({ ...queued, [name]: value });
        const next = sound === null ? null : nextToSend([sound], SITUATION);
        if (next === null) return;
        // What goes out is what was written down.
        expect([next.target, next.body, next.keyId]).toEqual([queued.target, queued.body, queued.keyId]);
        expect(next.attempts).toEqual(name === 'attempts' ? value : queued.attempts);
        expect(isUnreadable(next)).toBe(false);
      }),
      { numRuns: 1_000 },
    );
    expect(nextToSend([record('queued', { id: BROKEN })], SITUATION)?.id).toBe(BROKEN);
  });

  test('keeps every field that is as it should be', () => {
    fc.assert(
      fc.property(stored, (broken) => {
        const sound = soundRecord(broken);
        if (sound === null) return;
        const whole = broken as Record<string, unknown>;
        const changed = Object.keys(whole).filter((name) => sound[name as keyof RunRecord] !== whole[name]);
        const stopped = ['state', 'polling'];
        const known = Object.keys(record());
        expect(changed.filter((name) => !known.includes(name) && !stopped.includes(name))).toEqual([]);
      }),
    );
  });

  test.each([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'record'],
    ['a list', []],
    ['something without an id', { state: 'done' }],
    ['something whose id is a number', { ...record(), id: 7 }],
  ])('%s stands for none', (_, value) => {
    expect(soundRecord(value)).toBeNull();
  });

  test.each([
    ['its request is gone', { request: null }, { report: 'Settings that cannot be read' }],
    ['its request names no mailbox', { request: { report: 'x', options: {}, parameters: {} } }, {}],
  ])('says so where %s', (_, change, request) => {
    const sound = soundRecord({ ...record('done'), ...change });
    expect(sound?.request).toMatchObject(request);
    expect(sound !== null && isUnreadable(sound)).toBe(true);
  });

  test('leads nowhere but to a result', () => {
    for (const self of ['//elsewhere.test/x', 'https://elsewhere.test', '/desk/keys', 7, {}]) {
      expect(soundRecord({ ...record('running'), self })).toMatchObject({ self: null, state: 'lost' });
      expect(soundRecord({ ...record('done'), self })).toMatchObject({ self: null, state: 'done' });
    }
  });
});

describe('a record that is sound', () => {
  test.each(RUN_STATES)('in state %s is the very object that storage gave', (state) => {
    const whole = record(state, { pressedAt: NOW - HOUR });
    expect(soundRecord(whole)).toBe(whole);
  });

  test('of a newer version keeps its state and what it has beyond this one', () => {
    const newer = { ...record('done'), version: 9, state: 'archived', shelf: { place: 3 } };
    expect(soundRecord(newer)).toBe(newer);
  });

  test('of a report that this version does not know stays as it is', () => {
    const request = { report: 'later', options: {}, parameters: { mailboxId: 'mb_1' } };
    const later = { ...record('done'), request };
    expect(soundRecord(later)).toBe(later);
    everySum([later as unknown as RunRecord, ...OTHERS]);
  });
});
