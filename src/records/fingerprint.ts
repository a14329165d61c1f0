// Two launches with the same fingerprint ask for the same rows (design.md section 4, *Fingerprint*).
import type { LaunchRequest } from '#src/contract/reports.ts';
import { reportOf } from '#src/contract/reports.ts';

/** Lists whose order means nothing to the API. */
const SETS = new Set(['users', 'domains', 'statuses']);
/** Times that the API reads as wall-clock time: an offset is ignored there, so it makes no difference here. */
const WALL_CLOCK = new Set(['start', 'end']);
const OFFSET = /(?:Z|[+-]\d{2}:?\d{2})$/i;

function isEmpty(value: unknown): boolean {
  return (
    value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
  );
}

function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, entry]) => !isEmpty(entry))
      .toSorted(([left], [right]) => (left < right ? -1 : 1))
      .map(([name, entry]) => [name, canonical(entry)]),
  );
}

function asSet(values: readonly unknown[], ignoreCase: boolean): unknown[] {
  const texts = values.map((value) => (ignoreCase ? String(value).toLowerCase() : String(value)));
  return [...new Set(texts)].toSorted();
}

/**
 * A text that is equal for launches that give the same rows: names sorted, set-like lists sorted, empty optionals dropped,
 * page size and cursors left out; offset suffixes dropped on the performance reports, which ignore them, kept on messages.
 */
export function fingerprintOf({ report, options, parameters }: LaunchRequest): string {
  const { family, defaultFieldGroup, hasDetails } = reportOf(report);
  const entries = Object.entries(parameters).map(([name, value]): [string, unknown] => {
    if (SETS.has(name) && Array.isArray(value)) return [name, asSet(value, name === 'domains')];
    if (family === 'performance' && WALL_CLOCK.has(name) && typeof value === 'string') {
      return [name, value.replace(OFFSET, '')];
    }
    return [name, value];
  });
  const named = (options.fieldGroup ?? '').split(',').map((name) => name.trim());
  const groups = named.filter((name) => name !== '');
  return JSON.stringify([
    report,
    canonical(Object.fromEntries(entries)),
    asSet(groups.length === 0 ? [defaultFieldGroup] : groups, false),
    hasDetails && options.includeDetails === true,
  ]);
}
