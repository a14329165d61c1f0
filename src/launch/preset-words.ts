// A preset in words, from the query string that it keeps.
import { reportOf } from '#src/contract/reports.ts';
import { RANGE_PRESETS } from '#src/range/range-presets.ts';
import { plural } from '#src/ui/number-format.ts';
import type { FormState } from './form-state.ts';
import { presetForm } from './preset-query.ts';

/** "User Performance, last month, by week, 2 mailboxes". */
export function presetInWords(query: string): string {
  const form = presetForm(query, '');
  const { title, family } = reportOf(form.report);
  const { length } = form.mailboxIds;
  return [
    title,
    rangeInWords(form),
    ...(family === 'performance' ? [`by ${form.period}`] : []),
    ...(length > 1 ? [plural(length, 'mailbox', 'mailboxes')] : []),
    ...(form.compare ? ['with the period before'] : []),
  ].join(', ');
}

/** What a new preset is called until the operator says otherwise. */
export function suggestedName(form: FormState): string {
  return `${reportOf(form.report).title}, ${rangeInWords(form)}`;
}

function rangeInWords({ preset, from, to }: FormState): string {
  if (preset === 'custom') return [from, to].map((end) => end.slice(0, 10) || '…').join(' to ');
  return (RANGE_PRESETS.find(({ value }) => value === preset)?.label ?? preset).toLowerCase();
}
