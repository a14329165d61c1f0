// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { freeSlots, isKnown, queueForecast } from '#src/runs/forecast.ts';
import { positionAfterMove, queueOrder } from '#src/runs/queue.ts';
import type { QueueSituation } from '#src/runs/queue.ts';
import type { RunRecord } from '#src/records/record.ts';
import { attempt, KEY, MINUTE, NOW, record } from '../support/records.ts';

function situation(changes: Partial<QueueSituation> = {}): QueueSituation {
  return {
    now: NOW,
    keys: new Set([KEY]),
    pausedKeys: new Set(),
    signedOut: false,
    slots: 3,
    startedAt: NOW,
    notBefore: 0,
    ...changes,
  };
}

/** A run that was launched `age` minutes ago. */
const launched = (
  state: 'running' | 'unknown' | 'sending',
  id: string,
  age: number,
  more: Partial<RunRecord> = {},
) => record(state, { id, attempts: [attempt(id, NOW - age * MINUTE)], movedAt: NOW, ...more });
const queued = (id: string, more: Partial<RunRecord> = {}) => record('queued', { id, ...more });
/** Ends in 2.8 to 5.2 minutes. */
const halfway = launched('running', 'halfway', 4, { progress: 50 });
/** Ends within 20 minutes. */
const silent = launched('running', 'silent', 10);
const doubtful = launched('unknown', 'doubtful', 12);
const overdue = launched('running', 'overdue', 31, { progress: 60 });

const minutes = ({ low, high }: { low: number; high: number }) =>
  [low, high].map((at) => Math.round(((at - NOW) / MINUTE) * 100) / 100);
const freed = (records: RunRecord[], changes: Partial<QueueSituation> = {}) =>
  freeSlots(records, situation(changes)).map(minutes);

describe('when slots become free', () => {
  test.each<[string, RunRecord[], number[][]]>([
    [
      'none is held',
      [],
      [
        [0, 0],
        [0, 0],
        [0, 0],
      ],
    ],
    [
      'queued and finished launches hold none',
      [queued('q'), record('done')],
      [
        [0, 0],
        [0, 0],
        [0, 0],
      ],
    ],
    [
      'a run with an estimate: by that',
      [halfway],
      [
        [0, 0],
        [0, 0],
        [2.8, 5.2],
      ],
    ],
    [
      'a run without: within its 30 minutes',
      [silent],
      [
        [0, 0],
        [0, 0],
        [0, 20],
      ],
    ],
    [
      'one in doubt: exactly when its hold runs out',
      [doubtful],
      [
        [0, 0],
        [0, 0],
        [18, 18],
      ],
    ],
    [
      'one of another browser that is being sent: within its 30 minutes',
      [launched('sending', 's', 1, { origin: 'elsewhere' })],
      [
        [0, 0],
        [0, 0],
        [0, 29],
      ],
    ],
    [
      'one that is being sent: within 30 minutes from now',
      [launched('sending', 's', 1)],
      [
        [0, 0],
        [0, 0],
        [0, 30],
      ],
    ],
    [
      'updates stopped: exactly when its hold runs out',
      [{ ...silent, polling: 'stopped' }],
      [
        [0, 0],
        [0, 0],
        [20, 20],
      ],
    ],
    [
      'overdue: not known',
      [overdue],
      [
        [0, 0],
        [0, 0],
        [Infinity, Infinity],
      ],
    ],
    [
      'the first end is the earliest of all',
      [silent, doubtful, halfway],
      [
        [0, 5.2],
        [2.8, 18],
        [18, 20],
      ],
    ],
    [
      'more in use than there are: the first end makes none free',
      [silent, doubtful, halfway, overdue],
      [
        [2.8, 18],
        [18, 20],
        [Infinity, Infinity],
      ],
    ],
    [
      'released: holds none',
      [{ ...doubtful, released: true }],
      [
        [0, 0],
        [0, 0],
        [0, 0],
      ],
    ],
  ])('%s', (_name, records, expected) => {
    expect(freed(records)).toEqual(expected);
  });

  test('a run under a key that was refused cannot be looked at', () => {
    expect(freed([halfway], { pausedKeys: new Set([KEY]) })[2]).toEqual([26, 26]);
    expect(freed([halfway], { keys: new Set() })[2]).toEqual([26, 26]);
  });

  test('earlier runs narrow what is known of one without progress', () => {
    const earlier = ['a', 'b', 'c'].map((id) => record('done', { id, tookMs: 16 * MINUTE }));
    expect(freed([silent, ...earlier])[2]).toEqual([2.8, 10]);
  });
});

