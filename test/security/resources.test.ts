// @vitest-environment node
// Limits of size, number and time, beside those of test/faults/hostile.test.ts and test/upstream: what is too much is refused, and
// nobody else waits for it.
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MAX_KEYS } from '#src/forwarding/keys.ts';
import { MAX_JSON_BYTES } from '#src/upstream/response-body.ts';
import { codeOf, createDesk, jsonReply } from '#test/gateway/desk.ts';
import { startUpstream } from '#test/faults/raw-upstream.ts';
import type { RawUpstream } from '#test/faults/raw-upstream.ts';
import { serveDesk } from '#test/faults/served-desk.ts';

const MAILBOXES = '/api/v1/admin/mailboxes';
const DOWNLOAD = '/api/v1/messages/m/attachments/a/download';
const PIECE = Buffer.alloc(1 << 16, 0x20);

let upstream: RawUpstream;
let desk: Awaited<ReturnType<typeof serveDesk>>;
let cutAt = 0;
beforeAll(async () => {
  const bomb = gzipSync(Buffer.alloc(MAX_JSON_BYTES + 1, 0x20));
  upstream = await startUpstream((socket, { path }) => {
    if (path.startsWith('/api/v1/reports/results/bomb')) {
      socket.write(
        `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Encoding: gzip\r\nContent-Length: ${String(bomb.length)}\r\n\r\n`,
      );
      socket.end(bomb);
    } else if (path.startsWith('/api/v1/reports/results/endless') || path === DOWNLOAD) {
      // Goes on for as long as somebody takes it.
      socket.write('HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n');
      const more = () => {
        while (socket.writable && socket.write(PIECE)) cutAt += PIECE.length;
      };
      socket.on('drain', more);
      more();
    } else if (path.startsWith('/api/v1/reports/results/headers')) {
      socket.end(`HTTP/1.1 200 OK\r\n${`X: ${'y'.repeat(1000)}\r\n`.repeat(100)}\r\n`);
    } else
      socket.end(
        'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 16\r\n\r\n{"mailboxes":[]}',
      );
  });
  desk = await serveDesk(upstream.origin);
});
afterAll(async () => {
  await upstream.close();
  await desk.close();
});

describe('an answer of the API that is too much', () => {
  it.each([
    ['small on the wire and large when it is unpacked', 'bomb', 'upstream-too-large'],
    ['without an end', 'endless', 'upstream-too-large'],
    ['with headers without an end', 'headers', 'upstream-failed'],
  ])('(%s) is given up', async (_, name, code) => {
    cutAt = 0;
    const response = await desk.get(`/api/v1/reports/results/${name}`);
    expect([response.status, await codeOf(response)]).toEqual([502, code]);
    // What was taken stays near the limit.
    expect(cutAt).toBeLessThan(2 * MAX_JSON_BYTES);
    expect((await desk.get('/healthz')).status).toBe(200);
  });
});

describe('a client that asks for a file and does not take it', () => {
  it('makes the desk hold little of it, and others are answered', async () => {
    cutAt = 0;
    const socket = connect(desk.port, '127.0.0.1');
    socket.pause();
    socket.on('error', () => undefined);
    socket.write(`GET ${DOWNLOAD} HTTP/1.1\r\nHost: 127.0.0.1:${String(desk.port)}\r\n\r\n`);
    let held = -1;
    // Until nothing more is taken for as long as some calls of others take.
    while (held !== cutAt || held === 0) {
      held = cutAt;
      for (let call = 0; call < 20; call += 1) expect((await desk.get('/healthz')).status).toBe(200);
      expect((await desk.get(MAILBOXES)).status).toBe(200);
    }
    // Buffers of four sockets and a stream, not the file.
    expect(held).toBeLessThan(64 << 20);
    socket.destroy();
  });
});

describe('more than the desk takes', () => {
  it('of keys is refused, and those that are there stay', async () => {
    const small = createDesk(() => jsonReply('{"mailboxes":[]}'), {
      keys: [],
      limits: { requestsPerMinute: 10_000 },
    });
    for (let key = 0; key < MAX_KEYS; key += 1) {
      expect((await small.post('/desk/keys', { label: 'k', key: `key-${String(key)}` })).status).toBe(201);
    }
    expect(await codeOf(await small.post('/desk/keys', { label: 'k', key: 'one-more' }))).toBe(
      'desk-overloaded',
    );
    expect((await small.post('/desk/keys', { label: 'again', key: 'key-0' })).status).toBe(201);
  });

  it.each([
    ['a label that fills the page', { label: 'x'.repeat(101), key: 'k' }],
    ['a key that fills a header', { label: 'x', key: 'k'.repeat(4_097) }],
    ['a key with a line end', { label: 'x', key: 'a\r\nX: b' }],
    ['a key that is no ASCII', { label: 'x', key: 'schlüssel' }],
    ['no key', { label: 'x' }],
  ])('(%s) is refused before anything is asked', async (_, body) => {
    const small = createDesk(() => jsonReply('{"mailboxes":[]}'));
    expect(await codeOf(await small.post('/desk/keys', body))).toBe('request-invalid');
    expect(small.seen).toEqual([]);
  });
});
