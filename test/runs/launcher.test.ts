// The launcher through a real client, store and lock; gateway and API are a function that each test drives.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createLauncher } from '#src/runs/launcher.ts';
import type { Launcher } from '#src/runs/launcher.ts';
import { createLocalLock } from '#src/runs/launch-lock.ts';
import type { LaunchLock } from '#src/runs/launch-lock.ts';
import { createMemoryStore } from '#src/records/memory-store.ts';
import type { RunRecord, RunState } from '#src/records/record.ts';
import { createSituation } from '#src/runs/situation.ts';
import { attempt, failureOf, KEY, LEDGER, MINUTE, NOW, record } from '../support/records.ts';
import { deskResponse, errorBody, refusal, runBody } from '../support/replies.ts';
import { heldResponse, settle, testDesk } from '../support/run-environment.ts';
import type { TestDesk, TestOptions, Upstream } from '../support/run-environment.ts';

const LAUNCH = '/api/v1/reports/';
const LEDGER_PATH = '/desk/submissions/';

let desks: TestDesk[] = [];
let launchers: Launcher[] = [];

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
});
afterEach(() => {
  for (const launcher of launchers) launcher.stop();
  for (const desk of desks) desk.close();
  desks = [];
  launchers = [];
  vi.useRealTimers();
});

/** A tab: its launcher is woken by every change of a record, as the desk does it. */
async function openTab(options: TestOptions = {}) {
  const desk = await testDesk(options);
  const launcher = createLauncher(desk.environment, createSituation(desk.environment), () =>
    Promise.resolve(),
  );
  desks.push(desk);
  launchers.push(launcher);
  await desk.environment.records.loaded;
  desk.environment.records.subscribe(() => launcher.wake());
  return { desk, launcher };
}

const queued = (id: string, changes: Partial<RunRecord> = {}) => record('queued', { id, ...changes });
const stateOf = async (desk: TestDesk, id = 'record-1'): Promise<RunState | undefined> =>
  (await desk.store.get(id))?.state;
const posts = (desk: TestDesk) => desk.sent('POST', LAUNCH);
/** Answers launches; the rest is as usual. */
const launchesGet =
  (answer: () => Response): Upstream =>
  ({ method }) =>
    method === 'POST' ? answer() : undefined;
const accepts: Upstream = ({ method }) => (method === 'POST' ? deskResponse(202, runBody()) : undefined);

describe('one launch', () => {
  test('is written down as sending, with its attempt, before the request leaves', async () => {
    const store = createMemoryStore();
    const atPost: (RunRecord | null)[] = [];
    const { desk } = await openTab({
      store,
      upstream: async () => {
        atPost.push(await store.get('record-1'));
        return deskResponse(202, runBody());
      },
    });
    await store.add(queued('record-1'));
    await settle();
    expect(atPost).toHaveLength(1);
    expect(atPost[0]).toMatchObject({
      state: 'sending',
      attempts: [
        { key: 'record-1', ledgerId: LEDGER, sentAt: expect.any(Number) as number, settledAt: null },
      ],
    });
    expect(await stateOf(desk)).toBe('running');
  });

  test('goes out with its bytes, its key’s id, and its own id as Idempotency-Key', async () => {
    const { desk } = await openTab({ upstream: accepts });
    const given = queued('record-1');
    await desk.store.add(given);
    await settle();
    expect(posts(desk)).toMatchObject([
      {
        target: given.target,
        body: given.body,
        headers: { 'idempotency-key': 'record-1', 'desk-key': KEY, 'content-type': 'application/json' },
      },
    ]);
  });

  test('is sent once, however often the queue is woken', async () => {
    const held = heldResponse();
    const { desk, launcher } = await openTab({ upstream: () => held.response });
    await desk.store.add(queued('record-1'));
    for (let count = 0; count < 5; count += 1) {
      launcher.wake();
      launcher.wake();
      await settle();
    }
    held.give(deskResponse(202, runBody()));
    launcher.wake();
    await settle();
    await settle();
    expect(posts(desk)).toHaveLength(1);
    expect(await stateOf(desk)).toBe('running');
  });

  test('that was taken out of the queue at the last moment is not sent', async () => {
    const health = heldResponse();
    const { desk } = await openTab({
      upstream: ({ target }) => (target === '/healthz' ? health.response : undefined),
    });
    desk.setOnline(false);
    await desk.store.add(queued('record-1'));
    await settle();
    await desk.store.remove(['record-1']);
    health.give(deskResponse(200, { status: 'ok' }));
    await settle();
    expect(posts(desk)).toHaveLength(0);
  });
});

