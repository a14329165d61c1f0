// The catalogue's rows for launches: refused, held up, or of unknown outcome (failures.md).
import type { DeskCode } from '#src/contract/desk.ts';
import { LONGEST_RUN_MS } from '#src/contract/limits.ts';
import { formatDuration } from '#src/ui/time-format.ts';
import { formatList } from '#src/ui/number-format.ts';
import type { Entries, Telling } from './entry.ts';
import type { FailureView } from './view.ts';
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
} from './words.ts';

const OUTCOME_UNKNOWN: DeskCode = 'outcome-unknown';

/** How long a launch whose outcome is not known stands for a slot. */
function slotHeld(view: FailureView, { now }: Telling): string {
  if (view.slotUntil === undefined) {
    return `It counts as holding a slot for up to ${formatDuration(LONGEST_RUN_MS)}.`;
  }
  if (view.slotUntil === null || view.slotUntil <= now) return 'It no longer counts as holding a slot.';
  return `It counts as holding a slot until ${when(view.slotUntil, now, view)} at the latest.`;
}

/** What came back to a launch; *Details* has it to the letter. */
function cameBack({ status, code }: FailureView): string {
  if (status === null) return 'Nothing came back.';
  if (status < 300) return 'An answer came back that cannot be read.';
  return code === OUTCOME_UNKNOWN
    ? 'No whole answer of the service came back to this desk.'
    : 'The service, or something on the way to it, answered with a fault.';
}

/** What is known of a launch whose outcome is not: when it left, what came back, and what that means for the slots. */
function known(view: FailureView, { now }: Telling): string {
  const { launchedAt, slots } = view;
  return paragraph(
    launchedAt === undefined ? '' : `It was sent ${when(launchedAt, now, view)}.`,
    cameBack(view),
    slots === undefined ? '' : `By this desk’s record ${slots.used} of ${slots.total} slots are in use.`,
  );
}

function scopes(view: FailureView): string[] {
  const needed = scopesNeeded(view);
  if (needed.length === 0) return ['Which scopes this call needs is not known.'];
  const works = needed.filter((scope) => view.scopesKnown?.includes(scope) === true);
  const open = needed.filter((scope) => !works.includes(scope));
  return [
    `This call needs ${formatList(needed)}.`,
    works.length === 0 ? '' : `Known to work with ${keyName(view)}: ${formatList(works)}.`,
    open.length === 0
      ? 'The service does not say what else is missing.'
      : `Not known to work: ${formatList(open)}.`,
  ];
}

