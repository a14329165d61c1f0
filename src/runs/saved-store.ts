// The browser's store as long as it works, and memory from the first fault on: the desk goes on without saving, and says so.
import { openBrowserStore } from './browser-store.ts';
import type { BrowserStoreOptions } from './browser-store.ts';
import { createMemoryStore } from './memory-store.ts';
import type { RunRecord } from './record.ts';
import type { RunStore } from './store.ts';

/**
 * Whether what the desk writes down outlives the tab:
 * - `saved`: it does.
 * - `blocked`: the browser lets this page keep nothing.
 * - `full`: there is no space left.
 * - `failed`: storage broke in some other way.
 * - `cleared`: the site's data was deleted while the desk was open.
 * - `newer-version`: a newer version of the desk has taken over the storage.
 */
export type SavingState = 'saved' | 'blocked' | 'full' | 'failed' | 'cleared' | 'newer-version';

/** See {@link openSavedStore}. */
export type Saving = {
  state(): SavingState;
  subscribe(listener: () => void): () => void;
  /** Writes what is only in memory to the browser's storage and goes on there. Resolves with whether that worked. */
  retry(): Promise<boolean>;
};

/** Opens a browser's store; tests pass one that fails. */
type Open = (options: BrowserStoreOptions) => Promise<RunStore>;

/** Storage faults are the browser's own exceptions; everything else is a programming error. */
function faultOf(error: unknown): SavingState | null {
  if (!(error instanceof DOMException)) return null;
  if (error.name === 'QuotaExceededError') return 'full';
  return error.name === 'VersionError' ? 'newer-version' : 'failed';
}

/** Opens the store and what tells whether it saves. Never rejects for what a browser can do. */
export async function openSavedStore(
  open: Open = openBrowserStore,
): Promise<{ store: RunStore; saving: Saving }> {
  /** Every record as it was last seen, so that nothing is lost when storage goes. */
  const seen = new Map<string, RunRecord>();
  const listeners = new Set<(ids: readonly string[]) => void>();
  const watchers = new Set<() => void>();
  let state: SavingState = 'saved';
  let current: RunStore;
  let unsubscribe: () => void = () => undefined;

  function tell(ids: readonly string[]) {
    for (const listener of listeners) listener(ids);
  }

  function moveTo(store: RunStore, next: SavingState) {
    unsubscribe();
    current = store;
    unsubscribe = store.subscribe(tell);
    state = next;
    for (const watcher of watchers) watcher();
  }

  function fallBack(why: SavingState) {
    if (state === 'saved') moveTo(createMemoryStore(seen.values()), why);
  }

  const openStore = () => open({ onEnd: fallBack });

  async function onStore<Result>(task: (store: RunStore) => Promise<Result>): Promise<Result> {
    const used = current;
    try {
      return await task(used);
    } catch (error) {
      const fault = faultOf(error);
      if (fault === null || used.kind === 'memory') throw error;
      fallBack(fault);
      return task(current);
    }
  }

  function see(id: string, record: RunRecord | null) {
    if (record === null) seen.delete(id);
    else seen.set(id, record);
    return record;
  }

  /** Gives the store that took everything. Rejects where it did not. */
  async function saveAll(): Promise<RunStore> {
    const store = await openStore();
    for (const record of await current.all()) {
      await store.add(record);
      await store.update(record.id, () => record);
    }
    await store.remove((await current.removed()).map(({ id }) => id));
    return store;
  }

  try {
    moveTo(await openStore(), 'saved');
  } catch (error) {
    moveTo(createMemoryStore(), faultOf(error) === 'newer-version' ? 'newer-version' : 'blocked');
  }

  const store: RunStore = {
    get kind() {
      return current.kind;
    },
    all: () =>
      onStore(async (used) => {
        const records = await used.all();
        for (const record of records) seen.set(record.id, record);
        return records;
      }),
    get: (id) => onStore(async (used) => see(id, await used.get(id))),
    add: (record) =>
      onStore(async (used) => {
        await used.add(record);
        seen.set(record.id, record);
      }),
    update: (id, change) => onStore(async (used) => see(id, await used.update(id, change))),
    remove: (ids) =>
      onStore(async (used) => {
        await used.remove(ids);
        for (const id of ids) seen.delete(id);
      }),
    restore: (ids) => onStore((used) => used.restore(ids)),
    removed: () => onStore((used) => used.removed()),
    forget: (ids) => onStore((used) => used.forget(ids)),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      unsubscribe();
      listeners.clear();
      current.close();
    },
  };

  return {
    store,
    saving: {
      state: () => state,
      subscribe(watcher) {
        watchers.add(watcher);
        return () => watchers.delete(watcher);
      },
      async retry() {
        if (state === 'saved') return true;
        try {
          moveTo(await saveAll(), 'saved');
          return true;
        } catch (error) {
          if (faultOf(error) === null) throw error;
          return false;
        }
      },
    },
  };
}
