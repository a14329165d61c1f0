// What the poll plan costs and how late it sees an end, for each shape of progress, beside plans that look at the time alone and
// are therefore the same for every shape. Simulated: the same figures on any machine. Nothing here passes or fails.
import { pollDelay } from '#src/runs/poll-plan.ts';
import { figures, MOVING, NAIVE, STILL } from '../support/poll-simulation.ts';
import type { PlanFigures } from '../support/poll-simulation.ts';
import type { BenchRow } from './gateway.ts';

const KINDS = [
  { kind: 'moving', shapes: MOVING, goal: { polls: 45, medianMs: 3_000, p95Ms: 15_000 } },
  { kind: 'stalled or absent', shapes: STILL, goal: { polls: 150, medianMs: 8_000, p95Ms: 15_000 } },
] as const;

/** The plan that most dashboards have. */
const USUAL = 'every 5 s';

/** Polls of a run of half an hour, then median and p95 of the time until its end was seen. */
export function pollingBench(): BenchRow[] {
  const naive = Object.entries(NAIVE).map(([plan, delay]) => ({
    plan,
    measured: figures((share) => share, delay),
  }));
  const usual = naive.find(({ plan }) => plan === USUAL);
  const baseline = usual === undefined ? '' : `${inWords(usual.measured)}, ${USUAL}`;
  return KINDS.flatMap(({ kind, shapes, goal }) => [
    ...Object.entries(shapes).map(([shape, progress]) =>
      row(`polling: ${shape}`, figures(progress, pollDelay), goal, baseline),
    ),
    ...naive.map(({ plan, measured }) =>
      row(`polling, without a plan: ${kind}, ${plan}`, measured, goal, ''),
    ),
  ]);
}

/** The ratios are to the goal: up to 1 it is reached. */
function row(name: string, measured: PlanFigures, goal: PlanFigures, baseline: string): BenchRow {
  const ratios = [
    measured.polls / goal.polls,
    measured.medianMs / goal.medianMs,
    measured.p95Ms / goal.p95Ms,
  ];
  return {
    name,
    figure: inWords(measured),
    baseline,
    ratio: `${ratios.map((ratio) => ratio.toFixed(2)).join(' / ')} of the goal`,
    goal: inWords(goal),
  };
}

function inWords({ polls, medianMs, p95Ms }: PlanFigures): string {
  return `${String(polls)} polls, ${(medianMs / 1_000).toFixed(1)} / ${(p95Ms / 1_000).toFixed(1)} s`;
}
