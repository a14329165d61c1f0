// The emulated API behind a real port, with one thing changed in its answers, on a clock that moves only when somebody waits.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { conform } from '#src/conformance/conform.ts';
import type { Outcome, Parts } from '#src/conformance/conform.ts';
import type { FactId } from '#src/conformance/facts.ts';
import { createSandbox } from '#src/sandbox/sandbox.ts';
import type { SandboxLogEntry } from '#src/sandbox/sandbox.ts';

/** Tuesday, 10 March 2026, 16:00 UTC: yesterday had 24 hours everywhere. */
export const START_MS = Date.UTC(2026, 2, 10, 16);
export const FULL_KEY = 'sandbox-key-full-access-0000';
export const REPORTING_KEY = 'sandbox-key-reporting-only-0000';

export type Json = Record<string, unknown>;

/** An answer of the emulator before it goes out. Whatever is changed here is what goes out. */
export type Reply = {
  readonly method: string;
  readonly path: string;
  readonly search: string;
  /** The bearer token that came in. */
  readonly token: string;
  status: number;
  headers: Headers;
  /** An object as JSON, a text as it is. */
  body: Json | string;
};
/** Changes an answer. `'drop'` breaks the connection instead. */
export type Change = (reply: Reply) => void | 'drop';

export type ChangedSandbox = {
  readonly origin: string;
  /** What it was asked so far, in the sandbox's time. */
  readonly log: readonly SandboxLogEntry[];
  readonly launches: () => number;
  /** Inspects it. */
  readonly inspect: (more?: More) => Promise<Outcome>;
  readonly close: () => Promise<void>;
};
export type More = {
  readonly key?: string;
  readonly mayLaunch?: boolean;
  /** By its name. */
  readonly mailbox?: string;
  readonly parts?: Partial<Parts>;
};

export async function startChangedSandbox(change: Change = () => {}): Promise<ChangedSandbox> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  let now = START_MS;
  const sandbox = createSandbox({ origin, now: () => now });
  const answer = getRequestListener(
    async (request, { outgoing }) => {
      const response = await sandbox.fetch(request).catch(() => null);
      if (response !== null) {
        const changed = await changedReply(request, response, change);
        if (changed !== null) return changed;
      }
      outgoing.destroy();
      return RESPONSE_ALREADY_SENT;
    },
    { overrideGlobalObjects: false },
  );
  server.on('request', (incoming, outgoing) => void answer(incoming, outgoing));

  const mailboxId = async (name: string) => {
    const headers = { authorization: `Bearer ${FULL_KEY}` };
    const response = await sandbox.fetch(new Request(`${origin}/api/v1/admin/mailboxes`, { headers }));
    const { mailboxes } = (await response.json()) as {
      mailboxes: { mailboxId: string; mailboxName: string }[];
    };
    return mailboxes.find(({ mailboxName }) => mailboxName === name)?.mailboxId ?? name;
  };

  return {
    origin,
    log: sandbox.log,
    launches: () => sandbox.log.filter(({ method }) => method === 'POST').length,
    async inspect({ key = FULL_KEY, mayLaunch = false, mailbox, parts = {} } = {}) {
      const id = mailbox === undefined ? null : await mailboxId(mailbox);
      return conform(
        { origin, key, mayLaunch, mailbox: id, isJson: false },
        {
          fetch,
          sleep: (ms, signal) => {
            signal.throwIfAborted();
            now += ms;
            return Promise.resolve();
          },
          now: () => now,
          say: () => {},
          signal: new AbortController().signal,
          ...parts,
        },
      );
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function changedReply(request: Request, response: Response, change: Change): Promise<Response | null> {
  const { pathname, search } = new URL(request.url);
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.startsWith('application/json') === true;
  const reply: Reply = {
    method: request.method,
    path: pathname,
    search,
    token: request.headers.get('authorization')?.replace('Bearer ', '') ?? '',
    status: response.status,
    headers: new Headers(response.headers),
    body: isJson ? (JSON.parse(text) as Json) : text,
  };
  if (change(reply) === 'drop') return null;
  const body = typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body);
  return new Response(body, { status: reply.status, headers: reply.headers });
}

/** Names of the facts that differ. */
export function differing({ findings }: Outcome): FactId[] {
  return findings.filter(({ result }) => result === 'differs').map(({ id }) => id);
}

/** The object at `path` in a body: `part(body, '_links', 'self')`. Throws where there is none. */
export function part(body: Json | string, ...path: readonly (string | number)[]): Json {
  let found: unknown = body;
  for (const step of path) found = (found as Json)[step];
  if (typeof found !== 'object' || found === null) throw new Error(`Nothing at ${path.join('.')}`);
  return found as Json;
}
