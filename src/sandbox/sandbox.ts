// The emulated API: one `fetch` that behaves as contract.md says, with time and chance as arguments. Bodies are
// literals here, not made with the product's own schemas, so that the two cannot share a mistake.
import { attachmentsOf, contentBody, downloadHeaders } from './attachments.ts';
import { behaviourOf } from './behaviours.ts';
import { DRILLS } from './drills.ts';
import { json, problemFor, RATE_LIMIT_MESSAGE } from './envelope.ts';
import { mayUse, readKey, SANDBOX_KEYS } from './keys.ts';
import { MAILBOXES } from './mailboxes.ts';
import { messageById } from './messages.ts';
import { createRateWindow } from './rate.ts';
import { createResults } from './results.ts';
import { API_PREFIX, routeOf } from './routes.ts';
import { BadRequest } from './validate.ts';
import type { Drill } from './drills.ts';
import type { Reply } from './envelope.ts';
import type { Call } from './results.ts';
import type { Route } from './routes.ts';

/** The origin of all links, a name that no resolver knows: nothing can reach it by accident (RFC 6761). */
export const SANDBOX_ORIGIN = 'https://sandbox.invalid';

/** The two limits of the account (contract.md section 3): 100 requests a minute and 3 runs unless changed. */
export type SandboxLimits = { requestsPerMinute: number; concurrentRuns: number };

/** Everything that a sandbox takes from outside. */
export type SandboxOptions = {
  /** The clock under the sandbox's own, epoch milliseconds. */
  now?: () => number;
  /** [0, 1); used for result ids only, never for rows. */
  random?: () => number;
  /** Waits so many milliseconds; rejects with the signal's reason when aborted. Used where no answer is given. */
  sleep?: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** Divides the time that runs take; above 0. Nothing else is scaled. */
  speed?: number;
  limits?: Partial<SandboxLimits>;
  /** What links begin with; `SANDBOX_ORIGIN` unless the emulator has an address of its own. */
  origin?: string;
};

/** One request that came in. */
export type SandboxLogEntry = {
  /** Epoch milliseconds of the sandbox's clock. */
  at: number;
  method: string;
  path: string;
  search: string;
  /** Parsed where it is JSON, the text otherwise, undefined without a body. */
  body: unknown;
  /** The label of the key, never its value; null for none or an unknown one. */
  key: string | null;
  /** null: no answer was given. */
  status: number | null;
};

/** The emulator: the account, its clock and its record of requests. */
export type Sandbox = {
  /** What its links begin with. */
  readonly origin: string;
  /**
   * Answers a request to any host. Rejects like the platform's `fetch`: with a TypeError where the drill breaks the
   * connection, with the signal's reason where the caller gave up.
   */
  fetch: (request: Request) => Promise<Response>;
  /** Epoch milliseconds of the sandbox's clock: the base clock plus all advances. */
  now: () => number;
  /** Moves the clock forward. @throws RangeError for a negative or endless step */
  advance: (ms: number) => void;
  /** Forgets runs, log, limits in use and the clock's advances. */
  reset: () => void;
  /** The newest requests, oldest first; the same array for the sandbox's whole life. */
  readonly log: readonly SandboxLogEntry[];
  readonly keys: readonly { label: string; key: string }[];
  readonly drills: readonly Drill[];
};

const LOG_LENGTH = 100_000;
// A hung request ends like a socket that a middlebox gave up on, long after every deadline of the desk.
const HANG_MS = 600_000;

