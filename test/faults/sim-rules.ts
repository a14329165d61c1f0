// The rules of a story, and the facts that they are judged by: what the API really started, whatever any answer said.
import type { RunRecord, RunState } from '#src/records/record.ts';
import type { Journal } from './sim-journal.ts';
import type { Conditions } from './sim-world.ts';

/** The truth about one Idempotency-Key. */
export type KeyFacts = {
  /** Calls of the gateway that may have left it. */
  forwarded: number;
  /** Runs that the API started for it. */
  runs: number;
  readonly runIds: Set<string>;
};

/** Steps that a record may take (design: the run record). Staying where it is is always allowed. */
const STEPS: Readonly<Record<RunState, readonly RunState[]>> = {
  queued: ['sending'],
  sending: ['running', 'done', 'failed', 'refused', 'unknown', 'queued'],
  unknown: ['running', 'done', 'failed', 'refused', 'queued'],
  running: ['done', 'failed', 'lost'],
  lost: ['running', 'done', 'failed'],
  done: [],
  failed: [],
  refused: [],
};

/** Whether the record is known to have become a run, or never to become one. */
function hasLeft(state: RunState): boolean {
  return state !== 'queued' && state !== 'sending' && state !== 'unknown';
}

/** States that say that nothing was started. */
const NOTHING_STARTED: ReadonlySet<RunState> = new Set<RunState>(['queued', 'refused']);

/** See {@link createRules}. */
export type Rules = {
  /** The facts about a key. */
  factsOf(key: string): KeyFacts;
  /** An operator asks for a launch. */
  pressed(): void;
  /** The desk says that it is written down. */
  written(id: string, isKept: () => boolean): void;
  removed(id: string): void;
  /** A store wrote `after` in place of `before`. */
  wrote(browser: string, before: RunRecord | null, after: RunRecord): void;
  /** A page of `browser` sends a launch. Gives what to call when its answer is here, or given up. */
  leaves(browser: string, key: string): () => void;
  forwarded(key: string | null): void;
  started(key: string | null): void;
  linked(key: string, runId: string): void;
  /** What has to hold at the end. `kept` are the records of all stores. */
  judge(kept: readonly RunRecord[]): void;
};

/** A record that this browser sends itself; others are followed only. */
export function isOwn(record: RunRecord): boolean {
  return !('origin' in record) || (record as { origin: unknown }).origin !== 'elsewhere';
}

function runIdOf(self: string): string {
  return self.split('?', 1)[0]?.split('/').at(-1) ?? '';
}

