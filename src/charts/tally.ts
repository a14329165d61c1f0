// The values of many rows as one figure. A figure that the rows do not bear out is none: counts that are no counts, an average whose
// weights are missing, a share that does not agree with its counts.
import type { ResultRow } from '#src/contract/envelope.ts';
import { valueAt } from '#src/rows/columns.ts';
import type { Measure } from './measures.ts';

/** What some rows come to for one measure. Sums of different rows can be put together, in any order. */
export type Sum = {
  /** Rows that have something to say. */
  rows: number;
  /** Of averages, each times its weight; of shares, the parts. */
  value: number;
  /** Of averages, their weights; of shares, the wholes. */
  weight: number;
  low: number;
  high: number;
  /** Nothing was found that cannot be. */
  sound: boolean;
  /** Whether shares as given agree with their counts when they are read as percent, and as parts of one. */
  asPercent: boolean;
  asPart: boolean;
};

/** How far a share as given may be from its counts: it may have been rounded to whole percent, either way. */
const ROUNDING_PERCENT = 1;

export function emptySum(): Sum {
  return {
    rows: 0,
    value: 0,
    weight: 0,
    low: Infinity,
    high: -Infinity,
    sound: true,
    asPercent: true,
    asPart: true,
  };
}

/** Adds what `row` says about `measure`. An absent value is nothing, not zero. */
export function addRow(sum: Sum, measure: Measure, row: ResultRow): void {
  if (measure.kind === 'rows') {
    sum.rows += 1;
    sum.value += 1;
    return;
  }
  const given = valueAt(row, measure.key) ?? null;
  if (measure.kind === 'average') addAverage(sum, given, valueAt(row, measure.weight) ?? null);
  else if (measure.kind === 'share') {
    addShare(sum, given, valueAt(row, measure.part) ?? null, valueAt(row, measure.whole) ?? null);
  } else if (measure.kind === 'single') addSingle(sum, given);
  else addCount(sum, given);
}

function addCount(sum: Sum, given: unknown): void {
  if (given === null) return;
  if (!isCount(given)) {
    sum.sound = false;
    return;
  }
  sum.rows += 1;
  sum.value += given;
}

/** A row without a value counts too: what the only other one says would not be said of both. */
function addSingle(sum: Sum, given: unknown): void {
  sum.rows += 1;
  if (!isFigure(given)) return;
  sum.value = given;
  sum.weight += 1;
}

function addAverage(sum: Sum, given: unknown, weight: unknown): void {
  if (given === null && (weight === null || weight === 0)) return;
  // An average over nothing may be written as zero.
  if (given === 0 && weight === 0) return;
  if (!isFigure(given) || !isCount(weight) || weight === 0) {
    sum.sound = false;
    return;
  }
  sum.rows += 1;
  sum.value += given * weight;
  sum.weight += weight;
  sum.low = Math.min(sum.low, given);
  sum.high = Math.max(sum.high, given);
}

function addShare(sum: Sum, given: unknown, part: unknown, whole: unknown): void {
  if (part === null && whole === null) return;
  if (!isCount(part) || !isCount(whole) || part > whole) {
    sum.sound = false;
    return;
  }
  sum.rows += 1;
  sum.value += part;
  sum.weight += whole;
  if (whole === 0 || !isFigure(given)) return;
  const percent = (part / whole) * 100;
  if (Math.abs(given - percent) > ROUNDING_PERCENT) sum.asPercent = false;
  if (Math.abs(given * 100 - percent) > ROUNDING_PERCENT) sum.asPart = false;
}

function isFigure(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

/** Adds what other rows came to. */
export function addSum(sum: Sum, other: Sum): void {
  sum.rows += other.rows;
  sum.value += other.value;
  sum.weight += other.weight;
  sum.low = Math.min(sum.low, other.low);
  sum.high = Math.max(sum.high, other.high);
  sum.sound &&= other.sound;
  sum.asPercent &&= other.asPercent;
  sum.asPart &&= other.asPart;
}

/** The figure in the measure's unit, or null where there is none to show. */
export function figureOf(sum: Sum, { kind }: Measure): number | null {
  const { rows, value, weight, low, high, sound, asPercent, asPart } = sum;
  if (!sound || rows === 0) return null;
  switch (kind) {
    case 'rows':
      return value;
    case 'count':
      return Number.isSafeInteger(value) ? value : null;
    case 'single':
      return rows === 1 && weight === 1 ? value : null;
    case 'average': {
      const average = value / weight;
      // Rounding must not carry it beyond what it is made of.
      return Number.isFinite(average) ? Math.min(high, Math.max(low, average)) : null;
    }
    case 'share':
      return weight === 0 || !(asPercent || asPart) ? null : (value / weight) * 100;
  }
}
