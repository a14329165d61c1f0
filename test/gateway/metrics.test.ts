// @vitest-environment node
// The figures of a desk over a real socket: who may read them, what they say, and what they never say.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { GatewayOptions } from '#src/gateway/gateway.ts';
import { openLedger } from '#src/ledger/ledger.ts';
import { acceptedBody, httpAnswer, startUpstream } from '../faults/raw-upstream.ts';
import type { RawUpstream } from '../faults/raw-upstream.ts';
import { launchAt, sendRaw, serveDesk } from '../faults/served-desk.ts';
import { codeOf, createDesk, jsonReply, uuid } from './desk.ts';

const TOKEN = 'metrics-canary-token';
const BEARER = { authorization: `Bearer ${TOKEN}` };

let upstream: RawUpstream;
let answer = '';
beforeEach(async () => {
  upstream = await startUpstream((socket) => socket.end(answer));
  answer = httpAnswer(200, acceptedBody(upstream.origin));
});
afterEach(() => upstream.close());

/** A desk with metrics, closed after `story`. */
async function withDesk(
  options: Parameters<typeof serveDesk>[2],
  story: (desk: Awaited<ReturnType<typeof serveDesk>>) => Promise<void>,
): Promise<void> {
  const desk = await serveDesk(upstream.origin, undefined, { metricsToken: TOKEN, ...options });
  try {
    await story(desk);
  } finally {
    await desk.close();
  }
}

/** Every sample of a scrape: its name with labels, and its value. */
async function scrape(origin: string): Promise<Record<string, number>> {
  const response = await fetch(`${origin}/metrics`, { headers: BEARER });
  expect(response.status).toBe(200);
  const lines = (await response.text()).split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return Object.fromEntries(
    lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ')))]),
  );
}

describe('the metrics', () => {
  it('count requests by their pattern and outcome, and calls of the API by theirs', async () => {
    await withDesk({}, async (desk) => {
      await launchAt(desk.origin, uuid(1));
      await launchAt(desk.origin, uuid(1));
      answer = httpAnswer(500, '{}');
      await launchAt(desk.origin, uuid(2));
      await desk.get('/desk/nothing');
      const samples = await scrape(desk.origin);
      const launch = '/api/v1/reports/mailboxPerformance';
      expect(samples).toMatchObject({
        [`report_desk_requests_total{method="POST",route="${launch}",status="200"}`]: 2,
        [`report_desk_requests_total{method="POST",route="${launch}",status="500"}`]: 1,
        'report_desk_requests_total{method="GET",route="/desk/…",status="404"}': 1,
        [`report_desk_request_duration_seconds_count{route="${launch}"}`]: 3,
        [`report_desk_upstream_duration_seconds_count{route="${launch}",outcome="200"}`]: 1,
        [`report_desk_upstream_duration_seconds_count{route="${launch}",outcome="500"}`]: 1,
      });
      // A scrape is a request like others: the next one counts it.
      const again = await scrape(desk.origin);
      expect(again['report_desk_requests_total{method="GET",route="/metrics",status="200"}']).toBe(1);
    });
  });

  it('tell calls that never left from calls that failed on the way', async () => {
    await upstream.close();
    await withDesk({}, async (desk) => {
      await launchAt(desk.origin, uuid(1));
      expect(await scrape(desk.origin)).toMatchObject({
        'report_desk_upstream_duration_seconds_count{route="/api/v1/reports/mailboxPerformance",outcome="not-sent"}': 1,
      });
    });
    upstream = await startUpstream((socket) => socket.destroy());
    await withDesk({}, async (desk) => {
      await launchAt(desk.origin, uuid(1));
      expect(await scrape(desk.origin)).toMatchObject({
        'report_desk_upstream_duration_seconds_count{route="/api/v1/reports/mailboxPerformance",outcome="failed"}': 1,
      });
    });
  });

  it('say how budget, slots, keys and ledger stand', async () => {
    await withDesk({ version: '1.2.3', limits: { requestsPerMinute: 50 } }, async (desk) => {
      await launchAt(desk.origin, uuid(1));
      answer = httpAnswer(400, '{}');
      await launchAt(desk.origin, uuid(2));
      expect(await scrape(desk.origin)).toMatchObject({
        'report_desk_info{version="1.2.3",mode="live"}': 1,
        report_desk_budget_limit: 50,
        'report_desk_budget_used{class="launch"}': 2,
        'report_desk_budget_used{class="poll"}': 0,
        report_desk_budget_closed: 0,
        report_desk_slots_limit: 3,
        report_desk_slots_used: 1,
        report_desk_keys: 1,
        'report_desk_ledger_entries{state="accepted"}': 1,
        'report_desk_ledger_entries{state="refused"}': 1,
        'report_desk_ledger_entries{state="unknown"}': 0,
      });
      await desk.clock.advance(48 * 3_600_000);
      expect(await scrape(desk.origin)).toMatchObject({
        'report_desk_budget_used{class="launch"}': 0,
        report_desk_slots_used: 0,
        'report_desk_ledger_entries{state="accepted"}': 0,
      });
    });
  });

  it('say that the API closed the gate', async () => {
    answer = httpAnswer(429, '{"status":"error","error":{"code":"429","message":"Slow down."}}');
    await withDesk({}, async (desk) => {
      await desk.get('/api/v1/admin/mailboxes');
      expect(await scrape(desk.origin)).toMatchObject({ report_desk_budget_closed: 1 });
      await desk.clock.advance(61_000);
      expect(await scrape(desk.origin)).toMatchObject({ report_desk_budget_closed: 0 });
    });
  });

  it('have the figures of the process', async () => {
    await withDesk({}, async (desk) => {
      const samples = await scrape(desk.origin);
      expect(samples['process_resident_memory_bytes']).toBeGreaterThan(1_000_000);
      expect(samples['process_start_time_seconds']).toBeGreaterThan(0);
    });
  });

  it('go on without a ledger that cannot be read, and leave its figures out', async () => {
    const ledger = openLedger(':memory:', { now: () => 0, randomUUID: () => 'id' });
    const broken = {
      ...ledger,
      counts: () => {
        throw new Error('disk');
      },
      list: () => {
        throw new Error('disk');
      },
    };
    await withDesk({ ledger: broken }, async (desk) => {
      const samples = await scrape(desk.origin);
      expect(samples['report_desk_budget_limit']).toBe(100);
      const names = Object.keys(samples).join(' ');
      expect(names).not.toContain('report_desk_ledger_entries');
      expect(names).not.toContain('report_desk_slots_used');
    });
  });

  it('hold nothing that a client or the API chose, no key and no id', async () => {
    await withDesk({ accessToken: 'access-canary-token' }, async (desk) => {
      const signIn = await fetch(`${desk.origin}/desk/login`, {
        method: 'POST',
        headers: { origin: desk.origin, 'content-type': 'application/json' },
        body: '{"token":"access-canary-token"}',
      });
      const [cookie = ''] = (signIn.headers.get('set-cookie') ?? '').split(';');
      const ask = (method: string, path: string, body?: string) =>
        fetch(`${desk.origin}${path}`, {
          method,
          headers: {
            cookie,
            origin: desk.origin,
            'content-type': 'application/json',
            'idempotency-key': uuid(1),
          },
          ...(body === undefined ? {} : { body }),
        });
      await ask(
        'POST',
        '/api/v1/reports/mailboxPerformance',
        '{"parameters":{"mailboxId":"canary-mailbox"}}',
      );
      await ask('GET', '/api/v1/reports/results/canary-run?starting_after=canary-cursor');
      await ask('GET', '/api/v1/messages/canary-message/attachments/canary-file/download');
      await ask('GET', `/desk/submissions/${uuid(1)}`);
      await ask('POST', '/desk/keys', '{"label":"canary-label","key":"canary-second-key"}');
      await ask('GET', '/desk/canary-desk');
      await ask('GET', '/canary-page');
      const { host } = new URL(desk.origin);
      await sendRaw(
        desk.port,
        `PROPFIND /desk/canary HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`,
      );
      await sendRaw(desk.port, 'GET /metrics HTTP/1.1\r\nHost: canary.test\r\nConnection: close\r\n\r\n');
      const response = await fetch(`${desk.origin}/metrics`, { headers: BEARER });
      const text = `${await response.text()}${JSON.stringify([...response.headers])}`;
      expect(text).not.toMatch(/canary|11111111|First/);
      // The traffic above is in there, by its patterns.
      for (const route of ['/api/v1/reports/results/:id', '/desk/submissions/:id', '/desk/keys', '/…']) {
        expect(text).toContain(`route="${route}"`);
      }
    });
  });
});

