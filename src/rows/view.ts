// What the table shows right now, as plain values: what is exported or copied as "the view".
import type { ResultRow } from '#src/contract/envelope.ts';
import type { TimeStyle } from './cells.ts';
import type { ResultColumn } from './columns.ts';

/** The rows that the filters let through, in their order, and the chosen columns, in theirs. */
export type ResultView = {
  /** With the formats that the operator chose. Values are read with `valueAt`, texts made with `cellText`. */
  readonly columns: readonly ResultColumn[];
  readonly count: number;
  /** The row at `place`, from 0 to `count` - 1, as it came. */
  readonly row: (place: number) => ResultRow;
  /** Rows were filtered out. */
  readonly filtered: boolean;
  /** Columns are hidden. */
  readonly narrowed: boolean;
  /** A filter or an order was chosen and is still being worked out: rows are as they were before. */
  readonly busy: boolean;
  readonly timeStyle: TimeStyle;
};
