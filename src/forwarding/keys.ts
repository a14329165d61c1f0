// The API keys of this desk, in memory only. The browser knows them by an id that says nothing about their value.
import { createHmac } from 'node:crypto';
import type { DeskCode } from '#src/contract/desk.ts';

/** Where a key came from. */
export type KeySource = 'sandbox' | 'environment' | 'entered';

/** One loaded key. `key` is the secret: it goes into the Authorization header and nowhere else. */
export type LoadedKey = {
  readonly id: string;
  readonly label: string;
  readonly source: KeySource;
  readonly key: string;
};

/** Most keys that are held at a time. */
export const MAX_KEYS = 100;

/** The keys that are loaded. */
export type KeyRing = {
  /** The id that `key` has here: the same in every process that shares the salt. */
  idOf(key: string): string;
  /** Adds a key, or gives the one that is already there a new label. Null when there is no room. */
  add(label: string, key: string, source: KeySource): LoadedKey | null;
  /** Whether there was one to remove. */
  remove(id: string): boolean;
  list(): readonly LoadedKey[];
  /** The key for a request that names `id`, or no id: then the only one there is. A refusal code otherwise. */
  choose(id: string | null): LoadedKey | DeskCode;
  /** Back to the keys that the ring was made with. */
  reset(): void;
};

/** A ring that starts with `initial`. `salt` is the secret of the ids, kept in the data folder. */
export function createKeyRing(
  salt: string,
  initial: readonly { readonly label: string; readonly key: string; readonly source: KeySource }[],
): KeyRing {
  const byId = new Map<string, LoadedKey>();
  const idOf = (key: string) => createHmac('sha256', salt).update(key).digest('hex').slice(0, 16);
  const add: KeyRing['add'] = (label, key, source) => {
    const id = idOf(key);
    const known = byId.get(id);
    if (known === undefined && byId.size >= MAX_KEYS) return null;
    const loaded = { id, label, source: known?.source ?? source, key };
    byId.set(id, loaded);
    return loaded;
  };
  const reset = () => {
    byId.clear();
    for (const { label, key, source } of initial) add(label, key, source);
  };
  reset();
  return {
    idOf,
    add,
    reset,
    remove: (id) => byId.delete(id),
    list: () => [...byId.values()],
    choose(id) {
      if (byId.size === 0) return 'desk-key-missing';
      if (id !== null) return byId.get(id) ?? 'desk-key-unknown';
      const [only, second] = byId.values();
      return only !== undefined && second === undefined ? only : 'desk-key-required';
    },
  };
}
