// @vitest-environment node
// Ten thousand random stories of tabs, gateway and API under faults. `SEED=<n>` plays one of them instead, and tells every step.
import { expect, test } from 'vitest';
import { KEPT_STORIES } from './kept-stories.ts';
import { describeFinding, playSeeds } from './sim-pool.ts';
import type { Asked, Played } from './sim-pool.ts';

const SEED = process.env['SEED'];
const EDITION = process.env['EDITION'] === '1' ? 1 : 2;
const ASKED: Asked =
  SEED === undefined
    ? { first: 1, count: 10_000, also: KEPT_STORIES }
    : { first: Number(SEED), count: 1, isTold: true, edition: EDITION };
const LONGEST_MS = 300_000;

function summary({ stories, seconds, counts }: Played): string {
  const calls = ((counts['calls'] ?? 0) / stories).toFixed(1);
  return `${String(stories)} stories, ${calls} calls each, in ${seconds.toFixed(1)} s`;
}

test(
  'whatever tabs, networks, gateways and the API do, no story breaks a rule',
  async () => {
    const played = await playSeeds(ASKED);
    const told = played.findings.flatMap(({ lines }) => lines);
    process.stdout.write(`${[...told, summary(played)].join('\n')}\n`);
    const broken = played.findings.filter(({ violations }) => violations.length > 0);
    expect(broken.map(describeFinding)).toEqual([]);
    expect(played.stories).toBe(ASKED.count + (ASKED.also ?? []).length);
  },
  LONGEST_MS,
);
