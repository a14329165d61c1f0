// The board's view on the page, kept in step with the query string. What is typed is held here and written to the address a moment
// later: browsers limit how often an address may change, and the field must not wait for it.
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import type * as boardFilter from './board-filter.ts';
import { PLAIN_BOARD } from './board-view.ts';
import type { BoardView } from './board-view.ts';

const WRITE_AFTER_MS = 200;
const PARAMETERS = ['state', 'report', 'mailbox', 'q', 'order', 'view'];

/** The rules of filters, whose code the plain board does not wait for. */
export type BoardFilters = Pick<
  typeof boardFilter,
  'filterGroups' | 'filterRecords' | 'parseBoardView' | 'writeBoardView'
>;

/** `typed`: one of many changes in a row, which take no step in the history of their own. */
export type ChangeBoardView = (part: Partial<BoardView>, typed?: 'typed') => void;

type BoardViewing = {
  /** Null until it is known what the address says. The plain board needs nobody to say so. */
  readonly view: BoardView | null;
  /** Null until it was loaded, and where it cannot be. */
  readonly filters: BoardFilters | null;
  /** A stable function; does nothing before `filters` are there. */
  readonly change: ChangeBoardView;
  /** Choices on the page: they were offered, or the address has some. `coming` while nobody would hear of one. */
  readonly choices: 'none' | 'coming' | 'here';
};

export function useBoardView(offered: boolean): BoardViewing {
  const { search } = useLocation();
  const navigate = useNavigate();
  const asked = useMemo(() => {
    const query = new URLSearchParams(search);
    return PARAMETERS.some((name) => query.has(name));
  }, [search]);
  const needed = offered || asked;
  const [filters, failed] = useFilters(needed);

  // What is chosen and not in the address yet.
  const [chosen, setChosen] = useState<BoardView | null>(null);
  // Two changes may come before the next rendering; the second stands on the first.
  const latest = useRef<BoardView | null>(null);
  const address = useRef(search);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  /** The address that was written last: any other was put there by a link, or by Back. */
  const written = useRef<string | null>(null);

  useEffect(() => {
    address.current = search;
    const isOwn = written.current === search.slice(1);
    // More may have been typed since.
    if (isOwn && timer.current !== undefined) return;
    clearTimeout(timer.current);
    timer.current = undefined;
    latest.current = null;
    setChosen(null);
  }, [search]);

  useEffect(
    () => () => {
      clearTimeout(timer.current);
    },
    [],
  );

  const change = useCallback<ChangeBoardView>(
    (part, typed) => {
      if (filters === null) return;
      const { parseBoardView, writeBoardView } = filters;
      const here = () => new URLSearchParams(address.current);
      const next = { ...(latest.current ?? parseBoardView(here())), ...part };
      latest.current = next;
      setChosen(next);
      clearTimeout(timer.current);
      const write = () => {
        timer.current = undefined;
        written.current = writeBoardView(next, here()).toString();
        void navigate({ search: written.current }, { replace: typed === 'typed' });
      };
      if (typed === 'typed') timer.current = setTimeout(write, WRITE_AFTER_MS);
      else write();
    },
    [filters, navigate],
  );

  const read = useMemo(() => {
    // Without the rules the board is shown whole rather than not at all.
    if (!asked || failed) return PLAIN_BOARD;
    return filters?.parseBoardView(new URLSearchParams(search)) ?? null;
  }, [asked, failed, filters, search]);
  const choices = !needed ? 'none' : filters === null && !failed ? 'coming' : 'here';
  return { view: chosen ?? read, filters, change, choices };
}

/** The rules, once they are needed and there, and whether they cannot be had. */
function useFilters(needed: boolean): [BoardFilters | null, boolean] {
  const [filters, setFilters] = useState<BoardFilters | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    if (!needed) return;
    // The bar is shown next: what it needs is asked for in the same breath.
    Promise.all([import('./board-filter.ts'), import('./board-filter-bar.tsx')]).then(
      ([rules]) => setFilters(rules),
      () => setFailed(true),
    );
  }, [needed]);
  return [filters, failed];
}
