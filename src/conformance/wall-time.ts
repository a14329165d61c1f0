// Days and times by the clocks of a mailbox.

/** `YYYY-MM-DDTHH:MM:SS` by the clocks of `timeZone` at `atMs` (epoch ms). */
function wallAt(atMs: number, timeZone: string): string {
  // Swedish dates are ISO dates.
  const format = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'medium', timeZone });
  return format.format(atMs).replace(' ', 'T');
}

/** The day before the one that it is in `timeZone`, `YYYY-MM-DD`. */
export function yesterdayIn(timeZone: string, nowMs: number): string {
  const today = wallAt(nowMs, timeZone).slice(0, 10);
  return new Date(Date.parse(`${today}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}

/** What clocks of `timeZone` show at an ISO 8601 time; without an offset it is such a clock's time already. Null for any other text. */
export function wallOf(time: string, timeZone: string): string | null {
  const [, digits, zone] =
    /^(\d{4}-\d\d-\d\dT\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?$/.exec(time) ?? [];
  if (digits === undefined) return null;
  if (zone === undefined) return `${digits}:00`;
  const at = Date.parse(time);
  return Number.isNaN(at) ? null : wallAt(at, timeZone);
}
