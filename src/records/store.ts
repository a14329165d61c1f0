// Where records are kept. Two real implementations pass one contract suite: IndexedDB, and memory where storage is blocked.
import type { RunRecord } from './record.ts';

/** A change of one record: gives the new one, or the same object for no change. Must not wait for anything. */
type RecordChange = (record: RunRecord) => RunRecord;

/** See the top of this file. Every method rejects only where storage itself fails. */
export type RunStore = {
  /** `browser` = kept across visits; `memory` = gone with the tab. */
  readonly kind: 'browser' | 'memory';
  readonly all: () => Promise<readonly RunRecord[]>;
  readonly get: (id: string) => Promise<RunRecord | null>;
  /** Writes a new record; an existing one with its id, removed or not, is left as it is. */
  readonly add: (record: RunRecord) => Promise<void>;
  /** Reads, changes and writes in one step that no other tab can come between. Gives the record after it, null where there is none. */
  readonly update: (id: string, change: RecordChange) => Promise<RunRecord | null>;
  /**
   * Takes records out of sight: nothing but `restore` and `removed` knows them any more. Those for which `may` says no as they are
   * now stay. Gives the ids that went.
   */
  readonly remove: (
    ids: readonly string[],
    may?: (record: RunRecord) => boolean,
  ) => Promise<readonly string[]>;
  /** Brings removed records back as they were. */
  readonly restore: (ids: readonly string[]) => Promise<void>;
  /** What was removed and not forgotten yet: the gateway may still speak of these launches. */
  readonly removed: () => Promise<readonly RunRecord[]>;
  /** Forgets removed records for good. */
  readonly forget: (ids: readonly string[]) => Promise<void>;
  /** Calls `listener` with the ids of records that this or another tab has written, removed or restored. */
  readonly subscribe: (listener: (ids: readonly string[]) => void) => () => void;
  readonly close: () => void;
};
