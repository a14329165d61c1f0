// When slots become free and when queued launches go, in words. Pure: `now` is epoch ms of the desk's clock.
import * as words from './forecast-words.ts';
import { isKnown } from './forecast.ts';
import type { QueueForecast, TimeRange } from './forecast.ts';
import { queueLine } from './live-text.ts';
import type { HoldUp } from './queue.ts';
import { formatDuration, formatEstimate } from '#src/ui/time-format.ts';

const MINUTE_MS = 60_000;
/** Less than this ahead is now, for an estimate. */
const SOON_MS = 30_000;
/** A range that is longer than this and begins in less than this part of its end has only its end to tell. */
const WIDE_MS = 90_000;
const WIDE_PART = 0.1;

/** "in about 2–5 min", "within 26 min": a range of times that is known, from `now`. */
export function formatAhead({ low, high }: TimeRange, now: number): string {
  const lowMs = low - now;
  const highMs = Math.max(0, high - now);
  return highMs > WIDE_MS && lowMs < Math.max(SOON_MS, highMs * WIDE_PART)
    ? words.within(formatDuration(Math.ceil(highMs / MINUTE_MS) * MINUTE_MS))
    : words.ahead(formatEstimate(lowMs, highMs));
}

/** Why a queued launch waits, its place where others go before it, and when it should go where that can be said. */
export function forecastLine(holdUp: HoldUp | null, forecast: QueueForecast | null, now: number): string {
  const waitsForSlot = holdUp?.kind === 'slots-full' || holdUp?.kind === 'behind';
  if (!waitsForSlot || forecast === null) return queueLine(holdUp);
  const { position, isFirst, when } = forecast;
  if (isFirst && (when === 'later' || when.high - now < SOON_MS)) return queueLine(holdUp);
  const place = isFirst ? '' : `${words.placeInQueue(position)} `;
  if (when === 'later' || when.high - now < SOON_MS) return `${place}${queueLine({ kind: 'behind' })}`;
  return `${place}${isKnown(when) ? words.sentWhenFree(formatAhead(when, now)) : words.sentWhenFreeNotKnown}`;
}

/** How many slots are in use, and when the next one is free. `free` is what freeSlots (forecast.ts) gives. */
export function slotsLine(held: number, free: readonly TimeRange[], now: number): string {
  const all = free.length;
  const [next] = free;
  if (next === undefined) return words.slots(held, all);
  if (next.high <= now) return words.slotsFree(held, all, free.filter(({ high }) => high <= now).length);
  return isKnown(next)
    ? words.slotsNextFree(held, all, formatAhead(next, now))
    : words.slotsNextNotKnown(held, all);
}
