// What the engine does without being asked: after sleep, on return, online, and by the clock. Everything real but the network.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createDesk } from '#src/runs/desk.ts';
import type { Desk } from '#src/runs/desk.ts';
import { createMemoryStore } from '#src/records/memory-store.ts';
import type { RunRecord } from '#src/records/record.ts';
import type { RunStore } from '#src/records/store.ts';
import { attempt, HOUR, KEY, LEDGER, MINUTE, NOW, record } from '../support/records.ts';
import { deskResponse, errorBody, runBody, SELF } from '../support/replies.ts';
import { settle, testDesk } from '../support/run-environment.ts';
import type { TestDesk, TestOptions, Upstream } from '../support/run-environment.ts';
import { runState, submission, THEIRS } from '../support/submissions.ts';

let open: { desk: Desk; given: TestDesk }[] = [];
beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
});
afterEach(() => {
  for (const { desk, given } of open) {
    desk.stop();
    given.close();
  }
  open = [];
  vi.useRealTimers();
});

const running: Upstream = ({ method }) =>
  deskResponse(method === 'POST' ? 202 : 200, runBody({ progress: 0 }));

async function openDesk(records: readonly RunRecord[], options: TestOptions = {}) {
  const given = await testDesk({ upstream: running, ...options });
  for (const one of records) await given.store.add(one);
  let resume: () => void = () => undefined;
  const onResume = (listener: () => void) => {
    resume = listener;
    return () => {
      resume = () => undefined;
    };
  };
  const desk = createDesk({ ...given.environment, onResume });
  open.push({ desk, given });
  const started = desk.start();
  await settle();
  await started;
  return { desk, given, resume: () => resume() };
}

/** A store that keeps word of changes back, as from a tab that was frozen. */
function deafStore() {
  const store = createMemoryStore();
  let isDeaf = false;
  const deaf: RunStore = {
    ...store,
    subscribe: (listener) =>
      store.subscribe((ids) => {
        if (!isDeaf) listener(ids);
      }),
  };
  return {
    store: deaf,
    freeze: () => {
      isDeaf = true;
    },
    thaw: () => {
      isDeaf = false;
    },
  };
}

const CALL = { method: 'GET', headers: {}, body: null, at: 0 } as const;
const polls = (given: TestDesk) => given.sent('GET', SELF).length;
const shownState = (desk: Desk, id = 'record-1') => desk.environment.records.get(id)?.state;

describe('after sleep', () => {
  test('a timer that is late by more than two minutes reads everything again and asks about each run once', async () => {
    const { store, freeze, thaw } = deafStore();
    const { desk, given } = await openDesk([record('running'), record('done', { id: 'other' })], { store });
    await vi.advanceTimersByTimeAsync(10_000);
    freeze();
    await store.update('other', (current) => ({ ...current, state: 'lost' }));
    thaw();
    const [pollsBefore, listsBefore] = [polls(given), given.lists.length];
    vi.setSystemTime(Date.now() + HOUR);
    expect(shownState(desk, 'other')).toBe('done');
    await vi.advanceTimersByTimeAsync(5_010);
    expect(shownState(desk, 'other')).toBe('lost');
    expect(given.lists.length - listsBefore).toBe(1);
    expect(polls(given) - pollsBefore).toBeGreaterThanOrEqual(1);
    expect(polls(given) - pollsBefore).toBeLessThanOrEqual(2);
  });

  test('a timer that is late by less is no sleep', async () => {
    const { store, freeze, thaw } = deafStore();
    const { desk } = await openDesk([record('done')], { store });
    freeze();
    await store.update('record-1', (current) => ({ ...current, state: 'lost' }));
    thaw();
    vi.setSystemTime(Date.now() + 100_000);
    await vi.advanceTimersByTimeAsync(16_000);
    expect(shownState(desk)).toBe('done');
  });

  test.each(['done', 'lost'] as const)('a page that comes back shows what it missed: %s', async (state) => {
    const { store, freeze, thaw } = deafStore();
    const { desk, resume } = await openDesk([record('running')], { store });
    freeze();
    await store.update('record-1', (current) => ({ ...current, state }));
    thaw();
    resume();
    await settle();
    expect(shownState(desk)).toBe(state);
  });

  test('a page that comes back asks about a run whose poll is overdue once, and not about one that was just polled', async () => {
    const { given, resume } = await openDesk([record('running')]);
    await vi.advanceTimersByTimeAsync(MINUTE);
    const before = polls(given);
    resume();
    await settle();
    expect(polls(given)).toBe(before);
    vi.setSystemTime(Date.now() + HOUR);
    resume();
    resume();
    await settle();
    expect(polls(given)).toBe(before + 1);
  });

  test('storage that fails while it is read again costs nothing that was shown', async () => {
    const store = createMemoryStore();
    let fails = false;
    const broken: RunStore = {
      ...store,
      all: () => (fails ? Promise.reject(new DOMException('gone', 'UnknownError')) : store.all()),
    };
    const { desk, resume } = await openDesk([record('done')], { store: broken });
    fails = true;
    resume();
    await settle();
    expect(shownState(desk)).toBe('done');
  });
});

