// Launches: forwarded at most once per Idempotency-Key, whatever browsers, networks and restarts do (design: the one idea).
//
// Look-up, turn in the budget, entry on disk, and only then the call. A repeat joins the launch that is under way or gets the
// stored answer. Until the entry is written a client may leave and nothing has happened; from then on it goes on without one.
import { DESK_HEADERS } from '#src/contract/desk.ts';
import type { DeskCode } from '#src/contract/desk.ts';
import { pathOf } from '#src/contract/endpoints.ts';
import type { ApiTarget } from './allow-list.ts';
import type { Budget } from '#src/upstream/budget.ts';
import { budgetRefusal } from './budget-refusal.ts';
import type { Exchange } from '#src/upstream/exchange.ts';
import type { LoadedKey } from './keys.ts';
import { launchOutcome, ownAnswer } from './launch-outcome.ts';
import type { Ledger } from '#src/ledger/ledger.ts';
import { refuse } from './problem.ts';
import type { LaunchIdentity, LedgerEntry, Settlement, StoredAnswer } from '#src/ledger/ledger-row.ts';
import { reply } from './reply-headers.ts';
import type { RunTracker } from './run-tracker.ts';
import { createSingleFlight } from '#src/upstream/single-flight.ts';
import type { Flight } from '#src/upstream/single-flight.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The key as the ledger keeps it, or null when `text` is not a bare UUID. */
export function submissionId(text: string): string | null {
  return UUID.test(text) ? text.toLowerCase() : null;
}

/** An answer to a launch. `sent` is false only where the launch provably left nothing upstream. */
type LaunchAnswer = { readonly response: Response; readonly sent: boolean };

/** See the head of this file. */
export type Launches = {
  /** Answers the launch `id`. Never rejects. */
  launch(
    request: Request,
    target: ApiTarget,
    key: LoadedKey,
    body: string,
    id: string,
  ): Promise<LaunchAnswer>;
  /** Whether `request` repeats a launch that may have been sent: then no refusal of this copy proves that nothing was. */
  mayHaveSent(request: Request): boolean;
  /** Refuses new launches from now on; resolves when none is under way any more. */
  drain(): Promise<void>;
};

type Result =
  | { readonly kind: 'refused'; readonly refusal: () => Response }
  | { readonly kind: 'answered'; readonly answer: StoredAnswer; readonly replayed: boolean };

/** See {@link Launches}. */
export function createLaunches(options: {
  exchange: Exchange;
  budget: Budget;
  ledger: Ledger;
  runs: RunTracker;
  origin: string;
  now: () => number;
}): Launches {
  const { exchange, budget, ledger, runs, origin, now } = options;
  const flights = createSingleFlight<Result, LaunchIdentity>();
  const underWay = new Set<Promise<unknown>>();
  let isDraining = false;

  const launch = async (
    id: string,
    target: ApiTarget,
    key: LoadedKey,
    identity: LaunchIdentity,
    flight: Flight,
  ): Promise<Result> => {
    const before = lookUp(ledger, id, identity);
    if (before !== null) return before;
    if (isDraining) return refused('desk-draining');
    const turn = await budget.acquire('launch', flight.signal);
    if (turn.kind !== 'granted') return { kind: 'refused', refusal: () => budgetRefusal(turn) };
    const obstacle = isDraining
      ? refused('desk-draining')
      : flight.signal.aborted
        ? refused('client-gone')
        : write(id, identity);
    if (obstacle !== null) {
      turn.grant.withdraw();
      return obstacle;
    }
    // From here on nobody's leaving stops the launch: its signal is not aborted any more.
    flight.commit();
    const { path, search } = target;
    const call = { path, search, key: key.key, accept: 'application/json', body: identity.body };
    const outcome = await exchange.whole(call, turn.grant, flight.signal);
    return settle(id, key, launchOutcome(outcome, origin, now()));
  };

  /** Writes the entry; null when that is done, and the launch may be sent. */
  const write = (id: string, identity: LaunchIdentity): Result | null => {
    try {
      if (ledger.begin(id, identity)) return null;
    } catch {
      return refused('desk-ledger-unavailable');
    }
    // Made void while the launch waited for its turn.
    return lookUp(ledger, id, identity) ?? refused('desk-ledger-unavailable');
  };

  const settle = (id: string, key: LoadedKey, settlement: Settlement): Result => {
    try {
      ledger.settle(id, settlement);
      const { self, run } = settlement;
      if (self !== null && run !== null) runs.note(key.id, pathOf(self), run.status, run.progress);
    } catch {
      // The answer is still true; the entry stays `forwarding`, which a repeat reads as unknown.
    }
    return { kind: 'answered', answer: settlement.answer ?? ownAnswer('outcome-unknown'), replayed: false };
  };

  return {
    async launch(request, target, key, body, id) {
      const identity = { keyId: key.id, path: target.path, query: target.search, body };
      const other = flights.tagOf(id);
      if (other !== null && !isSame(other, identity)) {
        return { response: refuse('idempotency-key-reused'), sent: false };
      }
      const { joined, result } = flights.join(id, identity, request.signal, (flight) => {
        const work = launch(id, target, key, identity, flight);
        underWay.add(work);
        const done = () => underWay.delete(work);
        work.then(done, done);
        return work;
      });
      const outcome = await result;
      if (outcome.kind === 'refused') return { response: outcome.refusal(), sent: false };
      const { answer } = outcome;
      const replayed = joined || outcome.replayed;
      const headers = { ...answer.headers, ...(replayed ? { [DESK_HEADERS.replayed]: 'true' } : {}) };
      return { response: reply(answer.status, headers, Buffer.from(answer.body)), sent: answer.sent };
    },
    mayHaveSent({ method, headers }) {
      const id = method === 'POST' ? submissionId(headers.get(DESK_HEADERS.idempotencyKey) ?? '') : null;
      if (id === null) return false;
      try {
        const entry = ledger.get(id);
        return entry !== null && entry.state !== 'void';
      } catch {
        return true;
      }
    },
    async drain() {
      isDraining = true;
      budget.wake();
      await Promise.allSettled(underWay);
    },
  };
}

/** What an earlier use of the key leads to, or null when there was none. */
function lookUp(ledger: Ledger, id: string, identity: LaunchIdentity): Result | null {
  let entry: LedgerEntry | null;
  try {
    entry = ledger.get(id);
  } catch {
    return refused('desk-ledger-unavailable');
  }
  if (entry === null) return null;
  if (entry.state === 'void') return refused('submission-void');
  if (entry.expired || entry.request === null) return refused('idempotency-key-expired');
  if (!isSame(entry.request, identity)) return refused('idempotency-key-reused');
  return { kind: 'answered', answer: entry.answer ?? ownAnswer('outcome-unknown'), replayed: true };
}

function isSame(one: LaunchIdentity, other: LaunchIdentity): boolean {
  return (
    one.path === other.path &&
    one.query === other.query &&
    one.body === other.body &&
    one.keyId === other.keyId
  );
}

function refused(code: DeskCode): Result {
  return { kind: 'refused', refusal: () => refuse(code) };
}
