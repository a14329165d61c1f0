// The catalogue's rows for launches: refused, held up, or of unknown outcome (failures.md).
import type { DeskCode } from '#src/contract/desk.ts';
import { LONGEST_RUN_MS } from '#src/contract/limits.ts';
import { formatDuration } from '#src/ui/time-format.ts';
import { formatList } from '#src/ui/number-format.ts';
import type { Entries, Telling } from './entry.ts';
import * as words from './launch-words.ts';
import * as names from './panel-words.tsx';
import {
  atTime,
  isLaunch,
  keyName,
  listed,
  mailboxName,
  nextTry,
  paragraph,
  plainText,
  reasonOf,
  scopesNeeded,
  sentence,
  when,
} from './phrases.ts';
import type { FailureView } from './view.ts';

const OUTCOME_UNKNOWN: DeskCode = 'outcome-unknown';

/** How long a launch whose outcome is not known stands for a slot. */
function slotHeld(view: FailureView, { now }: Telling): string {
  if (view.slotUntil === undefined) {
    return words.holdsSlotFor(formatDuration(LONGEST_RUN_MS));
  }
  if (view.slotUntil === null || view.slotUntil <= now) return words.holdsNoSlot;
  return words.holdsSlotUntil(when(view.slotUntil, now, view));
}

/** What came back to a launch; *Details* has it to the letter. */
function cameBack({ status, code }: FailureView): string {
  if (status === null) return words.nothingCameBack;
  if (status < 300) return words.unreadableCameBack;
  return code === OUTCOME_UNKNOWN ? words.noWholeAnswer : words.faultCameBack;
}

/** What is known of a launch whose outcome is not: when it left, what came back, and what that means for the slots. */
function known(view: FailureView, { now }: Telling): string {
  const { launchedAt, slots } = view;
  return paragraph(
    launchedAt === undefined ? '' : words.sentAt(when(launchedAt, now, view)),
    cameBack(view),
    slots === undefined ? '' : words.slotsByRecord(slots.used, slots.total),
  );
}

function scopes(view: FailureView): string[] {
  const needed = scopesNeeded(view);
  if (needed.length === 0) return [words.scopesUnknown];
  const works = needed.filter((scope) => view.scopesKnown?.includes(scope) === true);
  const open = needed.filter((scope) => !works.includes(scope));
  return [
    words.scopesNeeded(formatList(needed)),
    works.length === 0 ? '' : words.scopesThatWork(keyName(view), formatList(works)),
    open.length === 0 ? words.nothingElseSaid : words.scopesInDoubt(formatList(open)),
  ];
}

/** Rows of the catalogue by kind. */
export const LAUNCH_FAILURES = {
  'settings-refused': {
    title: words.checkTheseSettings,
    tone: 'danger',
    icon: 'alert',
    said: (view) => [
      words.nothingLost,
      reasonOf(view, 'service'),
      view.field === undefined ? words.changeSettings : words.changeField(plainText(view.field)),
    ],
    primary: 'edit-and-run',
    secondary: ['copy-details'],
  },
  'scope-missing': {
    title: words.lacksPermission,
    tone: 'danger',
    icon: 'lock',
    said: (view) => [
      paragraph(isLaunch(view) ? words.notStarted : '', ...scopes(view)),
      words.keysCannotBeEdited,
      paragraph(
        words.keepPresentKey(keyName(view, names.presentKey)),
        view.keyInUse === undefined || view.keyInUse === '' ? '' : words.keyHas(view.keyInUse),
      ),
    ],
    primary: 'use-key-with-more-scopes',
    secondary: ['copy-request', 'keep-old-key'],
  },
  'mailbox-out-of-reach': {
    title: words.mailboxOutOfReach,
    tone: 'danger',
    icon: 'alert',
    said: (view, { now }) => [
      words.outsideList(sentence(mailboxName(view)), keyName(view, names.thisKey)),
      ...listed(view, now),
      words.chooseOrRefresh,
    ],
    primary: 'choose-mailbox',
    secondary: ['refresh-mailboxes', 'copy-request'],
  },
  'slots-full': {
    title: words.threeRunning,
    tone: 'waiting',
    icon: 'queued',
    said: (view, { now }) => [words.threeAtATime, paragraph(words.sentWhenOneEnds, nextTry(view, now, ''))],
    primary: 'keep-in-queue',
    secondary: ['remove-from-queue'],
  },
  'limit-undecided': {
    title: words.limitReached,
    tone: 'waiting',
    icon: 'waiting',
    said: (view, { now }) => [
      words.oneOfTwoLimits,
      view.retryAt === null || view.retryAt <= now
        ? words.firstInLine
        : words.firstInLineUntil(atTime(view.retryAt, now, view)),
    ],
    primary: 'countdown',
    secondary: ['remove-from-queue'],
  },
  'outcome-unknown': {
    title: words.notSure,
    tone: 'waiting',
    icon: 'doubt',
    said: (view, telling) => [
      words.sentNotKnown,
      known(view, telling),
      paragraph(slotHeld(view, telling), words.couldMakeTwo),
      words.asksLedger,
    ],
    primary: 'keep-waiting',
    secondary: ['treat-as-not-started', 'start-another'],
  },
  'not-sent': {
    title: words.notSent,
    tone: 'waiting',
    icon: 'queued',
    said: (view, { now }) =>
      view.queued === false
        ? [words.neverLeft, words.settingsKept]
        : [
            view.status === null ? words.noConnectionToDesk : words.notPassedOn,
            paragraph(words.goesOutLater, nextTry(view, now, '')),
          ],
    primary: 'keep-in-queue',
    secondary: ['remove-from-queue'],
  },
  'started-without-link': {
    title: words.linkLost,
    tone: 'waiting',
    icon: 'lost',
    said: (view, telling) => [
      words.acceptedWithoutAddress,
      known(view, telling),
      paragraph(slotHeld(view, telling), words.makesSecondRun),
    ],
    primary: 'keep-waiting',
    secondary: ['start-another'],
  },
  'report-failed': {
    title: words.reportFailed,
    tone: 'danger',
    icon: 'alert',
    said: (view) => [paragraph(words.endedWithoutResult, reasonOf(view, 'service')), words.slotIsFree],
    primary: 'run-again',
    secondary: ['edit-and-run'],
  },
  overdue: {
    title: words.takingLonger,
    tone: 'waiting',
    icon: 'waiting',
    said: (view, { now }) => [
      paragraph(
        view.launchedAt === undefined ? '' : words.launchedAt(when(view.launchedAt, now, view)),
        words.normallyDone,
      ),
      paragraph(words.stillHoldsSlot, view.slower === true ? words.keepsWatchingSlowly : words.keepsWatching),
    ],
    primary: 'keep-watching',
    secondary: ['slower-updates'],
  },
} as const satisfies Entries;
