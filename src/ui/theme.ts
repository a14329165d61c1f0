// How the desk looks in this browser: in which scheme, and how closely set. Shown on the root element, in every tab at once.
import { createRemembered } from './remembered.ts';
import type { Remembered, RememberedIn } from './remembered.ts';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** Compact takes space out of cards and tables (tokens.css). */
export const DENSITIES = ['comfortable', 'compact'] as const;
export type Density = (typeof DENSITIES)[number];

export type ThemeStore = Remembered<Theme>;
export type DensityStore = Remembered<Density>;

/** Reads the remembered theme and shows it on `root`. Called before the first render, so that nothing flashes. */
export function createThemeStore(root?: HTMLElement, storage?: RememberedIn): ThemeStore {
  return shownOn('theme', THEMES, root, storage);
}

/** The same for the density. */
export function createDensityStore(root?: HTMLElement, storage?: RememberedIn): DensityStore {
  return shownOn('density', DENSITIES, root, storage);
}

/** The first of `values` is what holds where nothing was chosen, and needs no attribute. */
function shownOn<Value extends string>(
  name: string,
  values: readonly [Value, ...Value[]],
  root: HTMLElement = document.documentElement,
  storage?: RememberedIn,
): Remembered<Value> {
  const [usual] = values;
  const store = createRemembered<Value>({
    key: `desk-${name}`,
    read: (text) => values.find((value) => value === text) ?? usual,
    write: (value) => value,
    storage,
  });
  const show = () => {
    const value = store.get();
    if (value === usual) delete root.dataset[name];
    else root.dataset[name] = value;
  };
  store.subscribe(show);
  show();
  return store;
}
