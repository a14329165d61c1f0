// What the operator noted about keys, in this browser only and by key id: when a key expires, which the API does not tell, and which
// key new launches use. Remembered where the browser allows it, else for this visit. Never sent anywhere.
import { useSyncExternalStore } from 'react';
import * as z from 'zod/mini';

const notesSchema = z.object({
  /** Calendar dates (`YYYY-MM-DD`) by key id. */
  expiresOn: z.catch(z.record(z.string(), z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/))), {}),
  /** Id of the key that the form starts with. */
  preferred: z.catch(z.nullable(z.string()), null),
});

/** See the top of this file. */
export type KeyNotes = {
  readonly expiresOn: Readonly<Record<string, string>>;
  readonly preferred: string | null;
};

/** See {@link createKeyNotes}. */
export type KeyNotesStore = {
  /** The same object until something changes. */
  get(): KeyNotes;
  /** `date` is `YYYY-MM-DD`; null takes the note away. */
  readonly setExpiry: (keyId: string, date: string | null) => void;
  readonly prefer: (keyId: string) => void;
  subscribe(listener: () => void): () => void;
};

const STORAGE_KEY = 'desk-key-notes';
const NONE: KeyNotes = { expiresOn: {}, preferred: null };

function parse(text: string | null): KeyNotes {
  if (text === null) return NONE;
  try {
    return z.parse(notesSchema, JSON.parse(text));
  } catch {
    return NONE;
  }
}

/** `storage` throws where storage is blocked: reading the property itself does so there. */
export function createKeyNotes(
  storage: () => Pick<Storage, 'getItem' | 'setItem'> = () => window.localStorage,
): KeyNotesStore {
  const listeners = new Set<() => void>();
  let text: string | null = null;
  let notes = NONE;

  function get(): KeyNotes {
    let kept: string | null;
    try {
      kept = storage().getItem(STORAGE_KEY);
    } catch {
      return notes;
    }
    if (kept !== text) {
      text = kept;
      notes = parse(kept);
    }
    return notes;
  }

  function set(next: KeyNotes) {
    notes = next;
    try {
      const written = JSON.stringify(next);
      storage().setItem(STORAGE_KEY, written);
      text = written;
    } catch {
      // It holds until the page is left.
    }
    for (const listener of listeners) listener();
  }

  return {
    get,
    setExpiry(keyId, date) {
      const others = Object.entries(get().expiresOn).filter(([id]) => id !== keyId);
      const entries = date === null ? others : [...others, [keyId, date] as const];
      set({ ...get(), expiresOn: Object.fromEntries(entries) });
    },
    prefer: (keyId) => {
      set({ ...get(), preferred: keyId });
    },
    subscribe(listener) {
      listeners.add(listener);
      // Another tab may be where it was noted.
      window.addEventListener('storage', listener);
      return () => {
        listeners.delete(listener);
        window.removeEventListener('storage', listener);
      };
    },
  };
}

/** This browser's notes: one store for the page. */
const browserNotes = createKeyNotes();

/** The notes, and how to change them. */
export function useKeyNotes(): KeyNotes & Pick<KeyNotesStore, 'setExpiry' | 'prefer'> {
  const notes = useSyncExternalStore(
    (listener) => browserNotes.subscribe(listener),
    () => browserNotes.get(),
  );
  return { ...notes, setExpiry: browserNotes.setExpiry, prefer: browserNotes.prefer };
}

/** `keys` with the one that new launches use in front: the form starts with the first. */
export function preferredFirst<Key extends { readonly id: string }>(
  keys: readonly Key[],
  preferred: string | null,
): Key[] {
  return keys.toSorted((left, right) => Number(right.id === preferred) - Number(left.id === preferred));
}
