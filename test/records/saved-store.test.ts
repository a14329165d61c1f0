// @vitest-environment node
// Storage that is taken away, step by step: what was on screen stays, what is launched goes on, and the desk says what is wrong.
import { describe, expect, test, vi } from 'vitest';
import type { BrowserStoreOptions } from '#src/records/browser-store.ts';
import { createMemoryStore } from '#src/records/memory-store.ts';
import { openSavedStore } from '#src/records/saved-store.ts';
import type { SavingState } from '#src/records/saved-store.ts';
import type { RunStore } from '#src/records/store.ts';
import { record } from '../support/records.ts';

type Verb = 'all' | 'get' | 'add' | 'update' | 'remove' | 'restore' | 'removed' | 'forget';

const quota = () => new DOMException('The quota has been exceeded.', 'QuotaExceededError');
const ids = (records: readonly { readonly id: string }[]) => records.map(({ id }) => id).toSorted();

/** A browser whose storage fails as the test says: `faults` by verb, before or after the verb's own work. */
function createBrowser() {
  const disk = createMemoryStore();
  const faults = new Map<Verb, () => Error>();
  let blocked: (() => Error) | null = null;
  let options: BrowserStoreOptions = {};
  let waits: Promise<void> = Promise.resolve();
  let waited: () => void = () => undefined;
  const closed = vi.fn<() => void>();

  async function when<Result>(verb: Verb, work: () => Promise<Result>): Promise<Result> {
    waited();
    await waits;
    const fault = faults.get(verb);
    if (fault !== undefined) throw fault();
    return work();
  }
  const store: RunStore = {
    ...disk,
    kind: 'browser',
    all: () => when('all', () => disk.all()),
    get: (id) => when('get', () => disk.get(id)),
    add: (one) => when('add', () => disk.add(one)),
    async update(id, change) {
      // As at a commit that fails: the change has been made, and is taken back.
      if (faults.has('update')) await disk.get(id).then((before) => before !== null && change(before));
      return when('update', () => disk.update(id, change));
    },
    remove: (given) => when('remove', () => disk.remove(given)),
    restore: (given) => when('restore', () => disk.restore(given)),
    removed: () => when('removed', () => disk.removed()),
    forget: (given) => when('forget', () => disk.forget(given)),
    close: closed,
  };
  return {
    disk,
    closed,
    open(given: BrowserStoreOptions) {
      if (blocked !== null) return Promise.reject(blocked());
      options = given;
      return Promise.resolve(store);
    },
    block(error: (() => Error) | null) {
      blocked = error;
    },
    fail(verb: Verb, error: () => Error) {
      faults.set(verb, error);
    },
    heal() {
      faults.clear();
      blocked = null;
    },
    end: (why: 'newer-version' | 'cleared') => options.onEnd?.(why),
    /** Everything waits until `goOn`; `begun` when the first thing does. */
    stall() {
      const { promise, resolve: goOn } = Promise.withResolvers<void>();
      const { promise: begun, resolve } = Promise.withResolvers<void>();
      waits = promise;
      waited = resolve;
      return { begun, goOn };
    },
  };
}

/** A desk that shows a running and a finished run, and has removed a card. */
async function shownDesk() {
  const browser = createBrowser();
  const { store, saving } = await openSavedStore((options) => browser.open(options));
  await store.add(record('running', { id: 'run', progress: 10 }));
  await store.add(record('done', { id: 'old' }));
  await store.add(record('done', { id: 'gone' }));
  await store.remove(['gone']);
  await store.all();
  return { browser, store, saving };
}

test('works in the browser’s storage as long as that works', async () => {
  const { browser, store, saving } = await shownDesk();
  expect([saving.state(), store.kind]).toEqual(['saved', 'browser']);
  expect(ids(await browser.disk.all())).toEqual(['old', 'run']);
  expect(await saving.retry()).toBe(true);
});

describe('storage that cannot be opened', () => {
  test.each<[string, () => Error, SavingState]>([
    ['is blocked', () => new DOMException('denied', 'SecurityError'), 'blocked'],
    ['is not there', () => new ReferenceError('indexedDB is not defined'), 'blocked'],
    ['has no space left', quota, 'full'],
    ['belongs to a newer version', () => new DOMException('newer', 'VersionError'), 'newer-version'],
  ])('because it %s: the desk works in memory and says so', async (_name, error, state) => {
    const browser = createBrowser();
    browser.block(error);
    const { store, saving } = await openSavedStore((options) => browser.open(options));
    expect([saving.state(), store.kind]).toEqual([state, 'memory']);
    await store.add(record('queued'));
    await store.update('record-1', (current) => ({ ...current, progress: 5 }));
    expect(await store.get('record-1')).toMatchObject({ progress: 5 });
    expect(await browser.disk.all()).toEqual([]);
    expect(await saving.retry()).toBe(false);
    expect(saving.state()).toBe(state);
  });
});

