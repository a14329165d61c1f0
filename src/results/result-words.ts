// What is said about a result as a whole: how much of it is here, and up to when it counts.
import type { ResultSummary } from '#src/records/record.ts';
import { formatNumber, plural } from '#src/ui/number-format.ts';
import { formatClockTime, formatDate, formatInstant, knownZone, zoneLabel } from '#src/ui/time-format.ts';
import type { Gathered } from '#src/rows/gather-pages.ts';
import { isIsoTime, readIsoTime } from '#src/rows/iso-time.ts';

/** "1,204 rows", "500 rows loaded, more follow", "500 of 1,204 rows loaded". A total that the API has not said is never made up. */
export function rowsLine({ rows, end, total }: Pick<Gathered, 'rows' | 'end' | 'total'>): string {
  const count = rows.length;
  if (end === 'complete') return plural(count, 'row', 'rows');
  if (total !== null && total > count)
    return `${formatNumber(count)} of ${plural(total, 'row', 'rows')} loaded`;
  return `${plural(count, 'row', 'rows')} loaded, ${end === 'more' ? 'more follow' : 'more may follow'}`;
}

/** "Final", or up to when the rows count, in the mailbox's time. */
export function cutoffLine({ cutoff }: Pick<ResultSummary, 'cutoff'>, timeZone: string): string {
  if (cutoff === null) return 'Final';
  const text: unknown = cutoff;
  if (!isIsoTime(text)) return cutoff === '' ? 'Still moving' : `Data up to ${cutoff}`;
  const { at, isInstant } = readIsoTime(cutoff);
  if (isInstant) return `Data up to ${formatInstant(at, { timeZone })}`;
  // Without an offset it is what the mailbox's own clocks read.
  const asWritten = { timeZone: 'UTC' };
  return `Data up to ${formatDate(at, asWritten)}, ${formatClockTime(at, asWritten)} ${zoneLabel(knownZone(timeZone))}`;
}

/** What running it again would give: said where that can be pressed, since it takes a slot. */
export function rerunLine({ cutoff }: Pick<ResultSummary, 'cutoff'>): string {
  return cutoff === null
    ? 'All periods are final: running it again gives the same rows.'
    : 'The last period was still open: running it again may give newer figures.';
}

/** Why reading stopped before the end, as title and sentences; null where it did not. */
export function stopWords(end: Gathered['end']): { title: string; text: string } | null {
  switch (end) {
    case 'complete':
    case 'more':
      return null;
    case 'cycle':
      return {
        title: 'Pages lead round in a circle',
        text: 'The link to the next page leads back to rows that are here already. Reading stopped, so that no row counts twice. There may be rows that are not shown.',
      };
    case 'foreign-link':
      return {
        title: 'Next page leads elsewhere',
        text: 'The link to the next page does not lead to a result at Emailgistics, so it was not followed and nothing was sent there. There may be rows that are not shown.',
      };
    case 'empty-pages':
      return {
        title: 'Only empty pages follow',
        text: 'Page after page came without a single row, so reading stopped. There may be rows that are not shown.',
      };
  }
}

/** Why a result may have no rows: what the API leaves out without an error (contract.md section 8). */
export function emptyReason(parameters: Readonly<Record<string, unknown>>): string {
  const isSet = (name: string) => Array.isArray(parameters[name]) && parameters[name].length > 0;
  if (isSet('users')) {
    return 'Users who are not in this mailbox are left out without an error. Without the filter, all users are counted.';
  }
  if (isSet('domains')) {
    return 'Domains are matched exactly, and their subdomains are not included. Without the filter, all domains are counted.';
  }
  if (isSet('statuses')) return 'Only messages in the chosen statuses are listed.';
  return 'A longer range may hold more.';
}
