// How much mail there is: counts that grow through a day along office hours. Everything is cumulative within a day, so
// hours add up to days, days to weeks and months, and the current period grows as time passes and never shrinks.
import { dayOf, startOfDay } from './calendar.ts';
import { fractionOf } from './seed.ts';
import type { Mailbox } from './mailboxes.ts';

// Share of a day's mail by hour of the day: little at night, most in office hours, a dip at noon.
const BY_HOUR = [1, 1, 1, 1, 1, 2, 4, 8, 14, 18, 18, 16, 11, 14, 17, 16, 13, 9, 5, 4, 3, 3, 2, 1];
const REACHED = BY_HOUR.reduce<number[]>(
  (reached, weight) => [...reached, (reached.at(-1) ?? 0) + weight / BY_HOUR.reduce((a, b) => a + b)],
  [0],
);

/** The share of a day's mail that has come in after this share of the day; both in [0, 1], never falling. */
export function reachedBy(shareOfDay: number): number {
  if (shareOfDay <= 0) return 0;
  if (shareOfDay >= 1) return 1;
  const hour = Math.floor(shareOfDay * 24);
  const low = REACHED[hour] ?? 0;
  return low + ((REACHED[hour + 1] ?? 1) - low) * (shareOfDay * 24 - hour);
}

/** The share of the day after which this share of its mail has come in: the inverse of `reachedBy`. */
export function shareWhen(reached: number): number {
  const hour = Math.max(
    0,
    REACHED.findLastIndex((share) => share <= reached),
  );
  const low = REACHED[hour] ?? 0;
  const high = REACHED[hour + 1] ?? 1;
  return Math.min(1, (hour + (high > low ? (reached - low) / (high - low) : 0)) / 24);
}

/** Messages that a mailbox receives on a calendar day (days since 1970-01-01). Weekends are quiet. */
export function receivedOnDay(mailbox: Mailbox, day: number): number {
  const weekday = (day + 3) % 7;
  const name = mailbox.listing.mailboxId;
  const week = 0.85 + 0.3 * fractionOf('week', name, Math.floor((day + 3) / 7));
  const noise = 0.75 + 0.5 * fractionOf('day', name, day);
  return Math.floor(mailbox.behind.perWeekday * (weekday >= 5 ? 0.12 : 1) * week * noise + 0.5);
}

/** What a row counts: the whole mailbox, or one of `of` parts (a user, a domain) that share its mail. */
export type Part = { readonly name: string; readonly index: number; readonly of: number };

// The first parts get the most: a few people and domains do most of the work.
function shareUpTo(index: number, of: number): number {
  return (index * (2 * of - index)) / (of * of);
}

function dayTotal(mailbox: Mailbox, part: Part, day: number): number {
  const total = receivedOnDay(mailbox, day);
  if (part.of === 1) return total;
  const turn = fractionOf('turn', mailbox.listing.mailboxId, day);
  const upTo = (index: number) => Math.floor(total * shareUpTo(index, part.of) + turn);
  return upTo(part.index + 1) - upTo(part.index);
}

/** Messages that one calendar day (days since 1970-01-01) had seen at the start and at the end of a span. */
export type DayCount = { readonly day: number; readonly before: number; readonly after: number };

/** The running counts of each day that [fromMs, toMs) touches, in the mailbox's time zone. */
export function dayCounts(mailbox: Mailbox, part: Part, fromMs: number, toMs: number): DayCount[] {
  const { timeZone, mailboxId } = mailbox.listing;
  if (toMs <= fromMs) return [];
  const counts: DayCount[] = [];
  const firstDay = dayOf(timeZone, fromMs);
  const lastDay = dayOf(timeZone, toMs - 1);
  for (let day = firstDay; day <= lastDay; day += 1) {
    const total = dayTotal(mailbox, part, day);
    if (day > firstDay && day < lastDay) {
      counts.push({ day, before: 0, after: total });
      continue;
    }
    const starts = startOfDay(timeZone, day);
    const lasts = startOfDay(timeZone, day + 1) - starts;
    const lead = fractionOf('lead', mailboxId, part.name, day) * 0.999;
    const soFar = (atMs: number) => Math.floor(total * reachedBy((atMs - starts) / lasts) + lead);
    counts.push({ day, before: soFar(fromMs), after: soFar(toMs) });
  }
  return counts;
}

/** Turns a day's running count of messages into another running count. Never falls as the count grows. */
export type Step = (soFar: number, day: number) => number;

/** What a step adds up to over the days of a span. */
export function countOf(days: readonly DayCount[], step: Step): number {
  return days.reduce((sum, { day, before, after }) => sum + step(after, day) - step(before, day), 0);
}

/** A step that keeps about `ratio` (at most 1) of what it is given; never more than there is. */
export function someOf(ratio: number, name: string): Step {
  return (soFar, day) => Math.floor(soFar * ratio + fractionOf(name, day) * 0.999);
}
