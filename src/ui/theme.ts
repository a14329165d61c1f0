// Which scheme the desk is shown in: the system's, light or dark. Remembered where the browser allows it.

export type Theme = 'system' | 'light' | 'dark';

const THEMES = ['system', 'light', 'dark'] as const satisfies readonly Theme[];

const STORAGE_KEY = 'desk-theme';

/** As much of `localStorage` as is used here. */
export type ThemeStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

export type ThemeStore = {
  get: () => Theme;
  /** Shows the theme at once and remembers it. */
  set: (theme: Theme) => void;
  subscribe: (listener: () => void) => () => void;
};

/** Null where storage is blocked: reading the property itself throws there. */
function browserStorage(): ThemeStorage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

/** Reads the remembered theme and shows it on `root`. Called before the first render, so that nothing flashes. */
export function createThemeStore(
  root: HTMLElement = document.documentElement,
  storage: ThemeStorage | null = browserStorage(),
): ThemeStore {
  const listeners = new Set<() => void>();
  let theme = read(storage);
  show(theme);

  function show(shown: Theme): void {
    if (shown === 'system') delete root.dataset['theme'];
    else root.dataset['theme'] = shown;
  }

  return {
    get: () => theme,
    set(chosen) {
      theme = chosen;
      show(theme);
      write(storage, theme);
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

function read(storage: ThemeStorage | null): Theme {
  try {
    const stored = storage?.getItem(STORAGE_KEY);
    return THEMES.find((theme) => theme === stored) ?? 'system';
  } catch {
    return 'system';
  }
}

function write(storage: ThemeStorage | null, theme: Theme): void {
  try {
    if (theme === 'system') storage?.removeItem(STORAGE_KEY);
    else storage?.setItem(STORAGE_KEY, theme);
  } catch {
    // The theme holds until the page is left.
  }
}
