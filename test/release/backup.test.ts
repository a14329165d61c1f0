// @vitest-environment node
// The commands of OPERATIONS.md for backup and restore, played on a desk that runs.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { uuid } from '../gateway/desk.ts';
import { createHome } from '../faults/desk-process.ts';
import { acceptedBody, httpAnswer, startUpstream } from '../faults/raw-upstream.ts';
import type { RawUpstream } from '../faults/raw-upstream.ts';
import { launchAt, verdictOf } from '../faults/served-desk.ts';

const GUIDE = readFileSync(resolve(import.meta.dirname, '../../OPERATIONS.md'), 'utf8');

let home: ReturnType<typeof createHome>;
let upstream: RawUpstream;
const env = () => ({ EMAILGISTICS_BASE_URL: upstream.origin, EMAILGISTICS_API_KEY: 'canary-key-value' });

beforeEach(async () => {
  home = createHome();
  upstream = await startUpstream((socket) => socket.end(httpAnswer(200, acceptedBody(upstream.origin))));
});
afterEach(async () => {
  await home.close();
  await upstream.close();
});

/** Runs the block of the guide whose first line begins with `# <name>:`. */
function play(name: string, folder: string, more: Readonly<Record<string, string>>): void {
  const [, block] = new RegExp(`\`\`\`sh\\n(# ${name}: [\\s\\S]*?)\`\`\``).exec(GUIDE) ?? [];
  const path = `${dirname(process.execPath)}:${process.env['PATH'] ?? ''}`;
  const { status, stderr } = spawnSync('sh', ['-c', block ?? 'exit 99'], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: path, ...more },
  });
  expect([status, stderr]).toEqual([0, '']);
}

async function identityOf(origin: string) {
  const config: unknown = await (await fetch(`${origin}/desk/config`)).json();
  return z.parse(z.object({ ledgerId: z.string(), keys: z.unknown() }), config);
}

test('a desk that runs can be backed up, and what is restored knows its launches under a new ledger', async () => {
  const data = join(home.folder, 'data');
  const backup = join(home.folder, 'backup');
  mkdirSync(backup);
  const first = await home.start(env());
  expect((await launchAt(first.origin, uuid(1))).status).toBe(200);
  play('Backup', data, { BACKUP: backup });
  const before = await identityOf(first.origin);
  // Sent after the backup: the restored ledger cannot know it.
  expect((await launchAt(first.origin, uuid(2))).status).toBe(200);
  await first.end('SIGKILL');

  rmSync(data, { recursive: true });
  mkdirSync(data);
  for (const name of readdirSync(backup)) copyFileSync(join(backup, name), join(data, name));
  play('Restore', data, {});

  const second = await home.start(env());
  const after = await identityOf(second.origin);
  expect(after.keys).toEqual(before.keys);
  expect(after.ledgerId).not.toBe(before.ledgerId);
  expect(await verdictOf(await launchAt(second.origin, uuid(1)))).toMatchObject({
    status: 200,
    replayed: 'true',
  });
  expect((await fetch(`${second.origin}/desk/submissions/${uuid(2)}`)).status).toBe(404);
  expect(upstream.posts()).toBe(2);
});

test('nothing else can open the ledger of a desk that runs', async () => {
  await home.start(env());
  const open = () => {
    const other = new DatabaseSync(join(home.folder, 'data', 'live.sqlite'), { readOnly: true });
    try {
      other.prepare('SELECT * FROM submissions').all();
    } finally {
      other.close();
    }
  };
  expect(open).toThrow('database is locked');
});