describe('when a queued launch goes', () => {
  const first = queued('first', { position: 1 });
  const second = queued('second', { position: 2 });
  const third = queued('third', { position: 3 });
  const fourth = queued('fourth', { position: 4 });
  const full = [silent, doubtful, halfway];
  const all = [...full, first, second, third, fourth];
  const forecast = (of: RunRecord, records = all, changes: Partial<QueueSituation> = {}) => {
    const found = queueForecast(of, records, situation(changes));
    if (found === null) return null;
    return { ...found, when: found.when === 'later' ? 'later' : minutes(found.when) };
  };

  test('the n-th of them takes the n-th slot', () => {
    expect(forecast(first)).toEqual({ position: 1, isFirst: true, when: [0, 5.2] });
    expect(forecast(second)).toEqual({ position: 2, isFirst: false, when: [2.8, 18] });
    expect(forecast(third)).toEqual({ position: 3, isFirst: false, when: [18, 20] });
  });

  test('beyond as many as there are slots it is not said', () => {
    expect(forecast(fourth)).toEqual({ position: 4, isFirst: false, when: 'later' });
  });

  test('where an overdue run stands in the way it is not known', () => {
    const records = [overdue, doubtful, halfway, first, second, third];
    expect(forecast(second, records)?.when).toEqual([18, 18]);
    expect(forecast(third, records)?.when).toEqual([Infinity, Infinity]);
  });

  test('the wait of one holds back those behind it', () => {
    const waits = { ...first, notBefore: NOW + 9 * MINUTE };
    const records = [silent, doubtful, halfway, waits, second, third];
    expect(forecast(waits, records)?.when).toEqual([9, 9]);
    expect(forecast(second, records)?.when).toEqual([9, 18]);
    expect(forecast(third, records)?.when).toEqual([18, 20]);
  });

  test('launches that wait for the operator are passed', () => {
    const keyless = { ...first, keyId: 'key-3' };
    const records = [...full, keyless, second, third];
    expect(forecast(keyless, records)).toBeNull();
    expect(forecast(second, records)).toEqual({ position: 2, isFirst: true, when: [0, 5.2] });
    expect(forecast(third, records)).toEqual({ position: 3, isFirst: false, when: [2.8, 18] });
  });

  test('nothing is said to somebody who is signed out, nor of what is not queued', () => {
    expect(forecast(first, all, { signedOut: true })).toBeNull();
    expect(forecast(silent)).toBeNull();
  });

  test('moving a launch earlier swaps its forecast with the one before it', () => {
    const position = positionAfterMove(all, 'third', 'earlier') ?? 0;
    const moved = all.map((each) => (each.id === 'third' ? { ...each, position } : each));
    expect(forecast({ ...third, position }, moved)).toEqual(forecast(second));
    expect(forecast(second, moved)).toEqual(forecast(third));
  });
});

describe('whatever holds the slots', () => {
  const holder = fc
    .record({
      state: fc.constantFrom('running', 'unknown', 'sending'),
      age: fc.integer({ min: 0, max: 40 }),
      progress: fc.integer({ min: 0, max: 100 }),
      polling: fc.constantFrom('on', 'stopped'),
      id: fc.uuid(),
    })
    .map(({ state, age, progress, polling, id }) => launched(state, id, age, { progress, polling }));
  const holders = fc.array(holder, { maxLength: 6 });
  const queue = fc
    .array(fc.record({ position: fc.integer({ min: 1, max: 9 }), wait: fc.integer({ min: 0, max: 20 }) }), {
      minLength: 1,
      maxLength: 6,
    })
    .map((launches) =>
      launches.map(({ position, wait }, index) =>
        queued(`q${index}`, { position, notBefore: wait === 0 ? null : NOW + wait * MINUTE }),
      ),
    );

  test('each range begins before it ends, none in the past, and they are in order', () => {
    fc.assert(
      fc.property(holders, (records) => {
        let before = { low: NOW, high: NOW };
        for (const range of freeSlots(records, situation())) {
          expect(range.low).toBeLessThanOrEqual(range.high);
          expect(range.low).toBeGreaterThanOrEqual(before.low);
          expect(range.high).toBeGreaterThanOrEqual(before.high);
          before = range;
        }
      }),
    );
  });

  test('one more run never makes a slot free earlier', () => {
    fc.assert(
      fc.property(holders, holder, (records, more) => {
        const without = freeSlots(records, situation());
        for (const [slot, range] of freeSlots([...records, more], situation()).entries()) {
          expect(range.low).toBeGreaterThanOrEqual(without[slot]?.low ?? Infinity);
          expect(range.high).toBeGreaterThanOrEqual(without[slot]?.high ?? Infinity);
        }
      }),
    );
  });

  test('no launch of the queue is forecast before one that stands before it', () => {
    fc.assert(
      fc.property(holders, queue, (running, launches) => {
        const records = [...running, ...launches];
        let before = { low: NOW, high: NOW };
        for (const launch of queueOrder(records)) {
          const when = queueForecast(launch, records, situation())?.when;
          if (when === undefined || when === 'later') continue;
          expect(when.low).toBeLessThanOrEqual(when.high);
          expect(when.low).toBeGreaterThanOrEqual(before.low);
          expect(when.high).toBeGreaterThanOrEqual(before.high);
          expect(isKnown(when)).toBe(when.low !== Infinity);
          before = when;
        }
      }),
    );
  });
});
