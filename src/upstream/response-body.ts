// Bodies of the API's answers: whole, bounded, and cut off when nothing comes any more.
import { startDeadline } from './time.ts';
import type { Sleep } from './time.ts';

/** Largest JSON answer, in bytes. */
export const MAX_JSON_BYTES = 32 * 1024 * 1024;
/** Longest pause between two pieces of a body. */
export const BODY_IDLE_MS = 15_000;

/** What became of a body. */
type BodyRead =
  | { readonly kind: 'whole'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'too-large' | 'timeout' | 'broken' };

/** Reads a body to its end, up to {@link MAX_JSON_BYTES}. Never rejects; a body that is given up is cancelled. */
export async function readWhole(
  body: ReadableStream<Uint8Array> | null,
  sleep: Sleep,
  signal: AbortSignal,
): Promise<BodyRead> {
  if (body === null) return { kind: 'whole', bytes: new Uint8Array() };
  const reader = body.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  const give = (kind: 'too-large' | 'timeout' | 'broken'): BodyRead => {
    reader.cancel().catch(() => undefined);
    return { kind };
  };
  for (;;) {
    const piece = await nextPiece(reader, sleep, signal);
    if (piece === 'timeout' || piece === 'broken') return give(piece);
    if (piece === 'end') return { kind: 'whole', bytes: Buffer.concat(chunks) };
    size += piece.byteLength;
    if (size > MAX_JSON_BYTES) return give('too-large');
    chunks.push(piece);
  }
}

/**
 * The same body, passed on piece by piece as it is asked for. `onEnd` is called once, with whether it broke off or stood still;
 * then the stream ends with an error, unless `onEnd` returns true because it has cut the receiver off itself.
 */
export function passOn(
  body: ReadableStream<Uint8Array>,
  sleep: Sleep,
  signal: AbortSignal,
  onEnd: (isCut: boolean) => boolean,
): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const piece = await nextPiece(reader, sleep, signal);
        if (piece === 'timeout' || piece === 'broken') {
          reader.cancel().catch(() => undefined);
          if (onEnd(true)) controller.close();
          else controller.error(new Error('The answer of the API broke off'));
        } else if (piece === 'end') {
          onEnd(false);
          controller.close();
        } else controller.enqueue(piece);
      },
      async cancel() {
        onEnd(false);
        await reader.cancel().catch(() => undefined);
      },
    },
    { highWaterMark: 0 },
  );
}

function nextPiece(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  sleep: Sleep,
  signal: AbortSignal,
): Promise<Uint8Array | 'end' | 'timeout' | 'broken'> {
  return new Promise((resolve) => {
    const settle = (value: Uint8Array | 'end' | 'timeout' | 'broken') => {
      stop();
      signal.removeEventListener('abort', abort);
      resolve(value);
    };
    const abort = () => settle('broken');
    const stop = startDeadline(sleep, BODY_IDLE_MS, () => settle('timeout'));
    if (signal.aborted) abort();
    else signal.addEventListener('abort', abort, { once: true });
    reader.read().then(
      ({ done, value }) => settle(done ? 'end' : value),
      () => settle('broken'),
    );
  });
}
