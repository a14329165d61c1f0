// The world of the model-based test: a browser with one or two tabs, a network that can be cut, the real gateway with a ledger that
// outlives it, and an API whose every answer the test chooses. Time is fake and passes from timer to timer.
import { DatabaseSync } from 'node:sqlite';
import { threadId } from 'node:worker_threads';
import { vi } from 'vitest';
import { createApiClient } from '#src/client/api-client.ts';
import { createDeskClock } from '#src/client/desk-clock.ts';
import { createQueryClient } from '#src/client/query-client.ts';
import { createConfigSource } from '#src/connection/config-source.ts';
import { createDeskStatus } from '#src/connection/desk-status.ts';
import { createGateway } from '#src/gateway/gateway.ts';
import { openLedger } from '#src/ledger/ledger.ts';
import { createDesk } from '#src/runs/desk.ts';
import { createEngine } from '#src/runs/engine.ts';
import { createLocalLock } from '#src/runs/launch-lock.ts';
import type { LaunchLock } from '#src/runs/launch-lock.ts';
import { createMemoryStore } from '#src/records/memory-store.ts';
import { createRecordList } from '#src/records/record-list.ts';
import type { RunStore } from '#src/records/store.ts';
import { NOW } from './records.ts';
import { createScriptedApi } from './scripted-api.ts';
import { sameOriginFetch } from './same-origin.ts';

const DESK_ORIGIN = 'http://desk.test';
/** Turns without a request under way after which nothing more happens by itself. */
const QUIET_TURNS = 3;
const MOST_TURNS = 5_000;
/** In memory, where it stays for as long as one connection is open: no write waits for a disk. */
const DATABASE = `file:/model-${threadId}?vfs=memdb`;

/** What the network does to the next launch instead of passing it on, or after it. */
export type NetworkFault = Response | 'lose-request' | 'lose-answer';

/** The secrets of the two API keys, and the labels that they have. */
export const MODEL_KEYS = [
  { label: 'First', key: 'model-key-one' },
  { label: 'Second', key: 'model-key-two' },
] as const;

