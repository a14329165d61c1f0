// @vitest-environment node
// The gateway is killed at each step of a launch, or asked to stop, and started again; then the same key comes once more.
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { uuid } from '../gateway/desk.ts';
import { createHome } from './desk-process.ts';
import { acceptedBody, httpAnswer, startUpstream } from './raw-upstream.ts';
import type { RawUpstream } from './raw-upstream.ts';
import { BODY, LAUNCH, launchAt, verdictOf } from './served-desk.ts';

let home: ReturnType<typeof createHome>;
let upstream: RawUpstream;
let answer: (socket: Socket) => void;
const env = () => ({ EMAILGISTICS_BASE_URL: upstream.origin, EMAILGISTICS_API_KEY: 'canary-key-value' });
const good = (socket: Socket) => socket.end(httpAnswer(200, acceptedBody(upstream.origin)));

beforeEach(async () => {
  home = createHome();
  answer = good;
  upstream = await startUpstream((socket) => {
    answer(socket);
  });
});
afterEach(async () => {
  await home.close();
  await upstream.close();
});

describe('a gateway that is killed', () => {
  it.each([
    ['while the API has not answered', () => undefined],
    [
      'while half an answer is here',
      (socket: Socket) => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{"status":'),
    ],
  ])('%s says unknown to the same key and never sends it again', async (_name, hold) => {
    answer = hold;
    const first = await home.start(env());
    const cut = launchAt(first.origin, uuid(1)).then(
      () => 'answered',
      () => 'cut',
    );
    await upstream.arrived(1);
    await first.end('SIGKILL');
    expect(await cut).toBe('cut');
    answer = good;
    const second = await home.start(env());
    const repeats = await Promise.all([1, 2, 3].map(() => launchAt(second.origin, uuid(1))));
    for (const repeat of repeats)
      expect(await verdictOf(repeat)).toMatchObject({
        status: 504,
        code: 'outcome-unknown',
        forwarded: null,
      });
    const entry = await fetch(`${second.origin}/desk/submissions/${uuid(1)}`);
    expect(await entry.json()).toMatchObject({ state: 'unknown' });
    expect(upstream.posts()).toBe(1);
    expect(await verdictOf(await launchAt(second.origin, uuid(2)))).toMatchObject({ status: 200 });
  });

  it('after the answer gives the same answer to the same key', async () => {
    const first = await home.start(env());
    const body = await (await launchAt(first.origin, uuid(1))).text();
    const config = (await (await fetch(`${first.origin}/desk/config`)).json()) as {
      ledgerId: string;
      keys: unknown;
    };
    await first.end('SIGKILL');
    const second = await home.start(env());
    const repeat = await launchAt(second.origin, uuid(1));
    expect([repeat.headers.get('idempotency-replayed'), await repeat.text()]).toEqual(['true', body]);
    expect(await (await fetch(`${second.origin}/desk/config`)).json()).toMatchObject({
      ledgerId: config.ledgerId,
      keys: config.keys,
    });
    expect(upstream.posts()).toBe(1);
  });

  it('before the launch has arrived in full knows nothing of it, and sends it when it comes again', async () => {
    const first = await home.start(env());
    const socket = connect(first.port, '127.0.0.1');
    socket.on('error', () => undefined);
    const { host } = new URL(first.origin);
    const head = `POST ${LAUNCH} HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${first.origin}\r\nContent-Type: application/json\r\nIdempotency-Key: ${uuid(1)}\r\nContent-Length: ${String(BODY.length)}\r\n\r\n`;
    await new Promise<void>((resolve) => {
      socket.write(`${head}${BODY.slice(0, 5)}`, () => {
        resolve();
      });
    });
    // An answer on another connection shows that the server has read on.
    await (await fetch(`${first.origin}/healthz`)).text();
    await first.end('SIGKILL');
    const second = await home.start(env());
    expect((await fetch(`${second.origin}/desk/submissions/${uuid(1)}`)).status).toBe(404);
    expect(await verdictOf(await launchAt(second.origin, uuid(1)))).toMatchObject({
      status: 200,
      replayed: null,
    });
    expect(upstream.posts()).toBe(1);
  });

  it('while it connects to the API says unknown, because the entry was there first', async () => {
    // A port that speaks no TLS: the handshake hangs and no byte of the launch can leave.
    const tls = { ...env(), EMAILGISTICS_BASE_URL: upstream.origin.replace('http:', 'https:') };
    const first = await home.start(tls);
    const connected = upstream.connected();
    const cut = launchAt(first.origin, uuid(1)).then(
      () => 'answered',
      () => 'cut',
    );
    await connected;
    await first.end('SIGKILL');
    expect(await cut).toBe('cut');
    const second = await home.start(env());
    expect(await verdictOf(await launchAt(second.origin, uuid(1)))).toMatchObject({
      status: 504,
      code: 'outcome-unknown',
    });
    expect(upstream.posts()).toBe(0);
  });
});

describe('a gateway that is asked to stop', () => {
  it('lets the launch under way finish, refuses new ones, and ends in peace', async () => {
    let held: Socket | null = null;
    answer = (socket) => {
      held = socket;
    };
    const first = await home.start(env());
    // A connection that is open before the signal: new ones are not taken any more.
    const kept = connect(first.port, '127.0.0.1').setEncoding('latin1');
    const { host } = new URL(first.origin);
    kept.write(`GET /healthz HTTP/1.1\r\nHost: ${host}\r\n\r\n`);
    await once(kept, 'data');
    const underWay = launchAt(first.origin, uuid(1));
    await upstream.arrived(1);
    const half = `POST ${LAUNCH} HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${first.origin}\r\nContent-Type: application/json\r\nIdempotency-Key: ${uuid(2)}\r\nContent-Length: ${String(BODY.length)}\r\n\r\n`;
    kept.write(half);
    await (await fetch(`${first.origin}/healthz`)).text();
    const ended = first.end('SIGTERM');
    await refusesConnections(first.port);
    kept.write(BODY);
    const [late] = (await once(kept, 'data')) as [string];
    expect(late).toContain('503');
    expect(late).toContain('desk-draining');
    expect(late.toLowerCase()).toContain('desk-forwarded: no');
    (held as Socket | null)?.end(httpAnswer(200, acceptedBody(upstream.origin)));
    expect(await verdictOf(await underWay)).toMatchObject({ status: 200 });
    expect(await ended).toMatchObject({ code: 0, signal: null });
    expect(upstream.posts()).toBe(1);
    answer = good;
    const second = await home.start(env());
    expect(await verdictOf(await launchAt(second.origin, uuid(1)))).toMatchObject({
      status: 200,
      replayed: 'true',
    });
    expect(await verdictOf(await launchAt(second.origin, uuid(2)))).toMatchObject({
      status: 200,
      replayed: null,
    });
    expect(upstream.posts()).toBe(2);
  });
});

/** Resolves when nobody listens on the port any more. */
async function refusesConnections(port: number): Promise<void> {
  for (;;) {
    const isOpen = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => {
        socket.destroy();
        resolve(true);
      });
      socket.on('error', () => {
        resolve(false);
      });
    });
    if (!isOpen) return;
  }
}

