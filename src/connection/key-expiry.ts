// What a noted expiry date means for runs. The date has no hour, so the key counts as good until the end of that day in the
// viewer's time, and the words say that it may end earlier. Pure.
import { LONGEST_RUN_MS, RESULT_LIFETIME_MS } from '#src/contract/limits.ts';
import { formatDayRange, formatDuration } from '#src/ui/time-format.ts';
import * as words from './words.ts';

const DAY_MS = 24 * 60 * 60_000;

/** End of a calendar date (`YYYY-MM-DD`) in the viewer's time, epoch ms; null where it is no date. */
export function endOfDay(date: string): number | null {
  const [year, month, day] = date.split('-').map(Number);
  if (year === undefined || month === undefined || day === undefined) return null;
  const end = new Date(year, month - 1, day + 1);
  const at = end.getTime();
  return Number.isNaN(at) ? null : at;
}

/** `text` is whole sentences; `urgent` where a run launched now may outlive the key, or the key may be over. */
export type ExpiryWords = { readonly text: string; readonly urgent: boolean };

/** What to say of a key that expires on `date` at `now`; null without a date. */
export function expiryWords(date: string | undefined, now: number): ExpiryWords | null {
  const end = date === undefined ? null : endOfDay(date);
  if (date === undefined || end === null) return null;
  const day = formatDayRange(date, date);
  const left = end - now;
  const minutes = LONGEST_RUN_MS / 60_000;
  if (left <= 0) return { text: words.keyMayHaveExpired(day), urgent: true };
  if (left < LONGEST_RUN_MS)
    return { text: words.keyExpiresSoon(formatDuration(left), minutes), urgent: true };
  if (left <= DAY_MS) return { text: words.keyExpiresToday(minutes), urgent: true };
  const inTime = words.keyExpiresOn(day, formatDuration(left - DAY_MS));
  return left - DAY_MS < LONGEST_RUN_MS + RESULT_LIFETIME_MS
    ? { text: `${inTime} ${words.mayNotStayReadable}`, urgent: false }
    : { text: inTime, urgent: false };
}
