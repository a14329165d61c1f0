// From a figure to the messages behind it: the launch form filled for message detail. Only where the API documents what was counted:
// `received` of Mailbox Performance, messages that came in within the period (contract.md sections 8 and 12). Users and domains cannot
// be named in message detail as far as is documented, so the list would hold more than the figure.
import { PERIODS } from '#src/contract/reports.ts';
import type { Period } from '#src/contract/reports.ts';
import type { ResultRow } from '#src/contract/envelope.ts';
import { parseForm, writeForm } from '#src/launch/form-state.ts';
import type { RunRecord } from '#src/records/record.ts';
import { isIsoTime, readIsoTime } from '#src/rows/iso-time.ts';
import { knownZone } from '#src/ui/time-format.ts';

type Launched = Pick<RunRecord, 'request' | 'keyId' | 'mailbox'>;
/** Both ends included, epoch ms as if the mailbox's clocks showed UTC. */
type WallRange = { readonly start: number; readonly end: number };

/** Address of the form for the messages that `row` counts, or null where it counts none, or nobody knows which. */
export function messagesOfRow(record: Launched, row: ResultRow): string | null {
  const range = rangeOf(record, row);
  return range === null ? null : linkTo(record, range);
}

/** As {@link messagesOfRow}, for all of `rows` together. */
export function messagesOfRows(record: Launched, rows: readonly ResultRow[]): string | null {
  let [start, end] = [Infinity, -Infinity];
  // A hundred thousand rows tell of few periods.
  const seen = new Set<unknown>();
  for (const row of rows) {
    if (seen.has(row['startDateTime'])) continue;
    const range = rangeOf(record, row);
    if (range === null) continue;
    seen.add(row['startDateTime']);
    start = Math.min(start, range.start);
    end = Math.max(end, range.end);
  }
  return start > end ? null : linkTo(record, { start, end });
}

function rangeOf({ request, mailbox }: Launched, row: ResultRow): WallRange | null {
  if (request.report !== 'mailboxPerformance') return null;
  const { received, startDateTime } = row;
  const period = PERIODS.find((name) => name === request.parameters['period']);
  if (period === undefined || typeof received !== 'number' || !(received > 0)) return null;
  if (!isIsoTime(startDateTime)) return null;
  const start = wallClock(startDateTime, mailbox.timeZone);
  return { start, end: afterPeriod(start, period) - 1000 };
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** Slow to make, so each is made once. */
function clocksOf(timeZone: string): Intl.DateTimeFormat {
  let format = clocks.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-GB', {
      timeZone: knownZone(timeZone),
      calendar: 'iso8601',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    clocks.set(timeZone, format);
  }
  return format;
}

/** What the mailbox's clocks read: as written, or where an offset is given, at that instant. */
function wallClock(time: string, timeZone: string): number {
  const { at, isInstant } = readIsoTime(time);
  if (!isInstant) return at;
  const parts = clocksOf(timeZone).formatToParts(at);
  const part = (name: string) => Number(parts.find(({ type }) => type === name)?.value);
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
}

/** The start of the next period, on the same clocks. */
function afterPeriod(start: number, period: Period): number {
  const next = new Date(start);
  if (period === 'hour') next.setUTCHours(next.getUTCHours() + 1);
  else if (period === 'month') next.setUTCMonth(next.getUTCMonth() + 1);
  else next.setUTCDate(next.getUTCDate() + (period === 'week' ? 7 : 1));
  return next.getTime();
}

function linkTo({ request, keyId }: Launched, { start, end }: WallRange): string {
  const wire = (at: number) => new Date(at).toISOString().slice(0, 19);
  const query = new URLSearchParams({
    report: 'receivedMessageDetail',
    key: keyId,
    mailbox: request.parameters.mailboxId,
    range: 'custom',
    start: wire(start),
    end: wire(end),
    activity: 'received',
  });
  return `/launch?${writeForm(parseForm(query)).toString()}`;
}
