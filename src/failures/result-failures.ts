// The catalogue's rows for runs and their results: polls, pages, downloads and saved copies (failures.md).
import { MAILBOXES_PATH, pathOf } from '#src/contract/endpoints.ts';
import { REQUESTS_PER_MINUTE, RESULT_LIFETIME_HOURS } from '#src/contract/limits.ts';
import type { Entries } from './entry.ts';
import * as names from './panel-words.tsx';
import {
  atTime,
  isAboutRun,
  isLaunch,
  keyName,
  listed,
  mailboxName,
  nextTry,
  paragraph,
  when,
} from './phrases.ts';
import * as words from './result-words.ts';
import type { FailureView } from './view.ts';

/** What a new run of an expired result would show. */
function numbersOfNewRun({ final }: FailureView): string {
  if (final === true) return words.sameNumbers;
  if (final === false) return words.otherNumbers;
  return words.eitherNumbers;
}

function lastGood(view: FailureView, now: number): string {
  return view.lastGoodAt === undefined || view.lastGoodAt === null
    ? words.noneGood
    : words.lastGood(when(view.lastGoodAt, now, view));
}

function checked(view: FailureView, now: number): string {
  const key = keyName(view, names.keyThatStarted);
  const mailbox = mailboxName(view, names.launchedMailbox);
  return view.launchedAt === undefined
    ? words.checked(RESULT_LIFETIME_HOURS, key, mailbox)
    : words.checkedOfAge(when(view.launchedAt, now, view), RESULT_LIFETIME_HOURS, key, mailbox);
}

/** What a key that is not loaded keeps from happening. */
function behindOtherKey(view: FailureView): string {
  const key = keyName(view, names.aKey);
  if (isLaunch(view)) return words.toBeSentWith(key);
  return pathOf(view.target) === MAILBOXES_PATH ? words.toBeReadWith(key) : words.madeWith(key);
}

/** Why an attachment has no content to give, and where to look instead. */
function whyNoContent({ attachment }: FailureView): readonly string[] {
  const what = attachment ?? 'other';
  return [words.noContent[what], words.inTheMailbox[what]];
}

/** Rows of the catalogue by kind. */
export const RESULT_FAILURES = {
  'page-link-refused': {
    title: words.linkStoppedWorking,
    tone: 'waiting',
    icon: 'lost',
    said: () => [words.runIsIntact, words.readsAnew],
    primary: 'reload-first-page',
    secondary: ['export-loaded-rows'],
  },
  'run-key-mismatch': {
    title: words.wrongKey,
    tone: 'waiting',
    icon: 'key',
    said: (view) => [words.onlyStartingKey(keyName(view, names.thisKey)), words.updatesStop],
    primary: 'switch-key',
    secondary: ['hide-card'],
  },
  'not-downloadable': {
    title: words.cannotBeDownloaded,
    tone: 'neutral',
    icon: 'refused',
    said: whyNoContent,
    primary: null,
    secondary: ['copy-details'],
  },
  'result-expired': {
    title: words.resultExpired,
    tone: 'neutral',
    icon: 'expired',
    said: (view, { now }) => [
      view.expiresAt === undefined
        ? words.keptHours(RESULT_LIFETIME_HOURS)
        : words.keptHoursUntil(RESULT_LIFETIME_HOURS, when(view.expiresAt, now, view)),
      numbersOfNewRun(view),
    ],
    primary: 'run-again',
    secondary: ['open-saved-copy', 'edit-and-run'],
  },
  'result-other-key': {
    title: words.otherKey,
    tone: 'neutral',
    icon: 'key',
    said: (view) => [
      behindOtherKey(view),
      paragraph(
        words.switchToGoOn,
        view.otherKeyLabel === undefined ? '' : words.newRunWith(keyName({ keyLabel: view.otherKeyLabel })),
      ),
    ],
    primary: 'switch-key',
    secondary: ['run-again-with-this-key', 'open-saved-copy'],
  },
  'result-missing': {
    title: words.cannotBeFound,
    tone: 'danger',
    icon: 'lost',
    said: (view, { now }) => [
      view.expiresAt !== undefined && now >= view.expiresAt
        ? words.notFoundThen(when(view.expiresAt, now, view))
        : words.notFound,
      checked(view, now),
      ...listed(view, now),
      nextTry(view, now, words.checkOrRun),
    ],
    primary: 'check-once-more',
    secondary: ['run-again', 'open-saved-copy'],
  },
  'rate-limited': {
    title: words.tooManyRequests,
    tone: 'waiting',
    icon: 'waiting',
    said: (view, { now }) => [
      words.requestsUsedUp(REQUESTS_PER_MINUTE),
      view.retryAt === null || view.retryAt <= now
        ? words.continues
        : words.continuesAt(atTime(view.retryAt, now, view)),
    ],
    primary: 'countdown',
    secondary: ['show-budget'],
  },
  'update-delayed': {
    title: words.updateDelayed,
    tone: 'waiting',
    icon: 'refresh',
    said: (view, { now }) => [
      paragraph(lastGood(view, now), isAboutRun(view) ? words.runUnaffected : words.runsUnaffected),
      nextTry(view, now, words.checkNowReads),
    ],
    primary: 'check-now',
    secondary: ['pause-updates'],
  },
  'answer-not-understood': {
    title: words.notUnderstood,
    tone: 'waiting',
    icon: 'doubt',
    said: (view, { now }) => [
      paragraph(words.undocumentedForm, lastGood(view, now)),
      nextTry(view, now, words.checkOnceMoreReads),
    ],
    primary: 'check-once-more',
    secondary: ['show-raw-reply'],
  },
  'copy-not-saved': {
    title: words.copyNotSaved,
    tone: 'danger',
    icon: 'alert',
    said: (view, { now }) => [
      words.noRoom,
      view.expiresAt === undefined
        ? words.staysHours(RESULT_LIFETIME_HOURS)
        : words.staysUntil(when(view.expiresAt, now, view)),
    ],
    primary: 'export-now',
    secondary: ['free-space'],
  },
} as const satisfies Entries;
