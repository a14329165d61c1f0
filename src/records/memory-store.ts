// Records in memory: for a browser that blocks storage, and for tests that need several tabs in one process.
import type { RunRecord } from './record.ts';
import type { RunStore } from './store.ts';

/** A store that holds `seed` at first. Tabs that share the object share the records. */
export function createMemoryStore(seed: Iterable<RunRecord> = []): RunStore {
  const records = new Map<string, RunRecord>();
  const removed = new Map<string, RunRecord>();
  const listeners = new Set<(ids: readonly string[]) => void>();
  for (const record of seed) records.set(record.id, record);

  function tell(ids: readonly string[]) {
    if (ids.length > 0) for (const listener of listeners) listener(ids);
  }

  /** Gives the ids that were there to be moved. */
  function move(
    ids: readonly string[],
    from: Map<string, RunRecord>,
    to: Map<string, RunRecord>,
    may: (record: RunRecord) => boolean = () => true,
  ) {
    return ids.filter((id) => {
      const record = from.get(id);
      if (record === undefined || !may(record)) return false;
      from.delete(id);
      to.set(id, record);
      return true;
    });
  }

  // Async only so that a change that throws rejects: nothing is waited for, so nothing comes between.
  return {
    kind: 'memory',
    all: async () => [...records.values()],
    get: async (id) => records.get(id) ?? null,
    async add(record) {
      if (records.has(record.id) || removed.has(record.id)) return;
      records.set(record.id, record);
      tell([record.id]);
    },
    async update(id, change) {
      const before = records.get(id);
      if (before === undefined) return null;
      const after = change(before);
      if (after !== before) {
        records.set(id, after);
        tell([id]);
      }
      return after;
    },
    async remove(ids, may) {
      const gone = move(ids, records, removed, may);
      tell(gone);
      return gone;
    },
    async restore(ids) {
      tell(move(ids, removed, records));
    },
    removed: async () => [...removed.values()],
    async forget(ids) {
      for (const id of ids) removed.delete(id);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => listeners.clear(),
  };
}
