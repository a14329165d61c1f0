// The columns of a result, found in its rows: which fields there are, what they hold, and in which order they are shown. No field
// is ever dropped, and no field has to be there.
import type { ResultRow } from '#src/contract/envelope.ts';
import { groupOf, labelOf, unitOf } from './column-labels.ts';
import type { ColumnUnit } from './column-units.ts';
import { isIsoTime } from './iso-time.ts';

/**
 * What all values of a column are, nulls aside. `mixed` = not all of one kind: each value is shown as what it is. `empty` = only
 * nulls.
 */
export type ColumnKind =
  'time' | 'integer' | 'number' | 'boolean' | 'id' | 'text' | 'object' | 'mixed' | 'empty';

/** One column. */
export type ResultColumn = {
  /** The field's name as it came. Any string, `__proto__` included: read values with {@link valueAt}. */
  readonly key: string;
  readonly label: string;
  readonly kind: ColumnKind;
  /** Right-aligned figures. */
  readonly numeric: boolean;
  /** What its numbers are in, by its name or by the operator's choice; null = not said. Numbers are shown in it. */
  readonly unit: ColumnUnit | null;
  /** What it tells about, for people. */
  readonly group: string;
  /** Decimals to show, for numbers. */
  readonly digits: number;
  /** Characters of the longest value, up to {@link WIDEST}. */
  readonly width: number;
};

/** Longest value that still makes a column wider, in characters. */
const WIDEST = 40;
const MOST_DIGITS = 4;

/** A value's own field, never one that every object inherits. */
export function valueAt(row: ResultRow, key: string): unknown {
  return Object.hasOwn(row, key) ? row[key] : undefined;
}

/** Finds columns in rows that come page by page. */
export type ColumnFinder = {
  add(rows: readonly ResultRow[]): void;
  /** The same array as before while nothing about the columns has changed. */
  columns(): readonly ResultColumn[];
};

type Tally = {
  readonly kinds: Map<ColumnKind, number>;
  digits: number;
  width: number;
};

/** See {@link ColumnFinder}. */
export function createColumnFinder(): ColumnFinder {
  const tallies = new Map<string, Tally>();
  let found: readonly ResultColumn[] = [];

  return {
    add(rows) {
      for (const row of rows) {
        for (const key of Object.keys(row)) {
          let tally = tallies.get(key);
          if (tally === undefined) {
            tally = { kinds: new Map(), digits: 0, width: 0 };
            tallies.set(key, tally);
          }
          take(tally, row[key]);
        }
      }
      const next = inOrder(distinct([...tallies].map(([key, tally]) => columnOf(key, tally))));
      if (!sameColumns(found, next)) found = next;
    },
    columns: () => found,
  };
}

function kindOfValue(value: unknown): ColumnKind {
  if (value === null || value === undefined) return 'empty';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  if (typeof value === 'boolean') return 'boolean';
  if (typeof value === 'object') return 'object';
  return isIsoTime(value) ? 'time' : 'text';
}

function take(tally: Tally, value: unknown): void {
  const kind = kindOfValue(value);
  tally.kinds.set(kind, (tally.kinds.get(kind) ?? 0) + 1);
  if (typeof value === 'number') tally.digits = Math.max(tally.digits, decimalsOf(value));
  if (tally.width < WIDEST) tally.width = Math.max(tally.width, widthOf(value, kind));
}

function decimalsOf(value: number): number {
  if (Number.isInteger(value)) return 0;
  const text = String(value);
  const point = text.indexOf('.');
  return point === -1 || text.includes('e') ? 0 : Math.min(MOST_DIGITS, text.length - point - 1);
}

function widthOf(value: unknown, kind: ColumnKind): number {
  if (kind === 'empty') return 0;
  if (kind === 'object') return WIDEST / 2;
  return Math.min(WIDEST, String(value).length);
}

function columnOf(key: string, { kinds, digits, width }: Tally): ResultColumn {
  const kind = kindOfColumn(
    key,
    [...kinds.keys()].filter((one) => one !== 'empty'),
  );
  const numeric = kind === 'integer' || kind === 'number';
  const unit = numeric ? unitOf(key) : null;
  return {
    key,
    label: labelOf(key, unit),
    kind,
    numeric,
    unit,
    group: groupOf(key),
    digits: kind === 'number' || kind === 'mixed' ? digits : 0,
    width,
  };
}

function kindOfColumn(key: string, kinds: readonly ColumnKind[]): ColumnKind {
  const [first, ...others] = kinds;
  if (first === undefined) return 'empty';
  if (others.length === 0) return first === 'text' && isIdName(key) ? 'id' : first;
  const allOf = (...allowed: ColumnKind[]) => kinds.every((kind) => allowed.includes(kind));
  if (allOf('integer', 'number')) return 'number';
  return allOf('time', 'text') ? 'text' : 'mixed';
}

/** `id` and names that end in it as a word of their own: `userId`, `message_id`. */
function isIdName(key: string): boolean {
  return /^id$|[a-z\d]I[dD]$|[_\-\s][iI][dD]$/.test(key);
}

/** Columns that would read alike get their field's name beside the label. */
export function distinct(columns: readonly ResultColumn[]): ResultColumn[] {
  const uses = new Map<string, number>();
  for (const { label } of columns) uses.set(label, (uses.get(label) ?? 0) + 1);
  return columns.map((column) =>
    (uses.get(column.label) ?? 0) > 1 ? { ...column, label: `${column.label} (${column.key})` } : column,
  );
}

/** What a row is about: the period, and who or what it counts. */
const LEADING_NAMES =
  /^(?:(?:user|sender|owner|display)?name|useremail|senderemail|(?:sender)?domain|subject)$/i;

/** When, then who, then the rest as found, then ids, and the cursor at the very end. */
function rankOf(column: ResultColumn, firstTime: string | undefined): number {
  if (column.key === 'id') return 4;
  if (column.key === firstTime) return 0;
  if (LEADING_NAMES.test(column.key)) return 1;
  return column.kind === 'id' ? 3 : 2;
}

function inOrder(columns: readonly ResultColumn[]): ResultColumn[] {
  const start =
    columns.find(({ key }) => key === 'startDateTime') ?? columns.find(({ kind }) => kind === 'time');
  return columns.toSorted((left, right) => rankOf(left, start?.key) - rankOf(right, start?.key));
}

function sameColumns(left: readonly ResultColumn[], right: readonly ResultColumn[]): boolean {
  return (
    left.length === right.length &&
    left.every((column, index) => {
      const other = right[index];
      return (
        column.key === other?.key &&
        column.label === other.label &&
        column.kind === other.kind &&
        column.digits === other.digits &&
        column.width === other.width
      );
    })
  );
}
