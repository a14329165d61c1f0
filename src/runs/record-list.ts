// All records as the screen reads them: a snapshot in memory that follows the store, with the same object for an unchanged record.
import type { RunRecord } from './record.ts';
import type { RunStore } from './store.ts';

/** See {@link createRecordList}. */
export type RecordList = {
  /** Newest first. The array is a new one after every change. */
  all(): readonly RunRecord[];
  get(id: string): RunRecord | null;
  subscribe(listener: () => void): () => void;
  /** Resolves when the store has been read once. */
  readonly loaded: Promise<void>;
  stop(): void;
};

/** Follows `store`. Reads each record again when it changes, in order, so that an older reading never replaces a newer one. */
export function createRecordList(store: RunStore): RecordList {
  const byId = new Map<string, RunRecord>();
  const listeners = new Set<() => void>();
  let sorted: readonly RunRecord[] = [];

  function publish() {
    sorted = [...byId.values()].toSorted((left, right) => right.pressedAt - left.pressedAt);
    for (const listener of listeners) listener();
  }

  async function readAgain(id: string) {
    const record = await store.get(id);
    if (record === null) byId.delete(id);
    else byId.set(id, record);
    publish();
  }

  const loaded = store.all().then((records) => {
    for (const record of records) byId.set(record.id, record);
    publish();
  });
  let work: Promise<void> = loaded.catch(() => undefined);
  const unsubscribe = store.subscribe((id) => {
    // A reading that failed costs that reading: a store closed under a late change, or a passing fault of the browser.
    work = work.then(() => readAgain(id)).catch(() => undefined);
  });

  return {
    all: () => sorted,
    get: (id) => byId.get(id) ?? null,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    loaded,
    stop: unsubscribe,
  };
}
