// A desk's environment for tests: everything real but the network, which is a function that the test drives. Use fake timers:
// the clock is the faked `Date`, and time passes only where a test advances it.
import type { QueryClient } from '@tanstack/react-query';
import { vi } from 'vitest';
import { createApiClient } from '#src/client/api-client.ts';
import { createDeskClock } from '#src/client/desk-clock.ts';
import { createQueryClient } from '#src/client/query-client.ts';
import { createConfigSource } from '#src/connection/config-source.ts';
import { createDeskStatus } from '#src/connection/desk-status.ts';
import type { DeskConfig } from '#src/contract/desk.ts';
import type { RunEnvironment } from '#src/runs/environment.ts';
import { createLocalLock } from '#src/runs/launch-lock.ts';
import type { LaunchLock } from '#src/runs/launch-lock.ts';
import { createMemoryStore } from '#src/records/memory-store.ts';
import { createRecordList } from '#src/records/record-list.ts';
import type { RunStore } from '#src/records/store.ts';
import { KEY, LEDGER } from './records.ts';
import { deskResponse, errorBody, ORIGIN } from './replies.ts';

/** One request that left the desk. */
export type SentCall = {
  readonly method: string;
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  /** Epoch ms. */
  readonly at: number;
};

/** Plays gateway and API. Gives a response, or rejects as the browser's `fetch` does; undefined = 404. */
export type Upstream = (call: SentCall) => Response | Promise<Response> | undefined;

export type TestOptions = {
  readonly upstream?: Upstream;
  /** Tabs of one browser share store and lock. */
  readonly store?: RunStore;
  readonly lock?: LaunchLock;
};

export type TestDesk = {
  readonly environment: RunEnvironment;
  readonly queryClient: QueryClient;
  readonly store: RunStore;
  /** Everything that was sent, but for `/desk/config` and the list of the ledger. */
  readonly calls: SentCall[];
  /** Those of `calls` with this method whose target begins with `prefix`. */
  sent(method: string, prefix: string): SentCall[];
  /** What the gateway says in `/desk/config` from the next reading on. */
  configure(changes: Partial<Pick<DeskConfig, 'ledgerId' | 'keys' | 'limits'>>): void;
  /** The ledger's list from the next reading on. */
  list(submissions: readonly unknown[]): void;
  /** What is answered in place of the list; null for the list. */
  answerList(answer: (() => Response) | null): void;
  /** Targets of every reading of the ledger's list. */
  readonly lists: readonly string[];
  setUpstream(upstream: Upstream): void;
  setVisible(visible: boolean): void;
  setOnline(online: boolean): void;
  close(): void;
};

/** Waits long enough for promises, and for what React Query puts off to the next turn. */
export async function settle(): Promise<void> {
  await vi.advanceTimersByTimeAsync(1);
}

/** What the gateway says where the test does not: no copy of an earlier attempt is under way, and nothing else is there. */
function otherwise({ method, target }: SentCall): Response {
  if (method !== 'DELETE' || !target.startsWith('/desk/submissions/')) {
    return deskResponse(404, errorBody('not-found'));
  }
  const id = target.slice('/desk/submissions/'.length);
  const times = { createdAt: new Date().toISOString(), settledAt: new Date().toISOString() };
  return deskResponse(201, { id, keyId: null, request: null, state: 'void', times });
}

let uuids = 0;

/** Makes the environment; its config has been read. */
export async function testDesk(options: TestOptions = {}): Promise<TestDesk> {
  const { store = createMemoryStore(), lock = createLocalLock() } = options;
  let upstream: Upstream = options.upstream ?? (() => undefined);
  let visible = true;
  let online = true;
  const lookers = new Set<() => void>();
  const connected = new Set<() => void>();
  const calls: SentCall[] = [];
  const lists: string[] = [];
  let submissions: readonly unknown[] = [];
  let listAnswer: (() => Response) | null = null;
  let config = {
    mode: 'live',
    upstream: ORIGIN,
    version: '1',
    ledgerId: LEDGER,
    keys: [{ id: KEY, label: 'Full access', source: 'entered' }],
    limits: { requestsPerMinute: 100, concurrentRuns: 3 },
  };

  const clock = createDeskClock(() => Date.now());
  const client = createApiClient({
    clock,
    async fetch(target, init) {
      if (target === '/desk/config') return deskResponse(200, { ...config, now: new Date().toISOString() });
      if (target.startsWith('/desk/submissions?')) {
        lists.push(target);
        return listAnswer?.() ?? deskResponse(200, { submissions });
      }
      const call: SentCall = {
        method: init.method ?? 'GET',
        target,
        headers: Object.fromEntries(new Headers(init.headers)),
        body: typeof init.body === 'string' ? init.body : null,
        at: Date.now(),
      };
      calls.push(call);
      const gone = new Promise<never>((_resolve, reject) => {
        init.signal?.addEventListener('abort', () => reject(new DOMException('Gone', 'AbortError')));
      });
      return (await Promise.race([upstream(call), gone])) ?? otherwise(call);
    },
  });
  const queryClient = createQueryClient({ random: () => 0 });
  const source = createConfigSource(queryClient, client);
  const environment: RunEnvironment = {
    client,
    queryClient,
    clock,
    store,
    records: createRecordList(store),
    status: createDeskStatus(),
    lock,
    visibility: {
      visible: () => visible,
      subscribe(listener) {
        lookers.add(listener);
        return () => lookers.delete(listener);
      },
    },
    random: () => 0,
    uuid: () => `00000000-0000-4000-8000-${String((uuids += 1)).padStart(12, '0')}`,
    sleep: (ms) =>
      new Promise((resolve) => {
        setTimeout(resolve, ms);
      }),
    online: () => online,
    onOnline(listener) {
      connected.add(listener);
      return () => connected.delete(listener);
    },
    config: source,
  };
  const reading = source.refresh();
  await settle();
  await reading;
  return {
    environment,
    queryClient,
    store,
    calls,
    sent: (method, prefix) =>
      calls.filter((call) => call.method === method && call.target.startsWith(prefix)),
    configure(changes) {
      config = { ...config, ...changes };
    },
    list(next) {
      submissions = next;
    },
    answerList(next) {
      listAnswer = next;
    },
    lists,
    setUpstream(next) {
      upstream = next;
    },
    setVisible(next) {
      visible = next;
      for (const listener of lookers) listener();
    },
    setOnline(next) {
      online = next;
      if (next) for (const listener of connected) listener();
    },
    close() {
      environment.records.stop();
      queryClient.clear();
    },
  };
}

/** A response that the test gives when it likes. */
export function heldResponse(): {
  response: Promise<Response>;
  give(response: Response): void;
  fail(): void;
} {
  const { promise, resolve, reject } = Promise.withResolvers<Response>();
  return { response: promise, give: resolve, fail: () => reject(new TypeError('Failed to fetch')) };
}
