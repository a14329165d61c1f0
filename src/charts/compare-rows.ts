// One measure of two runs, row beside row.
import type { Period } from '#src/contract/reports.ts';
import type { ResultRow } from '#src/contract/envelope.ts';
import { differenceOf } from './difference.ts';
import type { Pair } from './difference.ts';
import { matchSteps } from './match-rows.ts';
import type { Matched, Side } from './match-rows.ts';
import type { Measure } from './measures.ts';
import { addRow, emptySum, figureOf } from './tally.ts';

export type Comparison = {
  readonly here: Side;
  readonly there: Side;
  readonly period: Period;
  readonly measure: Measure;
};

export type Compared = Matched & { readonly figures: Pair };

const STEP = 1_024;

/** Rows with the figures of both sides, in steps. */
export function* compareSteps({
  here,
  there,
  period,
  measure,
}: Comparison): Generator<void, readonly Compared[]> {
  const matched = yield* matchSteps(here, there, period);
  const compared: Compared[] = [];
  for (const one of matched) {
    const figures = { here: figureIn(one.here, measure), there: figureIn(one.there, measure) };
    compared.push({ ...one, figures });
    if (compared.length % STEP === 0) yield;
  }
  return compared;
}

function figureIn(row: ResultRow | null, measure: Measure): number | null {
  if (row === null) return null;
  const sum = emptySum();
  addRow(sum, measure, row);
  return figureOf(sum, measure);
}

/** Whether there is nothing to see: the same figure, or none, on both sides. A row that only one side has is something. */
export function isEqual({ here, there, figures }: Compared): boolean {
  if (here === null || there === null) return false;
  return differenceOf(figures) === 0 || (figures.here === null && figures.there === null);
}
