// A file from the gateway, piece by piece. Apart from api-client.ts, which reads replies whole and which every page loads.
import { DESK_HEADERS } from '#src/contract/desk.ts';
import { pathOf } from '#src/contract/endpoints.ts';
import { ApiError } from './api-error.ts';
import type { ApiErrorKind } from './api-error.ts';
import { READ_DEADLINE_MS } from './api-client.ts';
import { isSuccess, readReply } from './reply.ts';
import type { Reply } from './reply.ts';

/** Longest pause between two pieces. The gateway gives up on the API after half of it, so this is for the gateway itself. */
export const PIECE_DEADLINE_MS = 30_000;

/** One download. */
export type DownloadCall = {
  /** Path and query on this origin. */
  readonly target: string;
  readonly keyId: string;
  /** Aborted where nobody wants the file any more: the promise then rejects with the abort itself. */
  readonly signal: AbortSignal;
  /** A file that is, or turns out to be, larger than this is given up; in bytes. */
  readonly maxBytes: number;
  /** When the first try of this download began, by {@link DownloadOptions.elapsed}; tries that follow belong to it. */
  readonly since: number;
  /** Takes the next piece. Where it gives a promise, the piece after it is waited for only then. */
  readonly take: (piece: Uint8Array<ArrayBuffer>) => void | Promise<void>;
  /** Told before the first piece and after each; `total` by `Content-Length`, null where that was not said. */
  readonly onProgress: (received: number, total: number | null) => void;
};

/** What a download stands on; tests pass their own. */
export type DownloadOptions = {
  /** Desk time, epoch ms. */
  readonly now: () => number;
  readonly fetch?: (input: string, init: RequestInit) => Promise<Response>;
  /** Milliseconds of a clock that never jumps. */
  readonly elapsed?: () => number;
};

/** `whole`: every byte was taken. `too-large`: given up before more than `maxBytes` were, `bytes` is how large it is at least. */
export type Downloaded = { readonly kind: 'whole' | 'too-large'; readonly bytes: number };

/**
 * Sends once and hands over the body. Throws an `ApiError`: `http` for a status other than 200, `unreadable` for an answer that is no
 * download of this desk, `network` also where the file ended before its announced length, `timeout` where nothing comes any more.
 */
export async function download(
  call: DownloadCall,
  { now, fetch = globalThis.fetch.bind(globalThis), elapsed = () => performance.now() }: DownloadOptions,
): Promise<Downloaded> {
  const deadline = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const waitAtMost = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => deadline.abort(), ms);
  };
  const failure = (kind: ApiErrorKind, more: { cause?: unknown; reply?: Reply } = {}) =>
    new ApiError({
      kind,
      method: 'GET',
      path: pathOf(call.target),
      at: now(),
      elapsedMs: elapsed() - call.since,
      ...more,
    });

  try {
    waitAtMost(READ_DEADLINE_MS);
    const response = await fetch(call.target, {
      method: 'GET',
      headers: { Accept: '*/*', [DESK_HEADERS.key]: call.keyId },
      signal: AbortSignal.any([call.signal, deadline.signal]),
      credentials: 'same-origin',
      redirect: 'error',
      cache: 'no-store',
    });
    // Whatever else answers on this address, such as the log-in page of a hotel, is not the file.
    if (response.status !== 200 || !response.headers.has(DESK_HEADERS.requestId)) {
      const reply = await readReply(response, now());
      throw failure(isSuccess(reply) ? 'unreadable' : 'http', { reply });
    }
    return await takeBody(response, call, waitAtMost, () => clearTimeout(timer));
  } catch (cause) {
    if (cause instanceof ApiError || cause instanceof NotTakenError || call.signal.aborted) throw cause;
    throw failure(deadline.signal.aborted ? 'timeout' : 'network', { cause });
  } finally {
    clearTimeout(timer);
  }
}

/** The receiver could not take a piece, for example because the disk is full: nothing is wrong with the connection. */
export class NotTakenError extends Error {
  override readonly name = 'NotTakenError';
}

async function takeBody(
  response: Response,
  { maxBytes, take, onProgress }: DownloadCall,
  waitAtMost: (ms: number) => void,
  stopWaiting: () => void,
): Promise<Downloaded> {
  const length = response.headers.get('Content-Length');
  const total = length !== null && /^\d{1,15}$/.test(length) ? Number(length) : null;
  const reader = response.body?.getReader();
  const giveUp = (bytes: number): Downloaded => {
    reader?.cancel().catch(() => undefined);
    return { kind: 'too-large', bytes };
  };
  if (total !== null && total > maxBytes) return giveUp(total);
  let received = 0;
  onProgress(0, total);
  for (;;) {
    waitAtMost(PIECE_DEADLINE_MS);
    const piece = await reader?.read();
    if (piece?.value === undefined) break;
    received += piece.value.byteLength;
    if (received > maxBytes) return giveUp(received);
    // A slow disk is not a slow server.
    stopWaiting();
    try {
      await take(piece.value);
    } catch (cause) {
      reader?.cancel().catch(() => undefined);
      throw new NotTakenError('The file could not be written', { cause });
    }
    onProgress(received, total);
  }
  // A file that ended early must not look whole.
  if (total !== null && received !== total) throw new Error(`${received} of ${total} bytes came`);
  return { kind: 'whole', bytes: received };
}
