// Records in IndexedDB. Tabs tell each other over a BroadcastChannel which records to read again.
import { openDB } from 'idb';
import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import type { RunRecord } from './record.ts';
import type { RunStore } from './store.ts';
import { soundRecord } from './sound-record.ts';
import { upgradeRecord } from './upgrade-record.ts';

type RunDatabase = DBSchema & {
  runs: { key: string; value: RunRecord };
  removed: { key: string; value: RunRecord };
};
type Upgrade = IDBPTransaction<RunDatabase, StoreNames<RunDatabase>[], 'versionchange'>;

/** Each step takes the database from the version before it to its own; its index + 1 is the version. */
const MIGRATIONS: readonly ((database: IDBPDatabase<RunDatabase>, transaction: Upgrade) => Promise<void>)[] =
  [
    async (database) => {
      database.createObjectStore('runs', { keyPath: 'id' });
    },
    async (database, transaction) => {
      database.createObjectStore('removed', { keyPath: 'id' });
      const runs = transaction.objectStore('runs');
      for (const record of await runs.getAll()) await runs.put(upgradeRecord(record));
    },
  ];

/** Name of the database and of the channel between tabs. */
const RUN_DATABASE = 'report-desk-runs';

/** Why a store that was open cannot be used any more. */
export type StoreEnd = 'newer-version' | 'cleared';

/** What an opened store calls. */
export type BrowserStoreOptions = {
  readonly name?: string;
  /** A newer version of the desk needs the database, or the browser took it away. Nothing can be read or written any more. */
  readonly onEnd?: (why: StoreEnd) => void;
};

/** Those that can stand for a record; what cannot stays where it is. */
function soundOnes(stored: readonly unknown[]): RunRecord[] {
  return stored.map(soundRecord).filter((record) => record !== null);
}

/** Opens the store. Rejects where the browser blocks storage, or where a newer version of the desk has written it. */
export async function openBrowserStore({
  name = RUN_DATABASE,
  onEnd,
}: BrowserStoreOptions = {}): Promise<RunStore> {
  const database = await openDB<RunDatabase>(name, MIGRATIONS.length, {
    async upgrade(upgraded, from, _to, transaction) {
      for (const migrate of MIGRATIONS.slice(from)) await migrate(upgraded, transaction);
    },
    blocking() {
      database.close();
      onEnd?.('newer-version');
    },
    terminated: () => onEnd?.('cleared'),
  });
  const listeners = new Set<(ids: readonly string[]) => void>();
  const channel = new BroadcastChannel(name);

  function tellThisTab(ids: readonly string[]) {
    for (const listener of listeners) listener(ids);
  }

  function tell(ids: readonly string[]) {
    if (ids.length === 0) return;
    tellThisTab(ids);
    channel.postMessage(ids);
  }

  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (Array.isArray(data)) tellThisTab(data.filter((id) => typeof id === 'string'));
  });

  async function move(
    ids: readonly string[],
    from: 'runs' | 'removed',
    to: 'runs' | 'removed',
    may: (record: RunRecord) => boolean = () => true,
  ) {
    const transaction = database.transaction(['runs', 'removed'], 'readwrite', { durability: 'strict' });
    const moved: string[] = [];
    for (const id of ids) {
      const record = soundRecord(await transaction.objectStore(from).get(id));
      if (record === null || !may(record)) continue;
      await transaction.objectStore(to).put(record);
      await transaction.objectStore(from).delete(id);
      moved.push(id);
    }
    await transaction.done;
    tell(moved);
    return moved;
  }

  return {
    kind: 'browser',
    all: async () => soundOnes(await database.getAll('runs')),
    get: async (id) => soundRecord(await database.get('runs', id)),
    async add(record) {
      const transaction = database.transaction(['runs', 'removed'], 'readwrite', { durability: 'strict' });
      const runs = transaction.objectStore('runs');
      const known =
        (await runs.getKey(record.id)) ?? (await transaction.objectStore('removed').getKey(record.id));
      if (known === undefined) await runs.put(record);
      await transaction.done;
      if (known === undefined) tell([record.id]);
    },
    async update(id, change) {
      const transaction = database.transaction('runs', 'readwrite', { durability: 'strict' });
      const before = soundRecord(await transaction.store.get(id));
      const after = before === null ? null : change(before);
      if (after !== null && after !== before) await transaction.store.put(after);
      await transaction.done;
      if (after !== before) tell([id]);
      return after;
    },
    remove: (ids, may) => move(ids, 'runs', 'removed', may),
    async restore(ids) {
      await move(ids, 'removed', 'runs');
    },
    removed: async () => soundOnes(await database.getAll('removed')),
    async forget(ids) {
      const transaction = database.transaction('removed', 'readwrite');
      for (const id of ids) await transaction.store.delete(id);
      await transaction.done;
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
