// The watcher through a real client, store and React Query; gateway and API are a function that each test drives.
import { focusManager } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { pollDelay } from '#src/runs/poll-plan.ts';
import type { RunRecord } from '#src/records/record.ts';
import { createWatcher } from '#src/runs/watcher.ts';
import type { Watcher } from '#src/runs/watcher.ts';
import { failureOf, HOUR, KEY, MINUTE, NOW, record } from '../support/records.ts';
import { deskResponse, errorBody, runBody, SELF } from '../support/replies.ts';
import { heldResponse, settle, testDesk } from '../support/run-environment.ts';
import type { TestDesk, Upstream } from '../support/run-environment.ts';

let open: { desk: TestDesk; watcher: Watcher }[] = [];

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
});
afterEach(() => {
  for (const { desk, watcher } of open) {
    watcher.stop();
    desk.close();
  }
  open = [];
  focusManager.setFocused(undefined);
  vi.useRealTimers();
});

/** A tab whose watcher follows every change, as the desk does it. */
async function openTab(records: readonly RunRecord[], upstream: Upstream) {
  const desk = await testDesk({ upstream });
  for (const given of records) await desk.store.add(given);
  await settle();
  const watcher = createWatcher(desk.environment);
  open.push({ desk, watcher });
  const { environment } = desk;
  environment.records.subscribe(() => watcher.sync());
  environment.status.subscribe(() => watcher.sync());
  environment.config.subscribe(() => watcher.sync());
  watcher.sync();
  return { desk, watcher };
}

const running: Upstream = () => deskResponse(200, runBody({ progress: 0 }));
const stateOf = async (desk: TestDesk, id = 'record-1') => (await desk.store.get(id))?.state;
const seconds = (desk: TestDesk) => desk.calls.map(({ at }) => Math.round((at - NOW) / 1_000));

/** A run that was launched `ms` ago and asked about just now. */
function aged(ms: number, changes: Partial<RunRecord> = {}): RunRecord {
  const given = record('running', { checkedAt: NOW, ...changes });
  return { ...given, attempts: given.attempts.map((one) => ({ ...one, sentAt: NOW - ms })) };
}

/** Answers in turn; the last one again and again. */
function answers(...given: (() => Response)[]): Upstream {
  let count = 0;
  return () => given[Math.min(count++, given.length - 1)]?.();
}

