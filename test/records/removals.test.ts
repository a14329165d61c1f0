// @vitest-environment node
import { expect, test, vi } from 'vitest';
import { createMemoryStore } from '#src/records/memory-store.ts';
import { createRemovals } from '#src/records/removals.ts';
import type { RunStore } from '#src/records/store.ts';
import { HOUR, NOW, record } from '../support/records.ts';

function shown(...ids: string[]) {
  const store = createMemoryStore(ids.map((id) => record('done', { id })));
  let slow: Promise<void> = Promise.resolve();
  const restore: RunStore['restore'] = async (given) => {
    await store.restore(given);
    await slow;
  };
  const all = createRemovals({ ...store, restore });
  const remove = (gone: readonly string[]) => all.remove(gone.map((id) => record('done', { id })));
  const removals = { ...all, remove };
  const heard = vi.fn<() => void>();
  removals.subscribe(heard);
  /** Bringing back takes until the returned function is called. */
  const slowDown = () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    slow = promise;
    return resolve;
  };
  return {
    store,
    removals,
    heard,
    slowDown,
    onBoard: async () => (await store.all()).map(({ id }) => id).toSorted(),
  };
}

test('nothing was removed at first', () => {
  const { removals } = shown('a');
  expect(removals.last()).toEqual([]);
  expect(removals.last()).toBe(removals.last());
});

test('what was removed last comes back as it was, all of it at once', async () => {
  const { store, removals, heard, onBoard } = shown('a', 'b', 'c');
  const before = await store.all();
  await removals.remove(['a', 'c']);
  expect([await onBoard(), removals.last()]).toEqual([['b'], ['a', 'c']]);
  expect(removals.last()).toBe(removals.last());
  await removals.undo();
  expect(await store.all()).toEqual(expect.arrayContaining([...before]));
  expect([removals.last(), heard.mock.calls.length]).toEqual([[], 2]);
});

test('only the last removal is offered back; an earlier one stays removed', async () => {
  const { removals, onBoard } = shown('a', 'b');
  await removals.remove(['a']);
  await removals.remove(['b']);
  await removals.undo();
  await removals.undo();
  expect([await onBoard(), removals.last()]).toEqual([['b'], []]);
});

test('a card that was sent or ended since it was seen stays', async () => {
  const { store, removals, onBoard } = shown('a', 'b');
  await store.update('a', (current) => ({ ...current, state: 'running' }));
  await removals.remove(['a', 'b']);
  expect([await onBoard(), removals.last()]).toEqual([['a'], ['b']]);
});

test('a card that has moved on since it was seen stays: it may be the only trace of a run', async () => {
  const { store, removals, onBoard } = shown('a', 'b');
  await store.update('a', (current) => ({ ...current, state: 'running' }));
  await removals.remove(['a']);
  expect([await onBoard(), removals.last()]).toEqual([['a', 'b'], []]);
  await removals.remove(['a', 'b']);
  expect([await onBoard(), removals.last()]).toEqual([['a'], ['b']]);
});

test('dismissed, it stays removed', async () => {
  const { removals, heard, onBoard } = shown('a');
  await removals.remove(['a']);
  removals.dismiss();
  await removals.undo();
  expect([await onBoard(), removals.last(), heard.mock.calls.length >= 2]).toEqual([[], [], true]);
});

test('a removal while one is being undone is offered back itself', async () => {
  const { removals, onBoard, slowDown } = shown('a', 'b');
  await removals.remove(['a']);
  const goOn = slowDown();
  const undone = removals.undo();
  await removals.remove(['b']);
  goOn();
  await undone;
  expect([await onBoard(), removals.last()]).toEqual([['a'], ['b']]);
});

test('one card of several comes back by itself, and the others are still offered', async () => {
  const { removals, onBoard } = shown('a', 'b');
  await removals.remove(['a', 'b']);
  expect((await removals.find('a'))?.id).toBe('a');
  await removals.restore('a');
  expect([await onBoard(), removals.last(), await removals.find('a')]).toEqual([['a'], ['b'], null]);
});

test('who stopped listening hears nothing', async () => {
  const { removals } = shown('a');
  const heard = vi.fn<() => void>();
  removals.subscribe(heard)();
  await removals.remove(['a']);
  expect(heard).not.toHaveBeenCalled();
});

test('48 hours after its launch a removed card is forgotten, no sooner', async () => {
  const { store, removals } = shown('a');
  await removals.remove(['a']);
  await removals.clean(NOW + 48 * HOUR);
  expect(await store.removed()).toHaveLength(1);
  await removals.clean(NOW + 48 * HOUR + 1);
  expect(await store.removed()).toEqual([]);
  await removals.restore('a');
  expect(await store.all()).toEqual([]);
});
