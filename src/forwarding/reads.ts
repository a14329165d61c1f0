// Reads that are shared: identical ones under way, the last status of a running run, and the pages of a finished one.
//
// A poll says with `Cache-Control: max-age=<s>` how old a status it takes; pages of a finished run never change and are kept
// until the run expires. So any number of tabs and operators cost the account what one of them would.
import type { DeskCode } from '#src/contract/desk.ts';
import { RESULT_LIFETIME_MS } from '#src/contract/limits.ts';
import type { ApiTarget } from './allow-list.ts';
import type { Budget } from '#src/upstream/budget.ts';
import { budgetRefusal } from './budget-refusal.ts';
import type { Exchange, ExchangeFailure } from '#src/upstream/exchange.ts';
import type { LoadedKey } from './keys.ts';
import type { Ledger } from '#src/ledger/ledger.ts';
import { createPageCache } from '#src/upstream/page-cache.ts';
import type { KeptAnswer } from '#src/upstream/page-cache.ts';
import { refuse } from './problem.ts';
import { reply, replyHeaders } from './reply-headers.ts';
import { readRunStatus } from '#src/upstream/run-status.ts';
import type { RunTracker } from './run-tracker.ts';
import type { BudgetClass } from '#src/upstream/sliding-log.ts';
import { createSingleFlight } from '#src/upstream/single-flight.ts';

/** Statuses younger than this are shared whatever was asked for. */
const STATUS_FLOOR_MS = 1_000;
// Oldest status that is ever given: the app plans its polls well below.
const STATUS_KEPT_MS = 300_000;
// Pages of runs whose launch we did not see: they may expire any time within the day.
const STRANGER_PAGE_MS = 3_600_000;

/** What a failed read answers. A 408 of the API counts as a timeout: browsers may repeat requests that get one. */
export const READ_FAILURES: Readonly<Record<ExchangeFailure['kind'], DeskCode>> = {
  'not-sent': 'upstream-unreachable',
  timeout: 'upstream-timeout',
  broken: 'upstream-failed',
  'too-large': 'upstream-too-large',
  redirect: 'upstream-redirect',
};

/** Shared reads of lists, statuses and pages. */
export type Reads = {
  /** Answers a read: from what is kept, with one that is under way, or by asking the API. Never rejects. */
  read(request: Request, target: ApiTarget, key: LoadedKey): Promise<Response>;
  /** Drops what was kept for a key. */
  dropKey(keyId: string): void;
  clear(): void;
};

type Outcome = KeptAnswer | { readonly refusal: () => Response };

/** See {@link Reads}. */
export function createReads(options: {
  exchange: Exchange;
  budget: Budget;
  ledger: Ledger;
  runs: RunTracker;
  now: () => number;
}): Reads {
  const { exchange, budget, ledger, runs, now } = options;
  const pages = createPageCache(now);
  const statuses = createPageCache(now);
  const flights = createSingleFlight<Outcome>();

  const ask = async (
    target: ApiTarget,
    key: LoadedKey,
    cls: BudgetClass,
    signal: AbortSignal,
  ): Promise<Outcome> => {
    const turn = await budget.acquire(cls, signal);
    if (turn.kind !== 'granted') return { refusal: () => budgetRefusal(turn) };
    const at = now();
    const { path, search } = target;
    const answer = await exchange.whole(
      { path, search, key: key.key, accept: 'application/json' },
      turn.grant,
      signal,
    );
    if (answer.kind !== 'answer') {
      const { kind } = answer;
      return { refusal: () => refuse(READ_FAILURES[kind]) };
    }
    if (answer.status === 408) return { refusal: () => refuse('upstream-timeout') };
    const kept = { status: answer.status, headers: replyHeaders(answer.headers), body: answer.body, at };
    if (target.endpoint.kind === 'result') keep(target, key, kept);
    return kept;
  };

  const keep = ({ path, search }: ApiTarget, { id }: LoadedKey, answer: KeptAnswer) => {
    const url = `${path}${search}`;
    statuses.drop(id, url);
    if (answer.status === 404) runs.lost(id, path);
    if (answer.status !== 200) return;
    const run = readRunStatus(answer.body);
    if (run === null) return;
    runs.note(id, path, run.status, run.progress);
    if (run.status === 'done') {
      const launchedAt = ledger.launchedAt(id, path);
      const until = launchedAt === null ? answer.at + STRANGER_PAGE_MS : launchedAt + RESULT_LIFETIME_MS;
      pages.put(id, url, answer, until);
    } else if (run.status !== 'error') statuses.put(id, url, answer, answer.at + STATUS_KEPT_MS);
  };

  return {
    async read(request, target, key) {
      const { path, search } = target;
      const url = `${path}${search}`;
      if (target.endpoint.kind === 'result') {
        const page = pages.get(key.id, url);
        if (page !== null) return reply(page.status, page.headers, page.body);
        const status = statuses.get(key.id, url);
        const age = status === null ? 0 : Math.max(0, now() - status.at);
        if (status !== null && age < Math.max(STATUS_FLOOR_MS, maxAgeOf(request))) {
          const headers = { ...status.headers, Age: String(Math.floor(age / 1000)) };
          return reply(status.status, headers, status.body);
        }
      }
      const cls = classOf(request, runs.isRunning(key.id, path));
      const { result } = flights.join(`${key.id} ${url}`, null, request.signal, ({ signal }) =>
        ask(target, key, cls, signal),
      );
      const outcome = await result;
      if ('refusal' in outcome) return outcome.refusal();
      return reply(outcome.status, outcome.headers, outcome.body);
    },
    dropKey(keyId) {
      pages.dropKey(keyId);
      statuses.dropKey(keyId);
    },
    clear() {
      pages.clear();
      statuses.clear();
    },
  };
}

/** What a read is for: `Priority: u=7` (RFC 9218, the least urgent) marks one that nobody waits for yet. */
function classOf(request: Request, isPoll: boolean): BudgetClass {
  if (/(^|,)\s*u=7\s*(,|$)/.test(request.headers.get('priority') ?? '')) return 'prefetch';
  return isPoll ? 'poll' : 'read';
}

/** The `max-age` that a request asks for, in ms; 0 without one. */
function maxAgeOf(request: Request): number {
  const [, seconds] =
    /(?:^|,)\s*max-age=(\d{1,6})\s*(?:,|$)/i.exec(request.headers.get('cache-control') ?? '') ?? [];
  return Number(seconds ?? 0) * 1000;
}
