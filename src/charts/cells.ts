// What rows come to by time and by user or domain: the cells that lines and rankings are made of.
import type { ResultRow } from '#src/contract/envelope.ts';
import { valueAt } from '#src/rows/columns.ts';
import type { Fold } from './fold-rows.ts';
import type { Measure } from './measures.ts';
import { entityOf } from './splits.ts';
import type { Entity, Split } from './splits.ts';
import { addRow, addSum, emptySum } from './tally.ts';
import type { Sum } from './tally.ts';

/** Which cells are wanted. */
export type CellPlan = {
  readonly measures: readonly Measure[];
  readonly split: Split | null;
  /** Field with the time; null where all rows are taken together. */
  readonly timeKey: string | null;
  /** Reads a time, null for what is none. */
  readonly readTime: (value: unknown) => number | null;
};

/** One sum for each measure, by time and by the id of an entity; without a time or a split there is one of them. */
export type Cells = {
  readonly byTime: ReadonlyMap<number, ReadonlyMap<string, readonly Sum[]>>;
  readonly entities: ReadonlyMap<string, Entity>;
  /** Rows without a time. */
  readonly untimed: number;
};

const EVERYTHING: Entity = { id: '', name: '' };

export function createCellFold({ measures, split, timeKey, readTime }: CellPlan): Fold<Cells> {
  const byTime = new Map<number, Map<string, Sum[]>>();
  const entities = new Map<string, Entity>();
  let untimed = 0;

  return {
    add(row: ResultRow) {
      const time = timeKey === null ? 0 : readTime(valueAt(row, timeKey));
      if (time === null) {
        untimed += 1;
        return;
      }
      const entity = split === null ? EVERYTHING : entityOf(row, split);
      const known = entities.get(entity.id);
      // A row with a name tells more than one with the id alone.
      if (known === undefined || known.name === known.id) entities.set(entity.id, entity);
      const sums = cellAt(byTime, time, entity.id, measures.length);
      for (const [place, measure] of measures.entries()) {
        const sum = sums[place];
        if (sum !== undefined) addRow(sum, measure, row);
      }
    },
    result: () => ({ byTime, entities, untimed }),
  };
}

function cellAt(byTime: Map<number, Map<string, Sum[]>>, time: number, id: string, count: number): Sum[] {
  let cells = byTime.get(time);
  if (cells === undefined) {
    cells = new Map();
    byTime.set(time, cells);
  }
  let sums = cells.get(id);
  if (sums === undefined) {
    sums = Array.from({ length: count }, emptySum);
    cells.set(id, sums);
  }
  return sums;
}

/** Cells with other times: those that fall together are put together. `timeOf` is asked in the order of time. */
export function atTimes({ byTime, ...rest }: Cells, timeOf: (time: number) => number): Cells {
  const moved = new Map<number, Map<string, Sum[]>>();
  for (const [time, cells] of [...byTime].toSorted(([left], [right]) => left - right)) {
    const own = timeOf(time);
    for (const [id, sums] of cells) {
      const target = cellAt(moved, own, id, sums.length);
      for (const [place, sum] of sums.entries()) {
        const into = target[place];
        if (into !== undefined) addSum(into, sum);
      }
    }
  }
  return { ...rest, byTime: moved };
}

/** One measure in one cell, put together over `ids`. */
export function sumOver(
  cell: ReadonlyMap<string, readonly Sum[]>,
  ids: ReadonlySet<string>,
  measure: number,
): Sum {
  const total = emptySum();
  // The shorter way: one user of many, or all but a few.
  for (const id of ids.size < cell.size ? ids : cell.keys()) {
    const sum = ids.has(id) ? cell.get(id)?.[measure] : undefined;
    if (sum !== undefined) addSum(total, sum);
  }
  return total;
}

/** One measure put together over all times, by entity. */
export function totalsOf({ byTime }: Cells, measure: number): ReadonlyMap<string, Sum> {
  const totals = new Map<string, Sum>();
  for (const cell of byTime.values()) {
    for (const [id, sums] of cell) {
      const total = totals.get(id) ?? emptySum();
      totals.set(id, total);
      const sum = sums[measure];
      if (sum !== undefined) addSum(total, sum);
    }
  }
  return totals;
}
