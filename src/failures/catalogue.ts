// The catalogue: one total table from the kind of a failure to its words and actions (failures.md).
import type { FailureKind } from '#src/records/failure-kind.ts';
import type { Tone } from '#src/ui/status.tsx';
import type { ActionId } from './actions.ts';
import { DESK_FAILURES } from './desk-failures.ts';
import type { FailureEntry } from './entry.ts';
import { LAUNCH_FAILURES } from './launch-failures.ts';
import { RESULT_FAILURES } from './result-failures.ts';
import type { FailureView } from './view.ts';

/** Every kind's row; a kind without one does not compile. */
export const CATALOGUE: Readonly<Record<FailureKind, FailureEntry>> = {
  ...LAUNCH_FAILURES,
  ...RESULT_FAILURES,
  ...DESK_FAILURES,
};

/** The tone of a panel: a result that is missing is in doubt until the second look has been made. */
export function toneOf({ kind, retryAt }: Pick<FailureView, 'kind' | 'retryAt'>): Tone {
  return kind === 'result-missing' && retryAt !== null ? 'waiting' : CATALOGUE[kind].tone;
}

/** Launches of unknown outcome. */
const IN_DOUBT: ReadonlySet<FailureKind> = new Set(['outcome-unknown', 'started-without-link']);

/** What a panel offers. */
export type Offer = {
  readonly primary: ActionId | 'countdown' | null;
  readonly secondary: readonly ActionId[];
};

/**
 * The actions of a failure as the catalogue has them, less those for which `can` is false. Two rows depend on more than the kind:
 * the saved copy of a final result comes first, and a launch that no longer waits in the queue is run again.
 */
export function offerOf(view: FailureView, can: (id: ActionId) => boolean): Offer {
  const { primary, secondary } = rowOf(view, can);
  return {
    primary: primary === null || primary === 'countdown' || can(primary) ? primary : null,
    secondary: secondary.filter((id) => can(id)),
  };
}

function rowOf({ kind, final, queued, slotUntil }: FailureView, can: (id: ActionId) => boolean): Offer {
  if (kind === 'result-expired' && final === true && can('open-saved-copy')) {
    return { primary: 'open-saved-copy', secondary: ['run-again', 'edit-and-run'] };
  }
  if (kind === 'not-sent' && queued === false) return { primary: 'run-again', secondary: ['edit-and-run'] };
  // The operator let it go, or its half hour is over: nothing is left to wait for.
  if (IN_DOUBT.has(kind) && slotUntil === null) {
    return { primary: 'run-again', secondary: ['edit-and-run'] };
  }
  return CATALOGUE[kind];
}
