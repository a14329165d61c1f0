// Follows every run to its end, one poller a run whatever is on screen: a query observer outside React, so that a card, a page
// and *Check now* share one request.
import { QueryObserver } from '@tanstack/react-query';
import { isExpired, needsKey } from '#src/records/derived.ts';
import { loadedKeys } from './environment.ts';
import type { RunEnvironment } from './environment.ts';
import { replyOrNull } from './ledger-check.ts';
import { pollVerdict } from './poll-answers.ts';
import { pollDelay } from './poll-plan.ts';
import { launchedAt } from '#src/records/record.ts';
import type { RunRecord } from '#src/records/record.ts';
import { hear } from '#src/records/take.ts';

/** See {@link createWatcher}. */
export type Watcher = {
  /** Starts and ends pollers so that they fit the records; call it after any change. */
  sync(): void;
  /** Asks about one run now, past the shared answer. Resolves when the record was written. */
  check(id: string): Promise<void>;
  /** Asks once about every run that would have been asked about by now: the tab is back in view, the clock jumped, or it is online again. */
  catchUp(): void;
  stop(): void;
};

/** Shortest wait until the next poll, in ms. React Query reads 0 as "never again". */
const LEAST_GAP_MS = 500;

const pollKey = (id: string) => ['runs', id, 'poll'] as const;

/** Makes the watcher. Nothing is asked before the first `sync`. */
export function createWatcher(environment: RunEnvironment): Watcher {
  const { queryClient, clock, store, records, status, visibility, random, pace } = environment;
  const pollers = new Map<string, () => void>();
  /** The delay after which each run's next poll was planned, in ms. */
  const planned = new Map<string, number>();
  /** Runs whose next poll must not be answered from a shared answer. */
  const wantFresh = new Set<string>();

  function shouldFollow(record: RunRecord): boolean {
    const { pausedKeys, signedOut } = status.snapshot();
    return (
      record.state === 'running' &&
      record.self !== null &&
      record.polling === 'on' &&
      !signedOut &&
      !pausedKeys.has(record.keyId) &&
      !needsKey(record, loadedKeys(environment)) &&
      !isExpired(record, clock.now())
    );
  }

  function plannedDelay(record: RunRecord, visible = visibility.visible()): number {
    const now = clock.now();
    return pollDelay({
      progress: record.progress,
      elapsedMs: now - launchedAt(record),
      stalledMs: now - (record.movedAt ?? now),
      visible,
      slower: record.slower || pace?.get() === 'slower',
    });
  }

  /** One poll. Gives the ms until the next one, or false for none. Never rejects for what a server can do. */
  async function poll(id: string): Promise<number | false> {
    const record = await store.get(id);
    if (record === null || record.self === null) return false;
    // As old as this poll was planned to find it: with the next plan, which is longer, a stored answer would do again and again.
    const maxAgeMs = wantFresh.delete(id) ? 0 : (planned.get(id) ?? plannedDelay(record));
    const reply = await replyOrNull(environment, {
      method: 'GET',
      target: record.self,
      keyId: record.keyId,
      maxAgeMs,
    });
    const request = { method: 'GET', target: record.self, at: clock.now() } as const;
    const upstreamOrigin = environment.config.current()?.upstream ?? '';
    const verdict = pollVerdict(reply, { record, request, upstreamOrigin, random });
    const { event } = verdict;
    const after =
      event === null ? record : await store.update(id, (current) => hear(current, event, request.at));
    if (verdict.pauses === 'key') {
      status.pauseKey(record.keyId);
      // Which keys the gateway has may be news to this tab.
      void environment.config.refresh().catch(() => undefined);
    }
    if (verdict.pauses === 'sign-in') status.setSignedOut(true);
    if (verdict.next === 'end' || after?.state !== 'running') return false;
    const plan = plannedDelay(after);
    planned.set(id, plan);
    const next = verdict.next === 'plan' ? plan - (reply?.ageMs ?? 0) : verdict.next;
    return Math.max(LEAST_GAP_MS, next);
  }

  const pollOptions = (id: string) => ({
    queryKey: pollKey(id),
    queryFn: () => poll(id),
    retry: false,
    staleTime: Infinity,
    gcTime: 0,
  });

  function follow(record: RunRecord): () => void {
    const now = clock.now();
    const since = Math.max(0, now - (record.checkedAt ?? 0));
    planned.set(record.id, plannedDelay(record));
    // A wait that was begun in the future was begun by a clock that was wrong.
    const retryAt = record.failure === null || record.failure.at > now ? null : record.failure.retryAt;
    const first = Math.max(LEAST_GAP_MS, retryAt === null ? plannedDelay(record) - since : retryAt - now);
    const observer = new QueryObserver<number | false>(queryClient, {
      ...pollOptions(record.id),
      initialData: first,
      refetchInterval: (query) => query.state.data ?? false,
      refetchIntervalInBackground: true,
    });
    return observer.subscribe(() => undefined);
  }

  function sync() {
    const followed = new Set(
      records
        .all()
        .filter(shouldFollow)
        .map((record) => record.id),
    );
    for (const [id, end] of pollers) {
      if (followed.has(id)) continue;
      end();
      pollers.delete(id);
      planned.delete(id);
    }
    for (const id of followed) {
      const record = pollers.has(id) ? null : records.get(id);
      if (record !== null) pollers.set(id, follow(record));
    }
  }

  async function check(id: string): Promise<void> {
    wantFresh.add(id);
    await queryClient.query({ ...pollOptions(id), staleTime: 0 });
  }

  function catchUp() {
    const now = clock.now();
    for (const id of pollers.keys()) {
      const record = records.get(id);
      if (record === null) continue;
      // A time that the server gave is kept, whoever comes back.
      if (record.failure?.kind === 'rate-limited' && (record.failure.retryAt ?? 0) > now) continue;
      const rest = plannedDelay(record, true) - (now - (record.checkedAt ?? 0));
      if (rest <= 0) void queryClient.query({ ...pollOptions(id), staleTime: 0 }).catch(() => undefined);
      // Planned for a tab that nobody saw: the wait is shorter now.
      else if (record.failure === null) queryClient.setQueryData(pollKey(id), Math.max(LEAST_GAP_MS, rest));
    }
  }

  const endings = [
    visibility.subscribe(() => {
      if (visibility.visible()) catchUp();
    }),
    clock.subscribe(catchUp),
    ...(pace === undefined ? [] : [pace.subscribe(catchUp)]),
  ];

  return {
    sync,
    check,
    catchUp,
    stop() {
      for (const end of endings) end();
      for (const end of pollers.values()) end();
      pollers.clear();
    },
  };
}
