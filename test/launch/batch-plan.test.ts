// @vitest-environment node
// What one press launches, and what of it the desk has already.
import { describe, expect, test } from 'vitest';
import { planLaunches, sentBy } from '#src/launch/batch-plan.ts';
import type { PlanFacts } from '#src/launch/batch-plan.ts';
import { companionOf } from '#src/launch/compare-request.ts';
import { launchesOf, PLAN_NOW, recordOf } from '#test/support/launch-plan.ts';

const FACTS: PlanFacts = {
  compare: false,
  preset: 'last-month',
  weekStart: 1,
  records: [],
  now: PLAN_NOW,
  keys: new Set(['k']),
};
const all = launchesOf('mailbox=mb_1&mailbox=mb_2&mailbox=mb_3&range=last-month&by=day');
const starts = (facts: PlanFacts) =>
  sentBy(planLaunches(all, facts)).map(
    ({ mailbox, request }) => `${mailbox.mailboxName} ${String(request.parameters['start']).slice(0, 7)}`,
  );

describe('one press', () => {
  test('launches a run for each mailbox, in the order in which they were chosen', () => {
    expect(starts(FACTS)).toEqual(['Sales 2026-02', 'Support 2026-02', 'Orders 2026-02']);
  });

  test('with the period before: a second one for each, after its own', () => {
    expect(starts({ ...FACTS, compare: true })).toEqual([
      'Sales 2026-02',
      'Sales 2026-01',
      'Support 2026-02',
      'Support 2026-01',
      'Orders 2026-02',
      'Orders 2026-01',
    ]);
  });

  test('names what the desk has already, mailbox by mailbox', () => {
    const records = [recordOf(all[0], 'r1', { state: 'queued' })];
    const plan = planLaunches(all, { ...FACTS, records });
    expect(plan.map(({ duplicate }) => duplicate?.kind)).toEqual(['waiting', undefined, undefined]);
  });
});

describe('a run of the period before that the desk has', () => {
  const before = companionOf(all[0], FACTS);
  if (before.kind !== 'ready') throw new Error(before.why);
  const summary = { total: 1, firstPage: 1, more: false };
  const done = { state: 'done', attempts: [], endedAt: PLAN_NOW } as const;
  const planned = (changes: Parameters<typeof recordOf>[2], keys = FACTS.keys) =>
    planLaunches([all[0]], {
      ...FACTS,
      keys,
      compare: true,
      records: [recordOf(before.launch, 'r0', changes)],
    });

  test('is compared with, and takes no slot', () => {
    for (const changes of [
      { state: 'queued' },
      { state: 'running' },
      { state: 'unknown' },
      { ...done, summary: { ...summary, cutoff: null } },
    ] as const) {
      const plan = planned(changes);
      expect(plan[0]?.present?.id).toBe('r0');
      expect(sentBy(plan)).toHaveLength(1);
    }
  });

  test.each<[string, Parameters<typeof recordOf>[2], ReadonlySet<string>]>([
    [
      'whose last period was still open',
      { ...done, summary: { ...summary, cutoff: '2026-01-20T00:00:00Z' } },
      FACTS.keys,
    ],
    ['that only another key can read', { ...done, summary: { ...summary, cutoff: null } }, new Set()],
    ['that failed', { state: 'failed' }, FACTS.keys],
  ])('is launched anew where there is only one %s', (_, changes, keys) => {
    const plan = planned(changes, keys);
    expect(plan[0]?.present).toBeNull();
    expect(sentBy(plan)).toHaveLength(2);
  });
});
