// What an operator may do with a record, and why not: a disabled button explains itself.
import type { ShownState } from './shown-state.ts';

/** The operator's verbs on a record. */
export type RunAction = 'open-result' | 'run-again' | 'remove-card' | 'remove-from-queue';

/** `why` is a whole sentence, for the operator. */
export type Permission = { readonly allowed: true } | { readonly allowed: false; readonly why: string };

const YES: Permission = { allowed: true };
const no = (why: string): Permission => ({ allowed: false, why });

const NOT_SENT_YET = no('It is still in the queue.');
const NOT_ENDED = no('It has not ended yet.');
const ONLY_TRACE = no('It may hold a slot, and this card is the only way to follow it.');
const NO_RESULT = no('It has no result.');
const NO_KEY = no('Its key is not loaded here.');
const NOT_QUEUED = no('It is not in the queue.');
const IN_DOUBT = no('It may be running already. “Start another anyway” makes a second run.');

const OPEN_RESULT: Readonly<Record<ShownState, Permission>> = {
  queued: NOT_SENT_YET,
  sending: NOT_ENDED,
  running: NOT_ENDED,
  overdue: NOT_ENDED,
  done: YES,
  failed: NO_RESULT,
  refused: NO_RESULT,
  unknown: NO_RESULT,
  lost: no('Its result cannot be found.'),
  expired: no('Results are kept 24 hours. Run it again.'),
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
  queued: no('Remove it from the queue instead.'),
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

/** Whether `action` makes sense for a record in `state`. */
export function can(action: RunAction, state: ShownState): Permission {
  switch (action) {
    case 'open-result':
      return OPEN_RESULT[state];
    case 'run-again':
      return RUN_AGAIN[state];
    case 'remove-card':
      return REMOVE_CARD[state];
    case 'remove-from-queue':
      return state === 'queued' ? YES : NOT_QUEUED;
  }
}