describe('storage that fails at', () => {
  const verbs: Record<Verb, (store: RunStore) => Promise<unknown>> = {
    all: (store) => store.all(),
    get: (store) => store.get('run'),
    add: (store) => store.add(record('queued', { id: 'new' })),
    update: (store) => store.update('run', (current) => ({ ...current, progress: 70 })),
    remove: (store) => store.remove(['old']),
    restore: (store) => store.restore(['gone']),
    removed: (store) => store.removed(),
    forget: (store) => store.forget(['gone']),
  };
  const after: Partial<Record<Verb, string[]>> = {
    add: ['new', 'old', 'run'],
    remove: ['run'],
    restore: ['gone', 'old', 'run'],
  };

  test.each(Object.keys(verbs) as Verb[])(
    '%s, because it is full: the act goes on in memory',
    async (verb) => {
      const { browser, store, saving } = await shownDesk();
      browser.fail(verb, quota);
      const heard = vi.fn<() => void>();
      saving.subscribe(heard);
      await verbs[verb](store);
      expect([saving.state(), store.kind]).toEqual(['full', 'memory']);
      expect(heard).toHaveBeenCalledTimes(1);
      expect(ids(await store.all())).toEqual(after[verb] ?? ['old', 'run']);
      expect((await store.get('run'))?.progress).toBe(verb === 'update' ? 70 : 10);
    },
  );

  test.each([
    ['AbortError', 'failed'],
    ['UnknownError', 'failed'],
    ['InvalidStateError', 'failed'],
    ['QuotaExceededError', 'full'],
    ['VersionError', 'newer-version'],
  ] as const)('a commit with %s is said to be: %s', async (name, state) => {
    const { browser, store, saving } = await shownDesk();
    browser.fail('update', () => new DOMException('gone wrong', name));
    await store.update('run', (current) => ({ ...current, progress: 70 }));
    expect([saving.state(), (await store.get('run'))?.progress]).toEqual([state, 70]);
  });
});

test.each(['cleared', 'newer-version'] as const)(
  'storage that ends (%s) leaves what was on screen',
  async (why) => {
    const { browser, store, saving } = await shownDesk();
    const heard = vi.fn<() => void>();
    saving.subscribe(heard);
    await store.update('run', (current) => ({ ...current, progress: 55 }));
    browser.end(why);
    browser.end(why);
    expect([saving.state(), store.kind]).toEqual([why, 'memory']);
    expect(heard).toHaveBeenCalledTimes(1);
    expect(ids(await store.all())).toEqual(['old', 'run']);
    expect(await store.get('run')).toMatchObject({ state: 'running', progress: 55 });
  },
);

test('a card that was removed before the fault stays away, and can still be brought back', async () => {
  const { browser, store } = await shownDesk();
  browser.end('cleared');
  expect(ids(await store.removed())).toEqual(['gone']);
  await store.add(record('running', { id: 'gone' }));
  expect(ids(await store.all())).toEqual(['old', 'run']);
  await store.restore(['gone']);
  expect(await store.get('gone')).toMatchObject({ state: 'done' });
});

test('what another tab has written and this one has read is kept too', async () => {
  const { browser, store } = await shownDesk();
  await browser.disk.add(record('running', { id: 'other tab’s' }));
  await browser.disk.remove(['old']);
  await store.get('other tab’s');
  await store.get('old');
  browser.end('cleared');
  expect(ids(await store.all())).toEqual(['other tab’s', 'run']);
});

test('word of changes goes on after the fault', async () => {
  const { browser, store } = await shownDesk();
  const told = vi.fn<(changed: readonly string[]) => void>();
  store.subscribe(told);
  browser.end('cleared');
  await store.add(record('queued', { id: 'new' }));
  await store.update('run', (current) => ({ ...current, progress: 80 }));
  expect(told.mock.calls).toEqual([[['new']], [['run']]]);
});

