// Colours for what is drawn on a canvas, which knows no custom properties: read from the page, and read anew when its scheme changes.
import { useEffect, useState } from 'react';
import { MOST_LINES } from './lines.ts';

export type Palette = {
  readonly lines: readonly string[];
  readonly text: string;
  readonly muted: string;
  readonly grid: string;
  readonly surface: string;
  /** Font family. */
  readonly font: string;
};

/** Dashes of the lines, in px: colour alone does not tell them apart. */
export const DASHES: readonly (readonly number[])[] = [[], [7, 4], [2, 3], [10, 3, 2, 3], [4, 2], [1, 5]];

/** The tokens as they are inside `element`. */
export function readPalette(element: HTMLElement): Palette {
  const probes: HTMLElement[] = [];
  function token(name: string): string {
    // One for each: where colours change in steps, an element that had one would not have the next at once.
    const probe = document.createElement('span');
    probe.style.color = `var(--${name})`;
    element.append(probe);
    probes.push(probe);
    return getComputedStyle(probe).color;
  }
  const palette = {
    lines: Array.from({ length: MOST_LINES }, (_, place) => token(`series-${place + 1}`)),
    text: token('text'),
    muted: token('text-muted'),
    grid: token('hairline'),
    surface: token('surface'),
    font: getComputedStyle(element).fontFamily,
  };
  for (const probe of probes) probe.remove();
  return palette;
}

/** Grows whenever colours may have changed. */
export function useThemeVersion(): number {
  const [version, setVersion] = useState(0);
  useEffect(() => {
    const change = () => setVersion((before) => before + 1);
    const observer = new MutationObserver(change);
    observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    const queries = ['(prefers-color-scheme: dark)', '(forced-colors: active)'].map((query) =>
      window.matchMedia(query),
    );
    for (const query of queries) query.addEventListener('change', change);
    return () => {
      observer.disconnect();
      for (const query of queries) query.removeEventListener('change', change);
    };
  }, []);
  return version;
}