describe('a start', () => {
  it('says where the desk is and what stands behind it', async () => {
    const live = await home.start(env());
    expect(live.ready).toBe(`Report Desk ready on ${live.origin} (live: ${upstream.origin})`);
    expect(await live.end('SIGTERM')).toMatchObject({ code: 0 });
    const sandbox = await home.start();
    expect(sandbox.ready).toBe(`Report Desk ready on ${sandbox.origin} (sandbox)`);
    expect((await fetch(`${sandbox.origin}/sandbox/drills`)).status).toBe(200);
  });

  it.each([
    ['a wrong value', { DESK_PORT: 'x' }, 'DESK_PORT must be a whole number from 0 to 65535, not "x".'],
    ['no build', { TEST_DIST: '/nowhere' }, 'The app is not built yet: run npm run build.'],
    [
      'a data folder that cannot be made',
      { DESK_DATA_DIR: '/dev/null/data' },
      'The data folder /dev/null/data cannot be written.',
    ],
  ])('with %s ends with one readable line', async (_name, wrong, line) => {
    expect(await home.fail(wrong)).toEqual({
      code: 1,
      signal: null,
      errors: `Report Desk cannot start: ${line}\n`,
    });
  });

  it('on a port or a ledger that is taken ends with one readable line', async () => {
    const first = await home.start();
    const port = await home.fail({
      DESK_PORT: String(first.port),
      DESK_DATA_DIR: join(home.folder, 'other'),
    });
    expect(port).toMatchObject({
      code: 1,
      errors: `Report Desk cannot start: Something else is listening on 127.0.0.1, port ${String(first.port)}.\n`,
    });
    const ledger = await home.fail();
    expect(ledger.code).toBe(1);
    expect(ledger.errors).toMatch(
      /^Report Desk cannot start: The ledger \S+ is in use by another Report Desk\.\n$/,
    );
  });
});

describe('the key', () => {
  it('is in no log line and in no file of the data folder', async () => {
    const desk = await home.start(env());
    answer = (socket) => socket.end(httpAnswer(200, '{"mailboxes":[]}'));
    const entered = await fetch(`${desk.origin}/desk/keys`, {
      method: 'POST',
      headers: { origin: desk.origin, 'content-type': 'application/json' },
      body: JSON.stringify({ label: 'Entered', key: 'canary-key-entered' }),
    });
    expect(entered.status).toBe(201);
    answer = good;
    const { keys } = (await (await fetch(`${desk.origin}/desk/config`)).json()) as { keys: { id: string }[] };
    await fetch(`${desk.origin}${LAUNCH}`, {
      method: 'POST',
      headers: {
        origin: desk.origin,
        'content-type': 'application/json',
        'idempotency-key': uuid(1),
        'desk-key': keys[1]?.id ?? '',
      },
      body: BODY,
    });
    expect(upstream.posts()).toBe(1);
    const { errors } = await desk.end('SIGTERM');
    expect(errors).toContain('/desk/keys');
    const data = join(home.folder, 'data');
    const files = readdirSync(data);
    expect(files).toContain('live.sqlite');
    const written = [errors, ...files.map((name) => readFileSync(join(data, name), 'latin1'))].join('\n');
    expect(written).toContain('mb_1');
    expect(written).not.toContain('canary-key');
  });
});
