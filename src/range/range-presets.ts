// The ranges that are offered by name.
import type { Report } from '#src/contract/reports.ts';

export const RANGE_PRESETS = [
  { value: 'any', label: 'Any time' },
  { value: 'today', label: 'Today' },
  { value: 'yesterday', label: 'Yesterday' },
  { value: 'this-week', label: 'This week' },
  { value: 'last-week', label: 'Last week' },
  { value: 'last-7-days', label: 'Last 7 days' },
  { value: 'this-month', label: 'This month' },
  { value: 'last-month', label: 'Last month' },
  { value: 'last-30-days', label: 'Last 30 days' },
  { value: 'custom', label: 'Custom' },
] as const;

export type RangePreset = (typeof RANGE_PRESETS)[number]['value'];

/** The presets that stand for certain days. */
export type DatedPreset = Exclude<RangePreset, 'any' | 'custom'>;

/** Whole days that are over: what is counted there does not change any more. */
export const DEFAULT_PRESET: RangePreset = 'last-7-days';

/** Only the message report can do without a range (contract.md section 8). */
export function presetsFor(family: Report['family']): readonly (typeof RANGE_PRESETS)[number][] {
  return family === 'messages' ? RANGE_PRESETS : RANGE_PRESETS.filter(({ value }) => value !== 'any');
}
