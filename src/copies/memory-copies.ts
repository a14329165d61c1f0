// Saved copies in memory, for tests that need several tabs in one process.
import type { CopyStore } from './copy-store.ts';
import { mayReplace } from './saved-copy.ts';
import type { SavedCopy } from './saved-copy.ts';

/** Tabs that share the object share the copies. */
export function createMemoryCopies(): CopyStore {
  const copies = new Map<string, { readonly copy: SavedCopy; readonly chunks: readonly string[] }>();
  const listeners = new Set<() => void>();

  function tell() {
    for (const listener of listeners) listener();
  }

  return {
    all: async () => [...copies.values()].map(({ copy }) => copy),
    async save(copy, chunks) {
      if (!mayReplace(copies.get(copy.id)?.copy ?? null, copy)) return false;
      copies.set(copy.id, { copy, chunks: [...chunks] });
      tell();
      return true;
    },
    chunk: async (id, place) => copies.get(id)?.chunks[place] ?? null,
    async remove(ids) {
      const gone = ids.filter((id) => copies.delete(id));
      if (gone.length > 0) tell();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => listeners.clear(),
  };
}
