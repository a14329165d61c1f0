// How high a row is, in px. All are alike, so one is measured, and only when something may have changed it: asking for a size makes
// the browser lay the page out at once, which would cost a scroll most of its time.
import { useLayoutEffect, useState } from 'react';

/** Until the first row was measured. */
const GUESSED_ROW_PX = 32;

/** `columns` is what rows are drawn by; `view` is what scrolls, whose size follows that of the text. */
export function useRowHeight(view: HTMLElement | null, columns: unknown): number {
  const [rowPx, setRowPx] = useState(GUESSED_ROW_PX);
  useLayoutEffect(() => {
    if (view === null) return undefined;
    const measure = () => {
      const height = view.querySelector<HTMLElement>('tbody > tr[aria-rowindex]')?.offsetHeight ?? 0;
      if (height !== 0) setRowPx(height);
    };
    measure();
    // Not there where nothing has a size.
    if (typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(measure);
    observer.observe(view);
    return () => observer.disconnect();
  }, [view, columns]);
  return rowPx;
}
