// The saved copies of this browser as the screen reads them, and what can be done with them. Storage that fails is an answer here,
// never an exception: a copy that is not kept is said to be not kept.
import type { ResultRow } from '#src/contract/envelope.ts';
import type { ResultHead } from '#src/exports/result-head.ts';
import { browserTurn } from '#src/exports/slices.ts';
import { copiedRuns } from '#src/records/copied-runs.ts';
import { isStorageFault } from '#src/records/storage-fault.ts';
import { openBrowserCopies } from './browser-copies.ts';
import type { BrowserCopiesOptions } from './browser-copies.ts';
import { copySettings, keptSince } from './copy-settings.ts';
import type { CopyStore } from './copy-store.ts';
import { chunksOf, copyFrom } from './saved-copy.ts';
import type { CopySource, SavedCopy } from './saved-copy.ts';

/** What is known of the copies. `unread`: not looked yet. `blocked`: the browser lets this page keep nothing. */
export type CopyList = {
  readonly state: 'unread' | 'ready' | 'blocked';
  /** Newest first. */
  readonly copies: readonly SavedCopy[];
};

/** `kept`: the copy that is there is whole and this one is not, so that one stays. */
type SaveOutcome = 'saved' | 'kept' | 'not-saved';

/** What is saved. */
type ToSave = {
  readonly head: ResultHead;
  readonly rows: readonly ResultRow[];
  readonly source: CopySource;
  readonly runId?: string;
};

/** See {@link createCopies}. */
export type Copies = {
  /** The same object until something changes. */
  readonly list: () => CopyList;
  readonly subscribe: (listener: () => void) => () => void;
  /** Looks for the first time, and removes what has been kept long enough at `now` (epoch ms). Later calls do nothing. */
  readonly open: (now: number) => Promise<void>;
  readonly save: (what: ToSave, signal?: AbortSignal) => Promise<SaveOutcome>;
  /** Hands every piece of a copy's rows, a JSON array, to `take`, one after the other. False where one is missing. */
  readonly pieces: (copy: SavedCopy, take: (piece: string) => unknown) => Promise<boolean>;
  /** Gives whether they are gone. */
  readonly remove: (ids: readonly string[]) => Promise<boolean>;
};

/** Opens a browser's store; tests pass another. */
type Open = (options: BrowserCopiesOptions) => Promise<CopyStore>;

/** Leaves word of the whole copies for what must not open them. */
function noteWhole(copies: readonly SavedCopy[]) {
  const whole = copies.filter(({ complete, source }) => complete && source !== 'file').map(({ id }) => id);
  if (whole.toSorted().join() !== copiedRuns.get().toSorted().join()) copiedRuns.set(whole);
}

/** Nothing is opened before the first call. */
export function createCopies(
  open: Open = openBrowserCopies,
  settings: Pick<typeof copySettings, 'get'> = copySettings,
): Copies {
  const listeners = new Set<() => void>();
  let current: CopyList = { state: 'unread', copies: [] };
  let opening: Promise<CopyStore | null> | null = null;
  let looked: Promise<void> | null = null;
  let readings = 0;

  function publish(next: CopyList) {
    current = next;
    for (const listener of listeners) listener();
  }

  /** The next use opens it anew: what was in the way may be over. */
  function lose() {
    opening = null;
  }

  function store(): Promise<CopyStore | null> {
    opening ??= open({ onEnd: lose }).then(
      (opened) => {
        opened.subscribe(() => void read());
        return opened;
      },
      () => {
        lose();
        return null;
      },
    );
    return opening;
  }

  /** What `task` gives, null where storage fails. */
  async function onStore<Result>(task: (used: CopyStore) => Promise<Result>): Promise<Result | null> {
    const used = await store();
    if (used === null) return null;
    try {
      return await task(used);
    } catch (error) {
      if (!isStorageFault(error)) throw error;
      return null;
    }
  }

  async function read() {
    readings += 1;
    const reading = readings;
    const copies = await onStore((used) => used.all());
    // A later reading knows better.
    if (reading !== readings) return;
    if (copies !== null) noteWhole(copies);
    publish(
      copies === null
        ? { state: 'blocked', copies: [] }
        : {
            state: 'ready',
            copies: copies.toSorted((left, right) => right.capturedAt - left.capturedAt),
          },
    );
  }

  async function remove(ids: readonly string[]) {
    return (await onStore((used) => used.remove(ids).then(() => true))) ?? false;
  }

  return {
    list: () => current,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    open(now) {
      looked ??= read().then(async () => {
        const since = keptSince(settings.get(), now);
        const old = current.copies.filter(({ capturedAt }) => capturedAt < since);
        if (old.length > 0) await remove(old.map(({ id }) => id));
      });
      return looked;
    },
    async save({ head, rows, source, runId }, signal) {
      const chunks = await chunksOf(rows, signal);
      const copy = copyFrom(head, chunks, source, runId);
      const saved = await onStore((used) => used.save(copy, chunks));
      if (saved === null) return 'not-saved';
      // Word of it is on its way; who saved it must not have to wait.
      await read();
      return saved ? 'saved' : 'kept';
    },
    async pieces(copy, take) {
      for (let place = 0; place < copy.chunks; place += 1) {
        const piece = await onStore((used) => used.chunk(copy.id, place));
        // Nothing after it can make the copy whole, however many pieces it claims to have.
        if (piece === null) return false;
        take(piece);
        await browserTurn();
      }
      return true;
    },
    remove,
  };
}