describe('a run', () => {
  test('is asked about at its own link with its own key, at the planned times', async () => {
    const { desk } = await openTab([record('running', { keyId: KEY })], running);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(desk.calls[0]).toMatchObject({ method: 'GET', target: SELF, headers: { 'desk-key': KEY } });
    const first = pollDelay({ progress: 0, elapsedMs: 0, stalledMs: 0, visible: true });
    const second = pollDelay({ progress: 0, elapsedMs: first, stalledMs: first, visible: true });
    expect((desk.calls[0]?.at ?? 0) - NOW).toBeCloseTo(first, -2);
    expect((desk.calls[1]?.at ?? 0) - (desk.calls[0]?.at ?? 0)).toBeCloseTo(second, -2);
    expect(desk.calls.length).toBeGreaterThan(3);
  });

  test('says how old a shared answer may be, and counts its age towards the next wait', async () => {
    const shared = () => deskResponse(200, runBody({ progress: 0 }), { Age: '4' });
    const { desk } = await openTab([aged(10 * MINUTE)], shared);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(desk.calls[0]?.headers['cache-control']).toBe('max-age=14');
    const gaps = seconds(desk).map((at, index, all) => at - (all[index - 1] ?? 0));
    expect(gaps.slice(0, 4)).toEqual([14, 10, 10, 10]);
  });

  test('goes on being asked about where an answer is as old as the wait, or older', async () => {
    const { desk } = await openTab([record('running')], () =>
      deskResponse(200, runBody({ progress: 0 }), { Age: '3600' }),
    );
    await vi.advanceTimersByTimeAsync(10_000);
    expect(desk.calls.length).toBeGreaterThan(5);
    expect(desk.calls.length).toBeLessThan(30);
  });

  test.each([
    ['done', () => deskResponse(200, runBody({ status: 'done' })), 'done'],
    ['failed', () => deskResponse(200, runBody({ status: 'error' })), 'failed'],
  ])('is not asked about any more once it is %s', async (_name, end, state) => {
    const { desk } = await openTab(
      [record('running')],
      answers(() => deskResponse(200, runBody()), end),
    );
    await vi.advanceTimersByTimeAsync(HOUR);
    expect(await stateOf(desk)).toBe(state);
    expect(desk.calls).toHaveLength(2);
  });

  test('is lost after two 404s a minute apart, and not asked about any more', async () => {
    const { desk } = await openTab([record('running')], () => deskResponse(404, errorBody('404')));
    await vi.advanceTimersByTimeAsync(HOUR);
    expect(await stateOf(desk)).toBe('lost');
    expect(desk.calls).toHaveLength(2);
    expect((desk.calls[1]?.at ?? 0) - (desk.calls[0]?.at ?? 0)).toBeGreaterThanOrEqual(MINUTE);
  });

  test('is asked about to its end by one poller, however often the records change', async () => {
    const { desk, watcher } = await openTab([record('running')], running);
    for (let count = 0; count < 20; count += 1) {
      await desk.store.update('record-1', (current) => ({ ...current, keyLabel: `label ${count}` }));
      watcher.sync();
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(desk.calls).toHaveLength(1);
  });

  test('of 24 hours ago is asked once more at most', async () => {
    const { desk } = await openTab([aged(24 * HOUR - 5 * MINUTE)], running);
    await vi.advanceTimersByTimeAsync(5 * MINUTE);
    const before = desk.calls.length;
    expect(before).toBeGreaterThan(10);
    desk.setUpstream(() => deskResponse(404, errorBody('404')));
    await vi.advanceTimersByTimeAsync(HOUR);
    expect(desk.calls.length - before).toBeLessThanOrEqual(1);
    expect(await stateOf(desk)).toBe('running');
  });
});

describe('nothing is asked', () => {
  test.each<[string, RunRecord]>([
    ['queued', record('queued')],
    ['sending', record('sending')],
    ['unknown', record('unknown')],
    ['done', record('done')],
    ['failed', record('failed')],
    ['refused', record('refused')],
    ['lost', record('lost')],
    ['running without a link', record('running', { self: null })],
    ['running, polls stopped', record('running', { polling: 'stopped' })],
    ['running under a key that is not loaded', record('running', { keyId: 'key-9' })],
  ])('about a record that is %s', async (_name, given) => {
    const { desk } = await openTab([given], running);
    await vi.advanceTimersByTimeAsync(5 * MINUTE);
    expect(desk.calls).toEqual([]);
  });

  test('once the watcher has stopped', async () => {
    const { desk, watcher } = await openTab([record('running')], running);
    watcher.stop();
    desk.setVisible(true);
    await vi.advanceTimersByTimeAsync(5 * MINUTE);
    expect(desk.calls).toEqual([]);
  });
});

describe('an answer that brings nothing new', () => {
  test('a failing server is asked again after 5, 10, 20 … s, by one call each', async () => {
    const { desk } = await openTab([record('running', { checkedAt: NOW - HOUR })], () =>
      deskResponse(503, errorBody('503')),
    );
    await vi.advanceTimersByTimeAsync(80_000);
    const gaps = seconds(desk).map((at, index, all) => at - (all[index - 1] ?? at));
    expect(gaps).toEqual([0, 5, 10, 20, 40]);
    expect(await desk.store.get('record-1')).toMatchObject({
      state: 'running',
      failure: { kind: 'update-delayed' },
    });
  });

  test('Retry-After: 0 does not end polling', async () => {
    const { desk } = await openTab(
      [record('running')],
      answers(
        () => deskResponse(429, errorBody('desk-budget'), { 'Retry-After': '0' }),
        () => deskResponse(200, runBody({ status: 'done' })),
      ),
    );
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await stateOf(desk)).toBe('done');
  });

  test('an endless Retry-After is waited for an hour, not asked in a loop', async () => {
    const { desk } = await openTab([record('running')], () =>
      deskResponse(429, errorBody('429'), { 'Retry-After': '9999999999' }),
    );
    await vi.advanceTimersByTimeAsync(59 * MINUTE);
    expect(desk.calls).toHaveLength(1);
  });

  test('a wait from before a reload is kept', async () => {
    const failure = failureOf('rate-limited', NOW, { retryAt: NOW + MINUTE });
    const { desk } = await openTab([record('running', { checkedAt: NOW - HOUR, failure })], running);
    await vi.advanceTimersByTimeAsync(59_000);
    expect(desk.calls).toEqual([]);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(desk.calls).toHaveLength(1);
  });

  test('a 401 pauses the runs of that key only, until it is resumed', async () => {
    const runs = [
      record('running', { id: 'a' }),
      record('running', { id: 'b', keyId: 'key-2', self: `${SELF}&b` }),
    ];
    const { desk } = await openTab(runs, ({ headers }) =>
      headers['desk-key'] === KEY
        ? deskResponse(401, errorBody('401'))
        : deskResponse(200, runBody({ progress: 0 })),
    );
    desk.configure({ keys: [KEY, 'key-2'].map((id) => ({ id, label: id, source: 'entered' as const })) });
    await desk.environment.config.refresh();
    await vi.advanceTimersByTimeAsync(MINUTE);
    const ofKey = (id: string) => desk.calls.filter(({ headers }) => headers['desk-key'] === id).length;
    expect(ofKey(KEY)).toBe(1);
    expect(ofKey('key-2')).toBeGreaterThan(3);
    expect(await desk.store.get('a')).toMatchObject({
      state: 'running',
      polling: 'on',
      failure: { kind: 'key-refused' },
    });
    desk.setUpstream(running);
    desk.environment.status.resumeKey(KEY);
    await vi.advanceTimersByTimeAsync(MINUTE);
    expect(ofKey(KEY)).toBeGreaterThan(3);
    expect((await desk.store.get('a'))?.failure).toBeNull();
  });

  test('signed out: all runs wait, and go on after the log-in', async () => {
    const { desk } = await openTab(
      [record('running')],
      answers(
        () => deskResponse(401, errorBody('desk-login-required')),
        () => deskResponse(200, runBody({ progress: 0 })),
      ),
    );
    await vi.advanceTimersByTimeAsync(10 * MINUTE);
    expect(desk.calls).toHaveLength(1);
    desk.environment.status.setSignedOut(false);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(desk.calls.length).toBeGreaterThan(1);
    expect((await desk.store.get('record-1'))?.failure).toBeNull();
  });

  test('a key that the gateway has lost is read anew', async () => {
    const { desk } = await openTab([record('running')], () =>
      deskResponse(401, errorBody('desk-key-unknown')),
    );
    desk.configure({ keys: [] });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(desk.environment.config.current()?.keys).toEqual([]);
    expect(desk.calls).toHaveLength(1);
  });
});

