// Which columns are shown and in which order: what the operator chose, over what is usual.
import type { ResultColumn } from './columns.ts';

/** What was chosen, by field; fields that a result does not have are of no effect. */
export type ColumnChoice = {
  /** The first fields, in order; the others follow as they are found. */
  readonly order: readonly string[];
  /** Shown or hidden where it is not the usual. */
  readonly shown: ReadonlyMap<string, boolean>;
  /** Fields that come first and stay in sight. */
  readonly pins: readonly string[];
};

/** A column in its place. */
export type PlacedColumn = {
  readonly column: ResultColumn;
  /** Place among all columns, hidden ones included, from 1. */
  readonly index: number;
  readonly shown: boolean;
  readonly pinned: boolean;
};

/** All columns in their order, pinned ones first; at least one is shown. */
export function arrangeColumns(
  columns: readonly ResultColumn[],
  choice: ColumnChoice,
): readonly PlacedColumn[] {
  const keys = new Set(columns.map(({ key }) => key));
  const ranks = new Map(choice.order.map((key, rank) => [key, rank]));
  const rankOf = ({ key }: ResultColumn) =>
    (ranks.get(key) ?? choice.order.length) - (choice.pins.includes(key) ? choice.order.length + 1 : 0);
  const placed = columns
    .toSorted((left, right) => rankOf(left) - rankOf(right))
    .map((column, place) => ({
      column,
      index: place + 1,
      shown: choice.shown.get(column.key) ?? !isBehindName(column.key, keys),
      pinned: choice.pins.includes(column.key),
    }));
  return placed.some(({ shown }) => shown) ? placed : placed.map((one) => ({ ...one, shown: true }));
}

/** An id says nothing to people where the name of what it stands for is there: `userId` beside `userName`. */
function isBehindName(key: string, keys: ReadonlySet<string>): boolean {
  const name = key.replace(/I[dD](s?)$/, 'Name$1');
  return name !== key && name !== 'Name' && keys.has(name);
}

/** `choice` with the column of `key` shown or hidden. */
export function showColumn(
  columns: readonly ResultColumn[],
  choice: ColumnChoice,
  key: string,
  shown: boolean,
): ColumnChoice {
  const others = new Map([...choice.shown].filter(([other]) => other !== key));
  const usual = arrangeColumns(columns, { ...choice, shown: others }).find(
    ({ column }) => column.key === key,
  );
  return { ...choice, shown: usual?.shown === shown ? others : others.set(key, shown) };
}

/** `choice` with the column of `key` moved by so many places. Pinned columns stay before the others. */
export function moveColumn(
  columns: readonly ResultColumn[],
  choice: ColumnChoice,
  key: string,
  by: number,
): ColumnChoice {
  const order = arrangeColumns(columns, choice).map(({ column }) => column.key);
  const from = order.indexOf(key);
  if (from === -1) return choice;
  order.splice(from, 1);
  order.splice(Math.max(0, from + by), 0, key);
  return { ...choice, order };
}

/** `choice` with the column of `key` pinned or not. */
export function pinColumn(choice: ColumnChoice, key: string, pinned: boolean): ColumnChoice {
  const others = choice.pins.filter((other) => other !== key);
  return { ...choice, pins: pinned ? [...others, key] : others };
}