describe('several launches', () => {
  test('go one at a time: the next POST leaves only after the reply before it has settled', async () => {
    const replies = [heldResponse(), heldResponse()];
    const { desk } = await openTab({ upstream: () => replies[posts(desk).length - 1]?.response });
    await desk.store.add(queued('a', { position: 1 }));
    await desk.store.add(queued('b', { position: 2 }));
    await settle();
    await settle();
    expect(posts(desk)).toHaveLength(1);
    replies[0]?.give(deskResponse(202, runBody()));
    await settle();
    expect(posts(desk).map(({ headers }) => headers['idempotency-key'])).toEqual(['a', 'b']);
    expect([await stateOf(desk, 'a'), await stateOf(desk, 'b')]).toEqual(['running', 'sending']);
  });

  test('fill three slots, and the fourth waits for an end', async () => {
    const { desk } = await openTab({ upstream: accepts });
    for (const [index, id] of ['a', 'b', 'c', 'd'].entries())
      await desk.store.add(queued(id, { position: index }));
    await settle();
    expect(posts(desk)).toHaveLength(3);
    await vi.advanceTimersByTimeAsync(5 * MINUTE);
    expect(await stateOf(desk, 'd')).toBe('queued');
    await desk.store.update('b', (current) => ({ ...current, state: 'done', endedAt: Date.now() }));
    await settle();
    expect(await stateOf(desk, 'd')).toBe('running');
  });

  test('a slot of unknown outcome is waited for by the clock alone', async () => {
    const { desk } = await openTab({ upstream: accepts });
    for (const id of ['r1', 'r2']) await desk.store.add(record('running', { id }));
    await desk.store.add(record('unknown', { id: 'u' }));
    await desk.store.add(queued('mine'));
    await vi.advanceTimersByTimeAsync(30 * MINUTE - 10);
    expect(posts(desk)).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(20);
    expect(posts(desk)).toHaveLength(1);
  });
});

describe('two tabs', () => {
  async function twoTabs(lock: LaunchLock | null, upstream: Upstream) {
    const store = createMemoryStore();
    const own = () => (lock === null ? createLocalLock() : lock);
    const first = await openTab({ store, lock: own(), upstream });
    const second = await openTab({ store, lock: own(), upstream });
    return { store, first, second };
  }
  const all = (tabs: Awaited<ReturnType<typeof twoTabs>>) => [
    ...posts(tabs.first.desk),
    ...posts(tabs.second.desk),
  ];

  test.each([
    ['under one lock', createLocalLock()],
    ['without a lock between them', null],
  ])('%s send one POST', async (_name, lock) => {
    const tabs = await twoTabs(lock, accepts);
    await tabs.store.add(queued('record-1'));
    tabs.first.launcher.wake();
    tabs.second.launcher.wake();
    await settle();
    expect(all(tabs)).toHaveLength(1);
    expect(await stateOf(tabs.first.desk)).toBe('running');
  });

  test('do not take a launch for abandoned while the other one is sending it', async () => {
    const held = heldResponse();
    const tabs = await twoTabs(createLocalLock(), ({ method }) =>
      method === 'POST' ? held.response : undefined,
    );
    await tabs.store.add(queued('record-1'));
    await vi.advanceTimersByTimeAsync(MINUTE);
    tabs.second.launcher.wake();
    await settle();
    expect(tabs.second.desk.calls).toEqual([]);
    held.give(deskResponse(202, runBody()));
    await settle();
    expect(all(tabs)).toHaveLength(1);
    expect([...tabs.first.desk.calls, ...tabs.second.desk.calls]).toHaveLength(1);
  });
});