describe('Check now', () => {
  test('asks past the shared answer, and the schedule goes on from there', async () => {
    const { desk, watcher } = await openTab([aged(10 * MINUTE)], running);
    const asked = watcher.check('record-1');
    await settle();
    await asked;
    expect(desk.calls[0]?.headers['cache-control']).toBe('max-age=0');
    await vi.advanceTimersByTimeAsync(13_500);
    expect(desk.calls).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(desk.calls).toHaveLength(2);
    expect(desk.calls[1]?.headers['cache-control']).not.toBe('max-age=0');
  });

  test('shares the request that is under way', async () => {
    const held = heldResponse();
    const { desk, watcher } = await openTab([record('running')], () => held.response);
    const asked = [watcher.check('record-1'), watcher.check('record-1')];
    await settle();
    held.give(deskResponse(200, runBody()));
    await settle();
    await Promise.all(asked);
    expect(desk.calls).toHaveLength(1);
  });

  test('finds a lost run again, which is followed from then on', async () => {
    const { desk, watcher } = await openTab([record('lost')], running);
    const asked = watcher.check('record-1');
    await settle();
    await asked;
    expect(await stateOf(desk)).toBe('running');
    await desk.store.update('record-1', (current) => ({ ...current, polling: 'on' }));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(desk.calls.length).toBeGreaterThan(1);
  });

  test('of a record that is not there, or has no link, asks nothing', async () => {
    const { desk, watcher } = await openTab([record('unknown')], running);
    await Promise.all([watcher.check('nobody'), watcher.check('record-1')]);
    expect(desk.calls).toEqual([]);
  });
});

describe('a tab that nobody looks at', () => {
  async function hidden(given: RunRecord, upstream: Upstream = running) {
    const tab = await openTab([], upstream);
    tab.desk.setVisible(false);
    // What React Query makes of a hidden page.
    focusManager.setFocused(false);
    await tab.desk.store.add(given);
    await settle();
    return tab;
  }

  test('asks less often, but to the end', async () => {
    const { desk } = await hidden(aged(10 * MINUTE));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(seconds(desk)).toEqual([28, 56]);
  });

  test('asks once about what is due when it is looked at again', async () => {
    const { desk } = await hidden(aged(10 * MINUTE));
    await vi.advanceTimersByTimeAsync(20_000);
    expect(desk.calls).toHaveLength(0);
    desk.setVisible(true);
    await settle();
    expect(desk.calls).toHaveLength(1);
    desk.setVisible(false);
    desk.setVisible(true);
    await settle();
    expect(desk.calls).toHaveLength(1);
  });

  test('asks at the time of a visible tab from then on where nothing is due yet', async () => {
    const { desk } = await hidden(aged(10 * MINUTE));
    await vi.advanceTimersByTimeAsync(5_000);
    desk.setVisible(true);
    await vi.advanceTimersByTimeAsync(8_500);
    expect(desk.calls).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(desk.calls).toHaveLength(1);
  });

  test('keeps to a time that the server gave, also when it is looked at again', async () => {
    const failure = failureOf('rate-limited', NOW, { retryAt: NOW + 2 * MINUTE });
    const { desk } = await hidden(aged(10 * MINUTE, { checkedAt: NOW - HOUR, failure }));
    desk.setVisible(true);
    await vi.advanceTimersByTimeAsync(MINUTE);
    expect(desk.calls).toHaveLength(0);
  });

  test('asks once about what is due when the desk’s clock jumps', async () => {
    const { desk } = await openTab([aged(10 * MINUTE)], running);
    await settle();
    desk.environment.clock.observe(Date.now() + HOUR);
    await settle();
    expect(desk.calls).toHaveLength(1);
  });
});
