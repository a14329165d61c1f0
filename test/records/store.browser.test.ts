// Records in a real IndexedDB, with two opened stores as two tabs.
import { deleteDB, openDB } from 'idb';
import { expect, test } from 'vitest';
import { openBrowserStore } from '#src/records/browser-store.ts';
import { record } from '../support/records.ts';
import { storeContract } from '../runs/store-contract.ts';

let databases = 0;
const freshName = () => `test-runs-${(databases += 1)}-${crypto.randomUUID()}`;

storeContract('browser', async () => {
  const name = freshName();
  const here = await openBrowserStore({ name });
  const there = await openBrowserStore({ name });
  return {
    here,
    there,
    async close() {
      here.close();
      there.close();
      await deleteDB(name);
    },
  };
});

test('records are there again on the next visit', async () => {
  const name = freshName();
  const first = await openBrowserStore({ name });
  await first.add(record('running'));
  first.close();
  const second = await openBrowserStore({ name });
  expect(await second.all()).toEqual([record('running')]);
  expect(second.kind).toBe('browser');
  second.close();
  await deleteDB(name);
});

test('a database of a newer version is not touched: opening it rejects', async () => {
  const name = freshName();
  const newer = await openDB(name, 99, {
    upgrade(database) {
      void database.createObjectStore('runs', { keyPath: 'id' }).put({ id: 'from the future' });
    },
  });
  newer.close();
  await expect(openBrowserStore({ name })).rejects.toMatchObject({ name: 'VersionError' });
  await deleteDB(name);
});

test('an open store steps aside for a newer version of the desk', async () => {
  const name = freshName();
  const store = await openBrowserStore({ name });
  await store.add(record());
  const newer = await openDB(name, 99);
  expect(await newer.getAllKeys('runs')).toEqual(['record-1']);
  await expect(store.all()).rejects.toMatchObject({ name: 'InvalidStateError' });
  store.close();
  newer.close();
  await deleteDB(name);
});
