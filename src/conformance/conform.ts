// One inspection from its first request to its outcome: what reads, then the launch where that was asked for.
import type { Options } from './arguments.ts';
import { createFindings } from './findings.ts';
import type { Finding } from './findings.ts';
import { CannotGoOnError } from './inspection.ts';
import type { Inspection } from './inspection.ts';
import { inspectLaunch } from './launch.ts';
import { probe } from './probes.ts';
import type { Target } from './probes.ts';
import { shortId } from './redact.ts';
import { createWire, TooManyRequestsError } from './wire.ts';
import type { Sleep } from './wire.ts';

/** What the process lends to an inspection. */
export type Parts = {
  readonly fetch: typeof fetch;
  readonly sleep: Sleep;
  /** Epoch ms. */
  readonly now: () => number;
  readonly say: (line: string) => void;
  /** Aborted: stop as soon as can be. */
  readonly signal: AbortSignal;
  /** How long an answer may take, in ms. */
  readonly answerMs?: number;
};

/** What an inspection came to. */
export type Outcome = {
  readonly origin: string;
  /** Epoch ms. */
  readonly startedAt: number;
  readonly requests: number;
  /** What was launched, in words; null where nothing was. */
  readonly launched: string | null;
  readonly findings: readonly Finding[];
  readonly notes: readonly string[];
  /** Why there is not more, in words; null where all was asked. */
  readonly stopped: string | null;
};

const MOST_REQUESTS = 20;
/** Half an hour of polls, with room. */
const MOST_REQUESTS_WITH_LAUNCH = 150;

/** Inspects. Never rejects. */
export async function conform(options: Options, parts: Parts): Promise<Outcome> {
  const { origin, key, mayLaunch } = options;
  const { fetch, sleep, now, say, signal, answerMs } = parts;
  const mostRequests = mayLaunch ? MOST_REQUESTS_WITH_LAUNCH : MOST_REQUESTS;
  const wire = createWire({
    origin,
    fetch,
    sleep,
    signal,
    mostRequests,
    ...(answerMs !== undefined && { answerMs }),
  });
  const findings = createFindings();
  const inspection: Inspection = {
    origin,
    key,
    findings,
    wire,
    sleep,
    signal,
    now,
    say,
    launch: 'none',
    limited: 0,
  };
  const startedAt = now();
  let target: Target | null = null;
  let stopped: string | null = null;
  try {
    const listed = await probe(inspection);
    if (mayLaunch) {
      const { mailbox } = options;
      target =
        listed.find(({ mailboxId, isUsable }) => (mailbox === null ? isUsable : mailboxId === mailbox)) ??
        null;
      if (target === null) {
        throw new CannotGoOnError(
          mailbox === null
            ? 'The key has no active mailbox to launch for.'
            : 'The mailbox of --mailbox is not in the list of this key.',
        );
      }
      await inspectLaunch(inspection, target);
    }
  } catch (error) {
    stopped = `${reasonOf(error, signal)}${LEFT_BEHIND[inspection.launch]}`;
  }
  return {
    origin,
    startedAt,
    requests: wire.count,
    launched:
      inspection.launch === 'none' || target === null
        ? null
        : `Mailbox Performance by the hour, yesterday, mailbox ${shortId(target.mailboxId)}`,
    findings: findings.list(),
    notes: findings.notes(),
    stopped,
  };
}

const LEFT_BEHIND: Readonly<Record<Inspection['launch'], string>> = {
  none: ' Nothing was launched.',
  refused: ' No run was started.',
  sent: ' A run may have been started all the same: it would hold one of the three slots until it ends.',
  running: ' The run that was launched goes on, and holds one of the three slots until it ends.',
  ended: '',
};

function reasonOf(error: unknown, signal: AbortSignal): string {
  if (signal.aborted) return 'Stopped.';
  if (error instanceof CannotGoOnError) return error.message;
  if (error instanceof TooManyRequestsError) return `Stopped after ${error.message} requests.`;
  // It may quote what was sent: its kind is enough. And a run that was launched must be spoken of whatever breaks.
  return `The inspection broke: ${error instanceof Error ? error.name : 'unknown'}.`;
}