describe('proof that nothing started', () => {
  test('sends the launch again under a new key, once its wait is over', async () => {
    const answers = [refusal(503, 'upstream-unreachable'), deskResponse(202, runBody())];
    const { desk } = await openTab({
      upstream: ({ method, target }) =>
        method === 'POST'
          ? answers[posts(desk).length - 1]
          : target === '/healthz'
            ? deskResponse(200, {})
            : undefined,
    });
    await desk.store.add(queued('record-1'));
    await settle();
    expect(await desk.store.get('record-1')).toMatchObject({
      state: 'queued',
      failure: { kind: 'not-sent' },
    });
    await vi.advanceTimersByTimeAsync(4_900);
    expect(posts(desk)).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(200);
    const keys = posts(desk).map(({ headers }) => headers['idempotency-key']);
    expect(keys[0]).toBe('record-1');
    expect(keys).toHaveLength(2);
    expect(new Set(keys).size).toBe(2);
    const after = await desk.store.get('record-1');
    expect(after?.state).toBe('running');
    expect(after?.attempts.map(({ key }) => key)).toEqual(keys);
  });

  test('waits grow with every repeat: 5, 10, 20 s', async () => {
    const { desk } = await openTab({ upstream: launchesGet(() => refusal(503, 'desk-overloaded')) });
    await desk.store.add(queued('record-1'));
    await vi.advanceTimersByTimeAsync(36_000);
    const gaps = posts(desk).map(({ at }, index, list) =>
      Math.round((at - (list[index - 1]?.at ?? at)) / 1_000),
    );
    expect(gaps).toEqual([0, 5, 10, 20]);
  });

  test('a full account: the launch is sent again as soon as a run is seen to end', async () => {
    let full = true;
    const { desk } = await openTab({
      upstream: launchesGet(() =>
        full ? deskResponse(429, errorBody('429')) : deskResponse(202, runBody()),
      ),
    });
    await desk.store.add(record('running', { id: 'mine' }));
    await desk.store.add(queued('record-1'));
    await settle();
    expect((await desk.store.get('record-1'))?.failure?.kind).toBe('limit-undecided');
    full = false;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(posts(desk)).toHaveLength(1);
    await desk.store.update('mine', (current) => ({ ...current, state: 'done', endedAt: Date.now() }));
    await settle();
    expect(posts(desk)).toHaveLength(2);
  });

  test('more slots in the config than the API grants do not make a loop of refused launches', async () => {
    const { desk } = await openTab({ upstream: () => deskResponse(429, errorBody('429')) });
    desk.configure({ limits: { requestsPerMinute: 100, concurrentRuns: 10 } });
    await desk.environment.config.refresh();
    for (const id of ['r1', 'r2', 'r3']) await desk.store.add(record('running', { id }));
    await desk.store.add(queued('record-1'));
    await vi.advanceTimersByTimeAsync(59_000);
    expect(posts(desk)).toHaveLength(1);
  });
});

