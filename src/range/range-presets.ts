// The ranges that are offered by name.
import type { Report } from '#src/contract/reports.ts';
import * as words from './range-presets-words.ts';

export const RANGE_PRESETS = [
  { value: 'any', label: words.anyTime },
  { value: 'today', label: words.today },
  { value: 'yesterday', label: words.yesterday },
  { value: 'this-week', label: words.thisWeek },
  { value: 'last-week', label: words.lastWeek },
  { value: 'last-7-days', label: words.last7Days },
  { value: 'this-month', label: words.thisMonth },
  { value: 'last-month', label: words.lastMonth },
  { value: 'last-30-days', label: words.last30Days },
  { value: 'custom', label: words.custom },
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
