// The catalogue's rows for runs and their results: polls, pages, downloads and saved copies (failures.md).
import { MAILBOXES_PATH, pathOf } from '#src/contract/endpoints.ts';
import { REQUESTS_PER_MINUTE, RESULT_LIFETIME_HOURS } from '#src/contract/limits.ts';
import type { Entries } from './entry.ts';
import type { FailureView } from './view.ts';
import {
  atTime,
  isAboutRun,
  isLaunch,
  keyName,
  listed,
  mailboxName,
  nextTry,
  paragraph,
  sentence,
  when,
} from './words.ts';

/** What a new run of an expired result would show. */
function numbersOfNewRun({ final }: FailureView): string {
  if (final === true) return 'All its periods were final: running it again gives the same numbers.';
  if (final === false) return 'Its last period was still open: running it again may give other numbers.';
  return 'For periods that were final the numbers will be the same; for an open period they may have moved.';
}

function lastGood(view: FailureView, now: number): string {
  return view.lastGoodAt === undefined || view.lastGoodAt === null
    ? 'No good answer has come yet.'
    : `The last good update was ${when(view.lastGoodAt, now, view)}.`;
}

function checked(view: FailureView, now: number): string {
  const age = view.launchedAt === undefined ? '' : `launched ${when(view.launchedAt, now, view)}, and `;
  return `What was checked. Its age: ${age}results are kept ${RESULT_LIFETIME_HOURS} hours. Its key: ${keyName(view, 'the one that started it')}. Its mailbox: ${mailboxName(view, 'the one it was launched for')}.`;
}

/** What a key that is not loaded keeps from happening. */
function behindOtherKey(view: FailureView): string {
  if (isLaunch(view)) return 'It waits in the queue and is sent when that key is loaded.';
  if (pathOf(view.target) === MAILBOXES_PATH) return 'Its mailbox list opens only with that key.';
  return 'Results open only with the key that started them.';
}

/** Why an attachment has no content to give, and where to look instead. */
const NO_CONTENT: Readonly<Record<NonNullable<FailureView['attachment']> | 'other', readonly string[]>> = {
  link: [
    'Only file attachments can be downloaded, and this one is a link to a file that is kept elsewhere, such as in OneDrive or SharePoint.',
    'To follow it, open its message in the mailbox.',
  ],
  item: [
    'Only file attachments can be downloaded, and this one is an item of Exchange itself, such as a message, an appointment or a contact.',
    'To see it, open its message in the mailbox.',
  ],
  other: [
    'Only file attachments can be downloaded, and this one is of another kind.',
    'To see it, open its message in the mailbox.',
  ],
  gone: [
    'It is in the list of its message, but its content is gone: it was deleted or moved in Exchange, where it is read from each time.',
    'To look for it, open its message in the mailbox.',
  ],
};

