// @vitest-environment node
// The emulator on a port of its own: one ready line, real answers, and drills that really break the socket.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { expect, onTestFinished, test } from 'vitest';
import type { Wire } from './emulator.ts';

function run(env: Record<string, string>) {
  const child = spawn(process.execPath, ['src/sandbox/main.ts'], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill());
  return child;
}

test('says once where it listens, links to itself, and drops a connection where a drill asks for it', async () => {
  const child = run({ SANDBOX_PORT: '0', SANDBOX_SPEED: '1000' });
  const lines: string[] = [];
  const reader = createInterface({ input: child.stdout });
  reader.on('line', (line) => lines.push(line));
  await once(reader, 'line');
  const [, origin = '', key = ''] =
    /^Sandbox ready on (http:\/\/127\.0\.0\.1:\d+) \(Full access: (\S+),/.exec(lines[0] ?? '') ?? [];
  const headers = { authorization: `Bearer ${key}`, connection: 'close' };

  const list = await fetch(`${origin}/api/v1/admin/mailboxes`, { headers });
  const { mailboxes } = (await list.json()) as { mailboxes: { mailboxId: string; mailboxName: string }[] };
  const launch = (name: string) => {
    const mailboxId = mailboxes.find((mailbox) => mailbox.mailboxName === name)?.mailboxId;
    const parameters = { mailboxId, start: '2026-03-02T00:00:00', end: '2026-03-02T00:00:00', period: 'day' };
    const body = JSON.stringify({ parameters });
    return fetch(`${origin}/api/v1/reports/mailboxPerformance`, { method: 'POST', headers, body });
  };
  const accepted = (await (await launch('Sales Department')).json()) as Wire;
  expect(accepted._links['self']?.href.startsWith(`${origin}/api/v1/reports/results/`)).toBe(true);
  await expect(launch('Drill: connection dropped')).rejects.toThrow('fetch failed');
  expect((await fetch(`${origin}/api/v1/admin/mailboxes`, { headers })).status).toBe(200);
  expect(lines).toHaveLength(1);

  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
});

test.each([{ SANDBOX_PORT: 'a lot' }, { SANDBOX_PORT: '70000' }, { SANDBOX_SPEED: '0' }])(
  'a setting that cannot be used ends it with one line: %o',
  async (env) => {
    const child = run(env as Record<string, string>);
    const errors: string[] = [];
    createInterface({ input: child.stderr }).on('line', (line) => errors.push(line));
    expect(await once(child, 'close')).toEqual([1, null]);
    expect(errors).toEqual([expect.stringContaining(Object.keys(env)[0] ?? '')]);
  },
);
