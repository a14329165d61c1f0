// @vitest-environment node
import { expect, test } from 'vitest';
import { createLocalLock } from '#src/runs/launch-lock.ts';

test('tasks go one at a time, in order, and each gets its own result', async () => {
  const lock = createLocalLock();
  const seen: string[] = [];
  const first = Promise.withResolvers<undefined>();
  const one = lock(async () => {
    seen.push('one in');
    await first.promise;
    seen.push('one out');
    return 1;
  });
  const two = lock(() => {
    seen.push('two in');
    return Promise.resolve(2);
  });
  await Promise.resolve();
  expect(seen).toEqual(['one in']);
  first.resolve(undefined);
  expect(await Promise.all([one, two])).toEqual([1, 2]);
  expect(seen).toEqual(['one in', 'one out', 'two in']);
});

test('a task that fails gives the lock back, and its failure to who asked', async () => {
  const lock = createLocalLock();
  const failing = lock(() => Promise.reject(new Error('ours')));
  const next = lock(() => Promise.resolve('next'));
  await expect(failing).rejects.toThrow('ours');
  expect(await next).toBe('next');
});
