// Cards taken off the board, so that a slip of the finger can be taken back.
import type { RunRecord } from './record.ts';
import { launchedAt } from './record.ts';
import type { RunStore } from './store.ts';

/** How long a removed card is kept: the gateway's ledger speaks of its launch for as long. */
const REMOVED_KEPT_MS = 48 * 3_600_000;

/** See {@link createRemovals}. */
export type Removals = {
  /** The ids that were removed last in this tab and can be brought back; empty when there are none. The same array until it changes. */
  last(): readonly string[];
  subscribe(listener: () => void): () => void;
  /** Removes the records that are still in the state in which they were seen. */
  remove(seen: readonly RunRecord[]): Promise<void>;
  /** Brings back what was removed last. */
  undo(): Promise<void>;
  /** The operator has seen it: `last` is empty afterwards. */
  dismiss(): void;
  /** The removed record with this id, null where it is not there or was forgotten. */
  find(id: string): Promise<RunRecord | null>;
  /** Brings back one record. */
  restore(id: string): Promise<void>;
  /** Forgets for good what was removed long ago; `now` in epoch ms. */
  clean(now: number): Promise<void>;
};

/** Makes it. */
export function createRemovals(store: RunStore): Removals {
  const listeners = new Set<() => void>();
  let last: readonly string[] = [];

  function setLast(ids: readonly string[]) {
    last = ids;
    for (const listener of listeners) listener();
  }

  return {
    last: () => last,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async remove(seen) {
      const states = new Map(seen.map(({ id, state }) => [id, state]));
      // Another tab may have sent it meanwhile: then the card is the only trace of a run.
      const gone = await store.remove([...states.keys()], ({ id, state }) => states.get(id) === state);
      if (gone.length > 0) setLast(gone);
    },
    async undo() {
      const ids = last;
      await store.restore(ids);
      if (last === ids) setLast([]);
    },
    dismiss: () => setLast([]),
    find: async (id) => (await store.removed()).find((record) => record.id === id) ?? null,
    async restore(id) {
      await store.restore([id]);
      setLast(last.filter((other) => other !== id));
    },
    async clean(now) {
      const old = (await store.removed()).filter((record) => now - launchedAt(record) > REMOVED_KEPT_MS);
      await store.forget(old.map(({ id }) => id));
    },
  };
}
