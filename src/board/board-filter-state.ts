// The board's view on the page, kept in step with the query string. What is typed is held here and written to the address a moment
// later: browsers limit how often an address may change, and the field must not wait for it.
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import type { BoardLate } from './board-late.ts';
import { PLAIN_BOARD } from './board-view.ts';
import type { BoardView } from './board-view.ts';
import { boardLate } from './late-parts.ts';

const WRITE_AFTER_MS = 200;
const PARAMETERS = ['state', 'report', 'mailbox', 'q', 'order', 'view'];

/** The rules of filters, whose code the plain board does not wait for. */
type BoardFilters = BoardLate['filters'];

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
  const late = boardLate.useCode();
  const failed = late === 'missing';
  const filters = late === null || failed ? null : late.filters;
  useEffect(() => {
    if (needed) boardLate.preload();
  }, [needed]);

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
