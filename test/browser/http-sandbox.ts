// The emulated API on a port of its own: it outlives a gateway that is killed, and it can keep launches waiting for their answer.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { createSandbox } from '../../src/sandbox/sandbox.ts';
import type { SandboxLogEntry } from '../../src/sandbox/sandbox.ts';

/** Runs are over before they are polled first. */
const SPEED = 100;

export type HttpSandbox = {
  readonly origin: string;
  /** What it was asked so far. */
  log(): readonly SandboxLogEntry[];
  launches(): SandboxLogEntry[];
  /** From now on launches start their runs, but are answered only when the function that this gives is called. */
  hold(): () => void;
  close(): Promise<void>;
};

/** Starts it on a free port. */
export async function startSandbox(): Promise<HttpSandbox> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  const sandbox = createSandbox({ speed: SPEED, origin });
  let released = Promise.resolve();
  const answer = getRequestListener(
    async (request, { outgoing }) => {
      try {
        const response = await sandbox.fetch(request);
        if (request.method === 'POST') await released;
        return response;
      } catch {
        // A connection that breaks in the emulator breaks here, and a caller that is gone needs no answer.
        outgoing.destroy();
        return RESPONSE_ALREADY_SENT;
      }
    },
    { overrideGlobalObjects: false },
  );
  server.on('request', (incoming, outgoing) => void answer(incoming, outgoing));
  return {
    origin,
    log: () => sandbox.log,
    launches: () => sandbox.log.filter(({ method }) => method === 'POST'),
    hold() {
      const { promise, resolve } = Promise.withResolvers<void>();
      released = promise;
      return resolve;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
