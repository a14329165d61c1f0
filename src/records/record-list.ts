// All records as the screen reads them: a snapshot in memory that follows the store, with the same object for an unchanged record.
import type { RunRecord } from './record.ts';
import type { RunStore } from './store.ts';

/** See {@link createRecordList}. */
export type RecordList = {
  /** Newest first. The array is a new one after every change. */
  readonly all: () => readonly RunRecord[];
  get(id: string): RunRecord | null;
  readonly subscribe: (listener: () => void) => () => void;
  /** Resolves when the store has been read once. */
  readonly loaded: Promise<void>;
  /** Reads everything again: word of changes may have been missed while the page slept. Rejects where storage fails. */
  readonly reload: () => Promise<void>;
  stop(): void;
};

/** Follows `store`. Reads records again when they change, one reading after the other, so that an older one never replaces a newer. */
export function createRecordList(store: RunStore): RecordList {
  const byId = new Map<string, RunRecord>();
  const listeners = new Set<() => void>();
  /** Changed since the last reading began. */
  const changed = new Set<string>();
  let sorted: readonly RunRecord[] = [];

  function publish() {
    sorted = [...byId.values()].toSorted((left, right) => right.pressedAt - left.pressedAt);
    for (const listener of listeners) listener();
  }

  async function readChanged() {
    const ids = [...changed];
    changed.clear();
    if (ids.length === 0) return;
    const readings = await Promise.all(ids.map((id) => store.get(id)));
    for (const [index, id] of ids.entries()) {
      const record = readings[index] ?? null;
      if (record === null) byId.delete(id);
      else byId.set(id, record);
    }
    publish();
  }

  async function readAll() {
    const records = await store.all();
    byId.clear();
    for (const record of records) byId.set(record.id, record);
    publish();
  }

  const loaded = readAll();
  let work: Promise<void> = loaded.catch(() => undefined);
  const unsubscribe = store.subscribe((ids) => {
    for (const id of ids) changed.add(id);
    // A reading that failed costs that reading: a store closed under a late change, or a passing fault of the browser.
    work = work.then(readChanged).catch(() => undefined);
  });

  return {
    all: () => sorted,
    get: (id) => byId.get(id) ?? null,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    loaded,
    reload() {
      const reading = work.then(readAll);
      work = reading.catch(() => undefined);
      return reading;
    },
    stop: unsubscribe,
  };
}
