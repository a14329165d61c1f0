// @vitest-environment node
// The budget where it is tight: who comes first, who is told when, and what is left behind by those who were answered.
import { getEventListeners } from 'node:events';
import { describe, expect, test } from 'vitest';
import { createBudget, MAX_WAITING } from '#src/upstream/budget.ts';
import type { Budget, BudgetAnswer } from '#src/upstream/budget.ts';
import { createSlidingLog, WINDOW_MS } from '#src/upstream/sliding-log.ts';
import type { BudgetClass } from '#src/upstream/sliding-log.ts';
import { createClock, settle } from '../gateway/desk.ts';

const never = new AbortController().signal;

/** A budget whose own clock can be moved apart from the time in which waits pass. */
function setUp(limit: number) {
  const clock = createClock();
  let ahead = 0;
  let stoodAt: number | null = null;
  let waits = 0;
  const budget = createBudget({
    limit,
    now: () => stoodAt ?? clock.now() + ahead,
    sleep: async (ms, signal) => {
      waits += 1;
      try {
        await clock.sleep(ms, signal);
      } finally {
        waits -= 1;
      }
    },
  });
  return {
    clock,
    budget,
    /** Alarms that are set. */
    waits: () => waits,
    jump: (ms: number) => (ahead += ms),
    stop: () => (stoodAt = clock.now() + ahead),
  };
}

async function take(budget: Budget): Promise<void> {
  const answer = await budget.acquire('read', never);
  if (answer.kind !== 'granted') throw new Error(`not granted: ${answer.kind}`);
  answer.grant.settle();
}

/** Asks, and notes the answer when it is there. */
function ask(budget: Budget, cls: BudgetClass, signal: AbortSignal = never): { answer: BudgetAnswer | null } {
  const asked: { answer: BudgetAnswer | null } = { answer: null };
  void budget.acquire(cls, signal).then((answer) => (asked.answer = answer));
  return asked;
}

describe('who waits', () => {
  test('gets a turn in the order of coming, one class after the other', async () => {
    const { budget, clock } = setUp(3);
    for (let time = 0; time < 3; time += 1) await take(budget);
    await clock.advance(55_000);
    const order: string[] = [];
    const enter = (name: string, cls: BudgetClass) =>
      void budget.acquire(cls, never).then(({ kind }) => order.push(`${name} ${kind}`));
    enter('first read', 'read');
    enter('first launch', 'launch');
    enter('second launch', 'launch');
    await clock.advance(5_001);
    expect(order).toEqual(['first launch granted', 'second launch granted', 'first read granted']);
  });

  test('is told when overtaken that there is no turn in time, and when to come back', async () => {
    const { budget, clock } = setUp(1);
    await take(budget);
    await clock.advance(55_000);
    const read = ask(budget, 'read');
    ask(budget, 'launch');
    await settle();
    expect(read.answer).toEqual({ kind: 'refused', retryAfterMs: WINDOW_MS + 1 });
  });

  test('may wait for ten seconds to the millisecond', async () => {
    const { budget, clock } = setUp(1);
    await take(budget);
    await clock.advance(50_001);
    const read = ask(budget, 'read');
    await clock.advance(9_999);
    expect(read.answer).toBeNull();
  });

  test('is not overtaken by who comes just when the clock has moved on', async () => {
    const { budget, clock, jump } = setUp(1);
    await take(budget);
    await clock.advance(55_000);
    const first = ask(budget, 'read');
    jump(6_000);
    expect(await budget.acquire('read', never)).toMatchObject({ kind: 'refused' });
    budget.wake();
    await settle();
    expect(first.answer).toMatchObject({ kind: 'granted' });
  });

  test('waits no longer than ten seconds, though the clock may stand still', async () => {
    const { budget, clock, stop, waits } = setUp(1);
    await take(budget);
    await clock.advance(55_000);
    stop();
    const read = ask(budget, 'read');
    await clock.advance(9_999);
    expect(read.answer).toBeNull();
    await clock.advance(1);
    expect(read.answer).toEqual({ kind: 'refused', retryAfterMs: 5_001 });
    await clock.advance(20_000);
    expect(waits()).toBe(0);
  });

  test('goes on at once when somebody gives a turn back', async () => {
    const { budget, clock } = setUp(2);
    await take(budget);
    await clock.advance(55_000);
    const open = await budget.acquire('read', never);
    const waiting = ask(budget, 'read');
    await settle();
    expect(waiting.answer).toBeNull();
    if (open.kind === 'granted') open.grant.withdraw();
    await settle();
    expect(waiting.answer).toMatchObject({ kind: 'granted' });
  });

  test('leaves no alarm and no listener behind once answered', async () => {
    const { budget, clock, waits } = setUp(1);
    await take(budget);
    await clock.advance(55_000);
    const { signal } = new AbortController();
    const waiting = ask(budget, 'read', signal);
    expect(getEventListeners(signal, 'abort')).toHaveLength(1);
    await clock.advance(5_001);
    expect(waiting.answer).toMatchObject({ kind: 'granted' });
    expect(getEventListeners(signal, 'abort')).toEqual([]);
    await clock.advance(1);
    expect(waits()).toBe(0);
  });
});

