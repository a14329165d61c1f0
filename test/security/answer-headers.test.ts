// @vitest-environment node
// The headers that keep browsers strict, on every status that the desk can answer with, whoever made the answer.
// oxlint-disable vitest/no-conditional-expect -- what has to hold depends on who may set the header
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { REFUSALS } from '#src/forwarding/problem.ts';
import { createDesk, jsonReply, uuid } from '#test/gateway/desk.ts';

const LAUNCH = '/api/v1/reports/mailboxPerformance?max=500';
/** What an API may try to make a browser do. */
const HOSTILE = {
  'set-cookie': 'a=b',
  'content-security-policy': "default-src * 'unsafe-inline'",
  'x-content-type-options': 'sniff',
  'cache-control': 'public, max-age=31536000',
  'access-control-allow-origin': '*',
  'access-control-allow-credentials': 'true',
  'clear-site-data': '"*"',
  'service-worker-allowed': '/',
  refresh: '0; url=https://evil.test',
  link: '<https://evil.test>; rel=preload',
  'strict-transport-security': 'max-age=31536000',
  'www-authenticate': 'Basic',
  'desk-request-id': 'mine',
  'desk-forwarded': 'no',
  'idempotency-replayed': 'true',
  ratelimit: '"account";r=9999;t=0',
  'x-powered-by': 'x',
  'report-to': '{}',
  'alt-svc': 'h2="evil.test:443"',
  'x-frame-options': 'ALLOWALL',
  'content-disposition': 'inline; filename=a.html',
  age: '99999999',
  etag: '"x"',
  vary: '*',
};
/** Of these names the gateway gives its own value, of all others none. */
const REPLACED = [
  'content-security-policy',
  'x-content-type-options',
  'cache-control',
  'desk-request-id',
  'ratelimit',
  'content-disposition',
];

function expectStrict(response: Response, kind: 'data' | 'page') {
  const given = Object.fromEntries(response.headers);
  expect(given).toMatchObject({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': expect.stringContaining('camera=()') as string,
    'desk-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
  });
  if (kind === 'data') {
    expect(given['content-security-policy']).toBe("default-src 'none'; sandbox");
    expect(given['cache-control']).toBe('no-store');
  }
  for (const [name, value] of Object.entries(HOSTILE)) {
    if (REPLACED.includes(name)) expect([name, given[name]]).not.toEqual([name, value]);
    // Said by the desk itself of what it did not forward.
    else if (name === 'desk-forwarded' && kind === 'page') continue;
    else if (name !== 'etag' && name !== 'vary') expect([name, given[name] ?? null]).toEqual([name, null]);
  }
}

describe('an answer of the API with hostile headers', () => {
  const STATUSES = [
    200, 201, 202, 204, 205, 206, 226, 400, 401, 402, 403, 404, 405, 406, 408, 409, 410, 412, 413, 415, 416,
    418, 421, 422, 425, 426, 428, 429, 431, 451, 499, 500, 501, 502, 503, 504, 505, 507, 508, 511, 599,
  ];

  it.each(STATUSES)('and status %i is passed on with our own', async (status) => {
    const body = status === 204 || status === 205 ? null : '<script>alert(1)</script>';
    const answer = () => new Response(body, { status, headers: { ...HOSTILE, 'content-type': 'text/html' } });
    const desk = createDesk(answer);
    for (const response of [
      await desk.get('/api/v1/admin/mailboxes'),
      await desk.get('/api/v1/reports/results/r'),
      await desk.get('/api/v1/messages/m/attachments/a/download'),
    ]) {
      expectStrict(response, 'data');
      expect(response.status).toBe(status === 408 ? 504 : status);
    }
    // A 429 closes the gate for whatever comes next.
    const launching = createDesk(answer);
    for (const response of [await launching.launch(uuid(1)), await launching.launch(uuid(1))]) {
      const { headers } = response;
      expect([response.status, headers.get('content-security-policy'), headers.get('set-cookie')]).toEqual([
        status === 408 ? 504 : status,
        "default-src 'none'; sandbox",
        null,
      ]);
      expect(headers.get('desk-forwarded')).toBeNull();
    }
  });
});

describe('a refusal of the desk', () => {
  it.each(Object.entries(REFUSALS))('(%s) carries them', (code, { status }) => {
    const { gateway } = createDesk(() => jsonReply('{}'));
    const response = gateway.refusal(code as keyof typeof REFUSALS, 'GET');
    expectStrict(response, 'data');
    expect(response.status).toBe(status);
  });
});

describe('a page or a file of the desk', () => {
  let root = '';
  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'desk-headers-'));
    mkdirSync(join(root, 'assets'));
    writeFileSync(join(root, 'index.html'), '<!doctype html>');
    writeFileSync(join(root, 'assets', 'a-b1c2.js'), 'x');
  });
  afterAll(() => rmSync(root, { recursive: true }));

  it.each([
    ['GET', '/', {}, 200],
    ['HEAD', '/', {}, 200],
    ['GET', '/assets/a-b1c2.js', {}, 200],
    ['GET', '/assets/gone.js', {}, 404],
    ['POST', '/', {}, 405],
    ['GET', '/', { host: 'evil.test' }, 421],
    ['OPTIONS', '/', { 'access-control-request-method': 'POST', origin: 'https://evil.test' }, 405],
    ['OPTIONS', LAUNCH, { 'access-control-request-method': 'POST', origin: 'https://evil.test' }, 403],
    ['GET', '/desk/config', { origin: 'https://evil.test' }, 403],
    ['GET', '/healthz', {}, 200],
  ] as const)('%s %s carries them', async (method, path, headers, status) => {
    const desk = createDesk(() => jsonReply('{}'), { assets: root });
    const response = await desk.ask(method, path, headers);
    expect(response.status).toBe(status);
    expectStrict(response, 'page');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    const lasting = response.headers.get('cache-control')?.includes('immutable') === true;
    expect(lasting).toBe(path === '/assets/a-b1c2.js' && status === 200);
  });

  it('that the browser has already carries them too', async () => {
    const desk = createDesk(() => jsonReply('{}'), { assets: root });
    const etag = (await desk.get('/')).headers.get('etag') ?? '';
    const response = await desk.get('/', { 'if-none-match': etag });
    expect(response.status).toBe(304);
    expectStrict(response, 'page');
  });
});
