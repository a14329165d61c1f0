// @vitest-environment node
// The server as a program: what can stand after its name, and the question that a container's health check asks.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCommand } from '#src/gateway/command-line.ts';
import { environmentSchema } from '#src/gateway/environment.ts';
import { createHome } from '../faults/desk-process.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const { version } = JSON.parse(readFileSync(resolve(ROOT, 'package.json'), 'utf8')) as { version: string };

/** Runs a file of the gateway to its end. */
async function run(file: string, args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const child = spawn(process.execPath, [`src/gateway/${file}`, ...args], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, errors] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, out, errors };
}

describe('the arguments of the server', () => {
  it('may ask for the version, which is the one of package.json', async () => {
    expect(await run('main.ts', ['--version'])).toEqual({ code: 0, out: `${version}\n`, errors: '' });
  });

  it('may ask for help, which names every variable', () => {
    const command = readCommand(['--help'], '1.2.3');
    if (command.start) throw new Error('It would have started.');
    expect(command.code).toBe(0);
    expect(command.text).toContain('Report Desk 1.2.3');
    const shown = command.text.split('\n').map((line) => line.trim());
    expect(shown).toEqual(expect.arrayContaining(Object.keys(environmentSchema.shape)));
  });

  it('are none for a desk that is to start', () => {
    expect(readCommand([], '1.2.3')).toEqual({ start: true });
  });

  it('are refused in one line that repeats none of them', async () => {
    const { code, out, errors } = await run('main.ts', ['--token=canary']);
    expect([code, out]).toEqual([1, '']);
    expect(errors).toMatch(/^Report Desk takes --version and --help only\.[^\n]*\n$/);
    expect(errors).not.toContain('canary');
  });
});

describe('the health check', () => {
  const home = createHome();
  let port = 0;
  const open = {
    DESK_HOST: '0.0.0.0',
    DESK_ACCESS_TOKEN: 'a-long-access-token',
    DESK_PUBLIC_ORIGIN: 'https://desk.example.com',
  };
  beforeAll(async () => {
    port = (await home.start(open)).port;
  });
  afterAll(() => home.close());

  it('finds a desk that listens everywhere and answers under its public name only', async () => {
    const answer = await run('health.ts', [], { ...open, DESK_PORT: String(port) });
    expect(answer).toEqual({ code: 0, out: '', errors: '' });
  });

  it('fails where something else answers', async () => {
    const answer = await run('health.ts', [], {
      ...open,
      DESK_PORT: String(port),
      DESK_PUBLIC_ORIGIN: 'https://other.example.com',
    });
    expect(answer).toEqual({ code: 1, out: '', errors: 'No healthy desk: Error: status 421\n' });
  });

  it('fails where nothing listens', async () => {
    const answer = await run('health.ts', [], { DESK_PORT: '1' });
    expect(answer.code).toBe(1);
    expect(answer.errors).toMatch(/^No healthy desk: .*ECONNREFUSED.*\n$/);
  });

  it('fails in one line where the settings are wrong', async () => {
    const answer = await run('health.ts', [], { DESK_PORT: 'x' });
    expect(answer.code).toBe(1);
    expect(answer.errors).toBe('DESK_PORT must be a whole number from 0 to 65535, not "x".\n');
  });
});
