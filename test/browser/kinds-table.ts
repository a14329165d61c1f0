// The failure catalogue once more, in the words that operators read: what a panel of each kind is called, all that it may offer, and
// what it must never say. Written apart from the product's own table, so that the two cannot share a mistake.
import type { FailureKind } from '../../src/records/failure-kind.ts';

type KindRow = {
  readonly title: string;
  /** The words of the first button; `countdown` where there is nothing to press, null where there is no such action. */
  readonly primary: string | null;
  /** Everything else that a panel of this kind may offer, beside what *Details* holds. */
  readonly secondary: readonly string[];
  /** What would be a lie, a guess or a wrong step. */
  readonly never?: RegExp;
};

/** A button that starts a run says what that takes. */
export const RUN_AGAIN = 'Run again · uses 1 of 3 slots';
export const RUN_AGAIN_WITH_THIS_KEY = 'Run again with this key · uses 1 of 3 slots';
export const START_ANOTHER = 'Start another anyway · uses 1 of 3 slots';

/** By kind, as in the failure table. */
export const KIND_ROWS: Readonly<Record<FailureKind, KindRow>> = {
  'settings-refused': { title: 'Check these settings', primary: 'Edit and run', secondary: ['Copy details'] },
  'page-link-refused': {
    title: 'This page link stopped working',
    primary: 'Reload from first page',
    secondary: ['Export rows already loaded'],
    never: /run again/i,
  },
  'key-refused': {
    title: 'Key not accepted',
    primary: 'Enter key',
    secondary: ['Open saved copies'],
    never: /\bfailed\b/i,
  },
  'scope-missing': {
    title: 'This key lacks a permission',
    primary: 'Use a key with more scopes',
    secondary: ['Copy request for administrator', 'Keep old key for current runs'],
  },
  'run-key-mismatch': {
    title: 'Wrong key for this run',
    primary: 'Switch key',
    secondary: ['Hide card'],
    never: /expired/i,
  },
  'not-downloadable': {
    title: 'This attachment cannot be downloaded',
    primary: null,
    secondary: ['Copy details'],
    never: /permission|scope/i,
  },
  'result-expired': {
    title: 'Result expired',
    primary: RUN_AGAIN,
    secondary: ['Open saved copy', 'Edit and run'],
    never: /not found/i,
  },
  'result-other-key': {
    title: 'Belongs to another key',
    primary: 'Switch key',
    secondary: [RUN_AGAIN_WITH_THIS_KEY, 'Open saved copy'],
    never: /expired|deleted/i,
  },
  'mailbox-out-of-reach': {
    title: 'Mailbox out of reach',
    primary: 'Choose another mailbox',
    secondary: ['Refresh mailbox list', 'Copy request for administrator'],
    never: /\bexists\b|deleted/i,
  },
  'result-missing': {
    title: 'Result cannot be found',
    primary: 'Check once more',
    secondary: [RUN_AGAIN, 'Open saved copy'],
    never: /expired/i,
  },
  'not-recognised': {
    title: 'Address not recognised',
    primary: 'Check connection',
    secondary: ['Copy details'],
    never: /\bruns?\b/i,
  },
  'rate-limited': {
    title: 'Paused: too many requests',
    primary: 'countdown',
    secondary: ['What used the budget'],
    never: /\bfailed\b/i,
  },
  'slots-full': {
    title: 'Three reports are running',
    primary: 'Keep in queue',
    secondary: ['Remove from queue'],
  },
  'limit-undecided': { title: 'Limit reached', primary: 'countdown', secondary: ['Remove from queue'] },
  'update-delayed': {
    title: 'Update delayed',
    primary: 'Check now',
    secondary: ['Pause updates'],
    never: /\bfailed\b/i,
  },
  'outcome-unknown': {
    title: 'Not sure it started',
    primary: 'Keep waiting',
    secondary: ['Treat as not started', START_ANOTHER],
    never: /\bfailed\b/i,
  },
  'not-sent': { title: 'Not sent', primary: 'Keep in queue', secondary: ['Remove from queue'] },
  'connection-lost': {
    title: 'Connection lost',
    primary: 'Reconnect now',
    secondary: ['Open saved copies'],
  },
  'started-without-link': {
    title: 'Started, but its link was lost',
    primary: 'Keep waiting',
    secondary: [START_ANOTHER],
    never: /\bfailed\b/i,
  },
  'answer-not-understood': {
    title: 'Answer not understood',
    primary: 'Check once more',
    secondary: ['Show raw reply'],
  },
  'report-failed': {
    title: 'Report failed while running',
    primary: RUN_AGAIN,
    secondary: ['Edit and run'],
  },
  overdue: {
    title: 'Taking longer than expected',
    primary: 'Keep watching',
    secondary: ['Slower updates'],
    never: /\bfailed\b/i,
  },
  'copy-not-saved': {
    title: 'Copy not saved',
    primary: 'Export now',
    secondary: ['Free space'],
  },
  'signed-out': {
    title: 'Signed out of this desk',
    primary: 'Sign in',
    secondary: [],
    never: /\bfailed\b/i,
  },
  'desk-refused': {
    title: 'This desk refused the request',
    primary: 'Copy details',
    secondary: ['Check connection'],
    never: /\bthe key\b|\bthe run\b/i,
  },
  crashed: {
    title: 'Something broke in this panel',
    primary: 'Reload this panel',
    secondary: ['Copy details'],
  },
};

/** Words that no failure is told in, and steps that no failure offers: there is no stopping a run, and nothing is tried blindly. */
export const NEVER_SAID = /\binvalid\b|\bforbidden\b|\boops\b|\bretry\b|\btry again\b|\bcancel\b|!/i;
