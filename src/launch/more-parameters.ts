// Parameters that no documentation names: what their text is sent as, and what is wrong with them. The API takes new optional ones without
// notice (contract.md section 11), and message detail has filters whose names are not public.
import { isShallow } from '#src/contract/nesting.ts';
import { reportOf } from '#src/contract/reports.ts';
import type { ReportId } from '#src/contract/reports.ts';
import type { MoreParameter } from './more-text.ts';
import * as words from './words.ts';

/**
 * JSON where the text is JSON, else the text itself. A number that would change on the way, such as a long id, stays text, and so does
 * what is nested too deep to be sent.
 */
export function sentValue(text: string): unknown {
  const trimmed = text.trim();
  try {
    const value: unknown = JSON.parse(trimmed);
    const isText = typeof value === 'number' ? String(value) !== trimmed : !isShallow(value);
    return isText ? trimmed : value;
  } catch {
    return trimmed;
  }
}

/** The text that {@link sentValue} makes `value` of. */
export function valueText(value: unknown): string {
  return typeof value === 'string' && value !== '' && sentValue(value) === value
    ? value
    : JSON.stringify(value);
}

/** What `value` is, in a word or two. */
export function kindOfValue(value: unknown): string {
  if (value === null) return words.kinds.null;
  if (Array.isArray(value)) return words.kinds.list;
  if (typeof value === 'string') return words.kinds.text;
  if (typeof value === 'number') return words.kinds.number;
  return typeof value === 'boolean' ? words.kinds.boolean : words.kinds.object;
}

/** The parameters that the form has fields for (contract.md section 8). */
export function ownParameters(report: ReportId): ReadonlySet<string> {
  const { family, filter } = reportOf(report);
  return new Set(
    family === 'messages'
      ? ['mailboxId', 'activityType', 'activityStart', 'activityEnd', 'statuses']
      : ['mailboxId', 'start', 'end', 'period', ...(filter === null ? [] : [filter])],
  );
}

/** Rows in which nothing was typed are no parameters. */
export function typedMore(more: readonly MoreParameter[]): readonly MoreParameter[] {
  return more.filter(({ name, value }) => name.trim() !== '' || value.trim() !== '');
}

/** What goes into the body. */
export function moreValues(more: readonly MoreParameter[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(typedMore(more).map(({ name, value }) => [name.trim(), sentValue(value)]));
}

/** What is wrong with one row. */
export type MoreError = { readonly at: 'name' | 'value'; readonly text: string };

const NAME = /^[A-Za-z][\w.-]*$/;

/** What is wrong with each row, in their order; null where nothing is. */
export function moreErrors(report: ReportId, more: readonly MoreParameter[]): (MoreError | null)[] {
  const own = ownParameters(report);
  return more.map((row, index) => {
    const name = row.name.trim();
    if (typedMore([row]).length === 0) return null;
    if (name === '') return { at: 'name', text: words.enterParameterName };
    if (own.has(name)) {
      return { at: 'name', text: words.parameterHasField(name) };
    }
    if (!NAME.test(name)) {
      return {
        at: 'name',
        text: words.noParameterName(name),
      };
    }
    if (more.findIndex((other) => other.name.trim() === name) < index) {
      return { at: 'name', text: words.parameterTwice(name) };
    }
    if (row.value.trim() === '') {
      return { at: 'value', text: words.enterParameterValue(name) };
    }
    return null;
  });
}
