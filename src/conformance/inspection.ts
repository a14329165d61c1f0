// What all parts of one inspection share, and how it asks: with the key, patiently where a GET may be repeated, each answer looked at.
import { parseRetryAfter } from '#src/contract/retry-after.ts';
import { RATE_LIMIT_WAITS_MS } from '#src/contract/limits.ts';
import { checkAnswer } from './answer-checks.ts';
import type { Findings } from './findings.ts';
import { NoAnswerError } from './wire.ts';
import type { Answer, Call, Sleep, Wire } from './wire.ts';

/** How far the one launch has come; `refused`: it left nothing at the service. */
type LaunchState = 'none' | 'sent' | 'refused' | 'running' | 'ended';

/** See the head of the file. */
export type Inspection = {
  readonly origin: string;
  readonly key: string;
  readonly findings: Findings;
  readonly wire: Wire;
  readonly sleep: Sleep;
  readonly signal: AbortSignal;
  /** Epoch ms. */
  readonly now: () => number;
  /** Tells whoever waits what is going on. */
  readonly say: (line: string) => void;
  launch: LaunchState;
  /** 429s so far that a GET was answered with. */
  limited: number;
};

/** The inspection cannot go on; the message is one readable sentence. */
export class CannotGoOnError extends Error {
  override readonly name = 'CannotGoOnError';
}

/** Waits before a GET is asked again after a passing error, in ms. */
const ERROR_WAITS_MS = [5_000, 10_000, 20_000, 40_000, 80_000, 120_000];

function isPassing(status: number): boolean {
  return status >= 500 || status === 408 || status === 425;
}

/** Asks once, whatever comes. For a launch, and for nothing that may be repeated. */
export async function askOnce(inspection: Inspection, call: Call): Promise<Answer> {
  const answer = await inspection.wire.ask(call);
  checkAnswer(inspection, call, answer);
  return answer;
}

/**
 * Asks by GET, again after 429s and, `repeats` times, after passing errors. Throws {@link CannotGoOnError} where no answer that counts
 * came in the end.
 */
export async function ask(inspection: Inspection, call: Call, repeats = 3): Promise<Answer> {
  const { findings, now, origin, say, signal, sleep, wire } = inspection;
  let errors = 0;
  let limited = 0;
  for (;;) {
    const answer = await askOnce(inspection, call).catch((error: unknown) => {
      if (error instanceof NoAnswerError) return error;
      throw error;
    });
    // Whoever mistyped the address wants to know at once.
    if (answer instanceof NoAnswerError && wire.count === 1) {
      throw new CannotGoOnError(`${origin} cannot be reached: ${answer.reason}.`);
    }
    if (answer instanceof NoAnswerError || isPassing(answer.status)) {
      const what = answer instanceof NoAnswerError ? answer.reason : `HTTP ${String(answer.status)}`;
      findings.note(`${call.what}: ${what}`);
      const wait = errors < repeats ? ERROR_WAITS_MS[errors] : undefined;
      if (wait === undefined)
        throw new CannotGoOnError(`The API gave no answer that counts (${call.what}: ${what}).`);
      errors += 1;
      await sleep(wait, signal);
    } else if (answer.status === 429) {
      const wait = RATE_LIMIT_WAITS_MS[limited];
      if (wait === undefined) throw new CannotGoOnError(`The API goes on answering 429 (${call.what}).`);
      limited += 1;
      inspection.limited += 1;
      say('429: waiting before asking again.');
      await sleep(Math.max(wait, parseRetryAfter(answer.headers.get('retry-after'), now()) ?? 0), signal);
    } else {
      return answer;
    }
  }
}

/** The header that the key goes in. */
export function bearer({ key }: Inspection): string {
  return `Bearer ${key}`;
}
