// What the operator chose to see of a result's table, as a plain value, and as part of the query string of its page: shareable, and
// safe from reload. What it does not understand it leaves out.
import type { ColumnChoice } from '#src/rows/column-arrangement.ts';
import type { ResultColumn } from '#src/rows/columns.ts';
import type { RowFilter } from '#src/rows/row-filter.ts';
import type { RowSorting } from '#src/rows/sort-rows.ts';

/** See the top of this file. */
export type TableView = RowFilter &
  ColumnChoice & {
    /** The first column decides, the next where rows are equal by it. */
    readonly sorting: readonly RowSorting[];
    /** Numbers with bars behind them. */
    readonly bars: boolean;
  };

/** All rows as they came, and the usual columns. */
export const PLAIN_TABLE: TableView = {
  text: '',
  filters: new Map(),
  order: [],
  shown: new Map(),
  pins: [],
  sorting: [],
  bars: true,
};

const PARAMETERS = ['q', 'f', 'sort', 'cols', 'show', 'hide', 'pin', 'bars'] as const;
type Parameter = (typeof PARAMETERS)[number];

/** Reads the query string of a result's page. */
export function parseTableView(query: URLSearchParams): TableView {
  const fields = (name: Parameter) =>
    query.has(name) ? (query.get(name) ?? '').split(',').map(unescaped) : [];
  return {
    text: query.get('q') ?? '',
    filters: new Map(
      query.getAll('f').flatMap((filter) => {
        const colon = filter.indexOf(':');
        const value = filter.slice(colon + 1);
        return colon === -1 || value === '' ? [] : [[unescaped(filter.slice(0, colon)), value] as const];
      }),
    ),
    order: [...new Set(fields('cols'))],
    shown: new Map([
      ...fields('show').map((key) => [key, true] as const),
      ...fields('hide').map((key) => [key, false] as const),
    ]),
    pins: [...new Set(fields('pin'))],
    sorting: parseSorting(query.get('sort')),
    bars: query.get('bars') !== 'off',
  };
}

function parseSorting(text: string | null): RowSorting[] {
  const byKey = new Map<string, RowSorting>();
  for (const part of text?.split(',') ?? []) {
    const [name = '', direction = ''] = part.split(':');
    const key = unescaped(name);
    if (!byKey.has(key)) byKey.set(key, { key, descending: direction === 'd' });
  }
  return [...byKey.values()];
}

/** The query string that {@link parseTableView} reads the same view from, without what is usual. The rest of `query` stays. */
export function writeTableView(view: TableView, query = new URLSearchParams()): URLSearchParams {
  const written = new URLSearchParams(query);
  // In one order, however the view came about: the same view is the same address.
  for (const name of PARAMETERS) written.delete(name);
  const setFields = (name: Parameter, keys: readonly string[]) => {
    if (keys.length > 0) written.set(name, keys.map(escaped).join(','));
  };
  const shownAs = (shown: boolean) => [...view.shown].filter(([, one]) => one === shown).map(([key]) => key);
  if (view.text !== '') written.set('q', view.text);
  for (const [key, filter] of view.filters) {
    if (filter !== '') written.append('f', `${escaped(key)}:${filter}`);
  }
  if (view.sorting.length > 0) {
    const columns = view.sorting.map(({ key, descending }) => escaped(key) + (descending ? ':d' : ''));
    written.set('sort', columns.join(','));
  }
  setFields('cols', view.order);
  setFields('show', shownAs(true));
  setFields('hide', shownAs(false));
  setFields('pin', view.pins);
  if (!view.bars) written.set('bars', 'off');
  return written;
}

/** Fields may be called anything; commas and colons stand between them. */
function escaped(key: string): string {
  return key.replaceAll(/[%,:]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
}

function unescaped(text: string): string {
  return text.replaceAll(/%(25|2c|3a)/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/**
 * The sorting after a press on the heading of `column`: the likelier direction, then the other, then none. With `adds` the columns
 * chosen before stay.
 */
export function sortBy(
  sorting: readonly RowSorting[],
  { key, numeric }: Pick<ResultColumn, 'key' | 'numeric'>,
  adds: boolean,
): readonly RowSorting[] {
  const now = sorting.find((one) => one.key === key);
  const next: RowSorting = { key, descending: now === undefined ? numeric : !numeric };
  const isOver = now !== undefined && now.descending !== numeric;
  if (!adds) return isOver ? [] : [next];
  if (isOver) return sorting.filter((one) => one !== now);
  return now === undefined ? [...sorting, next] : sorting.map((one) => (one === now ? next : one));
}

/** `filters` with the one of a field changed; '' takes it away. */
export function withFilter(
  filters: ReadonlyMap<string, string>,
  key: string,
  filter: string,
): ReadonlyMap<string, string> {
  const others = new Map(filters);
  if (filter === '') others.delete(key);
  else others.set(key, filter);
  return others;
}
