// The simulation of test/faults over as many seeds as wanted, on all cores.
import { describeFinding, playSeeds } from '../faults/sim-pool.ts';

const REPORT_EVERY = 10_000;

/** Plays `count` stories from seed `first` on. Gives the number of those in which a rule was broken; each is told. */
export async function playStories(first: number, count: number): Promise<number> {
  const startedAt = performance.now();
  let nextReport = REPORT_EVERY;
  const { stories, seconds, counts, findings } = await playSeeds({ first, count }, (played, news) => {
    for (const finding of news) process.stdout.write(`${describeFinding(finding)}\n`);
    if (played < nextReport) return;
    nextReport += REPORT_EVERY;
    const rate = (played / (performance.now() - startedAt)) * 1000;
    process.stdout.write(`${String(played)} of ${String(count)} stories, ${rate.toFixed(0)} a second\n`);
  });
  for (const [name, times] of Object.entries(counts).toSorted(([one], [other]) => one.localeCompare(other))) {
    process.stdout.write(`${String(times).padStart(10)}  ${name}\n`);
  }
  process.stdout.write(
    `${String(stories)} stories in ${seconds.toFixed(0)} s, ${(stories / seconds).toFixed(0)} a second, ${String(findings.length)} with a broken rule\n`,
  );
  return findings.length;
}
