// Bodies of requests to the gateway: JSON, small, in time.
import type { DeskCode } from '#src/contract/desk.ts';
import { startDeadline } from '#src/upstream/time.ts';
import type { Sleep } from '#src/upstream/time.ts';

/** Largest request body, in bytes. */
export const MAX_REQUEST_BODY_BYTES = 64 * 1024;
/** How long a request body may take to arrive. */
export const REQUEST_BODY_MS = 10_000;

/** A body that may be used: `text` encodes back to exactly the bytes that came, `value` is what they say. */
type JsonBody = { readonly text: string; readonly value: unknown };

/**
 * Reads the JSON body of `request`; a refusal code where it is of another type, too large, too slow, cut, or not JSON.
 * `onSlow` is called when the time is up, so that the caller can cut the connection.
 */
export async function readJsonBody(
  request: Request,
  sleep: Sleep,
  onSlow: () => void = () => undefined,
): Promise<JsonBody | DeskCode> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/json\s*(;|$)/i.test(type) || request.headers.has('content-encoding'))
    return 'media-type';
  const length = request.headers.get('content-length');
  if (length !== null && Number(length) > MAX_REQUEST_BODY_BYTES) return 'body-too-large';
  const bytes = await readBytes(request, sleep, onSlow);
  if (typeof bytes === 'string') return bytes;
  try {
    // A byte order mark is kept, and then refused by the JSON parser: the text must stand for the bytes exactly.
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return { text, value: JSON.parse(text) as unknown };
  } catch {
    return 'not-json';
  }
}

async function readBytes(request: Request, sleep: Sleep, onSlow: () => void): Promise<Uint8Array | DeskCode> {
  const reader = (request.body as ReadableStream<Uint8Array> | null)?.getReader();
  if (reader === undefined) return 'not-json';
  let isSlow = false;
  const stop = startDeadline(sleep, REQUEST_BODY_MS, () => {
    isSlow = true;
    onSlow();
    reader.cancel().catch(() => undefined);
  });
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (isSlow) return 'body-incomplete';
      if (done) return Buffer.concat(chunks);
      size += value.byteLength;
      if (size > MAX_REQUEST_BODY_BYTES) {
        reader.cancel().catch(() => undefined);
        return 'body-too-large';
      }
      chunks.push(value);
    }
  } catch {
    return 'body-incomplete';
  } finally {
    stop();
  }
}
