// Rows in the order of one column, as a list of their places. Sorting is cut into short steps, so that a hundred thousand rows
// never hold up typing or scrolling.
import type { ResultRow } from '#src/contract/envelope.ts';
import { LOCALE } from '#src/ui/number-format.ts';
import { valueAt } from './columns.ts';
import { isIsoTime, readIsoTime } from './iso-time.ts';

/** By which column. */
export type RowSorting = { readonly key: string; readonly descending: boolean };

/** Places of rows in the order to show them. */
export type RowOrder = Uint32Array;

/** Rows that are keyed, sorted or merged in one step. */
const STEP = 2_048;

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

/**
 * Sorts in steps: each `next()` is a short piece of work, the last one returns the order. Rows that compare equal stay in the order
 * in which they came.
 */
export function* sortSteps(
  rows: readonly ResultRow[],
  { key, descending }: RowSorting,
): Generator<void, RowOrder> {
  const keys: SortKey[] = [];
  for (const row of rows) {
    keys.push(sortKeyOf(valueAt(row, key)));
    if (keys.length % STEP === 0) yield;
  }
  const direction = descending ? -1 : 1;
  function compare(left: number, right: number): number {
    const a = keys[left] ?? null;
    const b = keys[right] ?? null;
    if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
    return direction * compareKeys(a, b);
  }

  let sorted = Uint32Array.from(keys, (_, index) => index);
  for (let start = 0; start < sorted.length; start += STEP) {
    sorted.subarray(start, start + STEP).sort(compare);
    yield;
  }
  let spare = new Uint32Array(sorted.length);
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
  compare: (left: number, right: number) => number,
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

/** The order at once, for as many rows as one step takes. */
export function sortNow(rows: readonly ResultRow[], sorting: RowSorting): RowOrder {
  const steps = sortSteps(rows, sorting);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
