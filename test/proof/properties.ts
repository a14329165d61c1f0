// The tests of properties, the model of the record among them, over and over: each round draws other cases.
import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');
const MOST_SEEDS = 2 ** 31;

/** Files of tests that draw their cases, as far as their path holds `only`. */
function propertyFiles(only: string): string[] {
  return globSync('test/**/*.test.{ts,tsx}', { cwd: ROOT })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.includes(only) && !file.includes('.browser.'))
    .filter((file) => readFileSync(join(ROOT, file), 'utf8').includes("from 'fast-check'"))
    .toSorted();
}

/** Plays them `rounds` times. Gives the number of rounds in which a test failed; each is told with the way to see it again. */
export function playProperties(rounds: number, only: string): number {
  const files = propertyFiles(only);
  if (files.length === 0) throw new Error(`No test of properties has “${only}” in its path.`);
  let failed = 0;
  for (let round = 1; round <= rounds; round += 1) {
    const seed = String(randomInt(MOST_SEEDS));
    const { status, stdout } = spawnSync('npx', ['vitest', 'run', '--project', 'unit', ...files], {
      cwd: ROOT,
      encoding: 'utf8',
      env: { ...process.env, PROPERTY_SEED: seed, NO_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const outcome = status === 0 ? 'ok' : 'FAILED';
    process.stdout.write(`properties, ${String(round)} of ${String(rounds)}: seed ${seed} ${outcome}\n`);
    if (status === 0) continue;
    failed += 1;
    process.stdout.write(`${stdout}\nPROPERTY_SEED=${seed} npx vitest run --project unit\n`);
  }
  return failed;
}
