// How many rows a launch may bring, as far as it can be told beforehand: periods × what is counted in each.
import { MAX_PAGE_SIZE } from '#src/contract/limits.ts';
import type { Mailbox } from '#src/contract/mailboxes.ts';
import { reportOf } from '#src/contract/reports.ts';
import type { Period, ReportId } from '#src/contract/reports.ts';
import { parseDomains } from './domains.ts';
import type { FormState } from './form-state.ts';
import { snappedPeriods, wholeRange } from '#src/range/mailbox-time.ts';
import type { WallRange } from '#src/range/mailbox-time.ts';
import type { Weekday } from '#src/range/week-start.ts';
import * as words from './summary-words.tsx';

/** Hours in a week: from here on the number of rows may surprise. */
const MANY_HOURS = 168;

/** How a number of rows is meant. */
export type Certainty = 'exact' | 'about' | 'most';

/** Weeks that begin on another day at the API make one more or one less of them; other periods are at most as many. */
export function certaintyIn(period: Period): Exclude<Certainty, 'exact'> {
  return period === 'week' ? 'about' : 'most';
}

export type RowEstimate = {
  readonly period: Period;
  readonly periods: number;
  /** Users or domains that each period may have a row for; 1 where rows are for periods alone, null where it is not known. */
  readonly each: number | null;
  /** "35 users", "2 domains"; null where rows are for periods alone. */
  readonly eachInWords: string | null;
};

/** What rows a launch multiplies by; null for message detail, where a row is a message. */
export function estimateRows(
  {
    report,
    parameters,
  }: { readonly report: ReportId; readonly parameters: Readonly<Record<string, unknown>> },
  periods: { readonly period: Period; readonly count: number },
  mailbox: Partial<Pick<Mailbox, 'users'>>,
): RowEstimate | null {
  const { family, filter } = reportOf(report);
  if (family === 'messages') return null;
  const base = { period: periods.period, periods: periods.count };
  if (filter === null) return { ...base, each: 1, eachInWords: null };
  const chosen = parameters[filter];
  if (Array.isArray(chosen) && chosen.length > 0) {
    const { length } = chosen;
    const eachInWords = filter === 'users' ? words.users(length) : words.domains(length);
    return { ...base, each: length, eachInWords };
  }
  const users = filter === 'users' ? mailbox.users?.length : undefined;
  if (users === undefined) return { ...base, each: null, eachInWords: null };
  // Activity without an identifiable user has rows of its own (contract.md section 8).
  return { ...base, each: users + 1, eachInWords: words.usersAndUnknown(users) };
}

/** ", 3 pages of 500" where one page does not hold so many rows, else nothing. */
export function pagesInWords(rows: number): string {
  const pages = Math.ceil(rows / MAX_PAGE_SIZE);
  return pages > 1 ? words.onPages(pages, MAX_PAGE_SIZE) : '';
}

/** What is said beside the grouping where there may be many rows; undefined where there are not. */
export function manyRowsIn(
  form: FormState,
  range: WallRange,
  mailbox: Mailbox,
  weekStart: Weekday,
): string | undefined {
  const whole = wholeRange(range);
  if (whole === null) return undefined;
  const { count } = snappedPeriods(whole, form.period, mailbox.timeZone, weekStart);
  const parameters = { users: form.users, domains: parseDomains(form.domains) };
  const estimate = estimateRows({ report: form.report, parameters }, { period: form.period, count }, mailbox);
  return estimate === null ? undefined : manyRowsInWords(estimate);
}

function manyRowsInWords({ period, periods, each }: RowEstimate): string | undefined {
  const rows = periods * (each ?? 1);
  const many = rows > MAX_PAGE_SIZE || (period === 'hour' && periods > MANY_HOURS);
  if (!many) return undefined;
  const certainty = certaintyIn(period);
  if (each === null) return words.manyRowsForEach(periods, period, certainty);
  return words.manyRows(periods, period, certainty, rows, pagesInWords(rows));
}
