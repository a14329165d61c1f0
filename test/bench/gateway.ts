// What the gateway costs and what it saves: added latency against the sandbox called directly, and requests that reach the API
// when one, ten or a hundred clients watch the same three runs. Figures only; nothing here passes or fails.
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { createGateway } from '#src/gateway/gateway.ts';
import { openLedger } from '#src/ledger/ledger.ts';
import { listen } from '#src/gateway/listen.ts';
import { createSandbox, SANDBOX_ORIGIN } from '#src/sandbox/sandbox.ts';

/** One line of the bench: what was measured, the figure, a baseline from the same run, their ratio, and the goal. */
export type BenchRow = {
  readonly name: string;
  readonly figure: string;
  readonly baseline: string;
  readonly ratio: string;
  readonly goal: string;
};

const LIMITS = { requestsPerMinute: 1_000_000, concurrentRuns: 100_000 };
// Pairs, one request of each through the gateway: 200 reads a second in all.
const READ_PAIRS_PER_SECOND = 100;
const LAUNCH_PAIRS_PER_SECOND = 20;
const SECONDS = 5;
const PATH = '/api/v1/reports/mailboxPerformance?max=5';
const JSON_TYPE = { 'content-type': 'application/json' };

/** Runs the whole bench, some 15 seconds. */
export async function gatewayBench(): Promise<BenchRow[]> {
  return [...(await latencyRows()), ...(await sharingRows())];
}

async function latencyRows(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'desk-bench-'));
  let offset = 0;
  const sandbox = createSandbox({ limits: LIMITS, now: () => Date.now() + offset });
  const now = () => sandbox.now();
  const answer = getRequestListener((asked) => sandbox.fetch(asked), { overrideGlobalObjects: false });
  const direct = createServer((incoming, outgoing) => void answer(incoming, outgoing));
  await new Promise<void>((resolve) => {
    direct.listen(0, '127.0.0.1', resolve);
  });
  const server = await listen('127.0.0.1', 0);
  const desk = `http://127.0.0.1:${String(server.port)}`;
  const gateway = createGateway({
    upstream: { origin: SANDBOX_ORIGIN, fetch: sandbox.fetch },
    origins: [desk],
    keys: sandbox.keys.slice(0, 1).map((key) => ({ ...key, source: 'sandbox' })),
    ledger: openLedger(join(folder, 'ledger.sqlite'), { now, randomUUID: () => crypto.randomUUID() }),
    limits: LIMITS,
    now,
  });
  server.serve(gateway);
  const base = `http://127.0.0.1:${String((direct.address() as AddressInfo).port)}`;
  const authorization = { authorization: `Bearer ${sandbox.keys[0]?.key ?? ''}` };
  const body = await launchBody(
    (path) => fetch(`${base}${path}`, { headers: authorization }),
    'Sales Department',
  );
  const agent = new Agent({ keepAlive: true });
  const ask = (method: string, url: string, headers: Record<string, string>, sent?: string) =>
    new Promise<string>((resolve, reject) => {
      const outgoing = request(url, { method, headers, agent }, (incoming) => {
        let text = '';
        incoming.setEncoding('utf8');
        incoming.on('data', (piece: string) => {
          text += piece;
        });
        incoming.on('end', () => {
          if (incoming.statusCode === 200) resolve(text);
          else reject(new Error(`${String(incoming.statusCode)} ${text}`));
        });
      });
      outgoing.on('error', reject);
      outgoing.end(sent);
    });
  const post = (at: string, path: string, headers: Record<string, string>) =>
    ask('POST', `${at}${path}`, { ...JSON_TYPE, ...headers }, body);

  const launched = JSON.parse(await post(base, PATH, authorization)) as {
    _links: { self: { href: string } };
  };
  offset = 3_600_000;
  const { pathname } = new URL(launched._links.self.href);
  let pages = 0;
  // Every URL is new, so that the gateway cannot answer from what it keeps.
  const page = () => `${pathname}?max=5&page=${String((pages += 1))}`;

  const pair = async (one: () => Promise<string>, other: () => Promise<string>, perSecond: number) => {
    const samples: { readonly through: number; readonly direct: number }[] = [];
    const started = performance.now();
    const work: Promise<void>[] = [];
    for (let at = 0; at < perSecond * SECONDS; at += 1) {
      const due = started + (at * 1000) / perSecond;
      const wait = due - performance.now();
      if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
      // The two of a pair follow each other, in turns, so that both see the same machine.
      const sample = async () => {
        const order = at % 2 === 0 ? [one, other] : [other, one];
        const times: number[] = [];
        for (const go of order) {
          const begun = performance.now();
          await go();
          times.push(performance.now() - begun);
        }
        const [first = 0, second = 0] = times;
        samples.push(at % 2 === 0 ? { through: first, direct: second } : { through: second, direct: first });
      };
      work.push(sample());
    }
    await Promise.all(work);
    return samples;
  };
  const read = () =>
    pair(
      () => ask('GET', `${desk}${page()}`, {}),
      () => ask('GET', `${base}${page()}`, authorization),
      READ_PAIRS_PER_SECOND,
    );
  await read();
  const reads = await read();
  const launches = await pair(
    () => post(desk, PATH, { origin: desk, 'idempotency-key': crypto.randomUUID() }),
    () => post(base, PATH, authorization),
    LAUNCH_PAIRS_PER_SECOND,
  );
  await Promise.all([server.stop(), gateway.close()]);
  agent.destroy();
  direct.close();
  direct.closeAllConnections();
  rmSync(folder, { recursive: true });
  return [
    ...added('reads at 200/s', reads, '< 2 ms', '< 10 ms'),
    ...added('launches, written to disk', launches, 'none', 'none'),
  ];
}