describe('the way to the metrics', () => {
  const set = (metricsToken: string | null = TOKEN, more: Partial<GatewayOptions> = {}) =>
    createDesk(() => jsonReply('{}'), { metricsToken, accessToken: 'access-canary-token', ...more });

  it.each([
    ['the token', BEARER, 200],
    ['no token', {}, 401],
    ['another token', { authorization: 'Bearer metrics-canary-tokeX' }, 401],
    ['the token without its scheme', { authorization: TOKEN }, 401],
    ['the access token of the desk', { authorization: 'Bearer access-canary-token' }, 401],
    ['the token, from another site', { ...BEARER, 'sec-fetch-site': 'cross-site' }, 403],
    ['the token, for another origin', { ...BEARER, origin: 'https://evil.test' }, 403],
    ['the token, under another host name', { ...BEARER, host: 'evil.test' }, 421],
  ])('with %s', async (_name, headers, status) => {
    const response = await set().get('/metrics', headers);
    expect(response.status).toBe(status);
    expect((await response.text()).includes('report_desk_')).toBe(status === 200);
    expect(response.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  it('asks for a bearer token by name', async () => {
    const response = await set().get('/metrics');
    expect(await codeOf(response)).toBe('desk-login-required');
    expect(response.headers.get('www-authenticate')).toBe('Bearer');
    expect(await response.text()).toContain('DESK_METRICS_TOKEN');
  });

  it('is not there on a desk without a metrics token, and is no page either', async () => {
    const assets = mkdtempSync(join(tmpdir(), 'desk-metrics-'));
    writeFileSync(join(assets, 'index.html'), '<!doctype html>');
    const desk = set(null, { assets });
    rmSync(assets, { recursive: true });
    expect((await desk.get('/launch')).status).toBe(200);
    const response = await desk.get('/metrics', BEARER);
    expect([response.status, await codeOf(response)]).toEqual([404, 'not-found']);
  });

  it('takes reads only', async () => {
    const response = await set().ask('POST', '/metrics', BEARER);
    expect([response.status, await codeOf(response)]).toEqual([405, 'method-not-allowed']);
  });
});
