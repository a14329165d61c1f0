// @vitest-environment node
// The command as it is run: its options, its exit codes, its one line where it cannot run, and no key anywhere.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { describe, expect, onTestFinished, test } from 'vitest';
import { FULL_KEY, part, startChangedSandbox } from './changed-sandbox.ts';

const CANARY = 'canary-key-6e02c1';
const BASE = 'https://c1.emailgistics.example';

/** Starts it. `printed` tells when a line has come that holds some words. */
function run(args: readonly string[], key = FULL_KEY) {
  const child = spawn(process.execPath, ['src/conformance/main.ts', ...args], {
    env: { ...process.env, EMAILGISTICS_API_KEY: key },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines = createInterface({ input: child.stderr });
  let err = '';
  lines.on('line', (line) => (err += `${line}\n`));
  const ended = Promise.all([text(child.stdout), once(child, 'close'), once(lines, 'close')]).then(
    ([out, [code]]) => ({ out, err, code: code as number | null }),
  );
  const printed = (words: string) =>
    new Promise<void>((resolve) => lines.on('line', (line) => void (line.includes(words) && resolve())));
  return { child, ended, printed, kill: () => void child.kill('SIGKILL') };
}

/** Runs it to its end. */
function ended(args: readonly string[], key: string) {
  const { ended, kill } = run(args, key);
  onTestFinished(kill);
  return ended;
}

test.each([
  { what: 'nothing given', args: [], says: '--base-url is missing' },
  {
    what: 'an option that does not exist',
    args: ['--base-url', BASE, '--key', CANARY],
    says: 'cannot be read',
  },
  { what: 'a key as an argument', args: [CANARY], says: 'cannot be read' },
  { what: 'a base URL without its value', args: ['--base-url', '--json'], says: 'cannot be read' },
  { what: 'a base URL with a path', args: ['--base-url', `${BASE}/api/v1`], says: 'must be an https origin' },
  {
    what: 'plain http',
    args: ['--base-url', 'http://c1.emailgistics.example'],
    says: 'must be an https origin',
  },
  {
    what: 'a key in the base URL',
    args: ['--base-url', `https://${CANARY}@c1.emailgistics.example`],
    says: 'must be an https origin',
  },
  {
    what: 'a mailbox without a launch',
    args: ['--base-url', BASE, '--mailbox', 'mb_1'],
    says: 'needs --launch',
  },
  { what: 'no key', args: ['--base-url', BASE], key: '', says: 'EMAILGISTICS_API_KEY is not set' },
  { what: 'a key of two words', args: ['--base-url', BASE], key: `${CANARY} x`, says: 'one word' },
  {
    what: 'a key that is too short to be one',
    args: ['--base-url', BASE],
    key: 'abc',
    says: 'at least 8 characters',
  },
])('cannot run, and says so in one line: $what', async ({ args, key = CANARY, says }) => {
  const { out, err, code } = await ended(args, key);
  expect(code).toBe(2);
  expect(out).toBe('');
  expect(err.trimEnd().split('\n')).toEqual([expect.stringContaining(says)]);
  expect(err).not.toContain(CANARY);
});

test('cannot run where nobody listens', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  const { out, err, code } = await ended(['--base-url', `http://127.0.0.1:${String(port)}`], CANARY);
  expect({ out, err, code }).toEqual({
    out: '',
    err: `http://127.0.0.1:${String(port)} cannot be reached: ECONNREFUSED. Nothing was launched.\n`,
    code: 2,
  });
});

test('cannot run with a key that is refused, and does not show it', async () => {
  const { origin, close } = await startChangedSandbox(({ status, body, token }) => {
    if (status === 401) part(body, 'error')['code'] = token;
  });
  onTestFinished(close);
  const { out, err, code } = await ended(['--base-url', origin, '--json'], CANARY);
  expect({ out, code }).toEqual({ out: '', code: 2 });
  expect(err).toBe(
    'The key was refused (HTTP 401): it is unknown, expired or deleted. Nothing was launched.\n',
  );
});

// They mostly wait: requests are a second apart.
describe.concurrent('a whole inspection', { timeout: 60_000 }, () => {
  test('reads only, finds nothing, and says so in a report', async ({ expect, onTestFinished }) => {
    const sandbox = await startChangedSandbox();
    onTestFinished(sandbox.close);
    const { ended, kill } = run(['--base-url', sandbox.origin]);
    onTestFinished(kill);
    const { out, err, code } = await ended;
    expect({ err, code }).toEqual({ err: '', code: 0 });
    expect(out).toMatch(/^# Does the API do what Report Desk assumes\?\n/);
    expect(out).toContain('**Nothing differs.**');
    expect(out).not.toContain(FULL_KEY);
    expect(sandbox.launches()).toBe(0);
  });

  test('reports a difference as JSON, with exit code 1, and masks the key where the API repeats it', async ({
    expect,
    onTestFinished,
  }) => {
    const { origin, close } = await startChangedSandbox(({ status, body }) => {
      if (status === 404) part(body, '_links', 'origin')['href'] = `https://${FULL_KEY}.example/`;
    });
    onTestFinished(close);
    const { ended, kill } = run(['--base-url', origin, '--json']);
    onTestFinished(kill);
    const { out, code } = await ended;
    expect(code).toBe(1);
    const report = JSON.parse(out) as { findings: { result: string }[] };
    expect(report).toMatchObject({ baseUrl: origin, differences: 1 });
    expect(report.findings.filter(({ result }) => result === 'differs')).toMatchObject([
      { id: 'error-origin' },
    ]);
    expect(out).toContain('https://[key].example');
    expect(out).not.toContain(FULL_KEY);
  });

  test('says on an interrupt that the run goes on, and reports what it has seen', async ({
    expect,
    onTestFinished,
  }) => {
    const sandbox = await startChangedSandbox();
    onTestFinished(sandbox.close);
    const { child, ended, printed, kill } = run(['--base-url', sandbox.origin, '--launch']);
    onTestFinished(kill);
    await printed('The run is running');
    child.kill('SIGINT');
    const { out, err, code } = await ended;
    expect(code).toBe(2);
    const words =
      'Stopped. The run that was launched goes on, and holds one of the three slots until it ends.';
    expect(out).toContain(`**Not complete.** ${words}`);
    expect(err.trimEnd().split('\n').at(-1)).toBe(words);
    expect(sandbox.launches()).toBe(1);
  });
});
