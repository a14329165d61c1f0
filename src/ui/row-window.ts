// Which rows of a long table are rendered: those in view and a few on either side. All rows are equally high, so their places follow
// from how far it is scrolled; nothing is kept for each of a hundred thousand rows.
import { useLayoutEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { usePrinting } from './printing.ts';

/** Rows rendered beyond what is in view, on either side: the browser scrolls before the page hears of it. */
const OVERSCAN = 6;
/** Rows rendered where nothing has a size yet: the first paint, and pages without layout. */
const FIRST_ROWS = 50;

/** Rows that are printed: a document of a hundred thousand is of use to nobody. */
export const PRINTED_ROWS = 1_000;

/** Rendered rows: from the first, up to but without the last; and the first one that is in view. */
export type RowWindow = { readonly from: number; readonly to: number; readonly firstInView: number };

/** Rows that the view reaches over. */
type Reach = { readonly first: number; readonly last: number };
const UNKNOWN: Reach = { first: 0, last: 0 };

/** The rows of `count` to render in `view`, which is what scrolls. */
export function useRowWindow(view: HTMLElement | null, count: number, rowPx: number): RowWindow {
  const [reach, setReach] = useState(UNKNOWN);
  const printing = usePrinting();
  useLayoutEffect(() => {
    if (view === null) return undefined;
    // Asking for a size may lay the page out, so it is asked for only when it changes.
    let height = view.clientHeight;
    const look = () => {
      const { scrollTop } = view;
      const first = Math.max(0, Math.floor(scrollTop / rowPx));
      const last = height === 0 ? 0 : Math.ceil((scrollTop + height) / rowPx);
      setReach((before) => (before.first === first && before.last === last ? before : { first, last }));
    };
    // Before the next paint, or rows would be missing from it.
    const onScroll = () => flushSync(look);
    look();
    view.addEventListener('scroll', onScroll, { passive: true });
    // Not there where nothing has a size.
    const observer =
      typeof ResizeObserver === 'undefined'
        ? null
        : new ResizeObserver(() => {
            height = view.clientHeight;
            look();
          });
    observer?.observe(view);
    return () => {
      view.removeEventListener('scroll', onScroll);
      observer?.disconnect();
    };
  }, [view, rowPx]);
  return printing ? { from: 0, to: Math.min(count, PRINTED_ROWS), firstInView: 0 } : windowOf(reach, count);
}

/** The rows to render of `count` where the view reaches over `first` to `last`. */
export function windowOf({ first, last }: Reach, count: number): RowWindow {
  if (last === 0) return { from: 0, to: Math.min(count, FIRST_ROWS), firstInView: 0 };
  // There may be fewer rows than before, and the browser has not scrolled back yet.
  const back = Math.max(0, last - count);
  const firstInView = Math.max(0, first - back);
  return {
    from: Math.max(0, firstInView - OVERSCAN),
    to: Math.min(count, last - back + OVERSCAN),
    firstInView,
  };
}
