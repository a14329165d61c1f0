// @vitest-environment node
import { expect, test, vi } from 'vitest';
import { createMemoryStore } from '#src/records/memory-store.ts';
import { createRecordList } from '#src/records/record-list.ts';
import type { RunRecord } from '#src/records/record.ts';
import type { RunStore } from '#src/records/store.ts';
import { NOW, record } from '../support/records.ts';

/** A memory store whose readings of one record settle when the test says so. */
function slowStore() {
  const store = createMemoryStore();
  const readings: { answer(): void; fail(): void }[] = [];
  const slow: RunStore = {
    ...store,
    get: (id) =>
      new Promise<RunRecord | null>((resolve, reject) => {
        const read = store.get(id);
        readings.push({
          answer: () => void read.then(resolve),
          fail: () => reject(new Error('storage failed')),
        });
      }),
  };
  return { slow, readings };
}

const ids = (records: readonly RunRecord[]) => records.map(({ id }) => id);

test('has nothing before the store was read, and everything after', async () => {
  const store = createMemoryStore();
  await store.add(record('queued', { id: 'a' }));
  const list = createRecordList(store);
  expect(list.all()).toEqual([]);
  await list.loaded;
  expect(ids(list.all())).toEqual(['a']);
  expect(list.get('a')?.id).toBe('a');
  expect(list.get('b')).toBeNull();
});

test('follows the store: newest first, a new array after every change, the same object for an unchanged record', async () => {
  const store = createMemoryStore();
  await store.add(record('queued', { id: 'old', pressedAt: NOW }));
  const list = createRecordList(store);
  await list.loaded;
  const before = list.all();
  const heard = vi.fn<() => void>();
  list.subscribe(heard);
  await store.add(record('queued', { id: 'new', pressedAt: NOW + 1 }));
  await vi.waitFor(() => expect(ids(list.all())).toEqual(['new', 'old']));
  expect(list.all()).not.toBe(before);
  expect(list.get('old')).toBe(before[0]);
  expect(heard).toHaveBeenCalledTimes(1);
  expect(list.all()).toBe(list.all());
  await store.remove(['new']);
  await vi.waitFor(() => expect(ids(list.all())).toEqual(['old']));
});

test('a change while the store is being read is not lost', async () => {
  const store = createMemoryStore();
  const list = createRecordList(store);
  await store.add(record());
  await vi.waitFor(() => expect(ids(list.all())).toEqual(['record-1']));
});

/** A list whose record was changed twice; the first change is being read. */
async function twoChanges() {
  const { slow, readings } = slowStore();
  await slow.add(record('queued'));
  const list = createRecordList(slow);
  await list.loaded;
  await slow.update('record-1', (current) => ({ ...current, progress: 1 }));
  await slow.update('record-1', (current) => ({ ...current, progress: 2 }));
  await vi.waitFor(() => expect(readings).toHaveLength(1));
  return { list, readings };
}

test('an older reading never replaces a newer one', async () => {
  const { list, readings } = await twoChanges();
  readings[0]?.answer();
  await vi.waitFor(() => expect(readings).toHaveLength(2));
  readings[1]?.answer();
  await vi.waitFor(() => expect(list.get('record-1')?.progress).toBe(2));
});

test('one reading that fails costs that reading, not those after it', async () => {
  const { list, readings } = await twoChanges();
  readings[0]?.fail();
  await vi.waitFor(() => expect(readings).toHaveLength(2));
  readings[1]?.answer();
  await vi.waitFor(() => expect(list.get('record-1')?.progress).toBe(2));
});

test('says when the store could not be read at all', async () => {
  const broken: RunStore = { ...createMemoryStore(), all: () => Promise.reject(new Error('blocked')) };
  await expect(createRecordList(broken).loaded).rejects.toThrow('blocked');
});

test('a stopped list follows no more', async () => {
  const store = createMemoryStore();
  const list = createRecordList(store);
  await list.loaded;
  list.stop();
  await store.add(record());
  expect(list.all()).toEqual([]);
});
