// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { createBudget, MAX_WAITING } from '#src/upstream/budget.ts';
import type { Budget, BudgetAnswer } from '#src/upstream/budget.ts';
import type { BudgetClass } from '#src/upstream/sliding-log.ts';
import { createClock, settle } from '../gateway/desk.ts';

function setUp(limit = 2) {
  const clock = createClock();
  const budget = createBudget({ limit, now: clock.now, sleep: clock.sleep });
  return { clock, budget };
}

const never = new AbortController().signal;

async function take(budget: Budget, cls: BudgetClass = 'read'): Promise<void> {
  const answer = await budget.acquire(cls, never);
  if (answer.kind !== 'granted') throw new Error(`not granted: ${answer.kind}`);
  answer.grant.settle();
}

describe('the request budget', () => {
  it('refuses what no turn can be found for within ten seconds, and says when there will be one', async () => {
    const { budget, clock } = setUp(2);
    await take(budget);
    await clock.advance(5_000);
    await take(budget);
    expect(await budget.acquire('read', never)).toEqual({ kind: 'refused', retryAfterMs: 55_001 });
  });

  it('lets a read wait for a turn that is less than ten seconds away', async () => {
    const { budget, clock } = setUp(1);
    await take(budget);
    await clock.advance(51_000);
    const waiting = budget.acquire('read', never);
    await clock.advance(9_000);
    let answer: BudgetAnswer | null = null;
    void waiting.then((value) => {
      answer = value;
    });
    await settle();
    expect(answer).toBeNull();
    await clock.advance(1);
    expect(answer).toMatchObject({ kind: 'granted' });
  });

  it.each(['poll', 'prefetch'] as const)('never lets a %s wait', async (cls) => {
    const { budget, clock } = setUp(1);
    await take(budget);
    await clock.advance(59_000);
    expect(await budget.acquire(cls, never)).toMatchObject({ kind: 'refused' });
  });

  it('gives the next turn to a launch before the reads that came earlier', async () => {
    const { budget, clock } = setUp(1);
    await take(budget);
    await clock.advance(55_000);
    const order: string[] = [];
    const enter = (cls: BudgetClass) =>
      void budget.acquire(cls, never).then((answer) => {
        order.push(`${cls} ${answer.kind}`);
        if (answer.kind === 'granted') answer.grant.settle();
      });
    enter('read');
    enter('launch');
    await clock.advance(5_001);
    // The read that was overtaken cannot have a turn in time any more, and is told so.
    expect(order).toEqual(['read refused', 'launch granted']);
  });

  it('counts a request for a minute after its answer, not after its start', async () => {
    const { budget, clock } = setUp(1);
    const first = await budget.acquire('launch', never);
    await clock.advance(40_000);
    if (first.kind === 'granted') first.grant.settle();
    await clock.advance(30_000);
    expect(await budget.acquire('poll', never)).toMatchObject({ kind: 'refused', retryAfterMs: 30_001 });
    await clock.advance(30_001);
    expect(await budget.acquire('poll', never)).toMatchObject({ kind: 'granted' });
  });

  it('never lets more through in any minute than the limit, whatever is asked for when', async () => {
    const { budget, clock } = setUp(5);
    const granted: number[] = [];
    const classes = ['launch', 'read', 'poll', 'prefetch'] as const;
    for (let step = 0; step < 400; step += 1) {
      void budget.acquire(classes[step % 4] ?? 'read', never).then((answer) => {
        if (answer.kind !== 'granted') return;
        granted.push(clock.now());
        answer.grant.settle();
      });
      await clock.advance((step * 7919) % 1500);
    }
    expect(granted.length).toBeGreaterThan(20);
    for (const at of granted) {
      expect(granted.filter((other) => other >= at && other <= at + 60_000).length).toBeLessThanOrEqual(5);
    }
  });

  it('gives a turn back that was not used', async () => {
    const { budget } = setUp(1);
    const first = await budget.acquire('launch', never);
    if (first.kind === 'granted') first.grant.withdraw();
    expect(budget.used()).toBe(0);
    expect(budget.usedBy('launch')).toBe(0);
    expect(await budget.acquire('poll', never)).toMatchObject({ kind: 'granted' });
  });

  it('drops a waiting request whose client leaves', async () => {
    const { budget, clock } = setUp(1);
    await take(budget);
    await clock.advance(55_000);
    const controller = new AbortController();
    const waiting = budget.acquire('launch', controller.signal);
    controller.abort();
    expect(await waiting).toEqual({ kind: 'left' });
    await clock.advance(10_000);
    expect(budget.used()).toBe(0);
  });

  it('turns away what comes when too many are waiting', async () => {
    const { budget, clock } = setUp(1000);
    for (let at = 0; at < 1000; at += 1) await take(budget);
    await clock.advance(55_000);
    const waiting = Array.from({ length: MAX_WAITING }, () => budget.acquire('read', never));
    expect(await budget.acquire('read', never)).toEqual({ kind: 'overloaded' });
    await clock.advance(10_000);
    for (const answer of await Promise.all(waiting)) expect(answer.kind).toBe('granted');
  });

  it('closes for everybody after a 429 of the API, for a minute at least', async () => {
    const { budget, clock } = setUp(100);
    budget.limited(5_000);
    expect(budget.state()).toEqual({ left: 0, moreInMs: 60_000 });
    expect(await budget.acquire('launch', never)).toEqual({ kind: 'refused', retryAfterMs: 60_000 });
    await clock.advance(60_000);
    expect(await budget.acquire('poll', never)).toMatchObject({ kind: 'granted' });
  });

  it('keeps the time that the API asks for when it is longer', () => {
    const { budget } = setUp(100);
    budget.limited(90_000);
    expect(budget.state().moreInMs).toBe(90_000);
  });

  it('waits longer after each 429 that follows another, and from the start after a success', async () => {
    const { budget, clock } = setUp(100);
    const waits: number[] = [];
    for (let time = 0; time < 5; time += 1) {
      budget.limited(null);
      // One that was on its way when the gate closed is not a further refusal.
      budget.limited(null);
      waits.push(budget.state().moreInMs);
      await clock.advance(budget.state().moreInMs);
    }
    expect(waits).toEqual([60_000, 120_000, 240_000, 300_000, 300_000]);
    budget.accepted();
    budget.limited(null);
    expect(budget.state().moreInMs).toBe(60_000);
  });

  it('says what is left and when there is more', async () => {
    const { budget, clock } = setUp(3);
    expect(budget.state()).toEqual({ left: 3, moreInMs: 0 });
    await take(budget, 'poll');
    await clock.advance(10_000);
    await take(budget, 'launch');
    expect(budget.state()).toEqual({ left: 1, moreInMs: 50_001 });
    expect([budget.usedBy('poll'), budget.usedBy('launch'), budget.usedBy('read')]).toEqual([1, 1, 0]);
    await clock.advance(50_001);
    expect(budget.used()).toBe(1);
    expect(budget.usedBy('poll')).toBe(0);
  });
});
