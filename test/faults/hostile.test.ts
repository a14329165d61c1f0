// @vitest-environment node
// Bytes that no browser would send. The API sees none of it, every refusal is ours, and nobody is ever told 408.
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { uuid } from '../gateway/desk.ts';
import { acceptedBody, httpAnswer, startUpstream } from './raw-upstream.ts';
import type { RawUpstream } from './raw-upstream.ts';
import { BODY, LAUNCH, serveDesk } from './served-desk.ts';

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
const get = (target: string, ...headers: string[]) =>
  desk.raw(`GET ${target} HTTP/1.1\r\n${[...headers, 'Connection: close'].join('\r\n')}\r\n\r\n`);
const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0);

describe('a request target that is not a plain path', () => {
  it.each([
    'http://evil.test/api/v1/admin/mailboxes',
    'https://evil.test/',
    '//evil.test/api/v1/admin/mailboxes',
    '/api/v1/../v1/admin/mailboxes',
    '/api/v1/./admin/mailboxes',
    '/api/v1/%2e%2e/v1/admin/mailboxes',
    '/api/v1/%2E./v1/admin/mailboxes',
    '/api\\v1\\admin\\mailboxes',
    '/api/v1/admin\\..\\admin/mailboxes',
    '/api/v1/admin/mailboxes#x',
    '/static/../../etc/passwd',
    '/..',
    '/..%2f..%2fetc%2fpasswd',
    '*',
    '/api/v1/admin/mailboxes/..;/..',
    '/api/v1/reports/results/%2e%2e%2fadmin%2fmailboxes',
  ])('%s', async (target) => {
    const before = upstream.requests.length;
    const answer = await get(target, host());
    expect(statusOf(answer)).toBe(404);
    expect(answer.toLowerCase()).toContain('desk-request-id: ');
    expect(upstream.requests.length).toBe(before);
  });

  it('without a slash in front ends the connection', async () => {
    expect(await get('api/v1/admin/mailboxes', host())).toBe('');
  });

  it('with the address of the desk in front is refused too', async () => {
    expect(statusOf(await get(`${desk.origin}/api/v1/admin/mailboxes`, host()))).toBe(404);
  });
});

describe('a host header', () => {
  it.each([
    ['missing', []],
    ['of another site', ['Host: evil.test']],
    ['twice', ['Host: 127.0.0.1:%', 'Host: 127.0.0.1:%']],
    ['twice, the second of another site', ['Host: 127.0.0.1:%', 'Host: evil.test']],
    ['without the port', ['Host: 127.0.0.1']],
    ['with a name in front', ['Host: user@127.0.0.1:%']],
    ['with a path', ['Host: 127.0.0.1:%/x']],
    ['with spaces', ['Host: 127.0.0.1:% evil.test']],
    ['empty', ['Host: ']],
    ['as a number', ['Host: 2130706433:%']],
  ])('%s is refused', async (_name, headers) => {
    const before = upstream.requests.length;
    const answer = await get(
      '/api/v1/admin/mailboxes',
      ...headers.map((header) => header.replace('%', String(desk.port))),
    );
    // Node's parser drops some of these without an answer.
    expect([421, 0]).toContain(statusOf(answer));
    expect(answer).not.toContain(' 408 ');
    expect(upstream.requests.length).toBe(before);
  });
});

