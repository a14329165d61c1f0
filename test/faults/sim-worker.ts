// A thread that plays stories: told which seeds, it answers with what became of them.
import { parentPort, workerData } from 'node:worker_threads';
import type { Violation } from './sim-journal.ts';
import { createSimulation } from './simulation.ts';

/** The seeds of one thread: `first`, `first + step`, … as long as they are below `end`, and those of `also`. */
export type Share = {
  readonly first: number;
  readonly step: number;
  readonly end: number;
  readonly also: readonly number[];
  readonly isTold: boolean;
};

/** A story in which a rule was broken, or that was to be told. */
export type Finding = {
  readonly seed: number;
  readonly violations: readonly Violation[];
  readonly lines: readonly string[];
};

/** What a thread has done since it last spoke. */
export type Progress = {
  readonly played: number;
  readonly counts: Readonly<Record<string, number>>;
  readonly findings: readonly Finding[];
};

const REPORT_EVERY = 250;

const { first, step, end, also, isTold } = workerData as Share;
const play = createSimulation();
let played = 0;
let counts: Record<string, number> = {};
let findings: Finding[] = [];

function report() {
  parentPort?.postMessage({ played, counts, findings } satisfies Progress);
  played = 0;
  counts = {};
  findings = [];
}

async function playOne(seed: number) {
  const { violations, lines, counts: counted } = await play(seed, isTold);
  played += 1;
  for (const [name, count] of counted) counts[name] = (counts[name] ?? 0) + count;
  if (violations.length > 0 || isTold) findings.push({ seed, violations, lines });
  if (played === REPORT_EVERY) report();
}

for (let seed = first; seed < end; seed += step) await playOne(seed);
for (const seed of also) await playOne(seed);
report();
