// Where saved copies are kept. Two implementations pass one contract suite: IndexedDB, and memory for tests.
import type { SavedCopy } from './saved-copy.ts';

/** See the top of this file. Every method rejects only where storage itself fails. */
export type CopyStore = {
  /** Every copy without its rows. */
  readonly all: () => Promise<readonly SavedCopy[]>;
  /**
   * Keeps a copy with all its pieces or not at all, in the place of an older one of the same id. Gives false, and changes nothing,
   * where that one is whole and this is not.
   */
  readonly save: (copy: SavedCopy, chunks: readonly string[]) => Promise<boolean>;
  /** One piece of a copy's rows, null where it is not there. */
  readonly chunk: (id: string, place: number) => Promise<string | null>;
  readonly remove: (ids: readonly string[]) => Promise<void>;
  /** Calls `listener` after this or another tab has saved or removed copies. */
  readonly subscribe: (listener: () => void) => () => void;
  readonly close: () => void;
};
