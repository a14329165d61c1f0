// What one press of the button will launch: a run for each mailbox, with the period before where it is to be compared, and what of it
// the desk has already. Pure.
import { findDuplicate } from '#src/records/duplicates.ts';
import type { Duplicate, DuplicateKind } from '#src/records/duplicates.ts';
import type { LoadedKeys } from '#src/records/derived.ts';
import { fingerprintOf } from '#src/records/fingerprint.ts';
import type { RunRecord } from '#src/records/record.ts';
import type { ReadyLaunch } from './build-request.ts';
import { companionOf } from './compare-request.ts';
import type { Companion, CompanionRange } from './compare-request.ts';

/** One mailbox of a press. */
export type PlannedLaunch = {
  readonly launch: ReadyLaunch;
  /** The desk has this run: it is sent again only on purpose. */
  readonly duplicate: Duplicate | null;
  /** The period before; null where nothing is to be compared. */
  readonly companion: Companion | null;
  /** The desk has the run of the period before: it is compared with, and takes no slot. */
  readonly present: RunRecord | null;
};

/** What a plan is made against. */
export type PlanFacts = CompanionRange & {
  readonly compare: boolean;
  /** Newest first. */
  readonly records: readonly RunRecord[];
  /** Epoch ms, desk time. */
  readonly now: number;
  readonly keys: LoadedKeys;
  /** Ids of those of whose result all is saved in this browser: it can be opened there, not compared with. */
  readonly copied?: ReadonlySet<string>;
};

/** An earlier result whose last period was open, or that only another key can read, would not do. */
const WILL_DO: ReadonlySet<DuplicateKind> = new Set(['running', 'waiting', 'may-be-running', 'final']);

/** The plan for `launches`, in their order. */
export function planLaunches(launches: readonly ReadyLaunch[], facts: PlanFacts): PlannedLaunch[] {
  const { compare, records, now, keys, copied } = facts;
  const known = ({ request }: ReadyLaunch, kept?: ReadonlySet<string>) =>
    findDuplicate(fingerprintOf(request), records, now, keys, kept);
  return launches.map((launch) => {
    const companion = compare ? companionOf(launch, facts) : null;
    const found = companion?.kind === 'ready' ? known(companion.launch) : null;
    return {
      launch,
      duplicate: known(launch, copied),
      companion,
      present: found !== null && WILL_DO.has(found.kind) ? found.record : null,
    };
  });
}

/** Everything of a plan that is sent, in the order in which it is written down. */
export function sentBy(plan: readonly PlannedLaunch[]): ReadyLaunch[] {
  return plan.flatMap(({ launch, companion, present }) =>
    companion?.kind === 'ready' && present === null ? [launch, companion.launch] : [launch],
  );
}
