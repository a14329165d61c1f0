// `npm run proof -- --seeds 1000000 --from 1`: the simulation of test/faults over as many seeds as wanted, on all cores.
import { parseArgs } from 'node:util';
import { describeFinding, playSeeds } from '../faults/sim-pool.ts';

const REPORT_EVERY = 10_000;

const { values } = parseArgs({
  options: { seeds: { type: 'string', default: '1000000' }, from: { type: 'string', default: '1' } },
});
const count = Number(values.seeds);
const first = Number(values.from);
if (!Number.isSafeInteger(count) || !Number.isSafeInteger(first) || count < 1 || first < 0) {
  process.stderr.write('Use --seeds <how many> and --from <first seed>, whole numbers.\n');
  process.exit(1);
}

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
process.exitCode = findings.length > 0 ? 1 : 0;
