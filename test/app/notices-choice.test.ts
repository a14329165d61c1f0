// Whether notifications are wanted is remembered where possible, and never in the way where not.
import { beforeEach, expect, test, vi } from 'vitest';
import { createNoticesChoice } from '#src/app/notices-choice.ts';

beforeEach(() => {
  localStorage.clear();
});

test('nothing was said at first; what is said is remembered for the next visit, and can be taken back', () => {
  const choice = createNoticesChoice();
  const heard = vi.fn<() => void>();
  choice.subscribe(heard);
  expect(choice.get()).toBeNull();
  choice.set('yes');
  expect(createNoticesChoice().get()).toBe('yes');
  choice.set('no');
  expect(createNoticesChoice().get()).toBe('no');
  expect(heard).toHaveBeenCalledTimes(2);
});

test('what another tab says holds here at once', () => {
  const choice = createNoticesChoice();
  choice.set('yes');
  const heard = vi.fn<() => void>();
  const stop = choice.subscribe(heard);
  createNoticesChoice().set('no');
  window.dispatchEvent(new StorageEvent('storage'));
  expect(heard).toHaveBeenCalledTimes(1);
  expect(choice.get()).toBe('no');
  stop();
  window.dispatchEvent(new StorageEvent('storage'));
  expect(heard).toHaveBeenCalledTimes(1);
});

test('blocked storage keeps it for this visit', () => {
  const choice = createNoticesChoice(() => {
    throw new DOMException('blocked', 'SecurityError');
  });
  expect(choice.get()).toBeNull();
  choice.set('no');
  expect(choice.get()).toBe('no');
});

test('a value that no version wrote counts as nothing said', () => {
  localStorage.setItem('desk-run-notices', 'maybe');
  expect(createNoticesChoice().get()).toBeNull();
});
