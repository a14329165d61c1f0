// Records in IndexedDB. Tabs tell each other over a BroadcastChannel which record to read again.
import { openDB } from 'idb';
import type { DBSchema, IDBPDatabase } from 'idb';
import type { RunRecord } from './record.ts';
import type { RunStore } from './store.ts';

type RunDatabase = DBSchema & { runs: { key: string; value: RunRecord } };

/** Each step takes the database from the version before it to its own; its index + 1 is the version. */
const MIGRATIONS: readonly ((database: IDBPDatabase<RunDatabase>) => void)[] = [
  (database) => {
    database.createObjectStore('runs', { keyPath: 'id' });
  },
];

/** Name of the database and of the channel between tabs. */
const RUN_DATABASE = 'report-desk-runs';

/** Opens the store. Rejects where the browser blocks or cannot open storage. */
export async function openBrowserStore(name = RUN_DATABASE): Promise<RunStore> {
  const database = await openDB<RunDatabase>(name, MIGRATIONS.length, {
    upgrade(upgraded, from) {
      for (const migrate of MIGRATIONS.slice(from)) migrate(upgraded);
    },
    // A newer version of the desk in another tab may upgrade; this one re-opens with the next visit.
    blocking: () => database.close(),
  });
  const listeners = new Set<(id: string) => void>();
  const channel = new BroadcastChannel(name);

  function tellThisTab(id: string) {
    for (const listener of listeners) listener(id);
  }

  function tell(id: string) {
    tellThisTab(id);
    channel.postMessage(id);
  }

  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (typeof data === 'string') tellThisTab(data);
  });

  return {
    kind: 'browser',
    all: () => database.getAll('runs'),
    get: async (id) => (await database.get('runs', id)) ?? null,
    async add(record) {
      const transaction = database.transaction('runs', 'readwrite');
      const known = await transaction.store.getKey(record.id);
      if (known === undefined) await transaction.store.put(record);
      await transaction.done;
      if (known === undefined) tell(record.id);
    },
    async update(id, change) {
      const transaction = database.transaction('runs', 'readwrite', { durability: 'strict' });
      const before = await transaction.store.get(id);
      const after = before === undefined ? undefined : change(before);
      if (after !== undefined && after !== before) await transaction.store.put(after);
      await transaction.done;
      if (after !== before) tell(id);
      return after ?? null;
    },
    async remove(id) {
      await database.delete('runs', id);
      tell(id);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      channel.close();
      listeners.clear();
      database.close();
    },
  };
}
