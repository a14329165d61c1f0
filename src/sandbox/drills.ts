// The drills: every failure that a server can cause, and how an operator meets it. The words are those of the
// product; what a drill mailbox does is in behaviours.ts.
import { ATTACHMENTS_MAILBOX } from './drill-mailboxes.ts';
import type { DrillMailbox } from './drill-mailboxes.ts';

/**
 * One drill. `kind` is the failure that the operator sees, or `behaviour` where the desk must cope and nothing fails;
 * `mailbox` and `key` are the names to choose on the form; `steps` says what to do and what appears.
 */
export type Drill = { kind: string; title: string; mailbox?: string; key?: string; steps: string };

const launchOn = (kind: string, mailbox: DrillMailbox, title: string, seen: string): Drill => ({
  kind,
  title,
  mailbox,
  steps: `Launch any report for the mailbox "${mailbox}". ${seen}`,
});

/** The catalogue, in the order of the failure table; behaviours that are no failures come last. */
export const DRILLS: readonly Drill[] = [
  launchOn(
    'settings-refused',
    'Drill: settings refused',
    'A setting is out of range',
    'The card reads "Refused" with "Check these settings" and names the end of the range; use "Edit and run".',
  ),
  launchOn(
    'page-link-refused',
    'Drill: page link refused',
    'The link to the next page is refused',
    'When it is done, open the result and load the next page: "This page link stopped working"; use "Reload from first page".',
  ),
  {
    kind: 'key-refused',
    title: 'The key has expired',
    key: 'Expired',
    steps:
      'Choose the key "Expired" in the form. "Key not accepted" appears as soon as the key is used; use "Enter key", or choose another key.',
  },
  launchOn(
    'scope-missing',
    'Drill: permission missing',
    'No key may launch here',
    'The card reads "Refused" with "This key lacks a permission", whichever key is chosen.',
  ),
  {
    kind: 'scope-missing',
    title: 'Message detail needs a second permission',
    mailbox: 'Sales Department',
    key: 'Reporting only',
    steps:
      'Launch message detail for "Sales Department" with the key "Reporting only". "This key lacks a permission" appears; use "Use a key with more scopes" and give the key "Full access".',
  },
  launchOn(
    'run-key-mismatch',
    'Drill: wrong key for the run',
    'The run may not be read',
    'It starts, and the first update shows "Wrong key for this run".',
  ),
  {
    kind: 'scope-missing',
    title: 'The attachments of a message need a permission',
    mailbox: 'Drill: attachments not permitted',
    steps:
      'Launch message detail for "Drill: attachments not permitted", open the result, then a row, then its "Attachments": "This key lacks a permission", whichever key is chosen.',
  },
  {
    kind: 'not-downloadable',
    title: 'An attachment that is not a file',
    mailbox: ATTACHMENTS_MAILBOX,
    steps:
      'Launch message detail for "Drill: attachments", open the result, then a row, then its "Attachments". Download "shared folder.url" or "RE: minutes.eml": "This attachment cannot be downloaded". The file "removed.docx" is listed but gone (404). "restricted.pdf" shows "This key lacks a permission".',
  },
  {
    kind: 'result-expired',
    title: 'A result is older than 24 hours',
    mailbox: 'Sales Department',
    steps:
      'Launch a report for "Sales Department" and wait until it is done. Move the clock by 24 hours (POST /sandbox/clock {"advance":"24h"}). The card reads "Expired" with "Result expired"; use "Run again".',
  },
  {
    kind: 'result-other-key',
    title: 'The key of a run is not loaded',
    mailbox: 'Sales Department',
    key: 'Reporting only',
    steps:
      'Launch a report for "Sales Department" with the key "Reporting only". On the Connection page press "Forget key" for it. The card shows "Belongs to another key".',
  },
  launchOn(
    'mailbox-out-of-reach',
    'Drill: out of reach',
    'A listed mailbox that cannot be used',
    'The card reads "Refused" with "Mailbox out of reach"; use "Choose another mailbox".',
  ),
  launchOn(
    'result-missing',
    'Drill: result missing',
    'A young result is not there',
    'At about 40 percent the service stops finding it, for good. After a second look a minute later the card reads "Lost" with "Result cannot be found".',
  ),
  launchOn(
    'result-missing',
    'Drill: result comes back',
    'A young result is not there for two minutes',
    'From about 40 percent on it cannot be found for two minutes. When the card reads "Lost", press "Check once more" after that time: the result is back.',
  ),
  launchOn(
    'not-recognised',
    'Drill: unexpected refusal',
    'An answer that no page describes',
    'The service answers 451 with plain text. The card reads "Refused" with "Address not recognised".',
  ),
  launchOn(
    'rate-limited',
    'Drill: too many requests',
    'Updates meet the request limit for a minute',
    'The first update shows "Paused: too many requests" with a countdown; it goes on by itself.',
  ),
  launchOn(
    'rate-limited',
    'Drill: too many requests, wait 20 seconds',
    'The request limit comes with a Retry-After',
    'The first update shows "Paused: too many requests"; the service asks for 20 seconds, the desk waits at least a minute.',
  ),
  {
    kind: 'slots-full',
    title: 'Three reports run and none ends',
    mailbox: 'Drill: never ends',
    steps:
      'Launch three reports for "Drill: never ends", then any other. The fourth stays "Queued" with "Three reports are running". The slots are freed 24 hours later (POST /sandbox/clock) or by POST /sandbox/reset.',
  },
  launchOn(
    'limit-undecided',
    'Drill: limit reached',
    'A limit, but which?',
    'Slots are free, and still the service answers 429 for a minute: "Limit reached" with a countdown. A minute later the launch is accepted.',
  ),
  launchOn(
    'update-delayed',
    'Drill: updates delayed',
    'Updates fail in the first half of the run',
    '"Update delayed" shows until half of the time has passed, then the card goes on.',
  ),
  launchOn(
    'outcome-unknown',
    'Drill: 503 on launch after accepting',
    'The launch fails, but the run has started',
    'The card reads "Not sure it started". One run did start and holds a slot.',
  ),
  launchOn(
    'outcome-unknown',
    'Drill: connection dropped',
    'The connection breaks, but the run has started',
    'The card reads "Not sure it started". One run did start and holds a slot.',
  ),
  launchOn(
    'outcome-unknown',
    'Drill: HTML error page',
    'A machine in between answers 502',
    'The card reads "Not sure it started". In truth nothing was started, which nobody can see from outside.',
  ),
  launchOn(
    'outcome-unknown',
    'Drill: no answer',
    'The service never answers, but the run has started',
    'After the time limit for launches (a minute) the card reads "Not sure it started".',
  ),
  launchOn(
    'started-without-link',
    'Drill: started without link',
    'Accepted without an address to follow',
    'The card shows "Started, but its link was lost". One run did start and holds a slot.',
  ),
  launchOn(
    'started-without-link',
    'Drill: unreadable launch answer',
    'Accepted with an unreadable answer',
    'The service answers 200 with a page of HTML. The card shows "Started, but its link was lost".',
  ),
  launchOn(
    'answer-not-understood',
    'Drill: unreadable 200',
    'Updates are unreadable for a while',
    'Between 20 and 60 percent of the time updates are pages of HTML: "Answer not understood". Then the card goes on.',
  ),
  launchOn(
    'report-failed',
    'Drill: fails while running',
    'The run ends in an error',
    'At 60 percent the card reads "Failed" with "Report failed while running"; its slot is free.',
  ),
  launchOn(
    'overdue',
    'Drill: never ends',
    'A run that does not end',
    'After 30 minutes (move the clock) the card shows "Taking longer than expected". It holds its slot for 24 hours.',
  ),
  {
    kind: 'signed-out',
    title: 'Signed out of the desk',
    steps:
      'Start the desk with DESK_ACCESS_TOKEN set, sign in, then delete the cookie of the page (or restart the desk with another token). "Signed out of this desk" appears at the next request; use "Sign in".',
  },
  {
    kind: 'desk-refused',
    title: 'The desk itself refuses a launch',
    steps:
      'Make the desk refuse a launch before it is forwarded, for example by asking for more than it forwards: a very long list of domains makes the request larger than it takes. "This desk refused the request" appears, and nothing is sent.',
  },
  launchOn(
    'behaviour',
    'Drill: slow',
    'A run of ten minutes',
    'Progress is quick at first and slow at the end; the card waits for it.',
  ),
  launchOn(
    'behaviour',
    'Drill: huge result',
    '100,000 rows',
    'Open the result and use "Load all rows": 100,000 rows of twelve columns.',
  ),
  launchOn(
    'behaviour',
    'Drill: odd fields',
    'Fields nobody has seen',
    'Open the result: nested, mixed, empty and hostile values are shown as text, and no field is dropped.',
  ),
  launchOn(
    'behaviour',
    'Drill: broken rows',
    'Some rows are no rows',
    'Open the result: the rows that can be read are shown, and the others are counted.',
  ),
  launchOn(
    'behaviour',
    'Drill: unknown status',
    'A status nobody has seen',
    'For half of its time the run says "throttled"; the card stays "Running".',
  ),
  launchOn(
    'behaviour',
    'Drill: progress goes backwards',
    'Progress falls',
    'At half time the service takes 35 percent back; the progress shown never falls.',
  ),
  launchOn(
    'behaviour',
    'Drill: cycling pages',
    'Pages that lead in a circle',
    'Open the result and use "Load all rows": the second page links back to the first; loading stops.',
  ),
  launchOn(
    'behaviour',
    'Drill: foreign link',
    'A link to another host',
    'Open the result and load the next page: the link is not followed.',
  ),
  launchOn(
    'behaviour',
    'Drill: short pages',
    'Short and empty pages before the last one',
    'Open the result and use "Load all rows": all rows arrive, two at a time, although one page is empty.',
  ),
  {
    kind: 'behaviour',
    title: 'Attachments that are large, or have hostile names',
    mailbox: ATTACHMENTS_MAILBOX,
    steps:
      'Open the attachments of a message as above. "scans.zip" shows how far it is and can be cancelled, "recording.mp4" is too large to be held in memory, and a file whose name leads out of its folder and turns its ending round is saved under a plain one.',
  },
  launchOn(
    'behaviour',
    'Drill: deprecation notice',
    'The service announces an end',
    'Answers carry a Deprecation header; the desk shows it.',
  ),
];