describe('who does not', () => {
  test('who has left already is not counted', async () => {
    const { budget } = setUp(1);
    expect(await budget.acquire('launch', AbortSignal.abort())).toEqual({ kind: 'left' });
    expect(budget.used()).toBe(0);
  });

  test('who could not have a turn anyway is told so, however many wait', async () => {
    const { budget, clock } = setUp(1_000);
    for (let at = 0; at < 1_000; at += 1) await take(budget);
    await clock.advance(55_000);
    for (let at = 0; at < MAX_WAITING; at += 1) ask(budget, 'read');
    expect(await budget.acquire('poll', never)).toEqual({ kind: 'refused', retryAfterMs: 5_001 });
  });
});

describe('after a 429 of the API', () => {
  test('who waits is told at once that the gate is closed', async () => {
    const { budget, clock } = setUp(1);
    await take(budget);
    await clock.advance(55_000);
    const read = ask(budget, 'read');
    budget.limited(null);
    await settle();
    expect(read.answer).toEqual({ kind: 'refused', retryAfterMs: 60_000 });
  });

  test('an answer that was on its way when the gate closed does not end the row', async () => {
    const { budget, clock } = setUp(10);
    budget.limited(null);
    budget.accepted();
    await clock.advance(60_000);
    expect(budget.state()).toEqual({ left: 10, moreInMs: 0 });
    budget.limited(null);
    expect(budget.state().moreInMs).toBe(120_000);
  });
});

test('a reset forgets what was counted and asked for, opens the gate, and lets go who waits', async () => {
  const { budget, clock } = setUp(2);
  const open = await budget.acquire('poll', never);
  await take(budget);
  budget.limited(null);
  await clock.advance(55_000);
  const waiting = ask(budget, 'read');
  await settle();
  expect(waiting.answer).toBeNull();
  budget.reset();
  await settle();
  expect(waiting.answer).toMatchObject({ kind: 'granted' });
  expect([budget.used(), budget.usedBy('poll'), budget.usedBy('read')]).toEqual([1, 0, 1]);
  if (open.kind === 'granted') open.grant.settle();
  expect(budget.used()).toBe(1);
  budget.limited(null);
  expect(budget.state().moreInMs).toBe(60_000);
});

describe('the log of the last minute', () => {
  function setUpLog() {
    let now = 1_000_000;
    const log = createSlidingLog(() => now);
    const add = (cls: BudgetClass = 'read') => log.settle(log.start(cls));
    return { log, add, pass: (ms: number) => (now += ms), now: () => now };
  }

  test('is free now where nothing counts', () => {
    const { log, add, pass, now } = setUpLog();
    expect(log.fallsTo(0)).toBe(now());
    add();
    expect(log.fallsTo(1)).toBe(now());
    pass(10);
    expect(log.fallsTo(0)).toBe(now() - 10 + WINDOW_MS + 1);
  });

  test('counts by class, also where nobody has asked in the meantime', () => {
    const { log, add, pass } = setUpLog();
    add('poll');
    pass(WINDOW_MS + 1);
    expect(log.usedBy('poll')).toBe(0);
  });

  test('keeps its order when the clock steps back', () => {
    const { log, add, pass, now } = setUpLog();
    add();
    const ends = now() + WINDOW_MS + 1;
    pass(-10_000);
    add();
    expect(log.fallsTo(0)).toBe(ends);
  });

  test('counts right after thousands have ended', () => {
    const { log, add, pass } = setUpLog();
    for (let count = 0; count < 1_500; count += 1) add('launch');
    pass(30_000);
    add('poll');
    pass(WINDOW_MS - 29_999);
    expect([log.used(), log.usedBy('launch'), log.usedBy('poll')]).toEqual([1, 0, 1]);
    add('launch');
    expect([log.used(), log.usedBy('launch'), log.usedBy('poll')]).toEqual([2, 1, 1]);
    log.clear();
    expect([log.used(), log.usedBy('launch')]).toEqual([0, 0]);
  });
});
