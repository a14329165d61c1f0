// @vitest-environment node
// Every way in which the way to the API can break under a launch: one POST at most arrives, and the operator is told the truth.
import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { uuid } from '../gateway/desk.ts';
import { acceptedBody, httpAnswer, startUpstream } from './raw-upstream.ts';
import type { RawUpstream } from './raw-upstream.ts';
import { serveDesk, verdictOf } from './served-desk.ts';

let cleanUp: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const step of cleanUp.reverse()) await step();
  cleanUp = [];
});

async function setUp(answer: (socket: Socket, upstream: () => RawUpstream) => void) {
  const upstream: RawUpstream = await startUpstream((socket) => {
    answer(socket, () => upstream);
  });
  const desk = await serveDesk(upstream.origin);
  cleanUp.push(upstream.close, desk.close);
  return { upstream, desk };
}

const HALF = 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{"status":';

describe('a launch that arrives at the API, and then', () => {
  it.each([
    ['the connection is reset', (socket: Socket) => socket.resetAndDestroy()],
    ['the connection is closed', (socket: Socket) => socket.end()],
    ['half the headers come', (socket: Socket) => socket.end('HTTP/1.1 200 OK\r\nContent-Ty')],
    ['half the body comes', (socket: Socket) => socket.end(HALF)],
    [
      'half the body comes before a reset',
      (socket: Socket) => socket.write(HALF, () => socket.resetAndDestroy()),
    ],
    [
      'a chunk breaks off',
      (socket: Socket) => socket.end('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nff\r\n{"a"'),
    ],
    ['garbage comes', (socket: Socket) => socket.end('SSH-2.0-OpenSSH_9.6\r\n\r\n')],
    [
      'a packed body is no packed body',
      (socket: Socket) => socket.end(httpAnswer(200, '{}', ['Content-Encoding: gzip'])),
    ],
    [
      '408 comes',
      (socket: Socket) =>
        socket.end(httpAnswer(408, '{"status":"error","error":{"code":"408","message":"slow"}}')),
    ],
    [
      '408 comes without a body, as proxies send it',
      (socket: Socket) => socket.end('HTTP/1.1 408 Request Time-out\r\nConnection: close\r\n\r\n'),
    ],
    [
      'an interim answer comes before a reset',
      (socket: Socket) => socket.write('HTTP/1.1 102 Processing\r\n\r\n', () => socket.resetAndDestroy()),
    ],
    [
      'another protocol is offered',
      (socket: Socket) =>
        socket.end('HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: websocket\r\n\r\n'),
    ],
    [
      'two different lengths come',
      (socket: Socket) => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}'),
    ],
    [
      'a status that does not exist comes',
      (socket: Socket) => socket.end('HTTP/1.1 999 What\r\nContent-Length: 2\r\n\r\n{}'),
    ],
  ])('%s, is unknown and never sent again', async (_name, answer) => {
    const { upstream, desk } = await setUp(answer);
    expect(await verdictOf(await desk.launch(uuid(1)))).toEqual({
      status: 504,
      code: 'outcome-unknown',
      forwarded: null,
      replayed: null,
    });
    const repeats = await Promise.all(Array.from({ length: 20 }, () => desk.launch(uuid(1))));
    for (const repeat of repeats)
      expect(await verdictOf(repeat)).toMatchObject({
        status: 504,
        code: 'outcome-unknown',
        replayed: 'true',
      });
    expect(upstream.posts()).toBe(1);
  });

  it.each([500, 502, 503, 504])('%i comes, is passed on and never sent again', async (status) => {
    const { upstream, desk } = await setUp((socket) =>
      socket.end(httpAnswer(status, '<h1>Sorry</h1>', ['Content-Type: text/html'])),
    );
    expect(await verdictOf(await desk.launch(uuid(1)))).toMatchObject({
      status,
      forwarded: null,
      replayed: null,
    });
    expect(await verdictOf(await desk.launch(uuid(1)))).toMatchObject({
      status,
      forwarded: null,
      replayed: 'true',
    });
    expect(upstream.posts()).toBe(1);
  });

  it('nothing comes, is unknown after a minute', async () => {
    const { upstream, desk } = await setUp(() => undefined);
    const waiting = desk.launch(uuid(1));
    await upstream.arrived(1);
    await desk.clock.advance(60_000);
    expect(await verdictOf(await waiting)).toMatchObject({
      status: 504,
      code: 'outcome-unknown',
      forwarded: null,
    });
    expect(await verdictOf(await desk.launch(uuid(1)))).toMatchObject({
      code: 'outcome-unknown',
      replayed: 'true',
    });
    expect(upstream.posts()).toBe(1);
  });

  it.each([301, 302, 303, 307, 308])('a %i to elsewhere comes, is not followed', async (status) => {
    const canary = await startUpstream((socket) => socket.end(httpAnswer(200, '{}')));
    cleanUp.push(canary.close);
    const { upstream, desk } = await setUp((socket) =>
      socket.end(httpAnswer(status, '', [`Location: ${canary.origin}/api/v1/reports/mailboxPerformance`])),
    );
    expect(await verdictOf(await desk.launch(uuid(1)))).toMatchObject({
      status: 502,
      code: 'upstream-redirect',
      forwarded: null,
    });
    expect(await verdictOf(await fetch(`${desk.origin}/api/v1/admin/mailboxes`))).toMatchObject({
      status: 502,
      code: 'upstream-redirect',
    });
    expect([upstream.posts(), canary.connections()]).toEqual([1, 0]);
  });

  it('a good answer comes, is sent once for twenty clients, and is the same for all', async () => {
    const { upstream, desk } = await setUp((socket, upstreamOf) =>
      socket.end(httpAnswer(200, acceptedBody(upstreamOf().origin))),
    );
    const responses = await Promise.all(Array.from({ length: 20 }, () => desk.launch(uuid(1))));
    const bodies = await Promise.all(responses.map((response) => response.text()));
    expect(new Set(bodies)).toEqual(new Set([acceptedBody(upstream.origin)]));
    expect(upstream.posts()).toBe(1);
  });

  it('the client leaves, is answered to the ledger', async () => {
    let waiting: Socket | null = null;
    const { upstream, desk } = await setUp((socket) => {
      waiting = socket;
    });
    const controller = new AbortController();
    const sent = fetch(`${desk.origin}/api/v1/reports/mailboxPerformance?max=500`, {
      method: 'POST',
      headers: { origin: desk.origin, 'content-type': 'application/json', 'idempotency-key': uuid(1) },
      body: '{"parameters":{"mailboxId":"mb_1"}}',
      signal: controller.signal,
    });
    const left = sent.then(
      () => 'answered',
      () => 'left',
    );
    await upstream.arrived(1);
    controller.abort();
    expect(await left).toBe('left');
    const repeat = desk.launch(uuid(1));
    (waiting as Socket | null)?.end(httpAnswer(200, acceptedBody(upstream.origin)));
    expect(await verdictOf(await repeat)).toMatchObject({ status: 200, replayed: 'true' });
    expect(upstream.posts()).toBe(1);
  });
});

