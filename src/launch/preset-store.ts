// The operator's presets: filled forms under names, in this browser only. Remembered where the browser allows it, else until the page is
// left, and then it says so. Never a key, not even a key's id (preset-query.ts).
import { useSyncExternalStore } from 'react';
import * as z from 'zod/mini';
import { LOCALE } from '#src/ui/locale.ts';
import { createRemembered } from '#src/ui/remembered.ts';
import type { RememberedIn } from '#src/ui/remembered.ts';
import { isPresetQuery, withoutKey } from './preset-query.ts';

/** Longest name: it has to fit on a button. */
export const NAME_LENGTH = 60;

export type Preset = {
  readonly id: string;
  readonly name: string;
  /** See preset-query.ts. */
  readonly query: string;
  readonly pinned: boolean;
};

/** What another version of the desk added to one stays in it. */
const presetSchema = z.looseObject({
  id: z.string(),
  name: z.string(),
  query: z.string().check(z.refine(isPresetQuery)),
  pinned: z.catch(z.boolean(), false),
});

/** Whatever the version says: the presets are read one by one. */
const storedSchema = z.looseObject({ presets: z.array(z.unknown()) });

export type PresetStore = {
  /** Pinned ones first, each by name. The same array until something changes. */
  readonly all: () => readonly Preset[];
  /** Whether they outlive the page, as far as that was tried. */
  readonly isKept: () => boolean;
  /** Adds presets; one with the id of another takes its place. */
  readonly put: (...presets: readonly Preset[]) => void;
  readonly remove: (id: string) => void;
  readonly subscribe: (listener: () => void) => () => void;
};

const STORAGE_KEY = 'desk-presets';
const VERSION = 1;

const collator = new Intl.Collator(LOCALE, { numeric: true });

function inOrder(presets: readonly Preset[]): readonly Preset[] {
  return presets.toSorted(
    (left, right) => Number(right.pinned) - Number(left.pinned) || collator.compare(left.name, right.name),
  );
}

type Stored = {
  readonly presets: readonly Preset[];
  /** What cannot be read, from a newer version of the desk perhaps: it stays where it is. */
  readonly unread: readonly unknown[];
};

/** An entry that cannot be read costs itself, not the others. Throws for what no desk wrote. */
function read(text: string | null): Stored {
  const presets: Preset[] = [];
  const unread: unknown[] = [];
  const entries = text === null ? [] : z.parse(storedSchema, JSON.parse(text)).presets;
  for (const entry of entries) {
    const found = z.safeParse(presetSchema, entry);
    if (found.success)
      presets.push({ ...found.data, query: withoutKey(new URLSearchParams(found.data.query)) });
    else unread.push(entry);
  }
  return { presets: inOrder(presets), unread };
}

export function createPresetStore(storage?: RememberedIn): PresetStore {
  const { get, set, subscribe, isKept } = createRemembered<Stored>({
    key: STORAGE_KEY,
    read,
    write: ({ presets, unread }) => JSON.stringify({ version: VERSION, presets: [...presets, ...unread] }),
    storage,
  });
  const change = (presets: readonly Preset[]) => {
    set({ ...get(), presets: inOrder(presets) });
  };
  return {
    all: () => get().presets,
    isKept,
    put(...added) {
      const ids = new Set(added.map(({ id }) => id));
      change([...get().presets.filter(({ id }) => !ids.has(id)), ...added]);
    },
    remove(id) {
      change(get().presets.filter((preset) => preset.id !== id));
    },
    subscribe,
  };
}

/** This browser's presets: one store for the page. */
export const browserPresets = createPresetStore();

export function usePresets(): readonly Preset[] {
  return useSyncExternalStore(browserPresets.subscribe, browserPresets.all);
}
