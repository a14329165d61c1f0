// Where each page was scrolled to. The browser would restore that before a page's content is back, so the desk does it itself.
import { useEffect, useLayoutEffect, useRef } from 'react';
import { useLocation } from 'react-router';

const STORED = 'report-desk:scroll';

/** Positions in px by the key of the history's entry: those of this tab, also from before a reload. */
function readPositions(): Record<string, number> {
  try {
    return { ...(JSON.parse(sessionStorage.getItem(STORED) ?? '{}') as Record<string, number>) };
  } catch {
    return {};
  }
}

/** Another page begins at its top; Back and Forward lead to where it was left. A page's own query string moves nothing. */
export function useScrollPosition(): void {
  const { key, pathname } = useLocation();
  const positions = useRef<Record<string, number>>(undefined);
  const shown = useRef({ key: '', pathname: '' });

  useLayoutEffect(() => {
    const known = (positions.current ??= readPositions());
    const before = shown.current.pathname;
    shown.current = { key, pathname };
    const kept = known[key];
    if (typeof kept === 'number') window.scrollTo(0, kept);
    else if (before !== '' && before !== pathname) window.scrollTo(0, 0);
  }, [key, pathname]);

  useEffect(() => {
    history.scrollRestoration = 'manual';
    const scrolled = () => {
      (positions.current ??= {})[shown.current.key] = window.scrollY;
    };
    const left = () => {
      try {
        sessionStorage.setItem(STORED, JSON.stringify(positions.current));
      } catch {
        // Storage is blocked or full: only the position is lost.
      }
    };
    window.addEventListener('scroll', scrolled, { passive: true });
    window.addEventListener('pagehide', left);
    return () => {
      window.removeEventListener('scroll', scrolled);
      window.removeEventListener('pagehide', left);
    };
  }, []);
}
