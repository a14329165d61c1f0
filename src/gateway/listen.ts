// The HTTP server around the gateway: what must be judged before a request can be one, time limits for slow clients, shutting down.
import { createServer, METHODS } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { DeskCode } from '#src/contract/desk.ts';
import type { Gateway } from './gateway.ts';

/** How long the headers of a request may take, and then its body. */
export const INBOUND_MS = 10_000;
/** Longest silence on a connection with a request on it: more than a launch may take, less than for ever. */
export const SILENCE_MS = 150_000;
/** Longer than browsers keep a connection in their pool without use: they repeat requests when it dies under them. */
export const KEEP_ALIVE_MS = 65_000;
/** Connections that are taken at a time. */
export const MAX_CONNECTIONS = 2_000;

/** A server that listens. */
type Listening = {
  readonly port: number;
  /** Sets what answers; until then connections are cut. */
  serve(gateway: Gateway): void;
  /** Takes no new connections; resolves when the last answer is out. */
  stop(): Promise<void>;
};

/** Listens on `host` and `port` (0: any free one). Rejects with the error of the system when that fails. */
export async function listen(host: string, port: number, inboundMs = INBOUND_MS): Promise<Listening> {
  let gateway: Gateway | null = null;
  let answer: ReturnType<typeof answerWith> | null = null;
  let isStopping = false;
  const server = createServer({
    headersTimeout: inboundMs,
    requestTimeout: 2 * inboundMs,
    connectionsCheckingInterval: inboundMs / 10,
    keepAliveTimeout: KEEP_ALIVE_MS,
    requireHostHeader: false,
  });
  server.timeout = SILENCE_MS;
  server.maxConnections = MAX_CONNECTIONS;
  // Node would answer 408 to a slow client, and browsers repeat a POST that gets one. The connection goes without a word.
  server.on('clientError', (_error, socket: Socket) => socket.destroy());
  server.on('upgrade', (_request, socket: Socket) => socket.destroy());
  server.on('connect', (_request, socket: Socket) => socket.destroy());

  server.on('request', (incoming: IncomingMessage, outgoing: ServerResponse) => {
    if (gateway === null || answer === null) {
      incoming.destroy();
      return;
    }
    if (isStopping) outgoing.setHeader('Connection', 'close');
    const code = rawRefusal(incoming);
    if (code === null) void answer(incoming, outgoing);
    else void writeRefusal(gateway.refusal(code, incoming.method ?? 'GET'), incoming, outgoing);
  });

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  return {
    port: (server.address() as AddressInfo).port,
    serve(value) {
      gateway = value;
      answer = answerWith(value);
    },
    stop() {
      isStopping = true;
      return close(server);
    },
  };
}

/** A listener for Node's server that answers with `gateway`. */
export function answerWith(
  gateway: Gateway,
): (incoming: IncomingMessage, outgoing: ServerResponse) => Promise<void> {
  return getRequestListener(
    (request, { incoming, outgoing }) => {
      const cut = () => {
        incoming.destroy();
        outgoing.destroy();
      };
      return gateway.fetch(request, { cut });
    },
    { overrideGlobalObjects: false },
  );
}

/**
 * What is wrong with a request that would not survive being turned into a URL unchanged: another form of target than a path, a
 * path that the URL parser would rewrite, no `Host` or several.
 */
function rawRefusal(incoming: IncomingMessage): DeskCode | null {
  const hosts = incoming.rawHeaders.filter((name, at) => at % 2 === 0 && name.toLowerCase() === 'host');
  if (hosts.length !== 1) return 'host';
  const target = incoming.url ?? '';
  if (!target.startsWith('/') || target.startsWith('//')) return 'not-found';
  const [path = ''] = target.split('?');
  const hasRewrites = /[\\#]/.test(target) || /\/(\.|%2e){1,2}(\/|$)/i.test(path);
  if (hasRewrites || !METHODS.includes(incoming.method ?? '')) return 'not-found';
  const host = incoming.headers.host ?? '';
  return URL.parse(`http://${host}/`)?.host === host.toLowerCase() ? null : 'host';
}

async function writeRefusal(
  response: Response,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  outgoing.writeHead(response.status, { ...Object.fromEntries(response.headers), Connection: 'close' });
  outgoing.end(await response.text());
  incoming.resume();
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    // Connections fall idle one by one; the server itself looks only once.
    const sweep = setInterval(() => server.closeIdleConnections(), 50);
    server.close(() => {
      clearInterval(sweep);
      resolve();
    });
    server.closeIdleConnections();
  });
}
