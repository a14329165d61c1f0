// What a preset keeps of the form: its query string without the key, which may have another id in another desk, and without the record
// that it was filled from. Ranges stay as they were chosen, so "last month" is the last month whenever it is used.
import { isReportId } from '#src/contract/reports.ts';
import { parseForm, writeForm } from './form-state.ts';
import type { FormState } from './form-state.ts';

/** Of the person and the moment, not of the settings. */
const NOT_KEPT = ['key', 'from'] as const;

/** The form as a preset keeps it. */
export function presetQuery(form: FormState): string {
  return withoutKey(writeForm(form));
}

/** Any query string of the form without what no preset may keep. */
export function withoutKey(query: URLSearchParams): string {
  const kept = new URLSearchParams(query);
  for (const name of NOT_KEPT) kept.delete(name);
  return kept.toString();
}

/** The form that a preset stands for. The key is no part of it: the one that was chosen last stays. */
export function presetForm(query: string, keyId: string): FormState {
  return { ...parseForm(new URLSearchParams(query)), keyId, fromRecord: '' };
}

/** Query string of `/launch` for a preset, beside the key that is chosen now. */
export function presetSearch(query: string, keyId: string): string {
  return `?${writeForm(presetForm(query, keyId)).toString()}`;
}

/** Whether `query` holds settings of this form: a report that is known here. Everything else has a default. */
export function isPresetQuery(query: string): boolean {
  return isReportId(new URLSearchParams(query).get('report') ?? '');
}
