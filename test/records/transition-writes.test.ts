// @vitest-environment node
// What an event writes into a record, field by field, where transition.test.ts looks at the states.
import { describe, expect, test } from 'vitest';
import { createMemoryStore } from '#src/records/memory-store.ts';
import type { RunState } from '#src/records/record.ts';
import { takeFor } from '#src/records/take.ts';
import { isAllowed, transition } from '#src/records/transition.ts';
import type { RunEventType } from '#src/records/transition.ts';
import { attempt, failureOf, MINUTE, NOW, record } from '../support/records.ts';
import { SELF } from '../support/replies.ts';

const AT = NOW + 5_000;
const fault = failureOf('update-delayed', AT);

describe('a launch of another browser', () => {
  test.each<[RunEventType, RunState]>([
    ['send', 'queued'],
    ['recall', 'queued'],
    ['requeue', 'sending'],
    ['requeue', 'unknown'],
  ])('is never sent here: no “%s” where it is %s', (type, state) => {
    const own = record(state, { attempts: [attempt('record-1')] });
    expect(isAllowed(own, type)).toBe(true);
    expect(isAllowed({ ...own, origin: 'elsewhere' }, type)).toBe(false);
  });

  test('is followed as any other', () => {
    expect(isAllowed(record('unknown', { origin: 'elsewhere' }), 'progress')).toBe(true);
    expect(isAllowed(record('running', { origin: 'elsewhere' }), 'done')).toBe(true);
  });
});

describe('the length of a run', () => {
  const tookMs = (checkedAt: number | null, at: number) =>
    transition(record('running', { checkedAt }), { type: 'done', at, self: SELF, summary: null }).tookMs;

  test('is known where the end was seen within a minute of the last look', () => {
    expect(tookMs(NOW + 10 * MINUTE, NOW + 11 * MINUTE)).toBe(11 * MINUTE);
  });

  test('is not known where nobody looked for longer', () => {
    expect(tookMs(NOW + 10 * MINUTE, NOW + 11 * MINUTE + 1)).toBeNull();
  });

  test('counts from the launch where nobody has looked yet', () => {
    expect(tookMs(null, NOW + 40_000)).toBe(40_000);
    expect(tookMs(null, NOW + 2 * MINUTE)).toBeNull();
  });
});

describe('attempts', () => {
  const first = attempt('record-1', NOW, NOW + 1_000);

  test('only the last one is settled, and only once', () => {
    const open = record('sending', { attempts: [attempt('record-1'), attempt('attempt-2')] });
    const refused = transition(open, { type: 'refuse', at: AT, failure: fault });
    expect(refused.attempts.map(({ settledAt }) => settledAt)).toEqual([null, AT]);
    const doubted = record('unknown', { attempts: [first] });
    const again = transition(doubted, { type: 'doubt', at: AT, failure: fault });
    expect(again.attempts).toEqual([first]);
  });

  test('only the last one is taken up again', () => {
    const settled = record('queued', { attempts: [first, attempt('attempt-2', NOW, AT)] });
    const recalled = transition(settled, { type: 'recall' });
    expect(recalled.attempts.map(({ settledAt }) => settledAt)).toEqual([first.settledAt, null]);
  });
});

test('hold: when it may go on, why it waits, and one wait more', () => {
  const failure = failureOf('not-sent', AT);
  const once = transition(record(), { type: 'hold', notBefore: AT + 5_000, failure });
  expect(once).toMatchObject({ state: 'queued', notBefore: AT + 5_000, waits: 1, failure });
  expect(transition(once, { type: 'hold', notBefore: AT + 9_000, failure }).waits).toBe(2);
});

test('the first good answer is when progress was first seen to move, also at nothing', () => {
  const running = transition(record('sending'), { type: 'progress', at: AT, self: SELF, progress: 0 });
  expect(running).toMatchObject({ progress: 0, movedAt: AT });
});

describe('a poll that brought nothing', () => {
  const failed = (stops: boolean, missing: boolean) =>
    ({ type: 'poll-failed', failure: fault, stops, missing }) as const;

  test('counts, and goes on or stops as it was told', () => {
    const after = transition(record('running', { pollFailures: 2 }), failed(false, false));
    expect(after).toMatchObject({ pollFailures: 3, polling: 'on', missingSince: null, failure: fault });
    expect(transition(after, failed(true, false))).toMatchObject({ pollFailures: 4, polling: 'stopped' });
  });

  test('keeps since when the run was missing, whatever comes in between', () => {
    const missed = transition(record('running'), failed(false, true));
    expect(missed.missingSince).toBe(AT);
    const later = { ...failed(false, true), failure: failureOf('result-missing', AT + MINUTE) };
    expect(transition(transition(missed, failed(false, false)), later).missingSince).toBe(AT);
  });
});

describe('what the operator says', () => {
  test('pause and lose stop the polls; resume takes them up as if nothing had failed', () => {
    const troubled = record('running', { waits: 3, pollFailures: 4, missingSince: NOW });
    const paused = transition(troubled, { type: 'pause' });
    expect(paused).toEqual({ ...troubled, polling: 'stopped' });
    expect(transition(paused, { type: 'resume' })).toEqual({
      ...troubled,
      polling: 'on',
      waits: 0,
      pollFailures: 0,
      missingSince: null,
    });
    const lost = transition(troubled, { type: 'lose', failure: fault });
    expect(lost.polling).toBe('stopped');
  });

  test('slower updates and Send now are written down', () => {
    expect(transition(record('running'), { type: 'slow-down' }).slower).toBe(true);
    const waiting = record('queued', { confirmed: false });
    expect(transition(waiting, { type: 'confirm' }).confirmed).toBe(true);
  });
});

test('an answer about a record that was never sent is taken as long as it still was not', async () => {
  const queued = record();
  const store = createMemoryStore([queued]);
  const event = { type: 'hold', notBefore: AT, failure: fault } as const;
  expect(await takeFor(store, queued, event, AT)).toMatchObject({ notBefore: AT, ignored: [] });
  const sent = record('queued', { id: 'record-2', attempts: [attempt('record-2')] });
  const other = createMemoryStore([sent]);
  expect(await takeFor(other, { ...sent, attempts: [] }, event, AT)).toMatchObject({
    notBefore: null,
    ignored: [{ type: 'hold' }],
  });
});