describe('a reply that was lost', () => {
  test.each<[string, () => Response | Promise<Response>]>([
    ['fetch rejected', () => Promise.reject(new TypeError('Failed to fetch'))],
    ['another server answered', () => deskResponse(200, '<html>', { 'Desk-Request-Id': null })],
    ['the key had been used', () => refusal(422, 'idempotency-key-reused')],
  ])('%s: the ledger is asked, and the launch is not sent again', async (_name, post) => {
    const entry = {
      id: 'record-1',
      keyId: KEY,
      request: null,
      state: 'accepted',
      answer: { status: 202, body: JSON.stringify(runBody()) },
      times: { createdAt: '', settledAt: null },
    };
    const { desk } = await openTab({
      upstream: ({ method }) => (method === 'POST' ? post() : deskResponse(200, entry)),
    });
    await desk.store.add(queued('record-1'));
    await settle();
    expect(desk.calls.map(({ method, target }) => `${method} ${target.split('?')[0]}`)).toEqual([
      'POST /api/v1/reports/mailboxPerformance',
      'GET /desk/submissions/record-1',
    ]);
    expect(await stateOf(desk)).toBe('running');
  });

  test('silence for 60 s leaves it unknown, its slot held', async () => {
    const { desk } = await openTab({ upstream: () => Promise.reject(new TypeError('Failed to fetch')) });
    await desk.store.add(queued('record-1'));
    await vi.advanceTimersByTimeAsync(59_000);
    expect(await stateOf(desk)).toBe('sending');
    await vi.advanceTimersByTimeAsync(4_000);
    expect(await desk.store.get('record-1')).toMatchObject({
      state: 'unknown',
      failure: { kind: 'outcome-unknown' },
    });
    expect(posts(desk)).toHaveLength(1);
  });

  test('never forwarded: the key is made void, and the launch goes out under a new one', async () => {
    const { desk } = await openTab({
      upstream: ({ method, target }) => {
        if (target === '/healthz') return deskResponse(200, {});
        if (method === 'DELETE') {
          return deskResponse(201, {
            id: 'record-1',
            keyId: null,
            request: null,
            state: 'void',
            times: { createdAt: '', settledAt: null },
          });
        }
        if (method === 'GET') return deskResponse(404, errorBody('submission-unknown'));
        return posts(desk).length === 1
          ? Promise.reject(new TypeError('Failed to fetch'))
          : deskResponse(202, runBody());
      },
    });
    await desk.store.add(queued('record-1'));
    await settle();
    await settle();
    // Once to find out, and once more before another attempt leaves.
    expect(desk.sent('DELETE', LEDGER_PATH)).toHaveLength(2);
    expect(posts(desk)).toHaveLength(2);
    expect(posts(desk)[1]?.headers['idempotency-key']).not.toBe('record-1');
    expect(await stateOf(desk)).toBe('running');
  });

  test('404 in another ledger proves nothing', async () => {
    const { desk } = await openTab({
      upstream: ({ method }) =>
        method === 'POST' ? Promise.reject(new TypeError('Failed to fetch')) : undefined,
    });
    desk.configure({ ledgerId: 'ledger-2' });
    await desk.store.add(queued('record-1'));
    await settle();
    expect(await stateOf(desk)).toBe('unknown');
    expect(desk.sent('DELETE', LEDGER_PATH)).toHaveLength(0);
  });

  test('a gateway that answers DELETE with 404 for ever is not asked in a loop', async () => {
    const { desk } = await openTab({
      upstream: ({ method }) => {
        if (method === 'POST') return Promise.reject(new TypeError('Failed to fetch'));
        return method === 'DELETE' ? deskResponse(404, errorBody('not-found')) : undefined;
      },
    });
    await desk.store.add(queued('record-1'));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(desk.sent('DELETE', LEDGER_PATH).length).toBeLessThanOrEqual(6);
    expect(posts(desk)).toHaveLength(1);
  });
});

