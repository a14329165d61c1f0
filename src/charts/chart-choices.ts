// What of a result can be drawn, and which of it is.
import type { Period } from '#src/contract/reports.ts';
import * as words from './chart-words.ts';
import { familyOf } from './measures.ts';
import type { Measure } from './measures.ts';

/** Lines of different measures that can be told apart at a glance. */
const MOST_MEASURES = 5;
const MOST_SCALES = 2;
/** Measures drawn before any is chosen. */
const AT_FIRST = 2;

/**
 * Measures that give figures where rows are put together. One that is never combined can be drawn only where each row has its own
 * place: a period, or a period and the `split` by what rows are about.
 */
export function drawable(
  measures: readonly Measure[],
  { period, hasSplits, split }: { period: Period | null; hasSplits: boolean; split: boolean },
): readonly Measure[] {
  const ownPlace = period !== null && (split || !hasSplits);
  return measures.filter(({ kind }) => kind !== 'single' || ownPlace);
}

/** The chosen measures that can be drawn together, in the order of `measures`; without any, the first few that go on one scale. */
export function drawn(measures: readonly Measure[], chosen: readonly string[]): readonly Measure[] {
  const found = measures.filter(({ id }) => chosen.includes(id));
  const wanted = found.filter((measure, place) => whyNot(measure, found.slice(0, place)) === undefined);
  if (wanted.length > 0) return wanted;
  const [first] = measures;
  return first === undefined
    ? []
    : measures.filter((measure) => familyOf(measure) === familyOf(first)).slice(0, AT_FIRST);
}

/** Why `measure` cannot be drawn beside `others`; undefined where it can. */
export function whyNot(measure: Measure, others: readonly Measure[]): string | undefined {
  if (others.some(({ id }) => id === measure.id)) return undefined;
  if (others.length >= MOST_MEASURES) return words.noMoreLines(MOST_MEASURES);
  const scales = new Set([...others, measure].map(familyOf));
  return scales.size > MOST_SCALES ? words.noThirdScale : undefined;
}
