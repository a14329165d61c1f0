// What stands in the real storage of a browser and is no record, or half of one: the store gives every other, and leaves it where it is.
import { openDB } from 'idb';
import { expect, test } from 'vitest';
import { openBrowserStore } from '#src/records/browser-store.ts';
import { isUnreadable } from '#src/records/sound-record.ts';
import { record } from '#test/support/records.ts';

const ODD = [
  { id: 'half', state: 'running' },
  { ...record('done'), id: 'no-request', request: null },
  { ...record('running'), id: 'no-attempts', attempts: 'none' },
  { ...record('queued'), id: 'no-body', body: 7 },
  { ...record('done'), id: 'no-time', pressedAt: Number.NaN, mailbox: [] },
  { id: 7, state: 'done' },
  { id: new Date(0), state: 'done' },
];

test('records beside broken ones are read, and a broken one can be changed and removed', async () => {
  const name = `foreign-${crypto.randomUUID()}`;
  const store = await openBrowserStore({ name });
  await store.add(record('done', { id: 'fine' }));
  const raw = await openDB(name);
  for (const odd of ODD) await raw.put('runs', odd);

  const found = new Map((await store.all()).map((one) => [one.id, one]));
  expect([...found.keys()].toSorted()).toEqual(
    ['fine', 'half', 'no-attempts', 'no-body', 'no-request', 'no-time'].toSorted(),
  );
  expect(found.get('fine')).toEqual(record('done', { id: 'fine' }));
  expect(found.get('no-body')).toMatchObject({ state: 'lost', polling: 'stopped' });
  expect(isUnreadable(found.get('no-request') ?? record())).toBe(true);
  expect(await store.get('half')).toEqual(found.get('half'));

  await store.update('no-attempts', (one) => ({ ...one, slower: true }));
  expect(await store.get('no-attempts')).toMatchObject({ slower: true, attempts: [] });
  expect(await store.remove(['half'])).toEqual(['half']);
  expect((await store.removed()).map(({ id }) => id)).toEqual(['half']);
  expect(await raw.count('runs')).toBe(ODD.length);
  raw.close();
  store.close();
});