describe('a method', () => {
  it.each(['HEAD', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND', 'QUERY', 'MKCOL'])(
    '%s is not forwarded',
    async (method) => {
      const before = upstream.requests.length;
      const answer = await desk.raw(
        `${method} /api/v1/admin/mailboxes HTTP/1.1\r\n${host()}\r\nOrigin: ${desk.origin}\r\nConnection: close\r\n\r\n`,
      );
      expect([405, 404]).toContain(statusOf(answer));
      expect(upstream.requests.length).toBe(before);
    },
  );

  it.each(['CONNECT', 'get', 'G E T', 'FOO'])('%s ends the connection', async (method) => {
    const before = upstream.requests.length;
    expect(await desk.raw(`${method} /api/v1/admin/mailboxes HTTP/1.1\r\n${host()}\r\n\r\n`)).toBe('');
    expect(upstream.requests.length).toBe(before);
  });
});

describe('a launch with hostile framing', () => {
  const launch = (headers: string[], body: string, id = uuid(1)) =>
    desk.raw(
      `POST ${LAUNCH} HTTP/1.1\r\n${[host(), `Origin: ${desk.origin}`, 'Content-Type: application/json', `Idempotency-Key: ${id}`, 'Connection: close', ...headers].join('\r\n')}\r\n\r\n${body}`,
    );

  it.each([
    ['two lengths', [`Content-Length: ${String(BODY.length)}`, 'Content-Length: 5']],
    ['a length and chunks', [`Content-Length: ${String(BODY.length)}`, 'Transfer-Encoding: chunked']],
    ['a folded header', ['X: a', ' b: c', 'Content-Length : 5']],
    ['headers without end', [`X: ${'y'.repeat(40_000)}`]],
  ])('(%s) is not sent', async (_name, headers) => {
    const before = upstream.requests.length;
    expect(await launch(headers, BODY)).toBe('');
    expect(upstream.requests.length).toBe(before);
  });

  it.each([
    ['two Idempotency-Keys', [`Idempotency-Key: ${uuid(2)}`], 400],
    ['two types', ['Content-Type: text/plain'], 415],
  ])('(%s) is refused', async (_name, headers, status) => {
    const before = upstream.requests.length;
    const answer = await launch([...headers, `Content-Length: ${String(BODY.length)}`], BODY);
    expect([statusOf(answer), answer.toLowerCase().includes('desk-forwarded: no')]).toEqual([status, true]);
    expect(upstream.requests.length).toBe(before);
  });

  it('(a body that is announced too large) is refused', async () => {
    const before = upstream.requests.length;
    const answer = await launch(['Content-Length: 10000000'], '{}');
    expect([statusOf(answer), answer.toLowerCase().includes('desk-forwarded: no')]).toEqual([413, true]);
    expect(upstream.requests.length).toBe(before);
  });

  it('(a body that grows too large in chunks) is refused', async () => {
    const before = upstream.requests.length;
    const chunk = `4000\r\n${' '.repeat(0x4000)}\r\n`;
    const answer = await launch(['Transfer-Encoding: chunked'], `${chunk.repeat(5)}0\r\n\r\n`);
    expect(statusOf(answer)).toBe(413);
    expect(upstream.requests.length).toBe(before);
  });
});

describe('a slow client', () => {
  const stall = (bytes: string) =>
    new Promise<string>((resolve) => {
      const socket: Socket = connect(desk.port, '127.0.0.1', () => socket.write(bytes));
      let back = '';
      socket.on('data', (chunk: Buffer) => {
        back += chunk.toString('latin1');
      });
      socket.on('error', () => undefined);
      socket.on('close', () => {
        resolve(back);
      });
    });

  it('that does not end its headers loses the connection without a word', async () => {
    expect(await stall(`POST ${LAUNCH} HTTP/1.1\r\n${host()}\r\nX-Slow: `)).toBe('');
  });

  it('that does not end its body loses the connection without a word, and nothing is sent', async () => {
    const before = upstream.requests.length;
    const head = `POST ${LAUNCH} HTTP/1.1\r\n${host()}\r\nOrigin: ${desk.origin}\r\nContent-Type: application/json\r\nIdempotency-Key: ${uuid(3)}\r\nContent-Length: 100\r\n\r\n`;
    expect(await stall(`${head}{"parameters":`)).toBe('');
    expect(upstream.requests.length).toBe(before);
  });

  it('does not keep others waiting', async () => {
    const slow = Array.from({ length: 50 }, () => stall(`GET / HTTP/1.1\r\n${host()}\r\nX-Slow: `));
    expect((await desk.get('/healthz')).status).toBe(200);
    expect(new Set(await Promise.all(slow))).toEqual(new Set(['']));
  });
});

describe('a page of another site', () => {
  it.each([
    [
      'a form',
      [
        'Content-Type: application/x-www-form-urlencoded',
        'Sec-Fetch-Site: cross-site',
        'Sec-Fetch-Mode: navigate',
        'Sec-Fetch-Dest: document',
      ],
    ],
    [
      'plain text',
      [
        'Content-Type: text/plain',
        'Sec-Fetch-Site: cross-site',
        'Sec-Fetch-Mode: no-cors',
        'Sec-Fetch-Dest: empty',
      ],
    ],
    [
      'a beacon',
      [
        'Content-Type: text/plain;charset=UTF-8',
        'Sec-Fetch-Site: same-site',
        'Sec-Fetch-Mode: no-cors',
        'Sec-Fetch-Dest: empty',
      ],
    ],
    ['an old browser', ['Content-Type: application/json', `Idempotency-Key: ${uuid(4)}`]],
  ])('cannot launch with %s', async (_name, headers) => {
    const before = upstream.requests.length;
    const answer = await desk.raw(
      `POST ${LAUNCH} HTTP/1.1\r\n${[host(), 'Origin: https://evil.test', 'Connection: close', ...headers, `Content-Length: ${String(BODY.length)}`].join('\r\n')}\r\n\r\n${BODY}`,
    );
    expect([statusOf(answer), answer.includes('cross-site')]).toEqual([403, true]);
    expect(answer.toLowerCase()).not.toContain('access-control-allow');
    expect(upstream.requests.length).toBe(before);
  });
});