function added(
  name: string,
  samples: readonly { readonly through: number; readonly direct: number }[],
  goal50: string,
  goal99: string,
): BenchRow[] {
  const extra = samples.map(({ through, direct }) => through - direct);
  const through = samples.map((sample) => sample.through);
  const direct = samples.map((sample) => sample.direct);
  return [[50, goal50] as const, [99, goal99] as const].map(([percent, goal]) => ({
    name: `gateway: added latency p${String(percent)}, ${name}`,
    figure: `${quantile(extra, percent).toFixed(2)} ms`,
    baseline: `${quantile(direct, percent).toFixed(2)} ms direct`,
    ratio: (quantile(through, percent) / quantile(direct, percent)).toFixed(2),
    goal,
  }));
}

function quantile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? 0;
}

async function launchBody(get: (path: string) => Promise<Response>, mailbox: string): Promise<string> {
  const list = (await (await get('/api/v1/admin/mailboxes')).json()) as {
    mailboxes: { mailboxId: string; mailboxName: string }[];
  };
  const found = list.mailboxes.find(({ mailboxName }) => mailboxName === mailbox);
  return JSON.stringify({
    parameters: {
      mailboxId: found?.mailboxId,
      start: '2026-01-01T00:00:00',
      end: '2026-02-28T00:00:00',
      period: 'day',
    },
  });
}

async function sharingRows(): Promise<BenchRow[]> {
  const alone = await requestsOf(1);
  const rows: BenchRow[] = [];
  for (const [clients, words] of [
    [1, '1 client'],
    [10, '10 tabs'],
    [100, '100 clients'],
  ] as const) {
    const requests = clients === 1 ? alone : await requestsOf(clients);
    // Without the gateway every client polls for itself.
    const naive = alone * clients;
    rows.push({
      name: `gateway: requests to the API, ${words} watching three runs`,
      figure: String(requests),
      baseline: `${String(naive)} without sharing`,
      ratio: (requests / naive).toFixed(2),
      goal: `${String(alone)} within 10 %`,
    });
  }
  return rows;
}

/** Requests that reach the API until `clients` have seen three ten-minute runs end, each asking every five seconds. */
async function requestsOf(clients: number): Promise<number> {
  const PLAN_MS = 5_000;
  let time = Date.parse('2026-10-01T12:00:00Z');
  const sandbox = createSandbox({ limits: LIMITS, now: () => time });
  const gateway = createGateway({
    upstream: { origin: SANDBOX_ORIGIN, fetch: sandbox.fetch },
    origins: ['http://desk.test'],
    keys: sandbox.keys.slice(0, 1).map((key) => ({ ...key, source: 'sandbox' })),
    limits: LIMITS,
    now: () => time,
  });
  const get = (path: string, headers: Record<string, string> = {}) =>
    gateway.fetch(new Request(`http://desk.test${path}`, { headers }));
  const body = await launchBody(get, 'Drill: slow');
  const paths: string[] = [];
  for (let run = 0; run < 3; run += 1) {
    const headers = { ...JSON_TYPE, origin: 'http://desk.test', 'idempotency-key': crypto.randomUUID() };
    const answer = await gateway.fetch(
      new Request('http://desk.test/api/v1/reports/mailboxPerformance?max=500', {
        method: 'POST',
        headers,
        body,
      }),
    );
    const { _links } = (await answer.json()) as { _links: { self: { href: string } } };
    const url = new URL(_links.self.href);
    paths.push(url.pathname + url.search);
  }
  const before = sandbox.log.length;
  // Clients start at different moments of the first five seconds, and each run is followed on its own.
  const due = paths.flatMap((path) =>
    Array.from({ length: clients }, (_, client) => ({
      path,
      at: time + Math.floor((client * PLAN_MS) / clients),
    })),
  );
  for (;;) {
    due.sort((one, other) => one.at - other.at);
    const next = due.shift();
    if (next === undefined) break;
    time = next.at;
    const answer = await get(next.path, { 'cache-control': `max-age=${String(PLAN_MS / 1000)}` });
    const { status } = (await answer.json()) as { status: string };
    const age = Number(answer.headers.get('age') ?? 0) * 1000;
    if (status === 'running') due.push({ path: next.path, at: time + Math.max(1000, PLAN_MS - age) });
  }
  await gateway.close();
  return sandbox.log.length - before;
}
