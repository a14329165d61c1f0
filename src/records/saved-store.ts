// The browser's store as long as it works, and memory from the first fault on: the desk goes on without saving, and says so.
import { openBrowserStore } from './browser-store.ts';
import type { BrowserStoreOptions } from './browser-store.ts';
import { createMemoryStore } from './memory-store.ts';
import type { RunRecord } from './record.ts';
import { isStorageFault } from './storage-fault.ts';
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

/** Null where it is no fault of storage. */
function faultOf(error: unknown): SavingState | null {
  if (!isStorageFault(error)) return null;
  if (error.name === 'QuotaExceededError') return 'full';
  return error.name === 'VersionError' ? 'newer-version' : 'failed';
}

/** How much a copy of a record knows: one in storage that knows more was written by another tab, and stays. */
function knowledgeOf({ attempts, self, state, origin }: RunRecord): number {
  const settled = attempts.filter(({ settledAt }) => settledAt !== null).length;
  const ended = Number(state === 'done' || state === 'failed');
  // A tab without storage takes what its own browser launches for another browser's: never in place of the launch itself.
  return attempts.length + settled + Number(self !== null) + ended + (origin === 'here' ? 1_000 : 0);
}

async function saveOne(store: RunStore, record: RunRecord) {
  await store.restore([record.id]);
  await store.add(record);
  await store.update(record.id, (stored) => (knowledgeOf(stored) > knowledgeOf(record) ? stored : record));
}

/** Opens the store and what tells whether it saves. Never rejects for what a browser can do. */
export async function openSavedStore(
  open: Open = openBrowserStore,
): Promise<{ store: RunStore; saving: Saving }> {
  /** Every record as it was last seen, so that nothing is lost when storage goes. */
  const seen = new Map<string, RunRecord>();
  /** Those that were removed, so that they stay away and can be brought back. */
  const gone = new Map<string, RunRecord>();
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
    if (state !== 'saved') return;
    const memory = createMemoryStore([...seen.values(), ...gone.values()]);
    // Memory waits for nothing: this is done when it returns.
    void memory.remove([...gone.keys()]);
    moveTo(memory, why);
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

  function moveSeen(ids: readonly string[], from: Map<string, RunRecord>, to: Map<string, RunRecord>) {
    for (const id of ids) {
      const record = from.get(id);
      if (record !== undefined) to.set(id, record);
      from.delete(id);
    }
  }

  /** Writes everything to `store` and goes on there. Rejects, and leaves things as they are, where it does not take it. */
  async function saveTo(store: RunStore) {
    const memory = current;
    const changed = new Set<string>();
    const unfollow = memory.subscribe((ids) => {
      for (const id of ids) changed.add(id);
    });
    try {
      const removed = await memory.removed();
      let rest = [...(await memory.all()), ...removed].map(({ id }) => id);
      for (const record of removed) await store.add(record);
      // What changes in the meantime is written again.
      while (rest.length > 0) {
        for (const id of rest) {
          const record = await memory.get(id);
          if (record === null) await store.remove([id]);
          else await saveOne(store, record);
        }
        rest = [...changed];
        changed.clear();
      }
      moveTo(store, 'saved');
      tell([...seen.keys()]);
    } catch (error) {
      store.close();
      throw error;
    } finally {
      unfollow();
    }
  }

  try {
    moveTo(await openStore(), 'saved');
  } catch (error) {
    const fault = faultOf(error);
    moveTo(createMemoryStore(), fault === 'newer-version' || fault === 'full' ? fault : 'blocked');
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
    remove: (ids, may) =>
      onStore(async (used) => {
        const removed = await used.remove(ids, may);
        moveSeen(removed, seen, gone);
        return removed;
      }),
    restore: (ids) =>
      onStore(async (used) => {
        await used.restore(ids);
        moveSeen(ids, gone, seen);
      }),
    removed: () =>
      onStore(async (used) => {
        const records = await used.removed();
        for (const record of records) gone.set(record.id, record);
        return records;
      }),
    forget: (ids) =>
      onStore(async (used) => {
        await used.forget(ids);
        for (const id of ids) gone.delete(id);
      }),
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
        const store = await openStore().catch(() => null);
        if (store === null) return false;
        try {
          await saveTo(store);
          return true;
        } catch (error) {
          if (faultOf(error) === null) throw error;
          return false;
        }
      },
    },
  };
}
