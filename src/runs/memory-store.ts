// Records in memory: for a browser that blocks storage, and for tests that need several tabs in one process.
import type { RunRecord } from './record.ts';
import type { RunStore } from './store.ts';

/** An empty store. Tabs that share the object share the records. */
export function createMemoryStore(): RunStore {
  const records = new Map<string, RunRecord>();
  const listeners = new Set<(id: string) => void>();

  function tell(id: string) {
    for (const listener of listeners) listener(id);
  }

  return {
    kind: 'memory',
    all: () => Promise.resolve([...records.values()]),
    get: (id) => Promise.resolve(records.get(id) ?? null),
    add(record) {
      if (!records.has(record.id)) {
        records.set(record.id, record);
        tell(record.id);
      }
      return Promise.resolve();
    },
    // Async only so that a change that throws rejects: nothing is waited for, so nothing comes between.
    async update(id, change) {
      const before = records.get(id);
      if (before === undefined) return null;
      const after = change(before);
      if (after !== before) {
        records.set(id, after);
        tell(id);
      }
      return after;
    },
    remove(id) {
      if (records.delete(id)) tell(id);
      return Promise.resolve();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => listeners.clear(),
  };
}
