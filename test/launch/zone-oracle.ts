// What the clocks of a zone read, told by Intl alone: a second way of counting beside the Temporal that the desk counts with.

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
/** Every offset in use is a multiple of it, and every change falls on one. */
const STEP = 15 * MINUTE;

export const ZONES: readonly string[] = Intl.supportedValuesOf('timeZone');

const formats = new Map<string, Intl.DateTimeFormat>();

/** Milliseconds that the clocks of a zone are ahead of UTC. */
export function offsetAt(at: number, timeZone: string): number {
  let format = formats.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    formats.set(timeZone, format);
  }
  const [month = 0, day = 0, year = 0, hour = 0, minute = 0, second = 0] = (
    format.format(at).match(/\d+/g) ?? []
  ).map(Number);
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000;
}

/** What the clocks read at an instant, as a wire time. */
export function wallAt(at: number, timeZone: string): string {
  return new Date(at + offsetAt(at, timeZone)).toISOString().slice(0, 19);
}

/** The instants of a year at which the clocks of a zone change. */
export function changesIn(year: number, timeZone: string): number[] {
  const changes: number[] = [];
  for (let at = Date.UTC(year, 0, 1); at < Date.UTC(year + 1, 0, 1); at += 7 * DAY) {
    if (offsetAt(at, timeZone) === offsetAt(at + 7 * DAY, timeZone)) continue;
    let [before, after] = [at, at + 7 * DAY];
    while (after - before > STEP) {
      const middle = before + Math.floor((after - before) / 2 / STEP) * STEP;
      if (offsetAt(middle, timeZone) === offsetAt(before, timeZone)) before = middle;
      else after = middle;
    }
    changes.push(after);
  }
  return changes;
}

/** How long a calendar day lasts, by counting the quarters of an hour around its two midnights that bear its date. */
export function hoursOf(day: string, timeZone: string): number {
  const noon = Date.parse(`${day}T12:00:00Z`);
  const begins = Date.parse(`${day}T00:00:00Z`) - offsetAt(noon, timeZone);
  const MARGIN = 3 * HOUR;
  let quarters = 0;
  for (const midnight of [begins, begins + DAY]) {
    for (let at = midnight - MARGIN; at < midnight + MARGIN; at += STEP) {
      if (wallAt(at, timeZone).startsWith(day)) quarters += 1;
    }
  }
  return (DAY - 2 * MARGIN) / HOUR + quarters / 4;
}

/** How many instants the clocks read a wire time at, `offsets` being those in force around it. */
export function timesRead(wire: string, timeZone: string, offsets: readonly number[]): number {
  const instants = new Set(offsets.map((offset) => Date.parse(`${wire}Z`) - offset));
  return [...instants].filter((at) => wallAt(at, timeZone) === wire).length;
}
