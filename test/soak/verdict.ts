// What a soak has to show: nothing is left of hours of work but what is kept on purpose.
import type { SoakHour } from './soak-worker.ts';

/** Results live for 24 hours, and so does what the gateway keeps of them: until then the heap grows as it should. */
export const WARM_UP_HOURS = 26;
/** Growth of the heap an hour. */
const MOST_GROWTH = 0.01;
/** Work without which a soak shows nothing. */
const WORK = [
  'launch: done',
  'launch a drill: done',
  'run again: done',
  'read: done',
  'export: done',
  'save a copy: done',
  'download a file: done',
  'open a tab: done',
  'close a tab: done',
  'step running → done',
];
/** What a working hour may leave for a while, and an idle one may not. */
const BACK_TO_START = ['timers', 'listeners', 'queries'] as const;
/** Objects that wait to be collected come and go; so many more than at the start are a leak. */
const LOOSE_OBJECTS = ['signals', 'requests', 'responses', 'observers'] as const;
const LOOSE_MORE = 50;

/** Growth of the heap an hour, as a share of it, by all hours of work after the warm-up; null where nothing was weighed. */
export function heapGrowth(hours: readonly SoakHour[]): number | null {
  const points = hours
    .filter(({ works }) => works)
    .slice(WARM_UP_HOURS)
    .flatMap(({ weights }, hour) => (weights === null ? [] : [{ hour, bytes: weights.heapBytes }]));
  if (points.length < 2) return null;
  const mean = (of: (point: (typeof points)[number]) => number) =>
    points.reduce((sum, point) => sum + of(point), 0) / points.length;
  const [hour, bytes] = [mean((point) => point.hour), mean((point) => point.bytes)];
  const together = mean((point) => (point.hour - hour) * (point.bytes - bytes));
  return together / mean((point) => (point.hour - hour) ** 2) / bytes;
}

/** What is wrong, in words; nothing where all is well. */
export function soakComplaints(hours: readonly SoakHour[]): string[] {
  const [first, last] = [hours[0], hours.at(-1)];
  if (first === undefined || last === undefined) return ['no hour was played'];
  const growth = heapGrowth(hours);
  return [
    ...last.broken,
    ...WORK.filter((work) => (last.counts[work] ?? 0) === 0).map((work) => `never: ${work}`),
    ...BACK_TO_START.filter((what) => last[what] !== first[what]).map(
      (what) => `${what}: ${String(first[what])} at the start, ${String(last[what])} at the end`,
    ),
    ...LOOSE_OBJECTS.filter(
      (what) => (last.weights?.[what] ?? 0) > 2 * (first.weights?.[what] ?? 0) + LOOSE_MORE,
    ).map((what) => `${what}: ${String(first.weights?.[what])}, then ${String(last.weights?.[what])}`),
    ...(growth !== null && growth >= MOST_GROWTH
      ? [`the heap grows by ${(growth * 100).toFixed(2)} % an hour`]
      : []),
  ];
}
