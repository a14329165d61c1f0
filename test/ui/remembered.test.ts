import { beforeEach, expect, test, vi } from 'vitest';
import { createRemembered } from '#src/ui/remembered.ts';

const options = {
  key: 'desk-test',
  read: (text: string | null): readonly number[] => (text === null ? [] : (JSON.parse(text) as number[])),
};

beforeEach(() => {
  localStorage.clear();
});

test('gives the same object until something changes, and what was set after a reload', () => {
  const one = createRemembered(options);
  expect(one.get()).toBe(one.get());
  one.set([1, 2]);
  expect(one.get()).toBe(one.get());
  expect(createRemembered(options).get()).toEqual([1, 2]);
  expect(one.isKept()).toBe(true);
});

test('text that cannot be read counts as none', () => {
  localStorage.setItem('desk-test', '{"half');
  expect(createRemembered(options).get()).toEqual([]);
});

test('tells listeners of a change here, and of one in another tab', () => {
  const one = createRemembered(options);
  const listener = vi.fn<() => void>();
  const end = one.subscribe(listener);
  one.set([3]);
  expect(listener).toHaveBeenCalledTimes(1);
  localStorage.setItem('desk-test', '[4]');
  window.dispatchEvent(new StorageEvent('storage', { key: 'desk-test' }));
  expect(listener).toHaveBeenCalledTimes(2);
  expect(one.get()).toEqual([4]);
  end();
  one.set([5]);
  expect(listener).toHaveBeenCalledTimes(2);
});

test('where nothing can be stored it holds for this visit, says so, and is stored again when that is possible', () => {
  let isFull = true;
  const storage = () => ({
    getItem: (key: string) => localStorage.getItem(key),
    setItem(key: string, text: string) {
      if (isFull) throw new DOMException('full', 'QuotaExceededError');
      localStorage.setItem(key, text);
    },
  });
  localStorage.setItem('desk-test', '[1]');
  const one = createRemembered({ ...options, storage });
  expect(one.get()).toEqual([1]);
  one.set([2]);
  expect([one.get(), one.isKept()]).toEqual([[2], false]);
  isFull = false;
  one.set([3]);
  expect([one.get(), one.isKept(), localStorage.getItem('desk-test')]).toEqual([[3], true, '[3]']);
});

test('where storage is blocked it holds for this visit', () => {
  const one = createRemembered({
    ...options,
    storage: () => {
      throw new DOMException('blocked', 'SecurityError');
    },
  });
  expect(one.get()).toEqual([]);
  one.set([2]);
  expect([one.get(), one.isKept()]).toEqual([[2], false]);
});
