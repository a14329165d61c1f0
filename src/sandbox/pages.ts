// Cursor pages over a table of rows (contract.md section 6).
import { BadRequest } from './validate.ts';
import type { RowTable } from './rows.ts';
import type { PageQuery } from './validate.ts';

/** Rows [from, to) of a table and the addresses of the pages around them. */
export type Page = {
  readonly from: number;
  readonly to: number;
  readonly next: string | null;
  readonly prev: string | null;
};

/** Gives the absolute address of a page of one result. */
export type PageAddress = (page: PageQuery) => string;

/** The absolute addresses of the pages of one result. */
export function pageAddress(resultHref: string): PageAddress {
  return ({ max, after, before }) => {
    const query = new URLSearchParams({ max: String(max) });
    if (after !== null) query.set('starting_after', after);
    if (before !== null) query.set('ending_before', before);
    return `${resultHref}?${query.toString()}`;
  };
}

/** The page asked for. @throws BadRequest when the cursor is not one of this table's. */
export function pageOf(table: RowTable, query: PageQuery, address: PageAddress): Page {
  const { max } = query;
  let from = 0;
  let to = Math.min(table.count, max);
  if (query.after !== null) {
    from = place(table, 'starting_after', query.after) + 1;
    to = Math.min(table.count, from + max);
  } else if (query.before !== null) {
    to = place(table, 'ending_before', query.before);
    from = Math.max(0, to - max);
  }
  return {
    from,
    to,
    next: to < table.count && to > from ? address({ max, after: table.idOf(to - 1), before: null }) : null,
    prev: from > 0 && to > from ? address({ max, after: null, before: table.idOf(from) }) : null,
  };
}

function place(table: RowTable, name: string, cursor: string): number {
  const index = table.indexOf(cursor);
  if (index === null || index >= table.count)
    throw new BadRequest(`Parameter '${name}' is not a known cursor.`);
  return index;
}