describe('Save again', () => {
  test('writes back what is only in memory, and goes on in the browser’s storage', async () => {
    const { browser, store, saving } = await shownDesk();
    browser.fail('add', quota);
    await store.add(record('queued', { id: 'new' }));
    await store.update('run', (current) => ({ ...current, progress: 90 }));
    await store.remove(['old']);
    browser.heal();
    expect(await saving.retry()).toBe(true);
    expect([saving.state(), store.kind]).toEqual(['saved', 'browser']);
    expect(ids(await browser.disk.all())).toEqual(['new', 'run']);
    expect(ids(await browser.disk.removed())).toEqual(['gone', 'old']);
    expect((await browser.disk.get('run'))?.progress).toBe(90);
    await store.add(record('queued', { id: 'after' }));
    expect(ids(await browser.disk.all())).toEqual(['after', 'new', 'run']);
  });

  test('fills storage that was cleared', async () => {
    const { browser, store, saving } = await shownDesk();
    browser.end('cleared');
    await browser.disk.remove(ids(await browser.disk.all()));
    await browser.disk.forget(ids(await browser.disk.removed()));
    expect(await saving.retry()).toBe(true);
    expect(ids(await browser.disk.all())).toEqual(['old', 'run']);
    expect(ids(await store.all())).toEqual(['old', 'run']);
  });

  test('writes back a card that was brought back in the meantime', async () => {
    const { browser, store, saving } = await shownDesk();
    browser.end('cleared');
    await store.restore(['gone']);
    expect(await saving.retry()).toBe(true);
    expect(ids(await store.all())).toEqual(['gone', 'old', 'run']);
  });

  test('that fails again changes nothing, and leaves no open storage behind', async () => {
    const { browser, store, saving } = await shownDesk();
    browser.fail('add', quota);
    await store.add(record('queued', { id: 'new' }));
    browser.closed.mockClear();
    expect(await saving.retry()).toBe(false);
    expect(browser.closed).toHaveBeenCalledTimes(1);
    expect(saving.state()).toBe('full');
    expect(ids(await store.all())).toEqual(['new', 'old', 'run']);
  });

  test('loses nothing that happens while it writes', async () => {
    const { browser, store, saving } = await shownDesk();
    browser.end('cleared');
    const { begun, goOn } = browser.stall();
    const saved = saving.retry();
    await begun;
    await store.add(record('queued', { id: 'new' }));
    await store.update('run', (current) => ({ ...current, progress: 99 }));
    await store.remove(['old']);
    await store.restore(['gone']);
    goOn();
    expect(await saved).toBe(true);
    expect(ids(await store.all())).toEqual(['gone', 'new', 'run']);
    expect((await store.get('run'))?.progress).toBe(99);
    expect(ids(await store.removed())).toEqual(['old']);
  });

  test('leaves alone what another tab has learned in the meantime, and tells of it', async () => {
    const { browser, store, saving } = await shownDesk();
    await store.add(record('queued', { id: 'waits' }));
    await store.add(record('queued', { id: 'leaves' }));
    await store.add(record('queued', { id: 'doubted' }));
    browser.fail('update', quota);
    await store.update('leaves', () => record('sending', { id: 'leaves' }));
    await store.update('doubted', () => record('unknown', { id: 'doubted' }));
    browser.heal();
    await browser.disk.update('waits', () => record('sending', { id: 'waits' }));
    await browser.disk.update('leaves', () => record('running', { id: 'leaves' }));
    await browser.disk.update('doubted', () => record('running', { id: 'doubted' }));
    await browser.disk.update('run', () => record('done', { id: 'run' }));
    const told = vi.fn<(changed: readonly string[]) => void>();
    store.subscribe(told);
    expect(await saving.retry()).toBe(true);
    const states = (await store.all()).map(({ id, state }) => [id, state]);
    expect(Object.fromEntries(states)).toEqual({
      old: 'done',
      run: 'done',
      waits: 'sending',
      leaves: 'running',
      doubted: 'running',
    });
    expect(told.mock.calls.flat(2)).toEqual(expect.arrayContaining(['run', 'waits', 'leaves', 'doubted']));
  });

  test('puts no card for another browser’s launch in place of this browser’s own', async () => {
    const { browser, store, saving } = await shownDesk();
    browser.fail('add', quota);
    await store.add(record('done', { id: 'launched', origin: 'elsewhere' }));
    browser.heal();
    await browser.disk.add(record('running', { id: 'launched' }));
    expect(await saving.retry()).toBe(true);
    expect(await store.get('launched')).toMatchObject({ origin: 'here', state: 'running' });
  });

  test('can fail for another reason the next time', async () => {
    const { browser, store, saving } = await shownDesk();
    browser.end('cleared');
    expect(await saving.retry()).toBe(true);
    browser.fail('update', quota);
    await store.update('run', (current) => ({ ...current, progress: 12 }));
    expect(saving.state()).toBe('full');
  });
});

describe('a programming error', () => {
  const ours = () => new TypeError('ours');

  test('of a change is thrown on, and storage goes on', async () => {
    const { store, saving } = await shownDesk();
    const broken = store.update('run', () => {
      throw ours();
    });
    await expect(broken).rejects.toThrow('ours');
    expect([saving.state(), store.kind]).toEqual(['saved', 'browser']);
  });

  test('of the store is thrown on', async () => {
    const { browser, store, saving } = await shownDesk();
    browser.fail('all', ours);
    await expect(store.all()).rejects.toThrow('ours');
    expect(saving.state()).toBe('saved');
  });

  test('of Save again is thrown on', async () => {
    const { browser, saving } = await shownDesk();
    browser.end('cleared');
    browser.fail('update', ours);
    await expect(saving.retry()).rejects.toThrow('ours');
    expect(saving.state()).toBe('cleared');
  });
});
