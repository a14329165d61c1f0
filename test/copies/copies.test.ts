// @vitest-environment node
// The saved copies as the screen reads them: storage that fails is an answer, and what is old goes.
import { describe, expect, test, vi } from 'vitest';
import { createCopies } from '#src/copies/copies.ts';
import type { CopySettings } from '#src/copies/copy-settings.ts';
import { matchingCopies, wholeCopies } from '#src/copies/copy-list.ts';
import { createMemoryCopies } from '#src/copies/memory-copies.ts';
import type { CopyStore } from '#src/copies/copy-store.ts';
import { copyOf, head, rowsOf } from '#test/support/copies.ts';
import { NOW } from '#test/support/records.ts';

const DAY_MS = 24 * 3_600_000;

function settings(kept: CopySettings['kept'] = 'ever') {
  return { get: (): CopySettings => ({ kept, automatic: [] }) };
}

async function filled(...changes: Parameters<typeof head>[0][]) {
  const store = createMemoryCopies();
  for (const change of changes) {
    const { copy, chunks } = await copyOf(change);
    await store.save(copy, chunks);
  }
  return store;
}

const open = (store: CopyStore, kept: CopySettings['kept'] = 'ever') =>
  createCopies(async () => store, settings(kept));
const toSave = { head: head(), rows: rowsOf(3), source: 'operator' } as const;

describe('the list of copies', () => {
  test('is read when it is first wanted, newest first, and follows the store', async () => {
    const store = await filled({ id: 'old', capturedAt: NOW - 1 }, { id: 'new' });
    const copies = open(store);
    expect(copies.list().state).toBe('unread');
    await copies.open(NOW);
    expect(copies.list().copies.map(({ id }) => id)).toEqual(['new', 'old']);
    await store.remove(['new']);
    await vi.waitFor(() => expect(copies.list().copies.map(({ id }) => id)).toEqual(['old']));
  });

  test('says that storage is blocked where it cannot be opened, and tries again when asked to save', async () => {
    const store = createMemoryCopies();
    let blocked = true;
    const copies = createCopies(
      () => (blocked ? Promise.reject(new DOMException('no', 'SecurityError')) : Promise.resolve(store)),
      settings(),
    );
    await copies.open(NOW);
    expect(copies.list()).toEqual({ state: 'blocked', copies: [] });
    expect(await copies.save(toSave)).toBe('not-saved');
    blocked = false;
    expect(await copies.save(toSave)).toBe('saved');
    expect(copies.list().state).toBe('ready');
  });
});

describe('a copy that is saved', () => {
  test('is not saved where storage is full, and nothing of it is listed', async () => {
    const store = {
      ...createMemoryCopies(),
      save: () => Promise.reject(new DOMException('full', 'QuotaExceededError')),
    };
    const copies = open(store);
    await copies.open(NOW);
    expect(await copies.save(toSave)).toBe('not-saved');
    expect(copies.list().copies).toEqual([]);
  });

  test('does not hide a mistake of ours behind storage', async () => {
    const store = { ...createMemoryCopies(), save: () => Promise.reject(new RangeError('ours')) };
    await expect(open(store).save(toSave)).rejects.toThrow('ours');
  });

  test('as a part never takes the place of the whole', async () => {
    const copies = open(await filled({}));
    const part = { ...toSave, head: head({ complete: false, rowCount: 1 }) };
    expect(await copies.save(part)).toBe('kept');
    expect(copies.list().copies.map(({ complete }) => complete)).toEqual([true]);
  });

  test('is not given back where a piece of it is missing', async () => {
    const store = await filled({ rowCount: 1_200 });
    const copies = open({
      ...store,
      chunk: (id, place) => (place === 1 ? Promise.resolve(null) : store.chunk(id, place)),
    });
    await copies.open(NOW);
    const [copy] = copies.list().copies;
    expect(copy === undefined ? null : await copies.pieces(copy, () => undefined)).toBe(false);
  });
});

describe('what has been kept long enough', () => {
  test.each([
    ['30', ['a day ago']],
    ['90', ['a day ago', '60 days ago']],
    ['365', ['a day ago', '60 days ago', '200 days ago']],
    ['ever', ['a day ago', '60 days ago', '200 days ago', '2 years ago']],
  ] as const)('goes when copies are kept %s days', async (kept, left) => {
    const store = await filled(
      { id: 'a day ago', capturedAt: NOW - DAY_MS },
      { id: '60 days ago', capturedAt: NOW - 60 * DAY_MS },
      { id: '200 days ago', capturedAt: NOW - 200 * DAY_MS },
      { id: '2 years ago', capturedAt: NOW - 730 * DAY_MS },
    );
    await open(store, kept).open(NOW);
    expect((await store.all()).map(({ id }) => id)).toEqual(left);
  });
});

describe('what follows from the list', () => {
  test('only whole copies stand for their results', async () => {
    const copies = open(await filled({ id: 'whole' }, { id: 'part', complete: false }));
    await copies.open(NOW);
    expect([...wholeCopies(copies.list())]).toEqual(['whole']);
  });

  test('copies are found by any words of report, mailbox, range and key', async () => {
    const copies = open(
      await filled(
        { id: 'a' },
        { id: 'b', mailbox: { name: 'Support', timeZone: 'UTC' }, keyLabel: 'Night' },
      ),
    );
    await copies.open(NOW);
    const found = (search: string) =>
      matchingCopies(copies.list().copies, search)
        .map(({ id }) => id)
        .toSorted()
        .join();
    expect(['', 'sales', 'SUPPORT mailbox', 'night', 'sep 2026', 'sales night'].map(found)).toEqual([
      'a,b',
      'a',
      'b',
      'b',
      'a,b',
      '',
    ]);
  });
});
