// Which rows are let through: by words over all shown columns, and column by column. Filters are texts, as they stand in the address:
// "10_20" for numbers, "2026-09-01_2026-09-30" for times (either end may be missing), "yes" or "no", words for everything else.
import type { ResultRow } from '#src/contract/envelope.ts';
import { cellText } from './cells.ts';
import type { TimeStyle } from './cells.ts';
import { valueAt } from './columns.ts';
import type { ResultColumn } from './columns.ts';
import { instantOfWall, isIsoTime, readIsoTime } from './iso-time.ts';

/** Whether a row is let through. */
export type RowTest = (row: ResultRow) => boolean;
type ValueTest = (value: unknown) => boolean;

/** How a column is filtered. */
export type FilterKind = 'range' | 'time' | 'boolean' | 'words';

export function filterKindOf({ kind }: Pick<ResultColumn, 'kind'>): FilterKind {
  if (kind === 'integer' || kind === 'number') return 'range';
  return kind === 'time' || kind === 'boolean' ? kind : 'words';
}

export type RowFilter = {
  /** Words that a row must all have somewhere in `columns`. */
  readonly text: string;
  /** By field. What cannot be read, or is of a field that is not there, lets everything through. */
  readonly filters: ReadonlyMap<string, string>;
};

/** Null where everything is let through. `shown` are the columns that `text` is looked for in; `columns` all there are. */
export function rowTest(
  { text, filters }: RowFilter,
  columns: readonly ResultColumn[],
  shown: readonly ResultColumn[],
  style: TimeStyle,
): RowTest | null {
  const tests: RowTest[] = [];
  for (const column of columns) {
    const test = valueTest(column, filters.get(column.key) ?? '', style);
    if (test !== null) tests.push((row) => test(valueAt(row, column.key)));
  }
  const words = wordsOf(text);
  if (words.length > 0) tests.push((row) => hasWords(row, words, shown, style));
  return tests.length === 0 ? null : (row) => tests.every((test) => test(row));
}

/** Null where `filter` lets everything through. */
function valueTest(column: ResultColumn, filter: string, style: TimeStyle): ValueTest | null {
  switch (filterKindOf(column)) {
    case 'range':
      return numberTest(filter);
    case 'time':
      return timeTest(filter, style.timeZone);
    case 'boolean':
      return filter === 'yes' || filter === 'no' ? (value) => value === (filter === 'yes') : null;
    case 'words': {
      const words = wordsOf(filter);
      return words.length === 0 ? null : (value) => includesAll(searchText(value, column, style), words);
    }
  }
}

/** The two ends of a range as they were entered. */
export function rangeEnds(filter: string): readonly [from: string, to: string] {
  const [from = '', to = ''] = filter.split('_');
  return [from, to];
}

/** The range of two ends; '' where both are open. */
export function rangeOf(from: string, to: string): string {
  return from === '' && to === '' ? '' : `${from}_${to}`;
}

function numberTest(filter: string): ValueTest | null {
  const [least, most] = rangeEnds(filter).map(readNumber);
  if (least === undefined && most === undefined) return null;
  const from = least ?? -Infinity;
  const to = most ?? Infinity;
  return (value) => typeof value === 'number' && value >= from && value <= to;
}

/** Thousands set off by commas. */
const IN_THOUSANDS = /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;

/**
 * A number as people write it, "1,204.5" like "1 204,5"; undefined for none. The same in every language, because the text stands in the
 * address: a link shows everybody the same rows.
 */
export function readNumber(text: string): number | undefined {
  const close = text.replaceAll(/\s/g, '');
  const figures = IN_THOUSANDS.test(close) ? close.replaceAll(',', '') : close.replace(',', '.');
  return figures === '' || Number.isNaN(Number(figures)) ? undefined : Number(figures);
}

const WALL = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d))?/;
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** By the mailbox's clock, both ends included: a day to its end, a minute to its end. */
function timeTest(filter: string, timeZone: string): ValueTest | null {
  const [first, last] = rangeEnds(filter).map(readWall);
  if (first === undefined && last === undefined) return null;
  const from = first?.start ?? -Infinity;
  const to = last?.end ?? Infinity;
  const instant = (wall: number) => (Number.isFinite(wall) ? instantOfWall(wall, timeZone) : wall);
  const [fromAt, toAt] = [instant(from), instant(to)];
  return (value) => {
    if (!isIsoTime(value)) return false;
    const { at, isInstant } = readIsoTime(value);
    return isInstant ? at >= fromAt && at < toAt : at >= from && at < to;
  };
}

function readWall(text: string): { start: number; end: number } | undefined {
  const [, date, clock] = WALL.exec(text) ?? [];
  const start = Date.parse(`${date ?? ''}T${clock ?? '00:00'}Z`);
  return Number.isNaN(start) ? undefined : { start, end: start + (clock === undefined ? DAY_MS : MINUTE_MS) };
}

/** Small letters without accents: what is typed need not be spelt like what it finds. */
function plain(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

/** Figures are looked for without separators of thousands. */
function wordsOf(text: string): string[] {
  return plain(text)
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => (IN_THOUSANDS.test(word) ? word.replaceAll(',', '') : word));
}

function includesAll(text: string, words: readonly string[]): boolean {
  return words.every((word) => text.includes(word));
}

function hasWords(
  row: ResultRow,
  words: readonly string[],
  columns: readonly ResultColumn[],
  style: TimeStyle,
): boolean {
  const missing = new Set(words);
  for (const column of columns) {
    const text = searchText(valueAt(row, column.key), column, style);
    if (text === '') continue;
    for (const word of missing) if (text.includes(word)) missing.delete(word);
    if (missing.size === 0) return true;
  }
  return false;
}

const ASCII = /^[\u0020-\u007e]*$/;

/** What of a value is searched: what its cell shows, and text in full. */
function searchText(value: unknown, column: ResultColumn, style: TimeStyle): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number' && column.unit === null) return String(value);
  const text = typeof value === 'string' && !isIsoTime(value) ? value : cellText(value, column, style);
  return ASCII.test(text) ? text.toLowerCase() : plain(text);
}