/** Rules that have seen nothing yet. */
export function createRules(
  journal: Journal,
  { sharedLock, storageFaults }: Pick<Conditions, 'sharedLock' | 'storageFaults'>,
): Rules {
  /** A tab that cannot save goes on with a copy of its own. */
  const mayFork = storageFaults > 0;
  const facts = new Map<string, KeyFacts>();
  const owners = new Map<string, string>();
  const current = new Map<string, RunRecord>();
  /** Launches that were written down, and whether what wrote them down is still there. */
  const launches = new Map<string, () => boolean>();
  const keysOf = new Map<string, Set<string>>();
  let presses = 0;
  const gone = new Set<string>();
  const underWay = new Map<string, number>();
  const violate = (rule: string, what: string) => {
    journal.violate(rule, what);
  };

  const factsOf = (key: string): KeyFacts => {
    const known = facts.get(key);
    if (known !== undefined) return known;
    const fresh: KeyFacts = { forwarded: 0, runs: 0, runIds: new Set() };
    facts.set(key, fresh);
    return fresh;
  };
  const runsOf = ({ attempts }: RunRecord) =>
    attempts.reduce((sum, { key }) => sum + (facts.get(key)?.runs ?? 0), 0);
  /** Runs for all keys that were ever made for a record, in whatever copy of it. */
  const allRunsOf = (id: string) =>
    [...(keysOf.get(id) ?? [])].reduce((sum, key) => sum + (facts.get(key)?.runs ?? 0), 0);
  const short = (id: string) => id.slice(0, 8);

  function checkAttempts(before: RunRecord | null, after: RunRecord) {
    const old = before?.attempts ?? [];
    if (old.some(({ key }, index) => after.attempts[index]?.key !== key)) {
      violate('attempts are only added', short(after.id));
    }
    for (const { key } of after.attempts.slice(old.length)) {
      const owner = owners.get(key);
      if (owner !== undefined && (owner !== after.id || !mayFork))
        violate('a key belongs to one attempt', `${short(key)} of ${short(owner)}`);
      owners.set(key, after.id);
      keysOf.set(after.id, (keysOf.get(after.id) ?? new Set()).add(key));
      if (old.some((attempt) => factsOf(attempt.key).runs > 0)) {
        violate('a new attempt needs proof', `${short(after.id)} has a run already`);
      }
    }
    if (after.attempts.length > 0 && after.attempts[0]?.key !== after.id) {
      violate('the first key is the id', short(after.id));
    }
  }

  function checkStep(before: RunRecord | null, after: RunRecord) {
    const from = before?.state ?? 'queued';
    if (from !== after.state) {
      journal.count(`step ${from} → ${after.state}`);
      // *Save again* writes a copy over an older one, and with it several steps at once.
      const isCopied = mayFork && !hasLeft(from);
      if (!isCopied && !STEPS[from].includes(after.state)) {
        violate('steps follow the graph', `${short(after.id)} ${from} → ${after.state}`);
      }
    }
    // A queued record may have a run that it does not know of yet: a copy of its request got through behind its back.
    if (after.state === 'refused' && runsOf(after) > 0) {
      violate('refused only without a run', short(after.id));
    }
  }

  function checkLink({ id, attempts, self }: RunRecord) {
    if (self === null) return;
    const runId = runIdOf(self);
    if (!attempts.some(({ key }) => factsOf(key).runIds.has(runId))) {
      violate('a record follows its own run', `${short(id)} follows ${runId}`);
    }
  }

  return {
    factsOf,
    pressed() {
      presses += 1;
    },
    written: (id, isKept) => launches.set(id, isKept),
    removed(id) {
      gone.add(id);
      const state = current.get(id)?.state;
      // Of several copies the one that was removed may be an old one.
      if (state === 'sending' && !mayFork) violate('a launch under way is not removed', short(id));
      if (state === 'queued' && allRunsOf(id) > 0) journal.count('queued with a run, removed');
    },
    wrote(browser, before, after) {
      journal.note(
        () =>
          `${browser} record ${short(after.id)} ${before?.state ?? 'new'} → ${after.state}` +
          ` (attempts ${String(after.attempts.length)}${after.failure === null ? '' : `, ${after.failure.kind} ${after.failure.code ?? ''}`})`,
      );
      if (!isOwn(after)) return;
      current.set(after.id, after);
      checkAttempts(before, after);
      checkStep(before, after);
      checkLink(after);
    },
    leaves(browser, key) {
      const record = current.get(owners.get(key) ?? '');
      if (sharedLock && !mayFork && (record?.state !== 'sending' || record.attempts.at(-1)?.key !== key)) {
        violate('written down before it leaves', short(key));
      }
      const count = (underWay.get(browser) ?? 0) + 1;
      underWay.set(browser, count);
      // Without a lock that tabs share only the claim in storage and the ledger stand between two tabs.
      if (sharedLock && count > 1)
        violate('one launch at a time', `${browser} has ${String(count)} under way`);
      let isOver = false;
      return () => {
        if (!isOver) underWay.set(browser, (underWay.get(browser) ?? 1) - 1);
        isOver = true;
      };
    },
    forwarded(key) {
      if (key === null) {
        violate('a launch carries a key', 'forwarded without one');
        return;
      }
      const known = factsOf(key);
      known.forwarded += 1;
      if (known.forwarded > 1) violate('a key is forwarded once', short(key));
      const last = current.get(owners.get(key) ?? '')?.attempts.at(-1)?.key;
      if (!mayFork && last !== undefined && last !== key) {
        violate('what another attempt has replaced stays unsent', short(key));
      }
    },
    started(key) {
      if (key === null || !owners.has(key)) {
        violate('no run without a launch', String(key));
        return;
      }
      const known = factsOf(key);
      known.runs += 1;
      const record = current.get(owners.get(key) ?? '');
      if (record !== undefined && allRunsOf(record.id) > 1) violate('one run a launch', short(record.id));
      if (record?.state === 'refused' && !mayFork && !gone.has(record.id)) {
        violate('no run for a launch that was given up', short(record.id));
      }
    },
    linked: (key, runId) => factsOf(key).runIds.add(runId),
    judge(kept) {
      const byId = new Map(kept.filter(isOwn).map((record) => [record.id, record]));
      for (const [id, isKept] of launches) {
        if (!byId.has(id) && !gone.has(id) && isKept()) violate('no record is lost', short(id));
      }
      for (const [key, { runs }] of facts) {
        const owner = owners.get(key);
        if (runs === 0 || owner === undefined || gone.has(owner)) continue;
        // Told to the operator: this tab saves nothing.
        if (mayFork && launches.get(owner)?.() !== true) continue;
        const record = byId.get(owner);
        if (record === undefined) violate('every run has a card', short(key));
        else if (
          NOTHING_STARTED.has(record.state) &&
          record.attempts.some((attempt) => attempt.key === key)
        ) {
          violate('every run has a card that admits it', `${short(owner)} is ${record.state}`);
        }
      }
      for (const record of current.values()) {
        if (allRunsOf(record.id) > 1) violate('one run a launch', short(record.id));
      }
      if (current.size > presses) {
        violate('a record comes from a press', `${String(current.size)} from ${String(presses)}`);
      }
    },
  };
}
