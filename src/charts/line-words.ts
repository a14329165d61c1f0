// A chart over time in words: what the lines show for those who cannot see them, and the values at one period.
import type { Period } from '#src/contract/reports.ts';
import { cellText, numberText } from '#src/rows/cells.ts';
import { plural } from '#src/ui/number-format.ts';
import { knownZone, zoneLabel } from '#src/ui/time-format.ts';
import type { Line, Lines } from './lines.ts';
import type { Family } from './measures.ts';

const MANY: Readonly<Record<Period, readonly [string, string]>> = {
  hour: ['hour', 'hours'],
  day: ['day', 'days'],
  week: ['week', 'weeks'],
  month: ['month', 'months'],
};

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
    return `${line.label} ${value === null ? 'no data' : valueText(value, line)}`;
  });
  return `${periodText(at, period, timeZone)}: ${values.join(', ')}`;
}

/** What the chart shows as a whole: from when to when, what is missing, and where each line is lowest and highest. */
export function summaryOf(chart: Lines, untimed: number, timeZone: string): readonly string[] {
  const { times, period, lines, missing } = chart;
  const [first, last] = [times[0], times.at(-1)];
  if (first === undefined || last === undefined) return [];
  const text = (at: number) => periodText(at, period, timeZone);
  const range = first === last ? text(first) : `${text(first)} to ${text(last)}`;
  const sentences = [
    `${plural(times.length, ...MANY[period])}: ${range}, ${zoneLabel(knownZone(timeZone))}.`,
    ...lines.map((line) => extremesOf(line, times, text)),
  ];
  if (missing > 0) {
    const verb = missing === 1 ? 'has' : 'have';
    sentences.push(
      `${plural(missing, ...MANY[period])} ${verb} no row, which is not zero: lines break there.`,
    );
  }
  if (untimed > 0) {
    sentences.push(`${plural(untimed, 'row has', 'rows have')} no time and cannot be drawn.`);
  }
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
  if (low === null || high === null) return `${line.label}: no values.`;
  if (low[0] === high[0]) return `${line.label}: ${valueText(low[0], line)} throughout.`;
  const [lowest, highest] = [low, high].map(([value, at]) => `${valueText(value, line)} (${text(at)})`);
  return `${line.label}: lowest ${lowest}, highest ${highest}.`;
}
