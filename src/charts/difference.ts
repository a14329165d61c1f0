// How far two figures are apart.
import { numberText } from '#src/rows/cells.ts';
import { formatNumber, formatPercent } from '#src/ui/number-format.ts';
import * as words from './chart-words.ts';
import type { Measure } from './measures.ts';

/** Two figures of the same measure; null = there is none. */
export type Pair = { readonly here: number | null; readonly there: number | null };

/** `here` less `there`; null where one is missing, which is not zero. Swapped, it is the same with the other sign. */
export function differenceOf({ here, there }: Pair): number | null {
  return here === null || there === null ? null : here - there;
}

/** The difference as a share of `there`, in percent; null where there is nothing to be a share of. */
export function changeOf(pair: Pair): number | null {
  const difference = differenceOf(pair);
  if (difference === null || pair.there === null || pair.there === 0) return null;
  return (difference / Math.abs(pair.there)) * 100;
}

/** "+1,204", "−2 h 5 min", "+3.2 points", "0". Percentages are apart by points, or they would read as a share of one another. */
export function differenceText(difference: number, measure: Measure): string {
  const size = Math.abs(difference);
  const { unit, digits } = measure;
  if (unit === 'percent' || unit === 'share') {
    const points = formatNumber(unit === 'share' ? size * 100 : size, Math.max(1, digits));
    return signed(difference, points === '1' ? words.onePoint : words.points(points));
  }
  return signed(difference, numberText(size, measure));
}

/** "+12 %", "−0.4 %". */
export function changeText(change: number): string {
  const size = Math.abs(change);
  return signed(change, formatPercent(size, size < 10 ? 1 : 0));
}

function signed(value: number, text: string): string {
  return value === 0 ? text : `${value > 0 ? '+' : '−'}${text}`;
}