describe('what other browsers have launched is looked for', () => {
  test('at the start, every 15 seconds while somebody looks, on return, and not while nobody does', async () => {
    const { given } = await openDesk([]);
    expect(given.lists).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(MINUTE);
    expect(given.lists).toHaveLength(5);
    given.setVisible(false);
    await vi.advanceTimersByTimeAsync(MINUTE);
    expect(given.lists).toHaveLength(5);
    given.setVisible(true);
    await settle();
    expect(given.lists).toHaveLength(6);
  });

  test('when the browser is online again', async () => {
    const { given } = await openDesk([]);
    given.setOnline(false);
    given.setOnline(true);
    await settle();
    expect(given.lists).toHaveLength(2);
  });

  test('before each launch leaves, which then waits for the slots that are taken', async () => {
    const { desk, given } = await openDesk([]);
    given.list(['1', '2', '3'].map((digit) => submission({ id: THEIRS.replace(/^5/, digit) })));
    await desk.environment.store.add(record('queued', { id: 'mine' }));
    await settle();
    expect(given.sent('POST', '/')).toHaveLength(0);
    expect(await given.store.get('mine')).toMatchObject({ state: 'queued', attempts: [] });
    expect(await given.store.all()).toHaveLength(4);
  });

  test('and followed to its end here too, which lets the next launch go', async () => {
    const { desk, given } = await openDesk([], {
      upstream: ({ method }) => deskResponse(method === 'POST' ? 202 : 200, runBody({ status: 'done' })),
    });
    given.list(['1', '2', '3'].map((digit) => submission({ id: THEIRS.replace(/^5/, digit) })));
    await desk.environment.store.add(record('queued', { id: 'mine' }));
    await settle();
    expect(given.sent('POST', '/')).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(polls(given)).toBeGreaterThan(0);
    expect(given.sent('POST', '/')).toHaveLength(1);
  });

  test('is never sent: not after its tab is gone, not when its end is unknown', async () => {
    const theirs = (state: 'sending' | 'unknown', id: string): RunRecord => ({
      ...record(state, { id, attempts: [attempt(id)] }),
      origin: 'elsewhere',
    });
    const { given } = await openDesk([theirs('sending', 'a'), theirs('unknown', 'b')], {
      upstream: () => deskResponse(404, errorBody('404')),
    });
    await vi.advanceTimersByTimeAsync(HOUR);
    expect(given.sent('POST', '/')).toEqual([]);
  });

  test('is taken off the board when its unknown outcome turns out to be that nothing started', async () => {
    const theirs: RunRecord = {
      ...record('unknown', { id: THEIRS, attempts: [attempt(THEIRS)] }),
      origin: 'elsewhere',
    };
    const { given } = await openDesk([theirs], {
      upstream: ({ target }) =>
        target.startsWith('/desk') ? deskResponse(200, submission({ state: 'void' })) : undefined,
    });
    await settle();
    expect(await given.store.all()).toEqual([]);
    expect((await given.store.removed()).map(({ id }) => id)).toEqual([THEIRS]);
  });

  test('is taken off the board also where it was pressed long ago', async () => {
    const theirs: RunRecord = {
      ...record('unknown', { id: THEIRS, pressedAt: NOW - 20 * MINUTE, attempts: [attempt(THEIRS)] }),
      origin: 'elsewhere',
    };
    const { given } = await openDesk([theirs], {
      upstream: ({ target }) =>
        target.startsWith('/desk') ? deskResponse(200, submission({ state: 'void' })) : undefined,
    });
    await settle();
    expect(await given.store.all()).toEqual([]);
  });

  test('of unknown outcome becomes what the ledger says later', async () => {
    const theirs: RunRecord = {
      ...record('unknown', { id: THEIRS, attempts: [{ ...attempt(THEIRS), ledgerId: LEDGER }], keyId: KEY }),
      origin: 'elsewhere',
    };
    const { given } = await openDesk([theirs], {
      upstream: ({ target }) =>
        target.startsWith('/desk') ? deskResponse(200, submission({ run: runState('done') })) : undefined,
    });
    await settle();
    expect((await given.store.get(THEIRS))?.state).toBe('done');
  });
});

test('a desk that is opened before the gateway has said what it stands for asks as soon as it has', async () => {
  const given = await testDesk({
    upstream: ({ target }) =>
      target.startsWith('/desk')
        ? deskResponse(200, submission({ id: 'doubt' }))
        : running({ ...CALL, target }),
  });
  await given.store.add(record('unknown', { id: 'doubt', attempts: [attempt('doubt')] }));
  given.list([submission()]);
  let isKnown = false;
  const { config } = given.environment;
  const late = { ...config, current: () => (isKnown ? config.current() : null) };
  const desk = createDesk({ ...given.environment, config: late });
  open.push({ desk, given });
  await desk.start();
  await settle();
  expect([given.lists.length, given.calls.length]).toEqual([0, 0]);
  isKnown = true;
  void config.refresh();
  await settle();
  expect((await given.store.all()).map(({ id, state }) => [id, state])).toEqual([
    ['doubt', 'running'],
    [THEIRS, 'running'],
  ]);
  void config.refresh();
  await settle();
  expect(given.lists).toHaveLength(1);
});

test('where its code cannot be loaded the desk says so, and nothing is sent', async () => {
  const given = await testDesk({ upstream: running });
  await given.store.add(record('queued'));
  const desk = createDesk(given.environment, () => Promise.reject(new TypeError('Failed to fetch')));
  open.push({ desk, given });
  await desk.start();
  await vi.advanceTimersByTimeAsync(MINUTE);
  expect(given.environment.status.snapshot().incomplete).toBe(true);
  expect(given.calls).toEqual([]);
});
