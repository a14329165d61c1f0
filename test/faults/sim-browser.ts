// A browser with its tabs, each with the real desk in it. A tab that is closed or crashes is gone at once: nothing of it has any
// effect any more, wherever it stood.
import { createServices } from '#src/app/services.ts';
import type { Services } from '#src/app/services.ts';
import { createLocalLock, createWebLock } from '#src/runs/launch-lock.ts';
import type { RunRecord } from '#src/records/record.ts';
import { openSavedStore } from '#src/records/saved-store.ts';
import type { Saving } from '#src/records/saved-store.ts';
import type { Site } from './sim-gateway.ts';
import { withTimersOf } from './sim-time.ts';
import { createPageFetch } from './sim-network.ts';
import { createLocks, createStorage, watchMemory } from './sim-storage.ts';
import { never } from './sim-world.ts';
import type { World } from './sim-world.ts';

/** One open tab. */
export type Tab = {
  readonly name: string;
  readonly browser: Browser;
  readonly services: Services;
  readonly saving: Saving;
  /** What this page has as `fetch`. */
  readonly fetch: ReturnType<typeof createPageFetch>;
  isGone(): boolean;
  setVisible(visible: boolean): void;
  close(): void;
};

/** See {@link createBrowser}. */
export type Browser = {
  readonly name: string;
  readonly tabs: readonly Tab[];
  open(): Promise<void>;
  closeAll(): void;
  setOnline(online: boolean): void;
  isOnline(): boolean;
  /** Moves the clock of this computer. */
  moveClock(ms: number): void;
  setClock(aheadMs: number): void;
  /** Storage has no room any more, or has some again. */
  setFull(isFull: boolean): void;
  /** What is stored, and what open tabs keep in memory because they cannot store it. */
  records(): Promise<readonly RunRecord[]>;
  /** Cards that were removed and can still be brought back. */
  removed(): Promise<readonly RunRecord[]>;
  /** How many listeners tabs have left with this browser, those that are closed included. */
  listeners(): number;
};

/** Browsers fire timers of a tab that nobody sees once a second, and after a while once a minute. */
const HIDDEN_TICK_MS = 1_000;
const LONG_HIDDEN_MS = 5 * 60_000;
const LONG_HIDDEN_TICK_MS = 60_000;

/** When a timer that is due at `at` fires in a tab that nobody sees since `hiddenAt`. */
function lateBy(hiddenAt: number, at: number): number {
  if (at < hiddenAt) return at;
  const tick = at - hiddenAt > LONG_HIDDEN_MS ? LONG_HIDDEN_TICK_MS : HIDDEN_TICK_MS;
  return Math.ceil(at / tick) * tick;
}

/** A browser without tabs. */
export function createBrowser(world: World, site: Site, name: string): Browser {
  const { time, chance, journal, conditions } = world;
  const storage = createStorage(world, name);
  const locks = createLocks();
  const connected = new Set<() => void>();
  const looking = new Set<ReadonlySet<() => void>>();
  const tabs: Tab[] = [];
  let opened = 0;
  let online = true;
  let aheadMs = 0;

  function open(): Promise<void> {
    if (!conditions.throttled) return openTab(() => undefined);
    let hiddenAt = Infinity;
    return withTimersOf(
      (at) => lateBy(hiddenAt, at),
      () => openTab((since) => void (hiddenAt = since)),
    );
  }

  /** `onHidden` is told since when nobody sees the tab, `Infinity` where somebody does. */
  async function openTab(onHidden: (since: number) => void): Promise<void> {
    const tabName = `${name}.${String((opened += 1))}`;
    const endings = new Set<() => void>();
    const lookers = new Set<() => void>();
    looking.add(lookers);
    let gone = false;
    let visible = true;
    const isGone = () => gone;
    const onGone = (listener: () => void) => {
      if (gone) listener();
      else endings.add(listener);
      return () => void endings.delete(listener);
    };
    const self = { browser: name, name: tabName, isGone, onGone, isOnline: () => online };
    const { store, saving } = await openSavedStore(() =>
      conditions.blocked && world.faulty
        ? Promise.reject(new DOMException('The operation is insecure.', 'SecurityError'))
        : Promise.resolve(storage.openFor(self)),
    );
    const fetch = createPageFetch(world, site, self);
    const services = createServices({
      store: watchMemory(world, self, store, () => saving.state() !== 'saved'),
      saving,
      fetch,
      localNow: () => time.now() + aheadMs,
      lock: conditions.sharedLock ? createWebLock(locks.lockManagerOf(self)) : createLocalLock(),
      visibility: {
        visible: () => visible,
        subscribe(listener) {
          lookers.add(listener);
          return () => lookers.delete(listener);
        },
      },
      random: () => chance.float(),
      uuid: () => chance.uuid(),
      sleep: async (ms) => {
        await new Promise((resolve) => setTimeout(resolve, ms));
        return gone ? never<undefined>() : undefined;
      },
      online: () => online,
      onOnline(listener) {
        connected.add(listener);
        onGone(() => connected.delete(listener));
        return () => connected.delete(listener);
      },
    });
    const tab: Tab = {
      name: tabName,
      browser,
      services,
      saving,
      fetch,
      isGone,
      setVisible(next) {
        if (next !== visible) onHidden(next ? Infinity : time.now());
        visible = next;
        for (const listener of lookers) listener();
      },
      close() {
        if (gone) return;
        gone = true;
        tabs.splice(tabs.indexOf(tab), 1);
        for (const end of endings) end();
        endings.clear();
        // What a closed tab leaves in this process: timers, and nothing that others could see.
        services.stop();
      },
    };
    tabs.push(tab);
    journal.note(() => `${tabName} opens`);
    const { records, config } = services.desk.environment;
    // As main.tsx and the layout do.
    const ready = records.loaded.catch(() => undefined);
    void ready.then(() => (gone ? undefined : services.start()));
    config.refresh().catch(() => undefined);
  }

  const browser: Browser = {
    name,
    tabs,
    open,
    closeAll() {
      for (const tab of tabs.slice()) tab.close();
    },
    setOnline(next) {
      online = next;
      if (next) for (const listener of connected) listener();
    },
    isOnline: () => online,
    moveClock(ms) {
      aheadMs += ms;
    },
    setClock(ms) {
      aheadMs = ms;
    },
    setFull: (isFull) => storage.setFull(isFull),
    async records() {
      const unsaved = tabs.filter(({ saving }) => saving.state() !== 'saved');
      const views = unsaved.map(({ services }) => services.desk.environment.records.all());
      return [...(await storage.all()), ...views.flat()];
    },
    removed: () => storage.removed(),
    listeners: () => [...looking].reduce((sum, { size }) => sum + size, connected.size + storage.listeners()),
  };
  return browser;
}
