// How long runs like this one usually take, from this desk's own earlier runs. Pure: the records are the only source, and what
// follows from one array of them is worked out once.
import { isReadable, launchedAt } from './record.ts';
import type { RunRecord } from './record.ts';

/** Fewer runs than this say nothing. */
const LEAST_RUNS = 3;
/** Older runs than the newest few count for nothing: services change. */
const NEWEST = 20;
/** Ranges are alike in length up to this factor. */
const ALIKE = 2;
/** The middle half of the runs, widened by this factor to either side, is what counts as usual. */
const WIDENED = 1.25;

const DAY_MS = 86_400_000;

/** What is usual, in ms since the launch. */
export type Usual = { readonly medianMs: number; readonly lowMs: number; readonly highMs: number };

type Sample = { readonly record: RunRecord; readonly days: number | null; readonly tookMs: number };

/** The runs whose duration is known, newest first, and what was worked out from them. */
type Known = {
  readonly samples: readonly Sample[];
  readonly answers: Map<string, Usual | null>;
};

const knownOf = new WeakMap<readonly RunRecord[], Known>();

function known(records: readonly RunRecord[]): Known {
  const found = knownOf.get(records);
  if (found !== undefined) return found;
  const samples = records
    .flatMap((record): Sample[] =>
      record.state === 'done' && record.tookMs !== null && isReadable(record)
        ? [{ record, days: daysOf(record), tookMs: record.tookMs }]
        : [],
    )
    .toSorted((left, right) => launchedAt(right.record) - launchedAt(left.record));
  const made: Known = { samples, answers: new Map() };
  knownOf.set(records, made);
  return made;
}

/** Days that the range of a launch takes in; null where it has no range of a known form. */
function daysOf({ request: { parameters } }: RunRecord): number | null {
  const day = (name: string) => {
    const value = parameters[name];
    return typeof value === 'string' ? Date.parse(`${value.slice(0, 10)}T00:00:00Z`) : Number.NaN;
  };
  const performance = day('end') - day('start');
  const length = Number.isNaN(performance) ? day('activityEnd') - day('activityStart') : performance;
  return Number.isNaN(length) ? null : Math.max(0, length) / DAY_MS + 1;
}

function areAlike(left: number | null, right: number | null): boolean {
  if (left === null || right === null) return left === right;
  return Math.max(left, right) <= Math.min(left, right) * ALIKE;
}

/** The value below which `part` of the sorted `values` lies, between two of them where none is there. */
function quantile(values: readonly number[], part: number): number {
  const place = (values.length - 1) * part;
  const below = values[Math.floor(place)] ?? 0;
  const above = values[Math.ceil(place)] ?? below;
  return below + (above - below) * (place - Math.floor(place));
}

function summarise(samples: readonly Sample[]): Usual | null {
  if (samples.length < LEAST_RUNS) return null;
  const durations = samples
    .slice(0, NEWEST)
    .map(({ tookMs }) => tookMs)
    .toSorted((left, right) => left - right);
  return {
    medianMs: quantile(durations, 0.5),
    lowMs: quantile(durations, 0.25) / WIDENED,
    highMs: quantile(durations, 0.75) * WIDENED,
  };
}

/**
 * How long a run like `record` usually takes, by those of `records` that are done: the same report for the same mailbox over a
 * range of similar length where there are at least 3 of them, else the same report; the newest 20. Null with fewer than 3.
 */
export function usualOf(record: RunRecord, records: readonly RunRecord[]): Usual | null {
  const { samples, answers } = known(records);
  const { report, parameters } = record.request;
  const days = daysOf(record);
  const name = `${report} ${parameters.mailboxId} ${days}`;
  const answered = answers.get(name);
  if (answered !== undefined) return answered;
  const sameReport = samples.filter((sample) => sample.record.request.report === report);
  const alike = sameReport.filter(
    (sample) =>
      sample.record.request.parameters.mailboxId === parameters.mailboxId && areAlike(sample.days, days),
  );
  const usual = summarise(alike) ?? summarise(sameReport);
  answers.set(name, usual);
  return usual;
}
