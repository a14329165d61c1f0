// One row of the table is a stop for Tab, and arrow keys lead from it to the others, also to rows that are not rendered yet.
import { useLayoutEffect, useRef, useState } from 'react';
import type { FocusEvent, KeyboardEvent } from 'react';

/** Rows that Page Up and Page Down go. */
const PAGE = 20;

type Rows = {
  readonly count: number;
  readonly rowPx: number;
  /** Rendered rows: from the first, up to but without the last. */
  readonly from: number;
  readonly to: number;
  readonly firstInView: number;
};

export function useRowFocus(view: HTMLElement | null, rows: Rows) {
  const { count, rowPx, from, to, firstInView } = rows;
  const [chosen, setChosen] = useState<number | null>(null);
  // A row that gets the focus as soon as it is rendered.
  const wanted = useRef<number | null>(null);
  const hasFocus = useRef(false);
  const button = (place: number | null) =>
    place === null ? null : view?.querySelector<HTMLElement>(`[data-place="${place}"]`);

  useLayoutEffect(() => {
    const found = button(wanted.current);
    if (found) {
      wanted.current = null;
      found.focus({ preventScroll: true });
    } else if (hasFocus.current && document.activeElement === document.body) {
      // The row scrolled out of what is rendered: from here Tab and arrow keys go on.
      hasFocus.current = false;
      view?.focus({ preventScroll: true });
    }
  });

  function moveTo(place: number) {
    const next = Math.min(Math.max(place, 0), count - 1);
    setChosen(next);
    wanted.current = next;
    if (view !== null) reveal(view, next, rowPx);
  }

  const isRendered = chosen !== null && chosen >= from && chosen < Math.min(to, count);
  return {
    tabStop: isRendered ? chosen : Math.min(firstInView, Math.max(0, count - 1)),
    moveTo,
    handlers: {
      onFocus: (event: FocusEvent<HTMLElement>) => {
        hasFocus.current = true;
        setChosen(Number(event.target.dataset['place'] ?? firstInView));
      },
      onBlur: () => {
        hasFocus.current = false;
      },
      onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
        const place = Number((event.target as HTMLElement).dataset['place'] ?? NaN);
        const next = Number.isNaN(place) ? null : targetOf(event, place, count);
        if (next === null) return;
        event.preventDefault();
        moveTo(next);
      },
    },
  };
}

function targetOf({ key, ctrlKey, metaKey }: KeyboardEvent, place: number, count: number): number | null {
  if (key === 'ArrowDown') return place + 1;
  if (key === 'ArrowUp') return place - 1;
  if (key === 'PageDown') return place + PAGE;
  if (key === 'PageUp') return place - PAGE;
  if (!ctrlKey && !metaKey) return null;
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : null;
}

/** Scrolls as little as it takes to bring a row between the headings and the totals. */
function reveal(view: HTMLElement, place: number, rowPx: number): void {
  const covered = ['thead', 'tfoot'].reduce(
    (sum, name) => sum + (view.querySelector<HTMLElement>(name)?.offsetHeight ?? 0),
    0,
  );
  const room = view.clientHeight - covered;
  const top = place * rowPx;
  if (top < view.scrollTop) view.scrollTop = top;
  else if (top + rowPx > view.scrollTop + room) view.scrollTop = top + rowPx - room;
}
