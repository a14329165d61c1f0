// Parameters that no documentation names: what their text is sent as, and what is wrong with them. The API takes new optional ones without
// notice (contract.md section 11), and message detail has filters whose names are not public.
import { reportOf } from '#src/contract/reports.ts';
import type { ReportId } from '#src/contract/reports.ts';
import type { MoreParameter } from './more-text.ts';

/** JSON where the text is JSON, else the text itself. A number that would change on the way, such as a long id, stays text. */
export function sentValue(text: string): unknown {
  const trimmed = text.trim();
  try {
    const value: unknown = JSON.parse(trimmed);
    return typeof value === 'number' && String(value) !== trimmed ? trimmed : value;
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
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  const kinds: Readonly<Record<string, string>> = {
    string: 'text',
    number: 'a number',
    boolean: 'true or false',
  };
  return kinds[typeof value] ?? 'an object';
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
    if (name === '') return { at: 'name', text: 'Enter the name of this parameter, or remove the row.' };
    if (own.has(name)) {
      return { at: 'name', text: `“${name}” has a field of its own in this form. Enter it there.` };
    }
    if (!NAME.test(name)) {
      return {
        at: 'name',
        text: `“${name}” cannot be a name. Begin with a letter; letters, digits, “_”, “-” and “.” may follow.`,
      };
    }
    if (more.findIndex((other) => other.name.trim() === name) < index) {
      return { at: 'name', text: `“${name}” is here twice. Keep one of them.` };
    }
    if (row.value.trim() === '') {
      return { at: 'value', text: `Enter a value for “${name}”, or remove the row. An empty text is "".` };
    }
    return null;
  });
}
