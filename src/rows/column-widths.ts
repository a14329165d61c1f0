// How wide a column is, in characters: found from what it holds, so that columns keep their places while rows scroll by.
import { DURATION_MS } from './column-units.ts';
import type { ResultColumn } from './columns.ts';

const NARROWEST = 7;
/** A time as cells show it: "Wed 23 Sep 2026", "23 Sep 2026, 14:02". */
const TIME_WIDTH = 18;
/** "126 h 40 min", "59 min 20 s". */
const DURATION_WIDTH = 12;
/** Padding of a cell, and the arrow beside a heading. */
const CELL_EXTRA = 3;
const HEADING_EXTRA = 5;
/** Headings are written smaller than cells. */
const HEADING_SCALE = 0.9;

type Measured = Pick<ResultColumn, 'kind' | 'label' | 'width' | 'digits' | 'unit'>;

/** Width in `ch`, padding included. */
export function widthInCharacters(column: Measured): number {
  return Math.ceil(Math.max(NARROWEST, contentWidth(column) + CELL_EXTRA, headingWidth(column.label)));
}

function contentWidth({ kind, width, unit }: Measured): number {
  if (kind === 'time') return TIME_WIDTH;
  if (unit !== null) return DURATION_MS[unit] === undefined ? width + 2 : DURATION_WIDTH;
  // Separators of thousands.
  return kind === 'integer' || kind === 'number' ? width + Math.floor(width / 3) : width;
}

/** Headings may take three lines, but words stay whole. */
function headingWidth(label: string): number {
  const longest = Math.max(...label.split(' ').map((word) => word.length));
  return Math.max(longest, label.length / 3) * HEADING_SCALE + HEADING_EXTRA;
}
