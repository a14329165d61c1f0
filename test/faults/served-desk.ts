// A gateway behind a real port in this process, on the real wire to a raw upstream, with a clock that is moved by hand.
import { connect } from 'node:net';
import { createGateway } from '#src/gateway/gateway.ts';
import type { GatewayOptions } from '#src/gateway/gateway.ts';
import { listen } from '#src/gateway/listen.ts';
import { createUpstreamFetch } from '#src/upstream/upstream-http.ts';
import { createClock } from '../gateway/desk.ts';

/** The body of every launch here. */
export const BODY = '{"parameters":{"mailboxId":"mb_1"}}';
/** Where launches go. */
export const LAUNCH = '/api/v1/reports/mailboxPerformance?max=500';

/** Starts one. `inboundMs`: how long a request may take to arrive. */
export async function serveDesk(origin: string, inboundMs?: number, options: Partial<GatewayOptions> = {}) {
  const clock = createClock();
  const wire = createUpstreamFetch(origin, clock.sleep);
  const server = await listen('127.0.0.1', 0, inboundMs);
  const own = `http://127.0.0.1:${String(server.port)}`;
  const gateway = createGateway({
    upstream: { origin, fetch: wire.fetch },
    origins: [own],
    keys: [{ label: 'First', key: 'canary-key', source: 'environment' }],
    now: clock.now,
    sleep: clock.sleep,
    ...options,
  });
  server.serve(gateway);
  return {
    clock,
    origin: own,
    port: server.port,
    gateway,
    get: (path: string) => fetch(`${own}${path}`),
    launch: (id: string) => launchAt(own, id),
    /** Sends bytes as they are; all that came back when the connection ends. */
    raw: (bytes: string) => sendRaw(server.port, bytes),
    close: async () => {
      await Promise.all([server.stop(), gateway.close()]);
      wire.close();
    },
  };
}

/** Sends the launch `id` to the desk at `own`. */
export function launchAt(own: string, id: string): Promise<Response> {
  return fetch(`${own}${LAUNCH}`, {
    method: 'POST',
    headers: { origin: own, 'content-type': 'application/json', 'idempotency-key': id },
    body: BODY,
  });
}

/** Sends bytes to a port of this machine; all that came back when the connection ends. */
export function sendRaw(port: number, bytes: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(Buffer.from(bytes, 'latin1')));
    let back = '';
    socket.setEncoding('latin1');
    socket.on('data', (text: string) => {
      back += text;
    });
    socket.on('error', () => undefined);
    socket.on('close', () => {
      resolve(back);
    });
  });
}

/** Status, code and the two headers that say what happened to a launch. */
export async function verdictOf(response: Response) {
  const text = await response.text();
  const [, code = ''] = /"code":"([\w-]+)"/.exec(text) ?? [];
  return {
    status: response.status,
    code,
    forwarded: response.headers.get('desk-forwarded'),
    replayed: response.headers.get('idempotency-replayed'),
  };
}
