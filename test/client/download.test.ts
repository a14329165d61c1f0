// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiError } from '#src/client/api-error.ts';
import { download, NotTakenError, PIECE_DEADLINE_MS } from '#src/client/download.ts';
import type { DownloadCall } from '#src/client/download.ts';

const TARGET = '/api/v1/messages/m/attachments/a/download';
const bytes = (text: string) => new TextEncoder().encode(text);
const OF_DESK = { 'Desk-Request-Id': 'req-1' };

/** A body of these pieces; the last word is how it ends. */
function body(pieces: readonly string[], end: 'closes' | 'breaks' | 'hangs' = 'closes') {
  let cancelled = false;
  let asked = 0;
  const left = [...pieces];
  const stream = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        asked += 1;
        const piece = left.shift();
        if (piece !== undefined) controller.enqueue(bytes(piece));
        else if (end === 'closes') controller.close();
        else if (end === 'breaks') controller.error(new TypeError('cut'));
        else return new Promise<void>(() => undefined);
        return undefined;
      },
      cancel() {
        cancelled = true;
      },
    },
    { highWaterMark: 0 },
  );
  return { stream, isCancelled: () => cancelled, asked: () => asked };
}

function answer(stream: ReadableStream | string, headers: Record<string, string> = {}, status = 200) {
  return new Response(stream, { status, headers: { ...OF_DESK, ...headers } });
}

function start(response: Response | Promise<Response>, more: Partial<DownloadCall> = {}) {
  const taken: string[] = [];
  const told: [number, number | null][] = [];
  const sent: { input: string; init: RequestInit }[] = [];
  const call: DownloadCall = {
    target: TARGET,
    keyId: 'key-1',
    signal: new AbortController().signal,
    maxBytes: 1_000,
    since: 0,
    take: (piece) => void taken.push(new TextDecoder().decode(piece)),
    onProgress: (...progress) => void told.push(progress),
    ...more,
  };
  const outcome = download(call, {
    now: () => 5_000,
    elapsed: () => 40,
    fetch(input, init) {
      sent.push({ input, init });
      return Promise.resolve(response);
    },
  }).catch((error: unknown) => error);
  return { outcome, taken, told, sent };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a download', () => {
  it('hands over each piece as it comes, and tells how far it is', async () => {
    const { outcome, taken, told, sent } = start(
      answer(body(['ab', 'cde']).stream, { 'Content-Length': '5' }),
    );
    expect(await outcome).toEqual({ kind: 'whole', bytes: 5 });
    expect(taken).toEqual(['ab', 'cde']);
    expect(told).toEqual([
      [0, 5],
      [2, 5],
      [5, 5],
    ]);
    expect(sent.map(({ input }) => input)).toEqual([TARGET]);
    expect(sent[0]?.init).toMatchObject({
      method: 'GET',
      headers: { 'Desk-Key': 'key-1' },
      redirect: 'error',
      cache: 'no-store',
      credentials: 'same-origin',
    });
  });

  it('does without a length that was not said, or that is none', async () => {
    for (const headers of [{}, { 'Content-Length': 'many' }, { 'Content-Length': '-1' }]) {
      const { outcome, told } = start(answer(body(['ab']).stream, headers));
      expect(await outcome).toEqual({ kind: 'whole', bytes: 2 });
      expect(told.at(-1)).toEqual([2, null]);
    }
  });

  it('asks for the next piece when the last one was taken, and not before', async () => {
    const { stream, asked } = body(['ab', 'cd']);
    let letGo = () => {};
    const { outcome, sent } = start(answer(stream), {
      take: () => new Promise<void>((done) => (letGo = done)),
    });
    await vi.advanceTimersByTimeAsync(PIECE_DEADLINE_MS * 3);
    expect(asked()).toBe(1);
    // A slow disk is no silence of the server.
    expect(sent[0]?.init.signal?.aborted).toBe(false);
    letGo();
    await vi.advanceTimersByTimeAsync(0);
    expect(asked()).toBe(2);
    letGo();
    expect(await outcome).toEqual({ kind: 'whole', bytes: 4 });
  });

  it.each([
    ['by its length, before a byte is taken', '1001', ['x'], 1001, []],
    ['where it grows beyond it', undefined, ['x'.repeat(600), 'y'.repeat(600)], 1200, ['x'.repeat(600)]],
  ])('is given up where it is too large: %s', async (_, length, pieces, size, expected) => {
    const { stream, isCancelled } = body(pieces);
    const headers = length === undefined ? {} : { 'Content-Length': length };
    const { outcome, taken } = start(answer(stream, headers));
    expect(await outcome).toEqual({ kind: 'too-large', bytes: size });
    expect(taken).toEqual(expected);
    expect(isCancelled()).toBe(true);
  });
});

describe('what is not the file', () => {
  const error = async (started: ReturnType<typeof start>) => {
    const found = await started.outcome;
    expect(found).toBeInstanceOf(ApiError);
    return found as ApiError;
  };

  it('is a refusal, told with its evidence', async () => {
    const refusal = JSON.stringify({ status: 'error', error: { code: '403', message: 'No.' } });
    const started = start(answer(refusal, {}, 403), { since: 10 });
    expect(await error(started)).toMatchObject({
      kind: 'http',
      method: 'GET',
      path: TARGET,
      status: 403,
      code: '403',
      at: 5_000,
      elapsedMs: 30,
    });
    expect(started.taken).toEqual([]);
  });

  it.each([
    ['another success', () => answer('', {}, 206), 'unreadable'],
    ['an answer of another server', () => new Response('<p>Welcome to our Wi-Fi</p>'), 'unreadable'],
    [
      'a body shorter than announced',
      () => answer(body(['ab']).stream, { 'Content-Length': '5' }),
      'network',
    ],
    ['a body that breaks off', () => answer(body(['ab'], 'breaks').stream), 'network'],
    ['no answer', () => Promise.reject<Response>(new TypeError('Failed to fetch')), 'network'],
  ])('is %s', async (_, response, kind) => {
    expect(await error(start(response()))).toMatchObject({ kind });
  });

  it('is one of which nothing comes any more', async () => {
    const started = start(answer(body(['ab'], 'hangs').stream));
    // A stand-in for what fetch itself does: the body fails with its signal.
    await vi.advanceTimersByTimeAsync(PIECE_DEADLINE_MS - 1);
    expect(started.sent[0]?.init.signal?.aborted).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(started.sent[0]?.init.signal?.aborted).toBe(true);
  });

  it('is no failure of the connection where the piece could not be written', async () => {
    const { stream, isCancelled } = body(['ab', 'cd']);
    const { outcome } = start(answer(stream), { take: () => Promise.reject(new Error('disk full')) });
    expect(await outcome).toBeInstanceOf(NotTakenError);
    expect(isCancelled()).toBe(true);
  });

  it('is no failure at all where nobody wants it any more', async () => {
    const leaving = new AbortController();
    const { outcome } = start(Promise.reject(new DOMException('left', 'AbortError')), {
      signal: leaving.signal,
    });
    leaving.abort();
    expect(await outcome).toBeInstanceOf(DOMException);
  });
});
