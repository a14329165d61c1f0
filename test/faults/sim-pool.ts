// Plays many stories on several threads. Each thread has its own time, so that nothing here stands still with it.
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Finding, Progress, Share, StoryName } from './sim-worker.ts';
import type { Edition } from './sim-world.ts';

/** What became of all seeds. */
export type Played = {
  readonly stories: number;
  readonly seconds: number;
  /** What happened how often: `calls`, `act launch`, `step queued → sending`, `ended done`, … */
  readonly counts: Readonly<Record<string, number>>;
  /** Stories in which a rule was broken, lowest seed first; with `isTold`, all of them. */
  readonly findings: readonly Finding[];
};

/** Which stories: `count` seeds from `first` on, of the newest edition unless another is named, and those of `also`. */
export type Asked = {
  readonly first: number;
  readonly count: number;
  readonly also?: readonly StoryName[];
  readonly edition?: Edition;
  readonly isTold?: boolean;
};

/** Plays the seeds. `onProgress` is told how many are done. Rejects where a thread fails. */
export async function playSeeds(
  { first, count, also = [], isTold = false, edition = 2 }: Asked,
  onProgress: (stories: number, findings: readonly Finding[]) => void = () => undefined,
): Promise<Played> {
  const startedAt = performance.now();
  const threads = Math.min(availableParallelism(), count);
  const counts: Record<string, number> = {};
  const findings: Finding[] = [];
  let stories = 0;

  function take(progress: Progress) {
    stories += progress.played;
    findings.push(...progress.findings);
    for (const [name, more] of Object.entries(progress.counts)) counts[name] = (counts[name] ?? 0) + more;
    onProgress(stories, progress.findings);
  }

  await Promise.all(
    Array.from({ length: threads }, (_, index) =>
      playShare(
        {
          first: first + index,
          step: threads,
          end: first + count,
          also: also.filter((_, place) => place % threads === index),
          isTold,
          edition,
        },
        take,
      ),
    ),
  );
  return {
    stories,
    seconds: (performance.now() - startedAt) / 1000,
    counts,
    findings: findings.toSorted((one, other) => one.seed - other.seed),
  };
}

function playShare(share: Share, take: (progress: Progress) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('sim-worker.ts', import.meta.url), {
      workerData: share,
      execArgv: [],
      // A story leaves nothing behind: with room for many of them most of the garbage is never looked at.
      resourceLimits: { maxYoungGenerationSizeMb: 128 },
    });
    worker.on('message', take);
    worker.once('error', reject);
    worker.once('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`A thread of the simulation ended with code ${String(code)}`));
    });
  });
}

/** A finding in a few lines, with the way to see it again. */
export function describeFinding({ seed, edition, violations }: Finding): string {
  const broken = violations.map(({ rule, what }) => `  ${rule}: ${what}`);
  return [
    `seed ${String(seed)} (${edition === 2 ? '' : `EDITION=${String(edition)} `}SEED=${String(seed)} npx vitest run test/faults/simulation.test.ts)`,
    ...broken,
  ].join('\n');
}
