// The storage of one browser as its tabs see it: one store that outlives them, slow and refusing where the story says so, and locks
// that a tab which is gone no longer holds.
import { createMemoryStore } from '#src/records/memory-store.ts';
import type { RunRecord } from '#src/records/record.ts';
import type { RunStore } from '#src/records/store.ts';
import { isOwn } from './sim-rules.ts';
import { never } from './sim-world.ts';
import type { World } from './sim-world.ts';

type StoreListener = Parameters<RunStore['subscribe']>[0];

/** The tab that uses the storage. */
export type Visitor = { isGone(): boolean; onGone(listener: () => void): () => void };

/** What a tab writes while it cannot save is watched, too: `inMemory` says whether it is so now. */
export function watchMemory(
  world: World,
  visitor: Visitor & { readonly name: string },
  store: RunStore,
  inMemory: () => boolean,
): RunStore {
  const view = `${visitor.name}, unsaved,`;
  return {
    ...store,
    get kind() {
      return store.kind;
    },
    async add(record) {
      await store.add(record);
      if (inMemory()) world.rules.wrote(view, null, record);
    },
    async remove(ids, may) {
      const own = await ownIds(store);
      const gone = await store.remove(ids, may);
      if (inMemory()) for (const id of gone) if (own.has(id)) world.rules.removed(id);
      return gone;
    },
    update: (id, change) =>
      store.update(id, (before) => {
        const after = change(before);
        if (inMemory() && after !== before) world.rules.wrote(view, before, after);
        return after;
      }),
  };
}

/** See the top of this file. */
export type Storage = {
  /** The store as `visitor` has it. */
  openFor(visitor: Visitor): RunStore;
  all(): Promise<readonly RunRecord[]>;
  removed(): Promise<readonly RunRecord[]>;
  /** From here on every write is refused, or none any more but by chance. */
  setFull(isFull: boolean): void;
  /** How many listeners open tabs have left with their stores. */
  listeners(): number;
};

/** Writes that storage may refuse. */
const WRITES: ReadonlySet<string | symbol> = new Set(['add', 'update', 'remove', 'restore', 'forget']);

/** A card for another browser's launch has the same id there; taking it away here takes nothing from that one. */
async function ownIds(store: RunStore): Promise<ReadonlySet<string>> {
  return new Set((await store.all()).filter(isOwn).map(({ id }) => id));
}

/** Says what was written to `world.rules`. */
function watched(world: World, browser: string): RunStore {
  const store = createMemoryStore();
  return {
    ...store,
    async add(record) {
      const known = await store.get(record.id);
      if (known === null) world.rules.wrote(browser, null, record);
      await store.add(record);
    },
    async remove(ids, may) {
      const own = await ownIds(store);
      const gone = await store.remove(ids, may);
      for (const id of gone) if (own.has(id)) world.rules.removed(id);
      return gone;
    },
    update: (id, change) =>
      store.update(id, (before) => {
        const after = change(before);
        if (after !== before) world.rules.wrote(browser, before, after);
        return after;
      }),
  };
}

/** An empty storage. */
export function createStorage(world: World, browser: string): Storage {
  const { time, chance, conditions } = world;
  const base = watched(world, browser);
  const open = new Set<ReadonlySet<StoreListener>>();
  let writer: Visitor | null = null;
  let full = false;

  function openFor(visitor: Visitor): RunStore {
    const listeners = new Set<StoreListener>();
    open.add(listeners);
    visitor.onGone(() => open.delete(listeners));
    // Operations of one tab begin in the order in which they were asked for.
    let last: Promise<unknown> = Promise.resolve();
    const unsubscribe = base.subscribe((what) => {
      const tell = () => {
        if (visitor.isGone()) return;
        for (const listener of listeners) listener(what);
      };
      if (writer === visitor || !conditions.slowStorage) tell();
      else time.after(chance.int(1, 40), tell);
    });
    visitor.onGone(unsubscribe);

    async function operate(name: string | symbol, work: () => Promise<unknown>): Promise<unknown> {
      if (visitor.isGone()) return never();
      if (conditions.slowStorage) {
        const turn = last.then(() => time.sleep(chance.int(1, 8)));
        last = turn;
        await turn;
        if (visitor.isGone()) return never();
      }
      if (world.faulty && WRITES.has(name) && (full || chance.is(conditions.storageFaults))) {
        world.journal.count('storage fault');
        world.journal.note(() => `${browser} storage refuses ${String(name)}`);
        throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
      }
      writer = visitor;
      const result = work();
      writer = null;
      const value = await result;
      if (conditions.slowStorage) await time.sleep(chance.int(1, 8));
      return visitor.isGone() ? never() : value;
    }

    return new Proxy(base, {
      get(store, name, receiver) {
        if (name === 'subscribe') {
          return (listener: StoreListener) => {
            listeners.add(listener);
            return () => listeners.delete(listener);
          };
        }
        // Memory plays the browser's storage.
        if (name === 'kind') return 'browser';
        if (name === 'close') return () => listeners.clear();
        const value: unknown = Reflect.get(store, name, receiver);
        if (typeof value !== 'function') return value;
        return (...given: unknown[]) =>
          operate(name, () => Reflect.apply(value, store, given) as Promise<unknown>);
      },
    });
  }

  return {
    openFor,
    all: () => base.all(),
    removed: () => base.removed(),
    setFull(isFull) {
      full = isFull;
    },
    listeners: () => [...open].reduce((sum, { size }) => sum + size, 0),
  };
}

type Task = () => Promise<unknown>;

/** The browser's locks: `lockManagerOf(tab)` is what that tab has as `navigator.locks`. */
export function createLocks(): { lockManagerOf(visitor: Visitor): LockManager } {
  type Request = { readonly visitor: Visitor; readonly run: () => Promise<unknown> };
  const waiting: Request[] = [];
  let holder: Request | null = null;

  function next() {
    if (holder !== null) return;
    const request = waiting.shift();
    if (request === undefined) return;
    holder = request;
    const free = () => {
      if (holder !== request) return;
      holder = null;
      next();
    };
    void request.run().then(free, free);
  }

  function request(visitor: Visitor, task: Task): Promise<unknown> {
    return new Promise((resolve, reject) => {
      let stay = () => undefined as void;
      const entry: Request = {
        visitor,
        async run() {
          try {
            resolve(await task());
          } catch (error) {
            reject(error as Error);
          } finally {
            stay();
          }
        },
      };
      waiting.push(entry);
      stay = visitor.onGone(() => {
        const at = waiting.indexOf(entry);
        if (at >= 0) waiting.splice(at, 1);
        if (holder !== entry) return;
        holder = null;
        next();
      });
      next();
    });
  }

  return {
    lockManagerOf: (visitor) =>
      ({
        request: (_name: string, task: Task) => (visitor.isGone() ? never() : request(visitor, task)),
      }) as unknown as LockManager,
  };
}