/** Makes the world. Use fake timers. `close` it at the end. */
export async function createModelWorld() {
  vi.setSystemTime(NOW);
  const keeper = new DatabaseSync(DATABASE);
  const api = createScriptedApi(() => Date.now());
  const store = createMemoryStore();
  const lock = createLocalLock();
  const posts = new Map<string, number>();
  let inFlight = 0;
  let online = true;
  let fault: NetworkFault | null = null;
  let pollAnswer: Response | 'none' | null = null;
  let ids = 0;
  const uuid = () => `00000000-0000-4000-8000-${String((ids += 1)).padStart(12, '0')}`;

  function openGateway() {
    const ledger = openLedger(DATABASE, { now: () => Date.now(), randomUUID: uuid });
    const gateway = createGateway({
      upstream: api,
      origins: [DESK_ORIGIN],
      ledger,
      keys: MODEL_KEYS.map((key) => ({ ...key, source: 'environment' as const })),
      limits: { requestsPerMinute: 100_000 },
      now: () => Date.now(),
      sleep,
      randomUUID: uuid,
    });
    const died = Promise.withResolvers<never>();
    died.promise.catch(() => undefined);
    return { gateway, ledger, died, fetch: sameOriginFetch(gateway, DESK_ORIGIN) };
  }
  let process = openGateway();

  async function forward(target: string, init: RequestInit): Promise<Response> {
    const isLaunch = init.method === 'POST' && target.startsWith('/api/');
    const isPoll = target.startsWith('/api/v1/reports/results/');
    if (!online) throw new TypeError('Failed to fetch');
    if (isPoll && pollAnswer !== null) {
      const given = pollAnswer;
      pollAnswer = null;
      if (given === 'none') throw new TypeError('Failed to fetch');
      return given;
    }
    const now = isLaunch ? fault : null;
    if (isLaunch) {
      const key = new Headers(init.headers).get('idempotency-key') ?? '';
      posts.set(key, (posts.get(key) ?? 0) + 1);
      fault = null;
    }
    if (now instanceof Response) return now;
    if (now === 'lose-request') throw new TypeError('Failed to fetch');
    const answer = await Promise.race([process.fetch(target, init), process.died.promise]);
    if (now === 'lose-answer') throw new TypeError('Failed to fetch');
    return answer;
  }

  async function fetch(target: string, init: RequestInit): Promise<Response> {
    inFlight += 1;
    try {
      return await forward(target, init);
    } finally {
      inFlight -= 1;
    }
  }

  function openTab() {
    const lookers = new Set<() => void>();
    const connected = new Set<() => void>();
    const resumed = new Set<() => void>();
    let visible = true;
    const gone = Promise.withResolvers<void>();
    let isGone = false;
    /** Of what was under way in a tab nothing goes on when it is gone. */
    const inTab =
      <Given extends unknown[], Result>(task: (...given: Given) => Promise<Result>) =>
      async (...given: Given): Promise<Result> => {
        const result = isGone ? null : { value: await task(...given) };
        return isGone || result === null ? new Promise<never>(() => undefined) : result.value;
      };
    /** As the browser does it: the lock of a tab that is gone is free. */
    const tabLock: LaunchLock = (task) =>
      new Promise((resolve, reject) => {
        void lock(() => Promise.race([task().then(resolve, reject), gone.promise]));
      });
    const tabStore: RunStore = {
      ...store,
      all: inTab(store.all),
      get: inTab(store.get),
      add: inTab(store.add),
      update: inTab(store.update),
      remove: inTab(store.remove),
      restore: inTab(store.restore),
      removed: inTab(store.removed),
      forget: inTab(store.forget),
    };
    const clock = createDeskClock(() => Date.now());
    const client = createApiClient({ clock, fetch: inTab(fetch) });
    const queryClient = createQueryClient({ random: () => 0 });
    const on = (set: Set<() => void>) => (listener: () => void) => {
      set.add(listener);
      return () => set.delete(listener);
    };
    const environment = {
      client,
      queryClient,
      clock,
      store: tabStore,
      records: createRecordList(tabStore),
      status: createDeskStatus(),
      lock: tabLock,
      visibility: { visible: () => visible, subscribe: on(lookers) },
      random: () => 0,
      uuid,
      sleep: (ms: number) => sleep(ms),
      online: () => online,
      onOnline: on(connected),
      onResume: on(resumed),
      config: createConfigSource(queryClient, client),
    };
    const desk = createDesk(environment, () => Promise.resolve({ createEngine }));
    void environment.config.refresh().catch(() => undefined);
    void desk.start();
    const tell = (set: Set<() => void>) => {
      for (const listener of set) listener();
    };
    return {
      desk,
      environment,
      setVisible(next: boolean) {
        visible = next;
        tell(lookers);
      },
      connect: () => tell(connected),
      resume: () => tell(resumed),
      close() {
        isGone = true;
        gone.resolve();
        desk.stop();
        queryClient.clear();
      },
    };
  }

  /** Lets everything happen that needs no time. */
  async function settle() {
    let quiet = 0;
    for (let turn = 0; quiet < QUIET_TURNS && turn < MOST_TURNS; turn += 1) {
      await new Promise((resolve) => setImmediate(resolve));
      await vi.advanceTimersByTimeAsync(0);
      quiet = inFlight <= api.held() ? quiet + 1 : 0;
    }
  }

  const tabs = [openTab()];
  await settle();

  return {
    api,
    store,
    tabs,
    settle,
    /** Requests with each Idempotency-Key that left the browser. */
    posts: posts as ReadonlyMap<string, number>,
    /** Lets `ms` pass, from timer to timer, with all that follows from each. */
    async pass(ms: number) {
      let over = false;
      setTimeout(() => {
        over = true;
      }, ms);
      while (!over) {
        await vi.advanceTimersToNextTimerAsync();
        await settle();
      }
    },
    /** The machine sleeps: clocks go on, timers do not. */
    async sleepThrough(ms: number) {
      vi.setSystemTime(Date.now() + ms);
      for (const tab of tabs) tab.resume();
      await settle();
    },
    async openTab() {
      tabs.push(openTab());
      await settle();
    },
    /** Closes the oldest tab: a reload's first half, or the end of one of two. */
    closeTab() {
      tabs.shift()?.close();
    },
    async setOnline(next: boolean) {
      online = next;
      if (next) for (const tab of tabs) tab.connect();
      await settle();
    },
    faultNextLaunch(next: NetworkFault) {
      fault = next;
    },
    answerNextPoll(next: Response | 'none') {
      pollAnswer = next;
    },
    async restartGateway() {
      await process.gateway.close();
      process = openGateway();
    },
    /** `kill -9`: what was under way has no answer, and no outcome on disk. */
    async crashGateway() {
      process.ledger.close();
      process.died.reject(new TypeError('Failed to fetch'));
      process = openGateway();
      await settle();
    },
    /** A launch of another browser, straight to the gateway. Gives its key. */
    async launchElsewhere(keyId: string, target: string, body: string) {
      const key = uuid();
      await process.fetch(target, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key, 'Desk-Key': keyId },
        body,
      });
      return key;
    },
    async close() {
      for (const tab of tabs) tab.close();
      api.release();
      await settle();
      process.ledger.close();
      vi.clearAllTimers();
      keeper.close();
    },
  };
}

export type ModelWorld = Awaited<ReturnType<typeof createModelWorld>>;

function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