describe('a launch that cannot arrive', () => {
  it('because nobody listens, is proven not sent', async () => {
    const upstream = await startUpstream(() => undefined);
    await upstream.close();
    const desk = await serveDesk(upstream.origin);
    cleanUp.push(desk.close);
    expect(await verdictOf(await desk.launch(uuid(1)))).toEqual({
      status: 503,
      code: 'upstream-unreachable',
      forwarded: 'no',
      replayed: null,
    });
  });

  it.each([
    ['the TLS handshake fails', (socket: Socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')],
    ['the connection ends in the TLS handshake', (socket: Socket) => socket.resetAndDestroy()],
  ])('because %s, is proven not sent', async (_name, answer) => {
    const server = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.once('data', () => {
        answer(socket);
      });
    });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const desk = await serveDesk(`https://127.0.0.1:${String((server.address() as AddressInfo).port)}`);
    cleanUp.push(desk.close, async () => void server.close());
    expect(await verdictOf(await desk.launch(uuid(1)))).toMatchObject({
      code: 'upstream-unreachable',
      forwarded: 'no',
    });
  });

  it('because the handshake takes more than five seconds, is proven not sent', async () => {
    const upstream = await startUpstream(() => undefined);
    const desk = await serveDesk(`https://127.0.0.1:${String(upstream.port)}`);
    cleanUp.push(upstream.close, desk.close);
    const connected = upstream.connected();
    const waiting = desk.launch(uuid(1));
    await connected;
    await desk.clock.advance(5_000);
    expect(await verdictOf(await waiting)).toMatchObject({
      status: 503,
      code: 'upstream-unreachable',
      forwarded: 'no',
    });
  });
});

describe('the connections to the API', () => {
  it('are kept for reads, and are new for every launch', async () => {
    const { upstream, desk } = await setUp((socket) => socket.write(httpAnswer(200, '{"mailboxes":[]}')));
    for (let time = 0; time < 3; time += 1) await (await desk.get('/api/v1/admin/mailboxes')).text();
    for (let time = 0; time < 2; time += 1) await (await desk.launch(uuid(time))).text();
    await (await desk.get('/api/v1/admin/mailboxes')).text();
    expect(upstream.requests.map(({ method, connection }) => `${method} ${String(connection)}`)).toEqual([
      'GET 1',
      'GET 1',
      'GET 1',
      'POST 2',
      'POST 3',
      'GET 1',
    ]);
  });

  it('that die under a read are told, not papered over with a second request', async () => {
    let time = 0;
    const { upstream, desk } = await setUp((socket) => {
      time += 1;
      if (time === 2) socket.resetAndDestroy();
      else socket.write(httpAnswer(200, '{"mailboxes":[]}'));
    });
    await (await desk.get('/api/v1/admin/mailboxes')).text();
    expect(await verdictOf(await desk.get('/api/v1/admin/mailboxes'))).toMatchObject({
      status: 502,
      code: 'upstream-failed',
    });
    expect(await verdictOf(await desk.get('/api/v1/admin/mailboxes'))).toMatchObject({ status: 200 });
    expect(upstream.requests).toHaveLength(3);
  });

  it('bring packed answers unpacked', async () => {
    const { gzipSync } = await import('node:zlib');
    const packed = gzipSync('{"mailboxes":[]}');
    const { desk } = await setUp((socket) => {
      socket.write(
        `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Encoding: gzip\r\nContent-Length: ${String(packed.length)}\r\n\r\n`,
      );
      socket.write(packed);
    });
    expect(await (await desk.get('/api/v1/admin/mailboxes')).text()).toBe('{"mailboxes":[]}');
  });
});

describe('a download', () => {
  it('that breaks off does so for the client too', async () => {
    const { desk } = await setUp((socket) =>
      socket.write(`HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n${'x'.repeat(500)}`, () =>
        socket.resetAndDestroy(),
      ),
    );
    await expect((await desk.get('/api/v1/messages/a/attachments/b/download')).arrayBuffer()).rejects.toThrow(
      'terminated',
    );
  });

  it('without a length that breaks off does so for the client too', async () => {
    const { desk } = await setUp((socket) =>
      socket.write(`HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1f4\r\n${'x'.repeat(500)}\r\n`, () =>
        socket.resetAndDestroy(),
      ),
    );
    await expect((await desk.get('/api/v1/messages/a/attachments/b/download')).arrayBuffer()).rejects.toThrow(
      'terminated',
    );
  });
});
