// Saved copies in IndexedDB, in a database of their own: what they do never stands in the way of the records. Tabs tell each other
// over a BroadcastChannel that the list has changed.
import { openDB } from 'idb';
import type { DBSchema, IDBPDatabase } from 'idb';
import type { CopyStore } from './copy-store.ts';
import { mayReplace } from './saved-copy.ts';
import type { SavedCopy } from './saved-copy.ts';
import { soundCopy } from './sound-copy.ts';

type CopyDatabase = DBSchema & {
  copies: { key: string; value: SavedCopy };
  /** Pieces of rows, by copy and place. */
  rows: { key: [string, number]; value: string };
};

/** Each step takes the database from the version before it to its own; its index + 1 is the version. */
const MIGRATIONS: readonly ((database: IDBPDatabase<CopyDatabase>) => void)[] = [
  (database) => {
    database.createObjectStore('copies', { keyPath: 'id' });
    database.createObjectStore('rows');
  },
];

/** Name of the database and of the channel between tabs. */
const COPY_DATABASE = 'report-desk-copies';

/** What an opened store calls. */
export type BrowserCopiesOptions = {
  readonly name?: string;
  /** A newer version of the desk needs the database, or the browser took it away: this store is of no use any more. */
  readonly onEnd?: () => void;
};

const rowsOf = (id: string) => IDBKeyRange.bound([id, 0], [id, Infinity]);

/** Opens the store. Rejects where the browser blocks storage, or where a newer version of the desk has written it. */
export async function openBrowserCopies({
  name = COPY_DATABASE,
  onEnd,
}: BrowserCopiesOptions = {}): Promise<CopyStore> {
  const database = await openDB<CopyDatabase>(name, MIGRATIONS.length, {
    upgrade(upgraded, from) {
      for (const migrate of MIGRATIONS.slice(from)) migrate(upgraded);
    },
    blocking() {
      database.close();
      onEnd?.();
    },
    terminated: () => onEnd?.(),
  });
  const listeners = new Set<() => void>();
  const channel = new BroadcastChannel(name);

  function tellThisTab() {
    for (const listener of listeners) listener();
  }

  function tell() {
    tellThisTab();
    channel.postMessage(null);
  }

  channel.addEventListener('message', tellThisTab);

  return {
    all: async () => (await database.getAll('copies')).map(soundCopy).filter((copy) => copy !== null),
    async save(copy, chunks) {
      const transaction = database.transaction(['copies', 'rows'], 'readwrite', { durability: 'strict' });
      const copies = transaction.objectStore('copies');
      const rows = transaction.objectStore('rows');
      try {
        if (!mayReplace(soundCopy(await copies.get(copy.id)), copy)) {
          await transaction.done;
          return false;
        }
        await rows.delete(rowsOf(copy.id));
        // One after the other, so that no piece of work is long.
        for (const [place, chunk] of chunks.entries()) await rows.put(chunk, [copy.id, place]);
        await copies.put(copy);
      } catch (error) {
        // A request that storage refuses ends the transaction by itself; what cannot even be asked for does not.
        transaction.done.catch(() => undefined);
        try {
          transaction.abort();
        } catch {
          // It has ended.
        }
        throw error;
      }
      await transaction.done;
      tell();
      return true;
    },
    async chunk(id, place) {
      const piece: unknown = await database.get('rows', [id, place]);
      return typeof piece === 'string' ? piece : null;
    },
    async remove(ids) {
      const transaction = database.transaction(['copies', 'rows'], 'readwrite');
      for (const id of ids) {
        await transaction.objectStore('rows').delete(rowsOf(id));
        await transaction.objectStore('copies').delete(id);
      }
      await transaction.done;
      tell();
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
