// A thread that plays stories: told which seeds, it answers with what became of them.
import { parentPort, workerData } from 'node:worker_threads';
import type { Violation } from './sim-journal.ts';
import type { Edition } from './sim-world.ts';
import { createSimulation } from './simulation.ts';

/** One story. */
export type StoryName = { readonly seed: number; readonly edition: Edition };

/** The seeds of one thread: `first`, `first + step`, … as long as they are below `end`, and the stories of `also`. */
export type Share = {
  readonly first: number;
  readonly step: number;
  readonly end: number;
  readonly also: readonly StoryName[];
  readonly edition: Edition;
  readonly isTold: boolean;
};

/** A story in which a rule was broken, or that was to be told. */
export type Finding = {
  readonly seed: number;
  readonly edition: Edition;
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

const { first, step, end, also, isTold, edition } = workerData as Share;
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

async function playOne({ seed, edition: which }: StoryName) {
  const { violations, lines, counts: counted } = await play(seed, isTold, which);
  played += 1;
  for (const [name, count] of counted) counts[name] = (counts[name] ?? 0) + count;
  if (violations.length > 0 || isTold) findings.push({ seed, edition: which, violations, lines });
  if (played === REPORT_EVERY) report();
}

for (let seed = first; seed < end; seed += step) await playOne({ seed, edition });
for (const story of also) await playOne(story);
report();
