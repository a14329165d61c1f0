// Copies in a real IndexedDB, with two opened stores as two tabs.
import { deleteDB, openDB } from 'idb';
import { expect, test, vi } from 'vitest';
import { openBrowserCopies } from '#src/copies/browser-copies.ts';
import { createCopies } from '#src/copies/copies.ts';
import { copyOf, head, rowsOf } from '../support/copies.ts';
import { NOW } from '../support/records.ts';
import { copyContract } from './copy-contract.ts';

let databases = 0;
const freshName = () => `test-copies-${(databases += 1)}-${crypto.randomUUID()}`;

copyContract('browser', async () => {
  const name = freshName();
  const here = await openBrowserCopies({ name });
  const there = await openBrowserCopies({ name });
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

test('a copy is kept with all its pieces or not at all: the one before it stays as it was', async () => {
  const name = freshName();
  const store = await openBrowserCopies({ name });
  const part = await copyOf({ rowCount: 2, complete: false });
  await store.save(part.copy, part.chunks);
  const { copy, chunks } = await copyOf({ rowCount: 1_200 });
  // What storage cannot take comes last, after the first pieces were written.
  const broken = [...chunks.slice(0, 2), Symbol('no text') as unknown as string];
  await expect(store.save(copy, broken)).rejects.toMatchObject({ name: 'DataCloneError' });
  expect(await store.all()).toEqual([part.copy]);
  expect([await store.chunk('record-1', 0), await store.chunk('record-1', 1)]).toEqual([
    part.chunks[0],
    null,
  ]);
  store.close();
  await deleteDB(name);
});

test('a newer version of the desk is not held up, and the copies are looked for anew', async () => {
  const name = freshName();
  const copies = createCopies((options) => openBrowserCopies({ ...options, name }));
  await copies.save({ head: head(), rows: rowsOf(3), source: 'operator' });
  const newer = await openDB(name, 99);
  expect(await newer.getAllKeys('copies')).toEqual(['record-1']);
  expect(await copies.save({ head: head({ id: 'b' }), rows: rowsOf(3), source: 'operator' })).toBe(
    'not-saved',
  );
  newer.close();
  await deleteDB(name);
  await vi.waitFor(async () =>
    expect(await copies.save({ head: head(), rows: rowsOf(3), source: 'operator' })).toBe('saved'),
  );
});

test('a hundred thousand rows are saved whole and read back as they were', async () => {
  const name = freshName();
  const copies = createCopies((options) => openBrowserCopies({ ...options, name }));
  const rows = rowsOf(100_000);
  await copies.open(NOW);
  const saved = await copies.save({
    head: head({ rowCount: rows.length }),
    rows,
    source: 'operator',
  });
  expect(saved).toBe('saved');
  const [copy] = copies.list().copies;
  if (copy === undefined) throw new Error('not in the list');
  const read: unknown[] = [];
  expect(await copies.pieces(copy, (piece) => read.push(...(JSON.parse(piece) as unknown[])))).toBe(true);
  expect(read).toEqual(rows);
}, 30_000);
