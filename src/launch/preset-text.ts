// A preset in words, from the query string that it keeps.
import { reportOf } from '#src/contract/reports.ts';
import { RANGE_PRESETS } from '#src/range/range-presets.ts';
import type { FormState } from './form-state.ts';
import { presetForm } from './preset-query.ts';
import * as words from './preset-words.ts';

/** "User Performance, last month, by week, 2 mailboxes". */
export function presetInWords(query: string): string {
  const form = presetForm(query, '');
  const { title, family } = reportOf(form.report);
  const { length } = form.mailboxIds;
  return [
    title,
    rangeInWords(form),
    ...(family === 'performance' ? [words.byPeriod[form.period]] : []),
    ...(length > 1 ? [words.mailboxes(length)] : []),
    ...(form.compare ? [words.withPeriodBefore] : []),
  ].join(', ');
}

/** What a new preset is called until the operator says otherwise. */
export function suggestedName(form: FormState): string {
  return words.named(reportOf(form.report).title, rangeInWords(form));
}

function rangeInWords({ preset, from, to }: FormState): string {
  if (preset === 'custom') return words.fromTo(from.slice(0, 10) || '…', to.slice(0, 10) || '…');
  return (RANGE_PRESETS.find(({ value }) => value === preset)?.label ?? preset).toLowerCase();
}
