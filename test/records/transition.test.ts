// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isTerminal, RUN_STATES } from '#src/records/record.ts';
import type { RunRecord, RunState } from '#src/records/record.ts';
import { isAllowed, transition } from '#src/records/transition.ts';
import type { RunEvent, RunEventType } from '#src/records/transition.ts';
import { attempt, failureOf, NOW, record } from '../support/records.ts';
import { SELF } from '../support/replies.ts';

const AT = NOW + 5_000;

/** One event of every type. */
const EVENTS: { readonly [Type in RunEventType]: Extract<RunEvent, { type: Type }> } = {
  send: { type: 'send', attempt: attempt('attempt-2', AT) },
  requeue: {
    type: 'requeue',
    at: AT,
    notBefore: AT + 60_000,
    first: true,
    failure: failureOf('limit-undecided', AT),
  },
  hold: { type: 'hold', notBefore: AT + 5_000, failure: failureOf('not-sent', AT) },
  progress: { type: 'progress', at: AT, self: SELF, progress: 30 },
  done: { type: 'done', at: AT, self: SELF, summary: null },
  fail: { type: 'fail', at: AT, self: SELF, failure: failureOf('report-failed', AT) },
  refuse: { type: 'refuse', at: AT, failure: failureOf('settings-refused', AT) },
  doubt: { type: 'doubt', at: AT, failure: failureOf('outcome-unknown', AT) },
  'poll-failed': {
    type: 'poll-failed',
    failure: failureOf('update-delayed', AT),
    stops: false,
    missing: false,
  },
  lose: { type: 'lose', failure: failureOf('result-missing', AT) },
  pause: { type: 'pause' },
  resume: { type: 'resume' },
  confirm: { type: 'confirm' },
  release: { type: 'release' },
  'slow-down': { type: 'slow-down' },
  move: { type: 'move', position: 7 },
  recall: { type: 'recall' },
};

/** The state after an event; a dash where it means nothing. */
const MATRIX: Readonly<Record<RunEventType, Readonly<Record<RunState, RunState | '-'>>>> = {
  send: {
    queued: 'sending',
    sending: '-',
    running: '-',
    done: '-',
    failed: '-',
    refused: '-',
    unknown: '-',
    lost: '-',
  },
  recall: {
    queued: '-',
    sending: '-',
    running: '-',
    done: '-',
    failed: '-',
    refused: '-',
    unknown: '-',
    lost: '-',
  },
  move: {
    queued: 'queued',
    sending: '-',
    running: '-',
    done: '-',
    failed: '-',
    refused: '-',
    unknown: '-',
    lost: '-',
  },
  confirm: {
    queued: 'queued',
    sending: '-',
    running: '-',
    done: '-',
    failed: '-',
    refused: '-',
    unknown: '-',
    lost: '-',
  },
  hold: {
    queued: 'queued',
    sending: '-',
    running: '-',
    done: '-',
    failed: '-',
    refused: '-',
    unknown: '-',
    lost: '-',
  },
  requeue: {
    queued: '-',
    sending: 'queued',
    running: '-',
    done: '-',
    failed: '-',
    refused: '-',
    unknown: 'queued',
    lost: '-',
  },
  progress: {
    queued: '-',
    sending: 'running',
    running: 'running',
    done: '-',
    failed: '-',
    refused: '-',
    unknown: 'running',
    lost: 'running',
  },
  done: {
    queued: '-',
    sending: 'done',
    running: 'done',
    done: '-',
    failed: '-',
    refused: '-',
    unknown: 'done',
    lost: 'done',
  },
  fail: {
    queued: '-',
    sending: 'failed',
    running: 'failed',
    done: '-',
    failed: '-',
    refused: '-',
    unknown: 'failed',
    lost: 'failed',
  },
  refuse: {
    queued: '-',
    sending: 'refused',
    running: '-',
    done: '-',
    failed: '-',
    refused: '-',
    unknown: 'refused',
    lost: '-',
  },
  doubt: {
    queued: '-',
    sending: 'unknown',
    running: '-',
    done: '-',
    failed: '-',
    refused: '-',
    unknown: 'unknown',
    lost: '-',
  },
  'poll-failed': {
    queued: '-',
    sending: '-',
    running: 'running',
    done: '-',
    failed: '-',
    refused: '-',
    unknown: '-',
    lost: 'lost',
  },
  lose: {
    queued: '-',
    sending: '-',
    running: 'lost',
    done: '-',
    failed: '-',
    refused: '-',
    unknown: '-',
    lost: 'lost',
  },
  pause: {
    queued: '-',
    sending: '-',
    running: 'running',
    done: '-',
    failed: '-',
    refused: '-',
    unknown: '-',
    lost: '-',
  },
  resume: {
    queued: '-',
    sending: '-',
    running: 'running',
    done: '-',
    failed: '-',
    refused: '-',
    unknown: '-',
    lost: 'lost',
  },
  'slow-down': {
    queued: '-',
    sending: '-',
    running: 'running',
    done: '-',
    failed: '-',
    refused: '-',
    unknown: '-',
    lost: '-',
  },
  release: {
    queued: '-',
    sending: '-',
    running: '-',
    done: '-',
    failed: '-',
    refused: '-',
    unknown: 'unknown',
    lost: '-',
  },
};

const cells = Object.values(EVENTS).flatMap((event) =>
  RUN_STATES.map((state) => ({ event, type: event.type, state, next: MATRIX[event.type][state] })),
);