/** Makes an emulator with an empty account. @throws RangeError when `speed` is not above 0 */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  const { now: baseNow = Date.now, random = Math.random, sleep = wait, speed = 1 } = options;
  if (!(speed > 0)) throw new RangeError('speed must be above 0');
  const { requestsPerMinute = 100, concurrentRuns = 3 } = options.limits ?? {};
  const origin = options.origin ?? SANDBOX_ORIGIN;
  const rate = createRateWindow(requestsPerMinute);
  const results = createResults({ origin, speed, concurrentRuns, random });
  const log: SandboxLogEntry[] = [];
  let advanced = 0;
  const now = () => baseNow() + advanced;

  async function answer(request: Request): Promise<Response> {
    request.signal.throwIfAborted();
    const url = new URL(request.url);
    const entry: SandboxLogEntry = {
      at: now(),
      method: request.method,
      path: url.pathname,
      search: url.search,
      body: undefined,
      key: null,
      status: null,
    };
    log.push(entry);
    if (log.length > LOG_LENGTH) log.splice(0, LOG_LENGTH / 10);
    const text = await request.text();
    const body = parse(text);
    entry.body = body.valid ? body.value : text;

    const reply = route(request, url, body, entry);
    if (reply === 'hang') await sleep(HANG_MS, request.signal);
    if (reply === 'hang' || reply === 'drop') throw broken();
    entry.status = reply.status;
    reply.headers.set('date', new Date(now()).toUTCString());
    return reply;
  }

  function route(request: Request, url: URL, body: Body, entry: SandboxLogEntry): Reply {
    const { method } = request;
    const href = `${origin}${url.pathname}${method === 'GET' ? url.search : ''}`;
    const problem = problemFor(href, method, body.valid ? body.value : undefined);
    if (!url.pathname.startsWith(API_PREFIX)) return problem(404, 'There is nothing at this address.');
    const known = readKey(request.headers.get('authorization'), now());
    entry.key = 'key' in known ? known.key.label : known.label;
    // An expired key still names the account, so its calls count; an unknown one belongs to nobody.
    const withinRate = entry.key === null || rate.take(now());
    if ('refused' in known) return problem(401, known.refused);
    if (!withinRate) return problem(429, RATE_LIMIT_MESSAGE);
    const found = routeOf(url.pathname);
    if (found === null) return problem(404, 'There is nothing at this address.');
    if (method !== found.method) {
      return problem(405, `Use ${found.method} here.`, { headers: { allow: found.method } });
    }
    const missing = found.scopes.filter((scope) => !known.key.scopes.includes(scope));
    if (missing.length > 0) return problem(403, `The API key is missing a scope: ${missing.join(', ')}.`);
    if (found.name === 'launch' && !body.valid) return problem(400, 'The request body is not valid JSON.');
    try {
      return dispatch(found, { url, key: known.key, nowMs: now(), body: body.value, problem });
    } catch (error) {
      if (error instanceof BadRequest) return problem(400, error.message);
      throw error;
    }
  }

  function dispatch(found: Route, call: Call): Reply {
    switch (found.name) {
      case 'launch':
        return results.launch(found.report, call);
      case 'result':
        return results.read(found.resultId, call);
      case 'mailboxes': {
        const seen = MAILBOXES.filter((mailbox) => mayUse(call.key, mailbox));
        return json(200, { mailboxes: seen.map((mailbox) => mailbox.listing) });
      }
      case 'attachments':
      case 'download':
        return messageReply(found, call);
    }
  }

  return {
    origin,
    fetch: answer,
    now,
    advance(ms) {
      if (!(ms >= 0 && Number.isFinite(ms))) throw new RangeError('the clock only moves forward');
      advanced += ms;
    },
    reset() {
      results.reset();
      rate.reset();
      log.length = 0;
      advanced = 0;
    },
    log,
    keys: SANDBOX_KEYS.map(({ label, key }) => ({ label, key })),
    drills: DRILLS,
  };
}

function messageReply(found: Extract<Route, { messageId: string }>, { key, problem }: Call): Reply {
  const ref = messageById(found.messageId);
  if (ref === undefined || !mayUse(key, ref.mailbox)) return problem(404, 'Message not found.');
  const missing = (scope: string) => problem(403, `The API key is missing a scope: ${scope}.`);
  if (behaviourOf(ref.mailbox).noAttachments === true) return missing('messages:read');
  const attachments = attachmentsOf(ref);
  if (found.name === 'attachments') {
    return json(200, { attachments: attachments.map((attachment) => attachment.listing) });
  }
  const attachment = attachments.find(({ listing }) => listing.id === found.attachmentId);
  if (attachment === undefined) return problem(404, 'Attachment not found.');
  if (attachment.listing.attachmentType !== 'fileAttachment') {
    return problem(403, 'Only file attachments can be downloaded.');
  }
  if (attachment.refused) return missing('messages:content');
  if (attachment.content === null) return problem(404, 'The attachment is no longer available.');
  return new Response(contentBody(attachment), { status: 200, headers: downloadHeaders(attachment) });
}

type Body = { valid: true; value: unknown } | { valid: false; value: undefined };

function parse(text: string): Body {
  if (text === '') return { valid: true, value: undefined };
  try {
    return { valid: true, value: JSON.parse(text) as unknown };
  } catch {
    return { valid: false, value: undefined };
  }
}

// What Node's own fetch throws when the other side closes the socket.
function broken(): TypeError {
  const cause = Object.assign(new Error('other side closed'), { code: 'UND_ERR_SOCKET' });
  return new TypeError('fetch failed', { cause });
}

function wait(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const giveUp = () => {
      clearTimeout(timer);
      reject(signal?.reason as Error);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', giveUp);
      resolve();
    }, ms);
    timer.unref();
    signal?.addEventListener('abort', giveUp, { once: true });
  });
}
