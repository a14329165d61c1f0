// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  holdUpOf,
  isSendingHere,
  nextToSend,
  nextWake,
  positionAfterMove,
  queueOrder,
} from '#src/runs/queue.ts';
import type { HoldUp, QueueSituation } from '#src/runs/queue.ts';
import type { RunRecord } from '#src/records/record.ts';
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

describe('a launch that is moved', () => {
  const order = (records: readonly RunRecord[]) => queueOrder(records).map(({ id }) => id);
  function move(records: readonly RunRecord[], id: string, direction: 'earlier' | 'later'): RunRecord[] {
    const position = positionAfterMove(records, id, direction);
    return records.map((one) => (one.id === id && position !== null ? { ...one, position } : one));
  }
  const at = (id: string, position: number) => queued(id, { position, pressedAt: NOW + position });
  const three = [at('a', 1), at('b', 2), at('c', 3)];

  test.each([
    ['a', 'later', 'bac'],
    ['b', 'earlier', 'bac'],
    ['b', 'later', 'acb'],
    ['c', 'earlier', 'acb'],
    ['a', 'earlier', 'abc'],
    ['c', 'later', 'abc'],
  ] as const)('%s %s: %s', (id, direction, expected) => {
    expect(order(move(three, id, direction)).join('')).toBe(expected);
  });

  test('cannot be moved at its end of the queue, nor where it is not in it', () => {
    expect(positionAfterMove(three, 'a', 'earlier')).toBeNull();
    expect(positionAfterMove(three, 'c', 'later')).toBeNull();
    expect(positionAfterMove([...three, running('r')], 'r', 'earlier')).toBeNull();
    expect(positionAfterMove(three, 'nobody', 'later')).toBeNull();
  });

  test('passes those that were sent back to the front, too', () => {
    const records = [queued('first', { position: 0, pressedAt: NOW }), at('a', 1), at('b', 2)];
    expect(order(move(move(records, 'b', 'earlier'), 'b', 'earlier'))).toEqual(['b', 'first', 'a']);
  });

  test('any number of times moves by one place each, as long as places are left between', () => {
    const step = fc.tuple(fc.nat({ max: 3 }), fc.constantFrom('earlier' as const, 'later' as const));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let records = [0, 1, 2, 3].map((n) => at(`q${n}`, NOW + n * 1_000));
        const expected = ['q0', 'q1', 'q2', 'q3'];
        for (const [n, direction] of steps) {
          const from = expected.indexOf(`q${n}`);
          const to = from + (direction === 'earlier' ? -1 : 1);
          if (to >= 0 && to < 4) expected.splice(to, 0, ...expected.splice(from, 1));
          records = move(records, `q${n}`, direction);
          expect(order(records)).toEqual(expected);
        }
      }),
    );
  });

  test('always passes at least one, also where several have the same place or no number is left between', () => {
    const same = ['a', 'b', 'c'].map((id) => queued(id, { position: 5, pressedAt: NOW }));
    expect(order(same)).toEqual(['a', 'b', 'c']);
    expect(order(move(same, 'c', 'earlier')).indexOf('c')).toBeLessThan(2);
    expect(order(move(same, 'a', 'later')).indexOf('a')).toBeGreaterThan(0);
    const next = NOW + 2 ** -12;
    const tight = [queued('a', { position: NOW }), queued('b', { position: next }), at('c', NOW + 9)];
    expect(order(tight)).toEqual(['a', 'b', 'c']);
    expect(order(move(tight, 'c', 'earlier')).indexOf('c')).toBeLessThan(2);
  });

  test('keeps its order with others of the same press, whatever order they are read in', () => {
    const same = ['a', 'b', 'c'].map((id) => queued(id));
    expect(order(same.toReversed())).toEqual(order(same));
  });
});

test('only a launch of this browser counts as being sent here', () => {
  expect(isSendingHere(record('sending'))).toBe(true);
  expect(isSendingHere({ ...record('sending'), origin: 'elsewhere' })).toBe(false);
  expect(isSendingHere(running('r'))).toBe(false);
});
