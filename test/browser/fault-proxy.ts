// A proxy between the browser and the gateway that does to launches what networks do. Everything else passes.
import { once } from 'node:events';
import { Agent, createServer, request as httpRequest } from 'node:http';
import type { ClientRequest, IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { Page } from '@playwright/test';

type Headers = Record<string, string | string[] | undefined>;
type GatewayAnswer = { readonly status: number; readonly headers: Headers; readonly body: Buffer };

/** One launch at the proxy. */
export type Arrival = {
  /** Its `Idempotency-Key`. */
  readonly key: string;
  /** Whether the connection had carried a request before: only then do browsers repeat a POST. */
  readonly isReused: boolean;
  /** `Idempotency-Replayed` of the gateway's answer; null until there is one, and where it has none. */
  replayed: string | null;
};

/** What can be done with a launch that has arrived in full. */
export type Exchange = {
  /** Gives it to the gateway. Resolves with the whole answer, rejects where there is none. */
  readonly forward: () => Promise<GatewayAnswer>;
  readonly pass: (answer: GatewayAnswer) => void;
  /** Passes the headers and half of the body, then breaks off. */
  readonly passHalf: (answer: GatewayAnswer) => void;
  /** Answers with a page that no desk made. */
  readonly answer: (status: number) => void;
  /** Ends the connections on both sides without a byte of an answer. */
  readonly cut: (how: 'reset' | 'close') => void;
};
export type Fault = (exchange: Exchange) => Promise<void> | void;

export type FaultProxy = {
  readonly origin: string;
  /** Launches so far, each sending of the browser counted. */
  readonly arrivals: readonly Arrival[];
  /** What to do with the next launches, in turn; those after them pass. */
  break(...faults: Fault[]): void;
  /** Leaves the browser with so many connections that are open and have been used. */
  warm(page: Page, connections: number): Promise<void>;
  close(): Promise<void>;
};

/** Passes a launch and its answer, and breaks the connection where there is no answer. */
const pass: Fault = async (exchange) => {
  const answer = await exchange.forward().catch(() => null);
  if (answer === null) exchange.cut('reset');
  else exchange.pass(answer);
};

/** Headers that are about one connection only. */
const HOP_BY_HOP = ['connection', 'keep-alive', 'transfer-encoding'];

/** Starts a proxy in front of the gateway at `gateway`, on a free port. */
export async function startFaultProxy(gateway: string): Promise<FaultProxy> {
  const arrivals: Arrival[] = [];
  const faults: Fault[] = [];
  const used = new WeakSet<object>();
  let warming: ServerResponse[] = [];
  const agent = new Agent({ keepAlive: false });

  /** The gateway knows itself under its own address only. */
  function onward(incoming: IncomingMessage) {
    const { host } = new URL(gateway);
    const { origin, ...rest } = incoming.headers;
    return httpRequest(gateway + (incoming.url ?? '/'), {
      agent,
      method: incoming.method,
      headers: { ...rest, host, ...(origin === undefined ? {} : { origin: gateway }) },
    });
  }

  function passThrough(incoming: IncomingMessage, outgoing: ServerResponse) {
    const request = onward(incoming);
    request.on('error', () => incoming.socket.resetAndDestroy());
    request.on('response', (response: IncomingMessage) => {
      outgoing.writeHead(response.statusCode ?? 502, withoutHops(response.headers));
      response.on('error', () => incoming.socket.resetAndDestroy());
      response.pipe(outgoing);
    });
    incoming.pipe(request);
  }

  async function takeLaunch(incoming: IncomingMessage, outgoing: ServerResponse) {
    const body = await buffer(incoming);
    const key = String(incoming.headers['idempotency-key']);
    const arrival: Arrival = { key, isReused: used.has(incoming.socket), replayed: null };
    arrivals.push(arrival);
    let request: ClientRequest | null = null;
    const fault = faults.shift() ?? pass;
    await fault({
      forward: () =>
        new Promise((resolve, reject) => {
          request = onward(incoming);
          request.on('error', reject);
          request.on('response', (response: IncomingMessage) => {
            const { statusCode: status = 0, headers } = response;
            arrival.replayed = String(headers['idempotency-replayed'] ?? '') || null;
            buffer(response).then((whole) => resolve({ status, headers, body: whole }), reject);
          });
          request.end(body);
        }),
      pass({ status, headers, body: whole }) {
        outgoing.writeHead(status, withoutHops(headers)).end(whole);
      },
      passHalf({ status, headers, body: whole }) {
        outgoing.writeHead(status, { ...withoutHops(headers), 'content-length': whole.byteLength });
        outgoing.write(whole.subarray(0, whole.byteLength / 2), () => incoming.socket.destroy());
      },
      answer(status) {
        outgoing.writeHead(status, { 'content-type': 'text/html' }).end('<h1>Some machine in between</h1>');
      },
      cut(how) {
        request?.destroy();
        if (how === 'reset') incoming.socket.resetAndDestroy();
        else incoming.socket.destroy();
      },
    });
  }

  const server = createServer({ keepAliveTimeout: 60_000 }, (incoming, outgoing) => {
    outgoing.once('finish', () => used.add(incoming.socket));
    if (incoming.url?.startsWith('/warm') === true) warming.push(outgoing);
    else if (incoming.headers['idempotency-key'] === undefined) passThrough(incoming, outgoing);
    else void takeLaunch(incoming, outgoing);
    const [first] = warming;
    const isWarm = warming.length === Number(first?.req.url?.split('=')[1]);
    if (!isWarm) return;
    for (const waiting of warming) waiting.writeHead(204).end();
    warming = [];
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    arrivals,
    break(...next) {
      faults.push(...next);
    },
    warm: (page, connections) =>
      page.evaluate(async (count) => {
        // None is answered before all are there, so each needs a connection of its own.
        const paths = Array.from({ length: count }, (_, at) => `/warm?of-${String(at)}=${String(count)}`);
        await Promise.all(paths.map((path) => fetch(path, { cache: 'no-store' })));
      }, connections),
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function withoutHops(headers: Headers): Headers {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !HOP_BY_HOP.includes(name)));
}