/** Rows of the catalogue by kind. */
export const LAUNCH_FAILURES = {
  'settings-refused': {
    title: 'Check these settings',
    tone: 'danger',
    icon: 'alert',
    said: (view) => [
      'The report was not started. Nothing that was entered was lost.',
      reasonOf(view, 'The service’s reason'),
      view.field === undefined
        ? 'Change the settings, then run it.'
        : `This is about the field ${plainText(view.field)}. Change it, then run the report.`,
    ],
    primary: 'edit-and-run',
    secondary: ['copy-details'],
  },
  'scope-missing': {
    title: 'This key lacks a permission',
    tone: 'danger',
    icon: 'lock',
    said: (view) => [
      paragraph(isLaunch(view) ? 'The report was not started.' : '', ...scopes(view)),
      'Keys cannot be edited. A system administrator makes a new one in Emailgistics Admin → API Access with exactly these scopes and the same mailboxes.',
      paragraph(
        `A new key cannot open what ${keyName(view, 'the present key')} has started: keep that one until its runs have ended and their results are read.`,
        view.keyInUse === undefined || view.keyInUse === '' ? '' : `It has ${view.keyInUse}.`,
      ),
    ],
    primary: 'use-key-with-more-scopes',
    secondary: ['copy-request', 'keep-old-key'],
  },
  'mailbox-out-of-reach': {
    title: 'Mailbox out of reach',
    tone: 'danger',
    icon: 'alert',
    said: (view, { now }) => [
      `The report was not started. ${sentence(mailboxName(view))} is outside the list of ${keyName(view, 'this key')}, or it is gone: the API does not say which.`,
      ...listed(view, now),
      'Choose another mailbox, or refresh the list to see what the key reaches now. A key’s list cannot be changed: an administrator can make a key that reaches more.',
    ],
    primary: 'choose-mailbox',
    secondary: ['refresh-mailboxes', 'copy-request'],
  },
  'slots-full': {
    title: 'Three reports are running',
    tone: 'waiting',
    icon: 'queued',
    said: (view, { now }) => [
      'The account runs three reports at a time, and reports that are running cannot be stopped.',
      paragraph(
        'This one is kept in the queue and is sent by itself when one of them ends.',
        nextTry(view, now, ''),
      ),
    ],
    primary: 'keep-in-queue',
    secondary: ['remove-from-queue'],
  },
  'limit-undecided': {
    title: 'Limit reached',
    tone: 'waiting',
    icon: 'waiting',
    said: (view, { now }) => [
      'The report was not started. One of two limits is reached, and the API does not say which: the requests of this minute, or three reports running at a time. Other tools may be using the account.',
      view.retryAt === null || view.retryAt <= now
        ? 'It stays first in line and is tried again by itself.'
        : `It stays first in line and is tried again ${atTime(view.retryAt, now, view)}, by itself.`,
    ],
    primary: 'countdown',
    secondary: ['remove-from-queue'],
  },
  'outcome-unknown': {
    title: 'Not sure it started',
    tone: 'waiting',
    icon: 'doubt',
    said: (view, telling) => [
      'The launch was sent, and whether it was taken is not known. The report may be running.',
      known(view, telling),
      paragraph(slotHeld(view, telling), 'Sending it again could make two runs.'),
      'The desk keeps asking its own ledger and follows the run as soon as it is found there.',
    ],
    primary: 'keep-waiting',
    secondary: ['treat-as-not-started', 'start-another'],
  },
  'not-sent': {
    title: 'Not sent',
    tone: 'waiting',
    icon: 'queued',
    said: (view, { now }) =>
      view.queued === false
        ? [
            'Nothing was started. The launch never left this desk, and it was made too long ago to be sent by itself.',
            'Its settings are kept: run it again if the report is still wanted.',
          ]
        : [
            view.status === null
              ? 'Nothing was started: there is no connection to this desk.'
              : 'Nothing was started: this desk could not pass the launch on to Emailgistics.',
            paragraph(
              'It is kept in the queue and goes out when the connection is back.',
              nextTry(view, now, ''),
            ),
          ],
    primary: 'keep-in-queue',
    secondary: ['remove-from-queue'],
  },
  'started-without-link': {
    title: 'Started, but its link was lost',
    tone: 'waiting',
    icon: 'lost',
    said: (view, telling) => [
      'Emailgistics accepted the launch, but its answer gives no address under which the run can be followed. Its result cannot be opened here.',
      known(view, telling),
      paragraph(slotHeld(view, telling), 'Sending it again makes a second run.'),
    ],
    primary: 'keep-waiting',
    secondary: ['start-another'],
  },
  'report-failed': {
    title: 'Report failed while running',
    tone: 'danger',
    icon: 'alert',
    said: (view) => [
      `The service ended the run without a result. ${reasonOf(view, 'The service’s reason')}`,
      'Its slot is free. Run again makes a new run with the same settings; Edit and run lets them be changed first.',
    ],
    primary: 'run-again',
    secondary: ['edit-and-run'],
  },
  overdue: {
    title: 'Taking longer than expected',
    tone: 'waiting',
    icon: 'waiting',
    said: (view, { now }) => [
      paragraph(
        view.launchedAt === undefined ? '' : `It was launched ${when(view.launchedAt, now, view)}.`,
        'Reports are normally done within about 30 minutes. Why this one takes longer is not known.',
      ),
      `It still holds its slot and cannot be stopped. The desk goes on watching it${view.slower === true ? ', once a minute' : ''}.`,
    ],
    primary: 'keep-watching',
    secondary: ['slower-updates'],
  },
} as const satisfies Entries;