describe('a launch that was left in sending', () => {
  const abandoned = (key: string) =>
    record('sending', { attempts: [attempt('record-1'), attempt(key, NOW - MINUTE)] });

  test('is settled by the ledger under the lock, never sent again', async () => {
    const locked = vi.fn<() => void>();
    const inner = createLocalLock();
    const lock: LaunchLock = (task) => {
      locked();
      return inner(task);
    };
    const store = createMemoryStore();
    await store.add(abandoned('key-b'));
    const { desk, launcher } = await openTab({
      store,
      lock,
      upstream: () => {
        expect(locked).toHaveBeenCalled();
        return deskResponse(200, {
          id: 'key-b',
          keyId: KEY,
          request: null,
          state: 'unknown',
          times: { createdAt: '', settledAt: null },
        });
      },
    });
    launcher.wake();
    await settle();
    expect(desk.calls.map(({ method, target }) => `${method} ${target}`)).toEqual([
      'GET /desk/submissions/key-b',
    ]);
    expect(await stateOf(desk)).toBe('unknown');
  });

  test('keeps the queue waiting until it is settled', async () => {
    const store = createMemoryStore();
    await store.add(abandoned('key-b'));
    await store.add(queued('next'));
    const forwarding = {
      id: 'key-b',
      keyId: KEY,
      request: null,
      state: 'forwarding',
      times: { createdAt: '', settledAt: null },
    };
    const { desk, launcher } = await openTab({
      store,
      upstream: ({ method }) =>
        method === 'POST' ? deskResponse(202, runBody()) : deskResponse(200, forwarding),
    });
    launcher.wake();
    await vi.advanceTimersByTimeAsync(38_000);
    expect(posts(desk)).toHaveLength(0);
    expect(desk.sent('GET', LEDGER_PATH).length).toBeGreaterThan(15);
    await vi.advanceTimersByTimeAsync(4_000);
    expect(await stateOf(desk)).toBe('unknown');
    expect(posts(desk)).toHaveLength(1);
  });

  test('with a stored 401 pauses its key', async () => {
    const store = createMemoryStore();
    await store.add(abandoned('key-b'));
    const entry = {
      id: 'key-b',
      keyId: KEY,
      request: null,
      state: 'refused',
      answer: { status: 401, body: JSON.stringify(errorBody('401')) },
      times: { createdAt: '', settledAt: null },
    };
    const { desk, launcher } = await openTab({ store, upstream: () => deskResponse(200, entry) });
    launcher.wake();
    await settle();
    expect(await stateOf(desk)).toBe('refused');
    expect([...desk.environment.status.snapshot().pausedKeys]).toEqual([KEY]);
  });
});

describe('nothing is sent', () => {
  test('before the config is known', async () => {
    const desk = await testDesk({ upstream: accepts });
    desks.push(desk);
    const unheard = { ...desk.environment, config: { ...desk.environment.config, current: () => null } };
    const silent = createLauncher(unheard, createSituation(unheard), () => Promise.resolve());
    launchers.push(silent);
    await desk.store.add(queued('record-1'));
    await settle();
    silent.wake();
    await settle();
    expect(desk.calls).toEqual([]);
  });

  test('offline, until the gateway answers; a held launch says so and holds no slot', async () => {
    let up = false;
    const { desk } = await openTab({
      upstream: ({ method }) =>
        up
          ? deskResponse(method === 'POST' ? 202 : 200, runBody())
          : Promise.reject(new TypeError('Failed to fetch')),
    });
    desk.setOnline(false);
    await desk.store.add(queued('record-1'));
    await settle();
    expect(await desk.store.get('record-1')).toMatchObject({
      state: 'queued',
      attempts: [],
      failure: { kind: 'not-sent', status: null },
    });
    expect(posts(desk)).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(5_100);
    expect(desk.sent('GET', '/healthz')).toHaveLength(2);
    up = true;
    await vi.advanceTimersByTimeAsync(10_100);
    expect(posts(desk)).toHaveLength(1);
    expect(await stateOf(desk)).toBe('running');
  });

  test('after a call that failed, until /healthz answers, and not for a captive portal’s answer', async () => {
    let first = true;
    const { desk } = await openTab({
      upstream: ({ method, target }) => {
        if (method === 'POST' && first) {
          first = false;
          return deskResponse(200, '<html>log in to the hotel', { 'Desk-Request-Id': null });
        }
        if (target === '/healthz') return deskResponse(200, '<html>', { 'Desk-Request-Id': null });
        return deskResponse(200, {
          id: 'a',
          keyId: KEY,
          request: null,
          state: 'unknown',
          times: { createdAt: '', settledAt: null },
        });
      },
    });
    await desk.store.add(queued('a', { position: 1 }));
    await desk.store.add(queued('b', { position: 2 }));
    await settle();
    expect([await stateOf(desk, 'a'), await stateOf(desk, 'b')]).toEqual(['unknown', 'queued']);
    expect(posts(desk)).toHaveLength(1);
    expect(desk.sent('GET', '/healthz')).toHaveLength(1);
  });

  test('by a stopped launcher', async () => {
    const { desk, launcher } = await openTab({ upstream: accepts });
    launcher.stop();
    await desk.store.add(queued('record-1'));
    await settle();
    expect(posts(desk)).toHaveLength(0);
  });
});

