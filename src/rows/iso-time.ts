// Dates with a time as the API writes them (ISO 8601), with or without an offset.
import { knownZone } from '#src/ui/time-format.ts';

const ISO_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?$/;
const OFFSET = /(?:Z|[+-]\d\d:?\d\d)$/;

/** Whether `value` is an instant or a wall-clock time. A bare date is text enough. */
export function isIsoTime(value: unknown): value is string {
  return typeof value === 'string' && ISO_TIME.test(value) && !Number.isNaN(readIsoTime(value).at);
}

/** Epoch ms; without an offset the time is a wall clock's, and `at` is as if that clock showed UTC. */
export function readIsoTime(value: string): { readonly at: number; readonly isInstant: boolean } {
  const isInstant = OFFSET.test(value);
  return { at: Date.parse(isInstant ? value : `${value}Z`), isInstant };
}

/** The instant at which clocks of `timeZone` read `wall` (epoch ms as if they showed UTC). A skipped hour is taken as the one after. */
export function instantOfWall(wall: number, timeZone: string): number {
  // Swedish dates are ISO dates.
  const format = new Intl.DateTimeFormat('sv-SE', {
    dateStyle: 'short',
    timeStyle: 'medium',
    timeZone: knownZone(timeZone),
  });
  const offsetAt = (at: number) => {
    const shown = Date.parse(`${format.format(at).replace(' ', 'T')}Z`);
    // Years before 1000 are written in a form of their own. No row is as old.
    return Number.isNaN(shown) ? 0 : shown - at;
  };
  return wall - offsetAt(wall - offsetAt(wall));
}
