// The table's view on the page, kept in step with the query string. What is chosen is held here and written to the address a moment
// later: browsers limit how often an address may change, and the fields must not wait for it.
import { useCallback, useEffect, useRef, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { parseTableView, writeTableView } from './table-view.ts';
import type { TableView } from './table-view.ts';

const WRITE_AFTER_MS = 200;

export type ChangeTableView = (part: Partial<TableView>) => void;

/** The table's part of an address, in its one form. */
const ownPart = (search: string) => writeTableView(parseTableView(new URLSearchParams(search))).toString();

/** The view, and a stable function that changes part of it. Other parts of the address stay as they are. */
export function useTableAddress(): [TableView, ChangeTableView] {
  const { search } = useLocation();
  const navigate = useNavigate();
  const [view, setView] = useState(() => parseTableView(new URLSearchParams(search)));
  // Two changes may come before the next rendering; the second stands on the first.
  const latest = useRef(view);
  // What was last read from the address or written to it: any other was put there by a link, or by Back.
  const known = useRef(ownPart(search));
  const here = useRef({ search, navigate });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => {
    here.current = { search, navigate };
    const own = ownPart(search);
    if (own === known.current) return;
    known.current = own;
    clearTimeout(timer.current);
    latest.current = parseTableView(new URLSearchParams(own));
    setView(latest.current);
  }, [search, navigate]);

  useEffect(
    () => () => {
      clearTimeout(timer.current);
    },
    [],
  );

  const change = useCallback<ChangeTableView>((part) => {
    latest.current = { ...latest.current, ...part };
    setView(latest.current);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      known.current = writeTableView(latest.current).toString();
      const query = writeTableView(latest.current, new URLSearchParams(here.current.search));
      void here.current.navigate({ search: query.toString() }, { replace: true });
    }, WRITE_AFTER_MS);
  }, []);

  return [view, change];
}