test.each(cells)('$type on $state: $next', ({ event, state, next }) => {
  const before = record(state);
  const after = transition(before, event);
  expect(isAllowed(before, event.type)).toBe(next !== '-');
  // The same object, where the event means nothing.
  expect(after === before).toBe(next === '-');
  expect(after.state).toBe(next === '-' ? state : next);
});

test('the only step back is to the queue, on proof', () => {
  const back = cells.filter(({ next, state }) => next === 'queued' && state !== 'queued');
  expect(new Set(back.map(({ type }) => type))).toEqual(new Set(['requeue']));
});

test('terminal states are those from which nothing follows by itself', () => {
  expect(RUN_STATES.filter(isTerminal)).toEqual(['done', 'failed', 'refused', 'lost']);
});

describe('what each event writes', () => {
  test('a hold says until when and why a launch waits, and touches nothing else', () => {
    const before = record('queued', { attempts: [attempt('record-1', NOW)] });
    const after = transition(before, EVENTS.hold);
    expect(after).toEqual({
      ...before,
      notBefore: EVENTS.hold.notBefore,
      waits: before.waits + 1,
      failure: EVENTS.hold.failure,
    });
    expect(after.attempts).toBe(before.attempts);
  });

  test('send: the attempt, before anything leaves', () => {
    const after = transition(record('queued', { notBefore: NOW }), EVENTS.send);
    expect(after).toMatchObject({ attempts: [EVENTS.send.attempt], notBefore: null });
  });

  test('a second attempt is added to the first, which stays', () => {
    const again = transition(record('queued', { attempts: [attempt('record-1', NOW, NOW)] }), EVENTS.send);
    expect(again.attempts.map(({ key }) => key)).toEqual(['record-1', 'attempt-2']);
  });

  test('requeue: settles the attempt, keeps the wait, and puts it first where the table says so', () => {
    const after = transition(record('sending'), EVENTS.requeue);
    expect(after).toMatchObject({ notBefore: AT + 60_000, position: 0, waits: 1 });
    expect(after.attempts[0]?.settledAt).toBe(AT);
    const last = transition(record('sending'), { ...EVENTS.requeue, first: false });
    expect(last.position).toBe(NOW);
  });

  test('lose: ends it when it was first missed, and no second time', () => {
    const lost = transition(record('running'), EVENTS.lose);
    expect(lost.endedAt).toBe(AT);
    const later = { ...EVENTS.lose, failure: failureOf('result-missing', AT + 60_000) };
    expect(transition(lost, later)).toMatchObject({ endedAt: AT, failure: { at: AT + 60_000 } });
  });

  test('recall: the last attempt is under way after all, and no other one is made', () => {
    const requeued = record('queued', { attempts: [attempt('record-1', NOW, NOW)], notBefore: AT });
    const after = transition(requeued, EVENTS.recall);
    expect(after).toMatchObject({ state: 'sending', notBefore: null, attempts: [attempt('record-1', NOW)] });
  });

  test('done: whole progress, an end, and no failure left over', () => {
    const after = transition(
      record('running', { failure: failureOf('update-delayed'), pollFailures: 3 }),
      EVENTS.done,
    );
    expect(after).toMatchObject({
      progress: 100,
      endedAt: AT,
      failure: null,
      pollFailures: 0,
      checkedAt: AT,
    });
  });

  test('a good answer keeps the link where it names none', () => {
    expect(transition(record('running'), { type: 'progress', at: AT, progress: 5 }).self).toBe(SELF);
  });

  test('a found run has not ended any more', () => {
    expect(transition(record('lost'), EVENTS.progress)).toMatchObject({ state: 'running', endedAt: null });
  });

  test('evidence brings back a launch that the operator treated as not started', () => {
    const released = transition(record('unknown'), EVENTS.release);
    expect(released.released).toBe(true);
    expect(transition(released, EVENTS.progress)).toMatchObject({ state: 'running', released: false });
  });

  test('movedAt is when progress was last seen to move', () => {
    const first = transition(record('running', { progress: 30, movedAt: NOW }), EVENTS.progress);
    expect(first.movedAt).toBe(NOW);
    expect(transition(first, { ...EVENTS.progress, progress: 31 }).movedAt).toBe(AT);
  });
});

const eventArb: fc.Arbitrary<RunEvent> = fc.oneof(
  fc.constantFrom(...Object.values(EVENTS)),
  fc
    .option(fc.double({ min: -50, max: 250, noNaN: true }))
    .map((progress): RunEvent => ({ type: 'progress', at: AT, self: SELF, progress })),
);

test('over any history: shown progress never falls, attempts are only added, and the request never changes', () => {
  fc.assert(
    fc.property(fc.constantFrom(...RUN_STATES), fc.array(eventArb, { maxLength: 25 }), (state, events) => {
      let current: RunRecord = record(state);
      for (const event of events) {
        const next = transition(current, event);
        expect(next.progress).toBeGreaterThanOrEqual(current.progress);
        expect(next.progress).toBeLessThanOrEqual(
          next.state === 'done' || current.progress === 100 ? 100 : 99,
        );
        expect(next.attempts.slice(0, current.attempts.length).map(({ key }) => key)).toEqual(
          current.attempts.map(({ key }) => key),
        );
        expect(next.attempts.length - current.attempts.length).toBe(
          event.type === 'send' && current.state === 'queued' ? 1 : 0,
        );
        expect([next.id, next.target, next.body, next.keyId]).toEqual([
          current.id,
          current.target,
          current.body,
          current.keyId,
        ]);
        current = next;
      }
    }),
  );
});
