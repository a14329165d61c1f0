// What an operator may do with a record, and why not: a disabled button explains itself.
import type { ShownState } from './shown-state.ts';
import * as words from './words.ts';

/** The operator's verbs on a record. */
export type RunAction = 'open-result' | 'run-again' | 'remove-card' | 'remove-from-queue';

/** `why` is a whole sentence, for the operator. */
export type Permission = { readonly allowed: true } | { readonly allowed: false; readonly why: string };

const YES: Permission = { allowed: true };
const no = (why: string): Permission => ({ allowed: false, why });

const NOT_SENT_YET = no(words.notSentYet);
const NOT_ENDED = no(words.notEnded);
const ONLY_TRACE = no(words.onlyTrace);
const NO_RESULT = no(words.noResult);
const NO_KEY = no(words.noKey);
const NOT_QUEUED = no(words.notQueued);
const IN_DOUBT = no(words.inDoubt);

const OPEN_RESULT: Readonly<Record<ShownState, Permission>> = {
  queued: NOT_SENT_YET,
  sending: NOT_ENDED,
  running: NOT_ENDED,
  overdue: NOT_ENDED,
  done: YES,
  failed: NO_RESULT,
  refused: NO_RESULT,
  unknown: NO_RESULT,
  lost: no(words.resultLost),
  expired: no(words.resultExpired),
  'needs-key': NO_KEY,
};

const RUN_AGAIN: Readonly<Record<ShownState, Permission>> = {
  queued: NOT_SENT_YET,
  sending: NOT_ENDED,
  running: NOT_ENDED,
  overdue: NOT_ENDED,
  done: YES,
  failed: YES,
  refused: YES,
  unknown: IN_DOUBT,
  lost: YES,
  expired: YES,
  'needs-key': NO_KEY,
};

const REMOVE_CARD: Readonly<Record<ShownState, Permission>> = {
  queued: no(words.removeFromQueueInstead),
  sending: ONLY_TRACE,
  running: ONLY_TRACE,
  overdue: ONLY_TRACE,
  done: YES,
  failed: YES,
  refused: YES,
  unknown: ONLY_TRACE,
  lost: YES,
  expired: YES,
  'needs-key': YES,
};

/**
 * Whether `action` makes sense for a record in `state`. One whose outcome is not known may go once the operator has said that it
 * counts as not started (`released`): it holds no slot then and stands in nobody's way.
 */
export function can(action: RunAction, state: ShownState, released = false): Permission {
  switch (action) {
    case 'open-result':
      return OPEN_RESULT[state];
    case 'run-again':
      return RUN_AGAIN[state];
    case 'remove-card':
      return state === 'unknown' && released ? YES : REMOVE_CARD[state];
    case 'remove-from-queue':
      return state === 'queued' ? YES : NOT_QUEUED;
  }
}
