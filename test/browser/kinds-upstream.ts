// The emulated API on a port of its own, whose answers a story can replace one by one: with another status, with hostile words, or with
// a key that is refused all of a sudden. And a live desk in front of it.
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { createSandbox } from '../../src/sandbox/sandbox.ts';
import type { SandboxLogEntry } from '../../src/sandbox/sandbox.ts';
import { startGateway } from './gateway-process.ts';

/** Gives the answer in place of the emulator's, or null for that of the emulator. */
export type Answering = (request: Request, truth: () => Promise<Response>) => Promise<Response> | null;

export type Upstream = {
  readonly origin: string;
  readonly log: readonly SandboxLogEntry[];
  /** From now on; null for the emulator's own answers. */
  answerWith(answering: Answering | null): void;
  close(): Promise<void>;
};

export type OwnDesk = { readonly origin: string; stop(): Promise<void> };

/** Starts it on a free port. Runs are `speed` times shorter. */
export async function startUpstream(speed: number): Promise<Upstream> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  const sandbox = createSandbox({ speed, origin });
  let current: Answering | null = null;
  const listener = getRequestListener(
    async (request) => {
      const truth = () => sandbox.fetch(request);
      return (await current?.(request, truth)) ?? truth();
    },
    { overrideGlobalObjects: false },
  );
  server.on('request', (incoming, outgoing) => void listener(incoming, outgoing));
  return {
    origin,
    log: sandbox.log,
    answerWith(answering) {
      current = answering;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** A gateway of its own with `env`, on a free port and with a data folder that goes with it. */
export async function startDesk(env: Readonly<Record<string, string>>): Promise<OwnDesk> {
  const data = mkdtempSync(join(tmpdir(), 'report-desk-own-'));
  const gateway = await startGateway({ DESK_PORT: '0', DESK_DATA_DIR: data, ...env });
  return {
    origin: gateway.origin,
    async stop() {
      await gateway.stop();
      rmSync(data, { recursive: true, force: true });
    },
  };
}

/** A refusal in the API's envelope. */
export function problem(status: number, message: string, code = String(status)): Response {
  return Response.json({ status: 'error', error: { code, message } }, { status });
}
