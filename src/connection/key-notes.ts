// What the operator noted about keys, in this browser only and by key id: when a key expires, which the API does not tell, and which
// key new launches use. Remembered where the browser allows it, else for this visit. Never sent anywhere.
import * as z from 'zod/mini';
import { createRemembered, useRemembered } from '#src/ui/remembered.ts';
import type { Remembered, RememberedIn } from '#src/ui/remembered.ts';

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
export type KeyNotesStore = Remembered<KeyNotes> & {
  /** `date` is `YYYY-MM-DD`; null takes the note away. */
  readonly setExpiry: (keyId: string, date: string | null) => void;
  readonly prefer: (keyId: string) => void;
};

const NONE: KeyNotes = { expiresOn: {}, preferred: null };

/** Makes the notes' store. */
export function createKeyNotes(storage?: RememberedIn): KeyNotesStore {
  const notes = createRemembered<KeyNotes>({
    key: 'desk-key-notes',
    read: (text) => (text === null ? NONE : z.parse(notesSchema, JSON.parse(text))),
    storage,
  });
  return {
    ...notes,
    setExpiry(keyId, date) {
      const others = Object.entries(notes.get().expiresOn).filter(([id]) => id !== keyId);
      const entries = date === null ? others : [...others, [keyId, date] as const];
      notes.set({ ...notes.get(), expiresOn: Object.fromEntries(entries) });
    },
    prefer: (keyId) => notes.set({ ...notes.get(), preferred: keyId }),
  };
}

/** This browser's notes: one store for the page. */
const browserNotes = createKeyNotes();

/** The notes, and how to change them. */
export function useKeyNotes(): KeyNotes & Pick<KeyNotesStore, 'setExpiry' | 'prefer'> {
  const { setExpiry, prefer } = browserNotes;
  return { ...useRemembered(browserNotes), setExpiry, prefer };
}

/** `keys` with the one that new launches use in front: the form starts with the first. */
export function preferredFirst<Key extends { readonly id: string }>(
  keys: readonly Key[],
  preferred: string | null,
): Key[] {
  return keys.toSorted((left, right) => Number(right.id === preferred) - Number(left.id === preferred));
}
