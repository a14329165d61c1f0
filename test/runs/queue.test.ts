// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { holdUpOf, nextToSend, nextWake, queueOrder } from '#src/runs/queue.ts';
import type { HoldUp, QueueSituation } from '#src/runs/queue.ts';
import type { RunRecord } from '#src/runs/record.ts';
import { failureOf, HOUR, KEY, MINUTE, NOW, record } from '../support/records.ts';

const OTHER = 'key-2';

function situation(changes: Partial<QueueSituation> = {}): QueueSituation {
  return {
    now: NOW,
    keys: new Set([KEY, OTHER]),
    pausedKeys: new Set(),
    signedOut: false,
    slots: 3,
    startedAt: NOW,
    notBefore: 0,
    ...changes,
  };
}
const queued = (id: string, changes: Partial<RunRecord> = {}) => record('queued', { id, ...changes });
const running = (id: string, changes: Partial<RunRecord> = {}) => record('running', { id, ...changes });
const FULL = [running('r1'), running('r2'), running('r3')];

test('launches go in the order of the press, those that were sent back first before all others', () => {
  const records = [
    queued('c', { pressedAt: NOW + 2, position: NOW + 2 }),
    running('r'),
    queued('b', { pressedAt: NOW + 1, position: NOW + 1 }),
    queued('d', { pressedAt: NOW + 3, position: 0 }),
    queued('a', { pressedAt: NOW, position: NOW }),
  ];
  expect(queueOrder(records).map(({ id }) => id)).toEqual(['d', 'a', 'b', 'c']);
});

describe('what holds a launch up', () => {
  const mine = queued('mine');

  test.each<[string, RunRecord, RunRecord[], Partial<QueueSituation>, HoldUp | null]>([
    ['nothing', mine, [], {}, null],
    ['two slots in use', mine, FULL.slice(0, 2), {}, null],
    ['three slots in use', mine, FULL, {}, { kind: 'slots-full' }],
    ['no config yet', mine, [], { slots: 0 }, { kind: 'slots-full' }],
    ['not signed in', mine, FULL, { signedOut: true }, { kind: 'signed-out' }],
    ['its key is not loaded', mine, FULL, { keys: new Set([OTHER]) }, { kind: 'needs-key' }],
    ['its key was refused', mine, FULL, { pausedKeys: new Set([KEY]) }, { kind: 'key-paused' }],
    ['another key was refused', mine, [], { pausedKeys: new Set([OTHER]) }, null],
    ['a wait of its own', queued('mine', { notBefore: NOW + 1 }), FULL, {}, { kind: 'wait', until: NOW + 1 }],
    ['a wait that is over', queued('mine', { notBefore: NOW }), [], {}, null],
    ['a wait of the whole queue', mine, [], { notBefore: NOW + 9 }, { kind: 'wait', until: NOW + 9 }],
    ['one that is being sent', mine, [record('sending', { id: 's' })], {}, { kind: 'behind' }],
    ['one that stands before it', mine, [queued('first', { position: 0 })], {}, { kind: 'behind' }],
    ['one before it that needs its key', mine, [queued('first', { position: 0, keyId: 'key-3' })], {}, null],
    [
      'one before it whose key was refused',
      mine,
      [queued('first', { position: 0, keyId: OTHER })],
      { pausedKeys: new Set([OTHER]) },
      null,
    ],
    [
      'one before it that waits',
      mine,
      [queued('first', { position: 0, notBefore: NOW + 5 })],
      {},
      { kind: 'behind' },
    ],
  ])('%s', (_name, given, others, changes, expected) => {
    const records = [...others, given];
    expect(holdUpOf(given, records, situation(changes))).toEqual(expected);
    expect(nextToSend(records, situation(changes))?.id === given.id).toBe(expected === null);
  });

  test('runs under a key that was refused hold their slots for 30 minutes only', () => {
    const records = [...FULL.map((run) => ({ ...run, keyId: OTHER })), mine];
    const at = (ms: number) => situation({ now: NOW + ms, pausedKeys: new Set([OTHER]) });
    expect(nextToSend(records, at(30 * MINUTE - 1))).toBeNull();
    expect(nextToSend(records, at(30 * MINUTE))?.id).toBe('mine');
  });
});

describe('a wait for a limit', () => {
  const waits = (kind: 'slots-full' | 'limit-undecided' | 'rate-limited' | 'not-sent') =>
    queued('mine', { notBefore: NOW + HOUR, failure: failureOf(kind, NOW) });
  const ended = record('done', { id: 'ended', endedAt: NOW + 1 });

  test.each(['slots-full', 'limit-undecided'] as const)(
    '%s: ends early when a run is seen to end',
    (kind) => {
      expect(nextToSend([waits(kind), ended], situation())?.id).toBe('mine');
      expect(nextToSend([waits(kind), { ...ended, endedAt: NOW }], situation())).toBeNull();
      expect(nextToSend([waits(kind)], situation())).toBeNull();
    },
  );

  test.each(['rate-limited', 'not-sent'] as const)('%s: has nothing to do with runs that end', (kind) => {
    expect(nextToSend([waits(kind), ended], situation())).toBeNull();
  });
});

describe('the queue is looked at again by itself', () => {
  test('when the first wait is over', () => {
    const records = [queued('a', { notBefore: NOW + 20 }), queued('b', { notBefore: NOW + 10 })];
    expect(nextWake(records, situation())).toBe(NOW + 10);
  });

  test('when a slot that cannot be looked at counts as free', () => {
    const records = [running('r1'), running('r2'), record('unknown', { id: 'u' }), queued('mine')];
    expect(nextWake(records, situation())).toBe(NOW + 30 * MINUTE);
  });

  test('not for what only an event can change', () => {
    expect(nextWake([], situation())).toBeNull();
    expect(nextWake([queued('mine')], situation())).toBeNull();
    expect(nextWake([queued('mine')], situation({ signedOut: true }))).toBeNull();
    expect(nextWake([queued('mine')], situation({ keys: new Set() }))).toBeNull();
    expect(nextWake([record('sending', { id: 's' }), running('r')], situation())).toBeNull();
  });
});

describe('a launch that was queued long before the desk was opened', () => {
  const old = queued('old', { pressedAt: NOW - 31 * 60_000, position: 1 });
  const fresh = queued('fresh');

  test('waits for the operator, and lets others pass', () => {
    expect(holdUpOf(old, [old, fresh], situation())).toEqual({ kind: 'stale' });
    expect(nextToSend([old, fresh], situation())?.id).toBe('fresh');
  });

  test('goes when the operator says so', () => {
    const confirmed = { ...old, confirmed: true };
    expect(nextToSend([confirmed, fresh], situation())?.id).toBe('old');
  });

  test('is not old where the desk was open all the time', () => {
    expect(nextToSend([old, fresh], situation({ startedAt: NOW - 32 * 60_000 }))?.id).toBe('old');
  });
});