/** Rows of the catalogue by kind. */
export const RESULT_FAILURES = {
  'page-link-refused': {
    title: 'This page link stopped working',
    tone: 'waiting',
    icon: 'lost',
    said: () => [
      'The run is intact. Only the link to this page of its result was refused; why is not known.',
      'Reload from first page reads the result anew and starts nothing.',
    ],
    primary: 'reload-first-page',
    secondary: ['export-loaded-rows'],
  },
  'run-key-mismatch': {
    title: 'Wrong key for this run',
    tone: 'waiting',
    icon: 'key',
    said: (view) => [
      `Only the key that started a run can read it, and the API does not let ${keyName(view, 'this key')} read this one.`,
      'The run goes on at Emailgistics; its updates stop here until the key is switched.',
    ],
    primary: 'switch-key',
    secondary: ['hide-card'],
  },
  'not-downloadable': {
    title: 'This attachment cannot be downloaded',
    tone: 'neutral',
    icon: 'refused',
    said: (view) => NO_CONTENT[view.attachment ?? 'other'],
    primary: null,
    secondary: ['copy-details'],
  },
  'result-expired': {
    title: 'Result expired',
    tone: 'neutral',
    icon: 'expired',
    said: (view, { now }) => [
      view.expiresAt === undefined
        ? `Results are kept ${RESULT_LIFETIME_HOURS} hours. The settings are kept.`
        : `Results are kept ${RESULT_LIFETIME_HOURS} hours, this one until ${when(view.expiresAt, now, view)}. The settings are kept.`,
      numbersOfNewRun(view),
    ],
    primary: 'run-again',
    secondary: ['open-saved-copy', 'edit-and-run'],
  },
  'result-other-key': {
    title: 'Belongs to another key',
    tone: 'neutral',
    icon: 'key',
    said: (view) => [
      `${sentence(isLaunch(view) ? 'to be sent' : pathOf(view.target) === MAILBOXES_PATH ? 'to be read' : 'made')} with ${keyName(view, 'a key')}, which is not loaded at this desk. ${behindOtherKey(view)}`,
      paragraph(
        'Switch to that key to go on.',
        view.otherKeyLabel === undefined
          ? ''
          : `Run again with this key starts a new run with ${keyName({ keyLabel: view.otherKeyLabel })}.`,
      ),
    ],
    primary: 'switch-key',
    secondary: ['run-again-with-this-key', 'open-saved-copy'],
  },
  'result-missing': {
    title: 'Result cannot be found',
    tone: 'danger',
    icon: 'lost',
    said: (view, { now }) => [
      view.expiresAt !== undefined && now >= view.expiresAt
        ? `The API did not find this result while it should still have been there, until ${when(view.expiresAt, now, view)}. Why is not known.`
        : 'The API does not find this result, and it should still be there. Why is not known.',
      checked(view, now),
      ...listed(view, now),
      nextTry(view, now, 'Check once more only looks again. Run again makes a new run.'),
    ],
    primary: 'check-once-more',
    secondary: ['run-again', 'open-saved-copy'],
  },
  'rate-limited': {
    title: 'Paused: too many requests',
    tone: 'waiting',
    icon: 'waiting',
    said: (view, { now }) => [
      `The account allows ${REQUESTS_PER_MINUTE} requests a minute for all keys and tools together, and they are used up.`,
      view.retryAt === null || view.retryAt <= now
        ? 'It continues by itself. Runs carry on at Emailgistics.'
        : `It continues ${atTime(view.retryAt, now, view)}, by itself. Runs carry on at Emailgistics.`,
    ],
    primary: 'countdown',
    secondary: ['show-budget'],
  },
  'update-delayed': {
    title: 'Update delayed',
    tone: 'waiting',
    icon: 'refresh',
    said: (view, { now }) => [
      `${lastGood(view, now)} The service, or the way to it, had a fault; ${isAboutRun(view) ? 'the run is' : 'runs are'} most likely unaffected.`,
      nextTry(view, now, 'Check now asks again; it only reads.'),
    ],
    primary: 'check-now',
    secondary: ['pause-updates'],
  },
  'answer-not-understood': {
    title: 'Answer not understood',
    tone: 'waiting',
    icon: 'doubt',
    said: (view, { now }) => [
      `An answer came that is not in the documented form. The last good data is kept. ${lastGood(view, now)}`,
      nextTry(view, now, 'Check once more asks again; it only reads.'),
    ],
    primary: 'check-once-more',
    secondary: ['show-raw-reply'],
  },
  'copy-not-saved': {
    title: 'Copy not saved',
    tone: 'danger',
    icon: 'alert',
    said: (view, { now }) => [
      'This browser has no room for the copy, or does not allow it to be stored. No part of it was kept.',
      view.expiresAt === undefined
        ? `The result stays at Emailgistics for ${RESULT_LIFETIME_HOURS} hours after its launch. Export it before then, or free space and save it again.`
        : `The result stays at Emailgistics until ${when(view.expiresAt, now, view)}. Export it before then, or free space and save it again.`,
    ],
    primary: 'export-now',
    secondary: ['free-space'],
  },
} as const satisfies Entries;
