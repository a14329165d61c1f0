// Databases of every version that a browser may hold, opened by this one in a real IndexedDB; and two versions at once.
import { deleteDB, openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openBrowserStore } from '#src/records/browser-store.ts';
import type { StoreEnd } from '#src/records/browser-store.ts';
import { upgradeRecord } from '#src/records/upgrade-record.ts';
import { NEWER_VERSION, VERSION_1 } from '../support/record-fixtures.ts';
import { record } from '../support/records.ts';

let name = '';
beforeEach(() => {
  name = `test-migration-${crypto.randomUUID()}`;
});
afterEach(() => deleteDB(name));

/** The database as version 1 of the desk made it. */
function openVersion1(records: readonly object[], onVersionChange: () => void = () => undefined) {
  return new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open(name, 1);
    opening.addEventListener('upgradeneeded', () => {
      const runs = opening.result.createObjectStore('runs', { keyPath: 'id' });
      for (const one of records) runs.put(one);
    });
    opening.addEventListener('success', () => {
      const database = opening.result;
      database.addEventListener('versionchange', () => {
        database.close();
        onVersionChange();
      });
      resolve(database);
    });
    opening.addEventListener('error', () => reject(new Error('version 1 did not open')));
  });
}

const byId = (records: readonly { readonly id: string }[]) =>
  records.toSorted((left, right) => (left.id < right.id ? -1 : 1));

describe('a database of version 1', () => {
  test('opens with every record, brought up', async () => {
    (await openVersion1(VERSION_1)).close();
    const store = await openBrowserStore({ name });
    expect(byId(await store.all())).toEqual(VERSION_1.map(upgradeRecord));
    expect(await store.removed()).toEqual([]);
    store.close();
  });

  test('can be used at once: records change, go and come back', async () => {
    (await openVersion1(VERSION_1)).close();
    const store = await openBrowserStore({ name });
    const [queued, running] = VERSION_1.map(({ id }) => id);
    await store.update(running ?? '', (current) => ({ ...current, progress: 60 }));
    await store.remove([queued ?? '']);
    expect((await store.all()).length).toBe(VERSION_1.length - 1);
    await store.restore([queued ?? '']);
    store.close();
    const again = await openBrowserStore({ name });
    expect(await again.get(running ?? '')).toMatchObject({ version: 2, progress: 60 });
    expect((await again.all()).length).toBe(VERSION_1.length);
    again.close();
  });

  test('that is empty opens empty', async () => {
    (await openVersion1([])).close();
    const store = await openBrowserStore({ name });
    expect(await store.all()).toEqual([]);
    store.close();
  });

  test('with a thousand records loses none', async () => {
    const many = Array.from({ length: 1_000 }, (_, index) => ({ ...VERSION_1[1], id: `record-${index}` }));
    (await openVersion1(many)).close();
    const store = await openBrowserStore({ name });
    expect((await store.all()).map(({ version }) => version)).toEqual(many.map(() => 2));
    store.close();
  });

  test('keeps a record of a newer version as it is, also when others are changed', async () => {
    (await openVersion1([...VERSION_1, NEWER_VERSION])).close();
    const store = await openBrowserStore({ name });
    expect(await store.get(NEWER_VERSION.id)).toEqual(NEWER_VERSION);
    await store.update(NEWER_VERSION.id, (current) => ({ ...current, progress: 1 }));
    expect(await store.get(NEWER_VERSION.id)).toEqual({ ...NEWER_VERSION, progress: 1 });
    store.close();
  });
});

test('an open tab of version 1 steps aside, and nothing that it wrote is lost', async () => {
  const stepped = vi.fn<() => void>();
  const old = await openVersion1(VERSION_1, stepped);
  const written = old
    .transaction('runs', 'readwrite')
    .objectStore('runs')
    .put({ ...VERSION_1[0], id: 'just now' });
  const store = await openBrowserStore({ name });
  expect(stepped).toHaveBeenCalledTimes(1);
  expect(written.readyState).toBe('done');
  expect((await store.all()).length).toBe(VERSION_1.length + 1);
  store.close();
});

describe('a newer version of the desk', () => {
  test('that opens later takes over: the store says so once, and its records are all there', async () => {
    const ended = vi.fn<(why: StoreEnd) => void>();
    const store = await openBrowserStore({ name, onEnd: ended });
    await store.add(record('running', { id: 'kept' }));
    const newer = await openDB(name, 3);
    expect(ended.mock.calls).toEqual([['newer-version']]);
    expect(await newer.getAllKeys('runs')).toEqual(['kept']);
    await expect(store.get('kept')).rejects.toBeInstanceOf(DOMException);
    newer.close();
  });

  test('that was there before is not touched: opening says so by name', async () => {
    const newer = await openDB(name, 3, {
      upgrade(database) {
        database.createObjectStore('of later versions');
      },
    });
    newer.close();
    await expect(openBrowserStore({ name })).rejects.toMatchObject({ name: 'VersionError' });
    const after = await openDB(name);
    expect([after.version, [...after.objectStoreNames]]).toEqual([3, ['of later versions']]);
    after.close();
  });

  test('makes every open tab of this one step aside', async () => {
    const ended = vi.fn<(why: StoreEnd) => void>();
    const tabs = await Promise.all([1, 2, 3].map(() => openBrowserStore({ name, onEnd: ended })));
    const newer = await openDB(name, 3);
    expect(ended).toHaveBeenCalledTimes(tabs.length);
    newer.close();
  });
});

test('two tabs that open at once after the update migrate once', async () => {
  (await openVersion1(VERSION_1)).close();
  const [one, two] = await Promise.all([openBrowserStore({ name }), openBrowserStore({ name })]);
  expect(byId(await one.all())).toEqual(VERSION_1.map(upgradeRecord));
  expect(byId(await two.all())).toEqual(VERSION_1.map(upgradeRecord));
  one.close();
  two.close();
});
