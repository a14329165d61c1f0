// Which goals were missed, by how much, and why where that is known.
import type { BenchRow } from './gateway.ts';

/** By what a row's name says. */
const REASONS: readonly (readonly [RegExp, string])[] = [
  [
    /press to paint|click to paint/,
    'A dialog that opens or closes makes the rest of the page inert, for which the browser works out the style of every element anew; and a press on a table paints it anew.',
  ],
  [
    /a page of 500 rows/,
    'Parsing alone and a bare table of 30 rows, the baseline beside it, take most of it; the columns are found in all 500 rows.',
  ],
  [
    /long tasks|cards to the list|from cards/,
    'React draws what is on screen in one go: twelve cards, or the rows in view. What is not on screen follows in short tasks.',
  ],
];

/** By what share of the goal a figure is beyond it; null where it is reached, or where there is no number to reach. */
export function missedBy({
  figure,
  ratio,
  goal,
}: Pick<BenchRow, 'figure' | 'ratio' | 'goal'>): number | null {
  const [, bound = '', times] = /^(?:<|≤|none >)\s*([\d.]+)(\s*×)?/.exec(goal) ?? [];
  const beyond = Number.parseFloat(times === undefined ? figure : ratio) / Number(bound) - 1;
  return Number.isFinite(beyond) && beyond > 0 ? beyond : null;
}

/** A line for each goal that was missed, and one that counts. */
export function judge(rows: readonly BenchRow[]): string {
  const lines = rows.flatMap((row) => {
    const beyond = missedBy(row);
    if (beyond === null) return [];
    const [, reason = 'Why is not known.'] = REASONS.find(([named]) => named.test(row.name)) ?? [];
    return [`${row.name}: ${row.figure}, not ${row.goal} (${(beyond * 100).toFixed(0)} % beyond). ${reason}`];
  });
  return lines.length === 0 ? 'Every goal is reached.' : ['Goals that are missed:', ...lines].join('\n');
}
