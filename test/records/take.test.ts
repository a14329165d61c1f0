// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { createMemoryStore } from '#src/records/memory-store.ts';
import { RUN_STATES } from '#src/records/record.ts';
import type { RunState } from '#src/records/record.ts';
import { hear, takeFor } from '#src/records/take.ts';
import { isAllowed, transition } from '#src/records/transition.ts';
import type { RunEvent } from '#src/records/transition.ts';
import { attempt, failureOf, NOW, record } from '../support/records.ts';
import { SELF } from '../support/replies.ts';

const AT = NOW + 9_000;
const ANSWERS: readonly RunEvent[] = [
  { type: 'requeue', at: AT, notBefore: null, first: false, failure: failureOf('not-sent', AT) },
  { type: 'progress', at: AT, self: SELF, progress: 30 },
  { type: 'done', at: AT, self: SELF, summary: null },
  { type: 'fail', at: AT, self: SELF, failure: failureOf('report-failed', AT) },
  { type: 'refuse', at: AT, failure: failureOf('settings-refused', AT) },
  { type: 'doubt', at: AT, failure: failureOf('outcome-unknown', AT) },
  { type: 'poll-failed', failure: failureOf('update-delayed', AT), stops: false, missing: false },
  { type: 'lose', failure: failureOf('result-missing', AT) },
];
/** The state that an answer's event leads to, where hearing it again there says nothing new. */
const SAME_END: Partial<Record<RunEvent['type'], RunState>> = {
  done: 'done',
  fail: 'failed',
  lose: 'lost',
  refuse: 'refused',
  doubt: 'unknown',
};
const pairs = RUN_STATES.flatMap((state) => ANSWERS.map((event) => ({ state, type: event.type, event })));
const allowed = pairs.filter(({ state, event }) => isAllowed(record(state), event.type));
const repeats = pairs.filter(
  ({ state, type }) => !isAllowed(record(state), type) && SAME_END[type] === state,
);
const late = pairs.filter((pair) => !allowed.includes(pair) && !repeats.includes(pair));

describe('an answer that was heard', () => {
  test.each(allowed)('in time is taken: $type in $state', ({ state, event }) => {
    const before = record(state);
    expect(hear(before, event, AT)).toEqual(transition(before, event));
  });

  test.each(late)('too late changes nothing, and is noted: $type in $state', ({ state, event, type }) => {
    const before = record(state);
    expect(hear(before, event, AT)).toEqual({ ...before, ignored: [{ type, at: AT, state }] });
  });

  test.each(repeats)('a second time is no news: $type in $state', ({ state, event }) => {
    const before = record(state);
    expect(hear(before, event, AT)).toBe(before);
  });
});

test('there are answers of each sort', () => {
  expect([allowed.length, late.length, repeats.length].every((count) => count >= 3)).toBe(true);
});

test('the last five notes are kept, oldest first', () => {
  let current = record('done');
  const event: RunEvent = { type: 'fail', at: AT, self: SELF, failure: failureOf('report-failed', AT) };
  for (let count = 1; count <= 8; count += 1) current = hear(current, event, AT + count);
  expect(current.ignored.map(({ at }) => at - AT)).toEqual([4, 5, 6, 7, 8]);
  expect(current).toEqual({ ...record('done'), ignored: current.ignored });
});

describe('an answer about an attempt', () => {
  const requeue: RunEvent = {
    type: 'requeue',
    at: AT,
    notBefore: null,
    first: false,
    failure: failureOf('not-sent'),
  };

  test('that is still the last one is taken', async () => {
    const asked = record('sending');
    const store = createMemoryStore([asked]);
    expect((await takeFor(store, asked, requeue, AT))?.state).toBe('queued');
  });

  test('after which another one was sent is only noted', async () => {
    const asked = record('sending');
    const next = { ...asked, attempts: [...asked.attempts, attempt('second', NOW + 1)] };
    const store = createMemoryStore([next]);
    expect(await takeFor(store, asked, requeue, AT)).toEqual({
      ...next,
      ignored: [{ type: 'requeue', at: AT, state: 'sending' }],
    });
  });

  test('of a record that is gone is nothing', async () => {
    expect(await takeFor(createMemoryStore(), record('sending'), requeue, AT)).toBeNull();
  });
});
