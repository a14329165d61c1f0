// @vitest-environment node
// More bytes that no browser would send, beside test/faults/hostile.test.ts: requests hidden in others, headers that other servers act
// upon, other protocols on the same port. The API sees none of it, and of what it does see nothing was chosen by the client.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { uuid } from '#test/gateway/desk.ts';
import { acceptedBody, httpAnswer, startUpstream } from '#test/faults/raw-upstream.ts';
import type { RawUpstream } from '#test/faults/raw-upstream.ts';
import { BODY, LAUNCH, serveDesk } from '#test/faults/served-desk.ts';

let upstream: RawUpstream;
let desk: Awaited<ReturnType<typeof serveDesk>>;
beforeAll(async () => {
  upstream = await startUpstream((socket) => socket.end(httpAnswer(200, acceptedBody('https://x.test'))));
  desk = await serveDesk(upstream.origin, 300);
});
afterAll(async () => {
  await upstream.close();
  await desk.close();
});

const host = () => `Host: 127.0.0.1:${String(desk.port)}`;
const own = () => `Origin: ${desk.origin}`;
const MAILBOXES = '/api/v1/admin/mailboxes';
/** Sends lines as they are; what came back, and how often the API was asked. */
async function sent(lines: readonly string[], body = '') {
  const before = upstream.requests.length;
  const answer = await desk.raw(`${lines.join('\r\n')}\r\n\r\n${body}`);
  const statuses = [...answer.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map(([, status]) => Number(status));
  return { answer, statuses, asked: upstream.requests.slice(before) };
}

describe('a path that another server might read differently', () => {
  it.each([
    '/API/v1/admin/mailboxes',
    '/api/V1/admin/mailboxes',
    '/api/v1/admin/mailboxes/',
    '/api/v1//admin/mailboxes',
    '/api//v1/admin/mailboxes',
    '/api/v1/admin%2fmailboxes',
    '/api%2fv1/admin/mailboxes',
    '/%61pi/v1/admin/mailboxes',
    '/api/v1/admin/mailboxes;x=1',
    '/api/v1/admin/mailboxes%00',
    '/api/v1/admin/mailboxes%20',
    '/api/v1/admin/mailboxes%3fmax=1',
    '/api/v1/admin/mailboxes%23',
    '/api/v1/admin/users',
    '/api/v1/reports/payroll',
    '/api/v1/reports/results/a%00b',
    '/api/v1/reports/results/a%0d%0aX:b',
    '/api/v1/reports/results/%c0%ae%c0%ae',
    '/api/v1/reports/results/%ff',
    '/api/v1/reports/results/a%5c..%5cb',
    '/api/v1/reports/results/a%2f.%2fb',
    '/api/v1/messages//attachments',
    '/api/v1/messages/a/attachments/../../../admin/mailboxes',
    '/api/v2/admin/mailboxes',
    '/apifoo',
    '/sandbox/../api/v1/admin/mailboxes',
    '/desk/../api/v1/admin/mailboxes',
    '/sandbox/log',
    '/metrics/../api/v1/admin/mailboxes',
    '/proxy?url=http://127.0.0.1/',
  ])('%s is not forwarded', async (path) => {
    const { statuses, asked } = await sent([`GET ${path} HTTP/1.1`, host(), 'Connection: close']);
    expect(asked).toEqual([]);
    expect([404, 405, 200]).toContain(statuses[0]);
  });
});

describe('a request that is hidden in another', () => {
  const hidden = () => `GET ${MAILBOXES} HTTP/1.1\r\n${host()}\r\nConnection: close\r\n\r\n`;

  it.each([
    ['chunks that are spelt oddly', ['Transfer-Encoding: xchunked']],
    ['a coding with a tab', ['Transfer-Encoding:\tchunked', 'Content-Length: 4']],
    [
      'a coding in two headers',
      ['Transfer-Encoding: identity', 'Transfer-Encoding: chunked', 'Content-Length: 4'],
    ],
    ['a length with a sign', ['Content-Length: +4']],
    ['a length that is less than nothing', ['Content-Length: -1']],
    ['a length in hexadecimal', ['Content-Length: 0x4']],
    ['lengths in a list', ['Content-Length: 4, 4']],
    ['a space before the colon', ['Content-Length : 4']],
  ])('behind %s', async (_, headers) => {
    const request = [
      `POST ${LAUNCH} HTTP/1.1`,
      host(),
      own(),
      'Content-Type: application/json',
      `Idempotency-Key: ${uuid(1)}`,
    ];
    const { asked } = await sent([...request, ...headers], `0\r\n\r\n${hidden()}`);
    expect(asked).toEqual([]);
  });

  it('as the body of one that is refused', async () => {
    const body = hidden();
    const head = [
      `POST /api/v1/nothing HTTP/1.1`,
      host(),
      own(),
      `Content-Length: ${String(body.length)}`,
      'Connection: close',
    ];
    const { asked, statuses } = await sent(head, body);
    expect([asked, statuses]).toEqual([[], [404]]);
  });

  it('as the body of one whose host is refused', async () => {
    const body = hidden();
    const { asked, statuses } = await sent(
      ['POST / HTTP/1.1', 'Host: evil.test', 'Connection: close', `Content-Length: ${String(body.length)}`],
      body,
    );
    expect([asked, statuses]).toEqual([[], [421]]);
  });

  it.each(['X: a\nGET /b HTTP/1.1', 'X: a\rb', 'X\u0000: a', 'X: a\u0000', ': a', 'X Y: a', '\u00e9: a'])(
    'in the header %j',
    async (header) => {
      const { asked, statuses } = await sent([
        `GET /api/v1/nothing HTTP/1.1`,
        host(),
        header,
        'Connection: close',
      ]);
      expect(asked).toEqual([]);
      expect(statuses.length).toBeLessThanOrEqual(1);
    },
  );
});

describe('another protocol', () => {
  it.each([
    ['HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
    ['TLS', '\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003'],
    ['HTTP/0.9', `GET ${MAILBOXES}\r\n\r\n`],
    ['SMTP', 'EHLO evil.test\r\n'],
    ['SSH', 'SSH-2.0-x\r\n'],
  ])('%s is not answered', async (_, bytes) => {
    const before = upstream.requests.length;
    expect(await desk.raw(bytes)).not.toContain('200');
    expect(upstream.requests.length).toBe(before);
  });

  it.each(['websocket', 'h2c', 'TLS/1.0'])('an upgrade to %s ends the connection', async (protocol) => {
    const head = [
      `GET ${MAILBOXES} HTTP/1.1`,
      host(),
      'Connection: Upgrade',
      `Upgrade: ${protocol}`,
      'Sec-WebSocket-Version: 13',
      'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==',
    ];
    const { answer, asked } = await sent(head);
    expect([answer, asked]).toEqual(['', []]);
  });
});

describe('what the API gets', () => {
  /** Headers by which some server somewhere sends a request elsewhere, as somebody else, or as another method. */
  const TRICKS = [
    'X-Forwarded-Host: evil.test',
    'X-Forwarded-For: 127.0.0.1',
    'X-Forwarded-Proto: https',
    'Forwarded: host=evil.test',
    'X-Original-URL: /api/v1/admin/users',
    'X-Rewrite-URL: /api/v1/admin/users',
    'X-HTTP-Method-Override: DELETE',
    'X-Method-Override: DELETE',
    'Authorization: Bearer mine',
    'Proxy-Authorization: Basic eDp5',
    'Cookie: session=mine',
    'Referer-Policy: unsafe-url',
    'Range: bytes=0-1',
    'If-None-Match: *',
    'Expect-CT: x',
    'TE: trailers',
    'Via: 1.1 evil',
    'User-Agent: mine',
    'Accept: text/html',
    'Accept-Encoding: br',
    'Content-MD5: x',
    'X-Api-Key: mine',
  ];

  it('is made by the gateway: of the headers of a client none is passed on', async () => {
    const heads: string[] = [];
    const seeing = await startUpstream(
      (socket) => socket.end(httpAnswer(200, acceptedBody('https://x.test'))),
      (head) => heads.push(head),
    );
    const behind = await serveDesk(seeing.origin);
    const lines = (first: string, ...more: string[]) =>
      `${[first, `Host: 127.0.0.1:${String(behind.port)}`, `Origin: ${behind.origin}`, ...TRICKS, ...more, 'Connection: close'].join('\r\n')}\r\n\r\n`;
    await behind.raw(lines(`GET ${MAILBOXES} HTTP/1.1`));
    const launch = [
      'Content-Type: application/json; charset=utf-16',
      `Idempotency-Key: ${uuid(2)}`,
      `Content-Length: ${String(BODY.length)}`,
    ];
    await behind.raw(lines(`POST ${LAUNCH} HTTP/1.1`, ...launch) + BODY);
    expect(heads).toHaveLength(2);
    for (const head of heads) {
      const names = head
        .split('\r\n')
        .slice(1)
        .map((line) => line.split(':')[0]?.toLowerCase());
      const allowed = [
        'authorization',
        'accept',
        'user-agent',
        'accept-encoding',
        'content-type',
        'content-length',
        'host',
        'connection',
      ];
      expect(names.filter((name) => name === undefined || !allowed.includes(name))).toEqual([]);
      expect(head).not.toMatch(/mine|evil|utf-16/);
      expect(head).toContain(`Bearer canary-key`);
    }
    await seeing.close();
    await behind.close();
  });
});

describe('an address that the API gives', () => {
  it('leads nobody there: neither a redirect nor a link is followed by the gateway', async () => {
    const canary = await startUpstream((socket) => socket.end(httpAnswer(200, '{}')));
    const statuses = [300, 301, 302, 303, 305, 306, 307, 308];
    let status = 301;
    const luring = await startUpstream((socket) =>
      socket.end(
        httpAnswer(status, acceptedBody(canary.origin), [
          'Content-Type: application/json',
          `Location: ${canary.origin}${MAILBOXES}`,
          `Content-Location: ${canary.origin}/`,
          `Link: <${canary.origin}/>; rel=preload`,
          `Refresh: 0; url=${canary.origin}/`,
        ]),
      ),
    );
    const behind = await serveDesk(luring.origin);
    let launches = 10;
    for (status of [200, ...statuses]) {
      const answers = [
        await behind.get(MAILBOXES),
        await behind.get(`/api/v1/reports/results/r${String(status)}`),
        await behind.get('/api/v1/messages/m/attachments'),
        await behind.get('/api/v1/messages/m/attachments/a/download'),
        await behind.launch(uuid((launches += 1))),
      ];
      for (const answer of answers) {
        expect(answer.status).toBe(status === 200 ? 200 : 502);
        for (const name of ['location', 'content-location', 'link', 'refresh'])
          expect(answer.headers.get(name)).toBeNull();
      }
    }
    expect(canary.connections()).toBe(0);
    expect(luring.requests).toHaveLength(5 * (statuses.length + 1));
    for (const one of [canary, luring, behind]) await one.close();
  });
});
