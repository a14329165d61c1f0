// The one launch: sent once, never again whatever comes, followed to its end, its pages read.
import { readErrorEnvelope, readRunEnvelope } from '#src/contract/envelope.ts';
import { LONGEST_RUN_MS } from '#src/contract/limits.ts';
import { launchBody } from '#src/contract/reports.ts';
import type { LaunchRequest } from '#src/contract/reports.ts';
import { isObject } from './forms.ts';
import { askOnce, bearer, CannotGoOnError } from './inspection.ts';
import type { Inspection } from './inspection.ts';
import { askForRun, readPages, targetOf } from './pages.ts';
import type { Target } from './probes.ts';
import { plainCode } from './redact.ts';
import { checkRows } from './row-checks.ts';
import { checkRun } from './run-checks.ts';
import type { Sent } from './run-checks.ts';
import { yesterdayIn } from './wall-time.ts';
import { NoAnswerError } from './wire.ts';
import type { Answer } from './wire.ts';

type Body = Readonly<Record<string, unknown>>;

/** Rows a page: a day's hours make three pages, so that links between pages are seen. */
const PAGE_SIZE = 10;
/** Wait before the first polls, and later: this part of the run's age, at most so long. In ms. */
const POLL_FLOOR_MS = 2_000;
const POLL_PART = 0.2;
const POLL_CAP_MS = 60_000;
/** How much longer than documented a run may take before that counts as a difference, and before it is left to itself. */
const ABOUT = 4 / 3;
const PATIENCE = 2;
/** Polls that fail in turn before the run is left to itself. */
const POLL_REPEATS = 6;

/** Launches Mailbox Performance by the hour for one mailbox and yesterday. Throws {@link CannotGoOnError} where it leads to no result. */
export async function inspectLaunch(inspection: Inspection, { mailboxId, timeZone }: Target): Promise<void> {
  const { findings, origin, now } = inspection;
  const day = yesterdayIn(timeZone, now());
  const request: LaunchRequest = {
    report: 'mailboxPerformance',
    options: {},
    parameters: { mailboxId, start: `${day}T00:00:00`, end: `${day}T23:59:59`, period: 'hour' },
  };
  const sent: Sent = {
    origin,
    target: `/api/v1/reports/${request.report}?max=${String(PAGE_SIZE)}`,
    body: launchBody(request),
    max: PAGE_SIZE,
  };
  const sentAt = now();
  const accepted = await launch(inspection, sent);
  const target = targetOf(accepted, 'self', origin);
  if (target === null)
    throw new CannotGoOnError('The launch was accepted without a link that can be followed.');
  const done = await follow(inspection, sent, target, sentAt);
  inspection.say('The run has ended: reading its pages.');
  checkRows(findings, await readPages(inspection, sent, target, done), day, timeZone);
}

async function launch(inspection: Inspection, sent: Sent): Promise<Body> {
  const { findings, say } = inspection;
  const { target, body } = sent;
  say('Launching one report: Mailbox Performance by the hour, for yesterday.');
  inspection.launch = 'sent';
  const answer = await askOnce(inspection, {
    what: 'launch',
    target,
    body,
    authorization: bearer(inspection),
  }).catch((error: unknown) => {
    if (error instanceof NoAnswerError)
      throw new CannotGoOnError(`No answer to the launch came (${error.reason}).`);
    throw error;
  });
  const status = `HTTP ${String(answer.status)}`;
  if (answer.status < 200 || answer.status > 299) throw refusal(inspection, answer, status);
  inspection.launch = 'running';
  findings.check('accepted-status', true, status);
  findings.check('body-wrapper', true, '');
  findings.check('mailbox-allowlist', true, '');
  const isRun = isObject(answer.body) && readRunEnvelope(answer.body) !== null;
  findings.check('launch-envelope', isRun, isRun ? '' : `${status} with something else`);
  if (!isObject(answer.body))
    throw new CannotGoOnError('The launch was accepted with an answer that cannot be read.');
  checkRun(findings, sent, 'launch', answer.body);
  return answer.body;
}

/** What an answer other than 2xx says of the facts, and why that is the end. */
function refusal(inspection: Inspection, answer: Answer, status: string): CannotGoOnError {
  const { findings } = inspection;
  const envelope = readErrorEnvelope(answer.body);
  const code =
    envelope === null ? 'without the error envelope' : `\`error.code\` ${plainCode(envelope.error.code)}`;
  // Anything else may have started a run all the same (contract.md section 4).
  const isRefused =
    answer.status >= 400 &&
    answer.status < 500 &&
    answer.status !== 408 &&
    (answer.status !== 429 || envelope !== null);
  if (isRefused) inspection.launch = 'refused';
  if (answer.status < 400) findings.check('accepted-status', false, status);
  if (answer.status === 400) findings.check('body-wrapper', false, `${status}, ${code}`);
  if (answer.status === 404) findings.check('mailbox-allowlist', false, `${status}, ${code}`);
  return new CannotGoOnError(
    answer.status === 429
      ? 'The launch was refused with HTTP 429: three reports are running, or too many requests were made.'
      : `The launch was answered with ${status}.`,
  );
}

async function follow(inspection: Inspection, sent: Sent, target: string, sentAt: number): Promise<Body> {
  const { findings, now, say, signal, sleep } = inspection;
  const limitedBefore = inspection.limited;
  let shown = '';
  for (let polls = 1; ; polls += 1) {
    const age = now() - sentAt;
    await sleep(Math.min(POLL_CAP_MS, Math.max(POLL_FLOOR_MS, age * POLL_PART)), signal);
    const body = await askForRun(inspection, sent, 'poll', target, POLL_REPEATS);
    const wasRefused = inspection.limited > limitedBefore;
    findings.check('poll-pace', !wasRefused, wasRefused ? `HTTP 429 among ${String(polls)} polls` : '');
    const took = now() - sentAt;
    const { status, progress } = body;
    const words = `${plainCode(status)}, ${typeof progress === 'number' ? `${String(progress)} %` : 'no progress'}`;
    if (words !== shown) say(`The run is ${words}.`);
    shown = words;
    const seconds = `${String(Math.round(took / 1000))} s, ${String(polls)} polls`;
    if (status === 'done' || status === 'error') {
      inspection.launch = 'ended';
      findings.check('run-length', took <= LONGEST_RUN_MS * ABOUT, seconds);
      if (status === 'done') return body;
      throw new CannotGoOnError('The run ended with an error: there are no pages to look at.');
    }
    if (took > LONGEST_RUN_MS * PATIENCE) {
      findings.check('run-length', false, `${seconds}, and not over`);
      throw new CannotGoOnError('The run takes too long to be followed.');
    }
  }
}
