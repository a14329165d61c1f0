// The wire to the API: every request counted and at least a second after the one before, no redirect followed, nothing sent twice.

/** One request. `target`: path and query. `authorization`: the whole header, or null for none. A body makes it a POST. */
export type Call = {
  /** What it is for, in the words of the report. */
  readonly what: string;
  readonly target: string;
  readonly authorization: string | null;
  readonly body?: string;
};

/** An answer, whole. `body` is undefined where it is not JSON. */
export type Answer = {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
  readonly isEmpty: boolean;
};

/** No answer came, or no whole one. `reason` is a short word for people. */
export class NoAnswerError extends Error {
  override readonly name = 'NoAnswerError';
  readonly reason: string;
  constructor(reason: string, options?: ErrorOptions) {
    super(reason, options);
    this.reason = reason;
  }
}

/** More requests were wanted than this program allows itself. */
export class TooManyRequestsError extends Error {
  override readonly name = 'TooManyRequestsError';
}

/** Waits; rejects with the signal's reason when it is aborted. */
export type Sleep = (ms: number, signal: AbortSignal) => Promise<void>;

/** Sends calls. Rejects with {@link NoAnswerError}, {@link TooManyRequestsError}, or the signal's reason. */
export type Wire = {
  ask(call: Call): Promise<Answer>;
  /** Requests so far. */
  readonly count: number;
};

/** Least time between two requests, in ms: 60 a minute leave room for whoever else uses the account. */
export const PACE_MS = 1_000;
/** How long a whole answer may take, in ms. */
const ANSWER_MS = 60_000;
const MAX_BYTES = 32 * 1024 * 1024;

/** A wire to `origin`. `answerMs`: see {@link ANSWER_MS}. */
export function createWire(options: {
  origin: string;
  fetch: typeof fetch;
  sleep: Sleep;
  signal: AbortSignal;
  mostRequests: number;
  answerMs?: number;
}): Wire {
  const { origin, sleep, signal, mostRequests, answerMs = ANSWER_MS } = options;
  let count = 0;

  async function send(call: Call, within: AbortSignal): Promise<Answer> {
    const response = await options.fetch(`${origin}${call.target}`, {
      method: call.body === undefined ? 'GET' : 'POST',
      headers: {
        Accept: 'application/json',
        'User-Agent': 'report-desk-conformance',
        ...(call.authorization !== null && { Authorization: call.authorization }),
        ...(call.body !== undefined && { 'Content-Type': 'application/json' }),
      },
      body: call.body ?? null,
      redirect: 'manual',
      signal: within,
    });
    const text = await textOf(response);
    const { status, headers } = response;
    return { status, headers, body: parse(text), isEmpty: text === '' };
  }

  return {
    get count() {
      return count;
    },
    async ask(call) {
      signal.throwIfAborted();
      if (count >= mostRequests) throw new TooManyRequestsError(String(mostRequests));
      if (count > 0) await sleep(PACE_MS, signal);
      count += 1;
      const late = new AbortController();
      const timer = setTimeout(() => late.abort(), answerMs);
      try {
        return await send(call, AbortSignal.any([signal, late.signal]));
      } catch (error) {
        signal.throwIfAborted();
        if (error instanceof NoAnswerError) throw error;
        throw new NoAnswerError(late.signal.aborted ? 'no answer in time' : reasonOf(error), {
          cause: error,
        });
      } finally {
        clearTimeout(timer);
      }
    },
  };
}

/** The code of the system's error where there is one: `ENOTFOUND` says more than "fetch failed". */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : undefined;
  return typeof code === 'string' && /^[A-Z_0-9]{3,40}$/.test(code) ? code : 'the connection failed';
}

async function textOf(response: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  const body: AsyncIterable<Uint8Array> | null = response.body;
  if (body === null) return '';
  for await (const part of body) {
    size += part.byteLength;
    if (size > MAX_BYTES) throw new NoAnswerError('the answer is too large');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
