// What is said about a result as a whole: how much of it is here, and up to when it counts.
import type { ResultSummary } from '#src/records/record.ts';
import { formatClockTime, formatDate, formatInstant, knownZone, zoneLabel } from '#src/ui/time-format.ts';
import type { Gathered } from '#src/rows/gather-pages.ts';
import { isIsoTime, readIsoTime } from '#src/rows/iso-time.ts';
import * as words from './words.ts';

/** "1,204 rows", "500 rows loaded, more follow", "500 of 1,204 rows loaded". A total that the API has not said is never made up. */
export function rowsLine({ rows, end, total }: Pick<Gathered, 'rows' | 'end' | 'total'>): string {
  const count = rows.length;
  if (end === 'complete') return words.rows(count);
  if (total !== null && total > count) return words.rowsOfTotal(count, total);
  return end === 'more' ? words.moreFollow(count) : words.moreMayFollow(count);
}

/** "Final", or up to when the rows count, in the mailbox's time. */
export function cutoffLine({ cutoff }: Pick<ResultSummary, 'cutoff'>, timeZone: string): string {
  if (cutoff === null) return words.final;
  const text: unknown = cutoff;
  if (!isIsoTime(text)) return cutoff === '' ? words.stillMoving : words.dataUpTo(cutoff);
  const { at, isInstant } = readIsoTime(cutoff);
  if (isInstant) return words.dataUpTo(formatInstant(at, { timeZone }));
  // Without an offset it is what the mailbox's own clocks read.
  const asWritten = { timeZone: 'UTC' };
  return words.dataUpTo(
    `${formatDate(at, asWritten)}, ${formatClockTime(at, asWritten)} ${zoneLabel(knownZone(timeZone))}`,
  );
}

/** What running it again would give: said where that can be pressed, since it takes a slot. */
export function rerunLine({ cutoff }: Pick<ResultSummary, 'cutoff'>): string {
  return cutoff === null ? words.sameRowsAgain : words.newerFiguresAgain;
}

/** Why reading stopped before the end, as title and sentences; null where it did not. */
export function stopWords(end: Gathered['end']): { readonly title: string; readonly text: string } | null {
  return end === 'complete' || end === 'more' ? null : words.stops[end];
}

/** Why a result may have no rows: what the API leaves out without an error (contract.md section 8). */
export function emptyReason(parameters: Readonly<Record<string, unknown>>): string {
  const isSet = (name: string) => Array.isArray(parameters[name]) && parameters[name].length > 0;
  if (isSet('users')) return words.usersLeftOut;
  if (isSet('domains')) return words.domainsMatched;
  return isSet('statuses') ? words.onlyStatuses : words.longerRange;
}
