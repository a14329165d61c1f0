// What the clocks of a zone do within a range: days that are not 24 hours long, times that never come or come twice, and what the
// viewer's own clocks read meanwhile.
import { knownZone } from '#src/ui/time-format.ts';
import type { WallRange } from './mailbox-time.ts';
import { temporal } from './temporal.ts';

const HOUR_MS = 3_600_000;

/** A day on which clocks change. */
export type ClockChange = {
  readonly direction: 'forward' | 'back';
  /** `YYYY-MM-DD` on the zone's calendar. */
  readonly day: string;
  /** 23, 25, 24.5 …; 0 where the calendar leaves the day out. */
  readonly hours: number;
};

/** The first `most` days of a range on which the clocks of `timeZone` change; `more` where others follow. */
export function clockChanges(
  { start, end }: WallRange,
  timeZone: string,
  most: number,
): { readonly changes: readonly ClockChange[]; readonly more: boolean } {
  const zone = knownZone(timeZone);
  const last = temporal.PlainDateTime.from(end).toZonedDateTime(zone, { disambiguation: 'later' });
  const changes = new Map<string, ClockChange>();
  let at = temporal.PlainDateTime.from(start).toZonedDateTime(zone, { disambiguation: 'earlier' });
  for (;;) {
    const next = at.getTimeZoneTransition('next');
    if (next === null || next.epochMilliseconds > last.epochMilliseconds) break;
    for (const change of changesAt(next)) {
      if (change.day < start.slice(0, 10) || change.day > end.slice(0, 10)) continue;
      if (changes.size === most && !changes.has(change.day))
        return { changes: [...changes.values()], more: true };
      changes.set(change.day, change);
    }
    at = next;
  }
  return { changes: [...changes.values()], more: false };
}

/** The days around a transition that are longer or shorter for it: a change at midnight belongs to either side. */
function changesAt(after: Temporal.ZonedDateTime): ClockChange[] {
  const before = after.subtract({ nanoseconds: 1 });
  const direction = after.offsetNanoseconds > before.offsetNanoseconds ? 'forward' : 'back';
  const changes: ClockChange[] = [];
  let day = before.toPlainDate();
  const last = temporal.PlainDate.compare(day, after.toPlainDate()) > 0 ? day : after.toPlainDate();
  for (; temporal.PlainDate.compare(day, last) <= 0; day = day.add({ days: 1 })) {
    const hours = hoursOf(day, after.timeZoneId);
    if (hours !== 24) changes.push({ direction, day: day.toString(), hours });
  }
  return changes;
}

function hoursOf(day: Temporal.PlainDate, zone: string): number {
  const [start, next] = [day, day.add({ days: 1 })].map(
    (date) => date.toZonedDateTime(zone).epochMilliseconds,
  );
  return ((next ?? 0) - (start ?? 0)) / HOUR_MS;
}

/** How often the clocks of a zone read a time; a `never` has what they read before and after they skip it. */
export type Readings =
  | { readonly kind: 'once' | 'twice' }
  | { readonly kind: 'never'; readonly before: string; readonly after: string };

/** Reads a wire time on the clocks of `timeZone`. `before` and `after` are wire times too. */
export function readingsOf(wire: string, timeZone: string): Readings {
  const zone = knownZone(timeZone);
  const at = temporal.PlainDateTime.from(wire);
  const earlier = at.toZonedDateTime(zone, { disambiguation: 'earlier' });
  const later = at.toZonedDateTime(zone, { disambiguation: 'later' });
  if (earlier.toPlainDateTime().equals(at)) {
    return { kind: earlier.epochMilliseconds === later.epochMilliseconds ? 'once' : 'twice' };
  }
  const after = earlier.getTimeZoneTransition('next') ?? later;
  const before = after.subtract({ nanoseconds: 1 }).toPlainDateTime().add({ nanoseconds: 1 });
  return { kind: 'never', before: textOf(before), after: textOf(after.toPlainDateTime()) };
}

/** What clocks in `viewerZone` read when those of `timeZone` first read `wire`; as a wire time. */
export function ownTimeOf(wire: string, timeZone: string, viewerZone: string): string {
  const at = temporal.PlainDateTime.from(wire).toZonedDateTime(knownZone(timeZone));
  return textOf(at.withTimeZone(knownZone(viewerZone)).toPlainDateTime());
}

function textOf(at: Temporal.PlainDateTime): string {
  return at.toString({ smallestUnit: 'second' });
}
