// Pages put together: every row once, what is known of the whole, and whether reading on makes sense. Grows with each page
// without going through the earlier ones again, so that the two-hundredth page costs what the second did.
import type { ResultRow } from '#src/contract/envelope.ts';
import { createColumnFinder } from './columns.ts';
import type { ResultColumn } from './columns.ts';
import type { ResultPageData } from './pages-query.ts';

/** Pages without a row in a row after which following links is taken for a loop. */
const EMPTY_PAGES_LIMIT = 20;

/**
 * - `complete`: the last page has no next link (contract.md section 6: neither `total` nor a short page says so).
 * - `more`: rows follow.
 * - `cycle`: the next link leads to a page that was read, or pages hold only rows that came before.
 * - `foreign-link`: the next link does not lead to a result of the API.
 * - `empty-pages`: page after page without a row.
 */
export type ReadingEnd = 'complete' | 'more' | 'cycle' | 'foreign-link' | 'empty-pages';

/** See the top of this file. */
export type Gathered = {
  readonly rows: readonly ResultRow[];
  readonly columns: readonly ResultColumn[];
  readonly end: ReadingEnd;
  /** Rows of the whole result, or null where the API has not said, or has said what cannot be. */
  readonly total: number | null;
  /** `dataCutoffTimestamp`; null = every period is final. */
  readonly cutoff: string | null;
  /** Rows left out because a row with their id had come before. */
  readonly repeated: number;
};

/** Puts pages together, one result at a time. The same pages give the same object, also to whoever opens the result anew. */
export type Gatherer = (pages: readonly ResultPageData[]) => Gathered;

type State = {
  readonly pages: readonly ResultPageData[];
  readonly reading: ReturnType<typeof createReading>;
  readonly gathered: Gathered;
};

/** By the list of pages, for as long as that is kept: a long result that is opened again need not be gone through again. */
const states = new WeakMap<readonly ResultPageData[], State>();

/** See {@link Gatherer}. */
export function createGatherer(): Gatherer {
  let state: State | null = null;

  return (pages) => {
    const known = states.get(pages) ?? (state !== null && isSame(state.pages, pages) ? state : null);
    if (known !== null) {
      state = known;
      return known.gathered;
    }
    const goesOn = state !== null && continues(state, pages);
    const reading = state !== null && goesOn ? state.reading : createReading();
    for (const page of pages.slice(reading.pages())) reading.add(page);
    state = { pages, reading, gathered: reading.result() };
    states.set(pages, state);
    return state.gathered;
  };
}

function isSame(left: readonly ResultPageData[], right: readonly ResultPageData[]): boolean {
  return left.length === right.length && left.every((page, index) => page === right[index]);
}

/** Whether `pages` are those of `state` and more, and nobody else has gone on from it. */
function continues({ pages: before, reading }: State, pages: readonly ResultPageData[]): boolean {
  return reading.pages() === before.length && isSame(before, pages.slice(0, before.length));
}

function createReading() {
  const finder = createColumnFinder();
  const seen = new Set<string>();
  const targets = new Set<string>();
  let rows: readonly ResultRow[] = [];
  let end: ReadingEnd = 'complete';
  let total: number | null = null;
  let cutoff: string | null = null;
  let repeated = 0;
  let emptyPages = 0;
  let taken = 0;

  return {
    pages: () => taken,
    add(page: ResultPageData) {
      taken += 1;
      const fresh = page.rows.filter((row) => {
        const id = row['id'];
        if (typeof id !== 'string') return true;
        if (seen.has(id)) return false;
        seen.add(id);
        return true;
      });
      targets.add(page.target);
      finder.add(fresh);
      rows = rows.concat(fresh);
      repeated += page.rows.length - fresh.length;
      emptyPages = page.rows.length === 0 ? emptyPages + 1 : 0;
      total = page.total ?? total;
      cutoff = page.cutoff ?? cutoff;
      end = endOf(page, fresh.length);
    },
    result: (): Gathered => ({
      rows,
      columns: finder.columns(),
      end,
      total: total !== null && total >= rows.length && Number.isInteger(total) ? total : null,
      cutoff,
      repeated,
    }),
  };

  function endOf(page: ResultPageData, fresh: number): ReadingEnd {
    if (page.foreignNext) return 'foreign-link';
    if (page.next === null) return 'complete';
    if (page.rows.length > 0 && fresh === 0) return 'cycle';
    if (targets.has(page.next)) return 'cycle';
    return emptyPages >= EMPTY_PAGES_LIMIT ? 'empty-pages' : 'more';
  }
}
