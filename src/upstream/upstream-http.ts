// The wire to the API, on node:http and node:https.
//
// Not the global `fetch`, for two reasons: it does not say whether a failure came before or after the first byte was written,
// and it has no deadline of its own for connecting. Nothing is repeated, no redirect is followed. A launch always gets a fresh
// connection: on a reused one that has just died nobody could tell whether the request arrived.
import { Agent as HttpAgent, request as httpRequest } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { Readable } from 'node:stream';
import type { Duplex } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { startDeadline } from './time.ts';
import type { Sleep } from './time.ts';
import { NotSentError } from './upstream.ts';

/** How long name lookup, connection and TLS handshake may take together. */
export const CONNECT_MS = 5_000;
// Reads under way at a time over kept connections; the rest wait their turn.
const MAX_SOCKETS = 32;

/**
 * A `fetch` for one API origin. Rejects with {@link NotSentError} where no byte of the request can have left, with another error
 * in every other case; the body of its answer breaks off with an error when the connection does.
 */
export function createUpstreamFetch(
  origin: string,
  sleep: Sleep,
): { fetch: (request: Request) => Promise<Response>; close: () => void } {
  const isTls = new URL(origin).protocol === 'https:';
  const options = { keepAlive: true, maxSockets: MAX_SOCKETS, timeout: 30_000 };
  const kept = isTls ? new HttpsAgent(options) : new HttpAgent(options);
  const fresh = isTls ? new HttpsAgent({ keepAlive: false }) : new HttpAgent({ keepAlive: false });
  const send = isTls ? httpsRequest : httpRequest;

  const fetch = async (request: Request): Promise<Response> => {
    const body = request.body === null ? null : Buffer.from(await request.arrayBuffer());
    return new Promise((resolve, reject) => {
      let isConnected = false;
      const outgoing = send(request.url, {
        method: request.method,
        headers: {
          ...Object.fromEntries(request.headers),
          'Accept-Encoding': 'gzip',
          ...(body === null ? {} : { 'Content-Length': String(body.byteLength) }),
        },
        agent: request.method === 'GET' ? kept : fresh,
      });
      const stopConnecting = startDeadline(sleep, CONNECT_MS, () => {
        outgoing.destroy(new Error('The connection took too long'));
      });
      const abort = () => outgoing.destroy(new Error('Given up'));
      const fail = (cause: unknown) => {
        stopConnecting();
        request.signal.removeEventListener('abort', abort);
        reject(
          isConnected
            ? new Error('The connection failed', { cause })
            : new NotSentError('No connection', { cause }),
        );
      };
      outgoing.once('socket', (socket: Duplex & { connecting?: boolean }) => {
        const connected = () => {
          isConnected = true;
          stopConnecting();
        };
        // Bytes of the request leave at these events at the earliest; a kept socket is past them already.
        if (outgoing.reusedSocket || socket.connecting !== true) connected();
        else socket.once(isTls ? 'secureConnect' : 'connect', connected);
      });
      outgoing.on('error', fail);
      // Ends without an answer and without an error exist too: an upgrade, for one.
      outgoing.once('close', () => fail(new Error('Closed without an answer')));
      outgoing.once('response', (incoming: IncomingMessage) => {
        try {
          resolve(toResponse(incoming));
        } catch (error) {
          incoming.destroy();
          fail(error);
        }
      });
      if (request.signal.aborted) abort();
      else request.signal.addEventListener('abort', abort, { once: true });
      outgoing.end(body ?? undefined);
    });
  };
  return {
    fetch,
    close() {
      kept.destroy();
      fresh.destroy();
    },
  };
}

function toResponse(incoming: IncomingMessage): Response {
  const headers = new Headers();
  for (let at = 0; at + 1 < incoming.rawHeaders.length; at += 2) {
    headers.append(incoming.rawHeaders[at] ?? '', incoming.rawHeaders[at + 1] ?? '');
  }
  const status = incoming.statusCode ?? 0;
  if (status === 204 || status === 205 || status === 304) {
    incoming.resume();
    return new Response(null, { status, headers });
  }
  let body: Readable = incoming;
  if (headers.get('content-encoding')?.trim().toLowerCase() === 'gzip') {
    const unpack = createGunzip();
    incoming.on('error', (error) => unpack.destroy(error));
    body = incoming.pipe(unpack);
    unpack.once('close', () => incoming.destroy());
    headers.delete('content-encoding');
    headers.delete('content-length');
  }
  return new Response(Readable.toWeb(body) as ReadableStream<Uint8Array>, { status, headers });
}
