// A chart over time in words: what the lines show for those who cannot see them, and the values at one period.
import type { Period } from '#src/contract/reports.ts';
import { cellText, numberText } from '#src/rows/cells.ts';
import { knownZone, zoneLabel } from '#src/ui/time-format.ts';
import * as words from './chart-words.ts';
import type { Line, Lines } from './lines.ts';
import type { Family } from './measures.ts';

/** "Tue 1 Sep 2026": the period that begins at `at`, as the table shows it. */
export function periodText(at: number, period: Period, timeZone: string): string {
  const column = { key: 'startDateTime', digits: 0, unit: null };
  return cellText(new Date(at).toISOString(), column, { timeZone, period });
}

/** A value of a line, or of its axis. */
export function valueText(value: number, { family, digits }: { family: Family; digits: number }): string {
  if (family === 'duration') return numberText(value, { unit: 'milliseconds', digits: 0 });
  return numberText(value, { unit: family === 'percent' ? 'percent' : null, digits });
}

/** What is read aloud at one period. */
export function pointText({ times, period, lines }: Lines, place: number, timeZone: string): string {
  const at = times[place];
  if (at === undefined) return '';
  const values = lines.map((line) => {
    const value = line.values[place] ?? null;
    return words.lineValue(line.label, value === null ? words.noData : valueText(value, line));
  });
  return words.periodValues(periodText(at, period, timeZone), values.join(', '));
}

/** What the chart shows as a whole: from when to when, what is missing, and where each line is lowest and highest. */
export function summaryOf(chart: Lines, untimed: number, timeZone: string): readonly string[] {
  const { times, period, lines, missing } = chart;
  const [first, last] = [times[0], times.at(-1)];
  if (first === undefined || last === undefined) return [];
  const text = (at: number) => periodText(at, period, timeZone);
  const range = first === last ? text(first) : words.fromTo(text(first), text(last));
  const sentences = [
    words.periodsShown(words.periodCount[period](times.length), range, zoneLabel(knownZone(timeZone))),
    ...lines.map((line) => extremesOf(line, times, text)),
  ];
  if (missing > 0) sentences.push(words.periodsWithoutRow[period](missing));
  if (untimed > 0) sentences.push(words.rowsWithoutTime(untimed));
  return sentences;
}

function extremesOf(line: Line, times: readonly number[], text: (at: number) => string): string {
  let low: [value: number, at: number] | null = null;
  let high: [value: number, at: number] | null = null;
  for (const [place, at] of times.entries()) {
    const value = line.values[place] ?? null;
    if (value === null) continue;
    if (low === null || value < low[0]) low = [value, at];
    if (high === null || value > high[0]) high = [value, at];
  }
  if (low === null || high === null) return words.noValues(line.label);
  if (low[0] === high[0]) return words.valueThroughout(line.label, valueText(low[0], line));
  const said = ([value, at]: typeof low) => words.valueAndPeriod(valueText(value, line), text(at));
  return words.lowestAndHighest(line.label, said(low), said(high));
}