describe('pauses', () => {
  test('a 401 of the API refuses the launch and pauses that key only', async () => {
    const { desk } = await openTab({
      upstream: ({ headers }) =>
        headers['desk-key'] === KEY ? deskResponse(401, errorBody('401')) : deskResponse(202, runBody()),
    });
    desk.configure({ keys: [KEY, 'key-2'].map((id) => ({ id, label: id, source: 'entered' as const })) });
    await desk.environment.config.refresh();
    await desk.store.add(queued('a', { position: 1 }));
    await desk.store.add(queued('b', { position: 2 }));
    await desk.store.add(queued('c', { position: 3, keyId: 'key-2' }));
    await settle();
    expect([await stateOf(desk, 'a'), await stateOf(desk, 'b'), await stateOf(desk, 'c')]).toEqual([
      'refused',
      'queued',
      'running',
    ]);
    expect([...desk.environment.status.snapshot().pausedKeys]).toEqual([KEY]);
  });

  test('desk-login-required keeps the launch and waits for the log-in', async () => {
    let signedIn = false;
    const { desk, launcher } = await openTab({
      upstream: launchesGet(() =>
        signedIn ? deskResponse(202, runBody()) : refusal(401, 'desk-login-required'),
      ),
    });
    await desk.store.add(queued('record-1'));
    await vi.advanceTimersByTimeAsync(10 * MINUTE);
    expect(posts(desk)).toHaveLength(1);
    expect(desk.environment.status.snapshot().signedOut).toBe(true);
    signedIn = true;
    desk.environment.status.setSignedOut(false);
    launcher.wake();
    await settle();
    expect(await stateOf(desk)).toBe('running');
  });

  test('a key that the gateway has lost is read anew, so that the card can say so', async () => {
    const { desk } = await openTab({ upstream: () => refusal(401, 'desk-key-unknown') });
    desk.configure({ keys: [] });
    await desk.store.add(queued('record-1'));
    await settle();
    await settle();
    expect(await stateOf(desk)).toBe('queued');
    expect(desk.environment.config.current()?.keys).toEqual([]);
  });

  test('a 429 that is not the API’s keeps the whole queue waiting for a minute', async () => {
    const { desk } = await openTab({
      upstream: () => (posts(desk).length === 1 ? deskResponse(429, '<html>') : deskResponse(202, runBody())),
    });
    await desk.store.add(queued('a', { position: 1 }));
    await desk.store.add(queued('b', { position: 2 }));
    await vi.advanceTimersByTimeAsync(59_000);
    expect([await stateOf(desk, 'a'), posts(desk).length]).toEqual(['unknown', 1]);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(await stateOf(desk, 'b')).toBe('running');
  });
});

test('waits from before a reload are kept', async () => {
  const store = createMemoryStore();
  await store.add(
    queued('record-1', { notBefore: NOW + 30_000, waits: 2, failure: failureOf('not-sent', NOW) }),
  );
  const { desk, launcher } = await openTab({ store, upstream: accepts });
  launcher.wake();
  await vi.advanceTimersByTimeAsync(29_000);
  expect(posts(desk)).toHaveLength(0);
  await vi.advanceTimersByTimeAsync(1_100);
  expect(posts(desk)).toHaveLength(1);
});
