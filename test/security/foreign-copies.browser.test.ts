// What stands in the real storage of a browser and is no saved copy, or half of one: the store gives every other, a broken one can be
// replaced and removed, and a piece of rows that is no text counts as missing.
import { deleteDB, openDB } from 'idb';
import { expect, test } from 'vitest';
import { openBrowserCopies } from '#src/copies/browser-copies.ts';
import { createCopies } from '#src/copies/copies.ts';
import { isUnreadable } from '#src/records/sound-record.ts';
import { copyOf, head, rowsOf } from '#test/support/copies.ts';
import { NOW } from '#test/support/records.ts';

const { copy, chunks } = await copyOf({ id: 'fine' });
const circle: unknown[] = [];
circle.push(circle);
const ODD = [
  { id: 'half' },
  { ...copy, id: 'no-request', request: null },
  { ...copy, id: 'circle', request: { ...copy.request, parameters: { mailboxId: 'mb_1', more: circle } } },
  { ...copy, id: 'no-time', capturedAt: new Date(Number.NaN), mailbox: 7 },
  { ...copy, id: 'endless', chunks: Infinity },
  { ...copy, id: 'pieces' },
  { id: 7, complete: true },
  { id: new Date(0), complete: true },
];

test('copies beside broken ones are read, and a broken one can be replaced and removed', async () => {
  const name = `foreign-copies-${crypto.randomUUID()}`;
  const store = await openBrowserCopies({ name });
  await store.save(copy, chunks);
  const raw = await openDB(name);
  for (const odd of ODD) await raw.put('copies', odd);
  for (const piece of [7, null, {}, new Blob(['[]'])]) {
    await raw.put('rows', piece, ['pieces', 0]);
    expect(await store.chunk('pieces', 0)).toBeNull();
  }

  const copies = createCopies((options) => openBrowserCopies({ ...options, name }));
  await copies.open(NOW);
  const found = new Map(copies.list().copies.map((one) => [one.id, one]));
  expect([...found.keys()].toSorted()).toEqual(
    ['circle', 'endless', 'fine', 'half', 'no-request', 'no-time', 'pieces'].toSorted(),
  );
  expect(found.get('fine')).toEqual(copy);
  expect(found.get('half')).toMatchObject({ complete: false, rowCount: 0, source: 'file' });
  expect(found.get('endless')).toMatchObject({ complete: false, chunks: 0 });
  for (const id of ['half', 'no-request', 'circle']) expect(isUnreadable(found.get(id) ?? copy)).toBe(true);
  expect(await copies.pieces(found.get('pieces') ?? copy, () => undefined)).toBe(false);

  // It says that it is whole, but not of how many pieces: a part takes its place.
  const part = {
    head: head({ id: 'endless', complete: false }),
    rows: rowsOf(3),
    source: 'operator',
  } as const;
  expect(await copies.save(part)).toBe('saved');
  expect(await copies.remove(['half', 'circle'])).toBe(true);
  expect(await raw.count('copies')).toBe(ODD.length - 1);
  raw.close();
  store.close();
  await deleteDB(name);
});
