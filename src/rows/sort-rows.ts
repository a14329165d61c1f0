// Rows that a filter lets through, in the order of some columns, as a list of their places. The work is cut into short steps, so that
// a hundred thousand rows never hold up typing or scrolling.
import type { ResultRow } from '#src/contract/envelope.ts';
import { LOCALE } from '#src/ui/locale.ts';
import { valueAt } from './columns.ts';
import { isIsoTime, readIsoTime } from './iso-time.ts';
import type { RowTest } from './row-filter.ts';

/** By which column. */
export type RowSorting = { readonly key: string; readonly descending: boolean };

/** Which rows, and by which columns in turn; without any in the order in which they came. */
export type RowQuery = { readonly test: RowTest | null; readonly sorting: readonly RowSorting[] };

/** Places of rows in the order to show them. */
export type RowOrder = Uint32Array;

/** Rows that are keyed, sorted or merged in one step. */
const STEP = 2_048;
/** Rows that are tested in one step: a test may put many cells into words. */
const TEST_STEP = 256;

const collator = new Intl.Collator(LOCALE, { numeric: true });

/** What a value is sorted by; null = nothing there, which goes last whichever way is sorted. */
type SortKey = number | string | null;

function sortKeyOf(value: unknown): SortKey {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'string') return isIsoTime(value) ? readIsoTime(value).at : value;
  try {
    return JSON.stringify(value);
  } catch {
    return null;
  }
}

/** Numbers before text, where a column holds both. */
function compareKeys(left: number | string, right: number | string): number {
  if (typeof left === 'number') return typeof right === 'number' ? left - right : -1;
  return typeof right === 'number' ? 1 : collator.compare(left, right);
}

type Compare = (left: number, right: number) => number;

/**
 * Works in steps: each `next()` is a short piece of work, the last one returns the order. Rows that compare equal stay in the order in
 * which they came.
 */
export function* orderSteps(
  rows: readonly ResultRow[],
  { test, sorting }: RowQuery,
): Generator<void, RowOrder> {
  const places = test === null ? Uint32Array.from(rows, (_, place) => place) : yield* testSteps(rows, test);
  if (sorting.length === 0) return places;
  const compares: Compare[] = [];
  for (const one of sorting) compares.push(yield* compareSteps(rows, places, one));
  const [first, ...others] = compares;
  const compare: Compare = (left, right) => {
    let result = first?.(left, right) ?? 0;
    for (let next = 0; result === 0 && next < others.length; next += 1) {
      result = others[next]?.(left, right) ?? 0;
    }
    return result;
  };
  return yield* sortSteps(places, compare);
}

function* testSteps(rows: readonly ResultRow[], test: RowTest): Generator<void, RowOrder> {
  const places = new Uint32Array(rows.length);
  let count = 0;
  for (const [place, row] of rows.entries()) {
    if (test(row)) {
      places[count] = place;
      count += 1;
    }
    if (place % TEST_STEP === TEST_STEP - 1) yield;
  }
  return places.slice(0, count);
}

/** Takes the keys of one column, and gives the way to compare rows by them. */
function* compareSteps(
  rows: readonly ResultRow[],
  places: RowOrder,
  { key, descending }: RowSorting,
): Generator<void, Compare> {
  const keys: SortKey[] = Array.from({ length: rows.length }, () => null);
  for (const [index, place] of places.entries()) {
    keys[place] = sortKeyOf(valueAt(rows[place] ?? {}, key));
    if (index % STEP === STEP - 1) yield;
  }
  const direction = descending ? -1 : 1;
  return (left, right) => {
    const a = keys[left] ?? null;
    const b = keys[right] ?? null;
    if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
    return direction * compareKeys(a, b);
  };
}

function* sortSteps(places: RowOrder, compare: Compare): Generator<void, RowOrder> {
  let sorted: RowOrder = places;
  for (let start = 0; start < sorted.length; start += STEP) {
    sorted.subarray(start, start + STEP).sort(compare);
    yield;
  }
  let spare: RowOrder = new Uint32Array(sorted.length);
  for (let run = STEP; run < sorted.length; run *= 2) {
    for (let start = 0; start < sorted.length; start += 2 * run) {
      yield* mergeSteps(sorted, spare, { start, middle: start + run, end: start + 2 * run }, compare);
    }
    [sorted, spare] = [spare, sorted];
  }
  return sorted;
}

/** Merges two sorted neighbours of `from` into `to`. */
function* mergeSteps(
  from: RowOrder,
  to: RowOrder,
  span: { start: number; middle: number; end: number },
  compare: Compare,
): Generator<void, void> {
  const end = Math.min(span.end, from.length);
  const middle = Math.min(span.middle, end);
  let left = span.start;
  let right = middle;
  for (let place = span.start; place < end; place += 1) {
    const takeLeft = left < middle && (right >= end || compare(from[left] ?? 0, from[right] ?? 0) <= 0);
    to[place] = from[takeLeft ? left : right] ?? 0;
    if (takeLeft) left += 1;
    else right += 1;
    if ((place - span.start) % STEP === STEP - 1) yield;
  }
}

/** Does all `steps` at once, for as few rows as one turn takes. */
export function allAtOnce<Result>(steps: Generator<void, Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
