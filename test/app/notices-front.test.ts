// @vitest-environment node
// Tabs of one browser and the lock that says that one of them is looked at. Node's own lock manager is the browser's.
import { expect, test } from 'vitest';
import { isDeskInFront, standInFront } from '#src/app/notices-front.ts';

function tab(isVisible: boolean) {
  const listeners = new Set<() => void>();
  let visible = isVisible;
  return {
    visibility: {
      visible: () => visible,
      subscribe(listener: () => void) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    show(next: boolean) {
      visible = next;
      for (const listener of listeners) listener();
    },
  };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

test('a desk is in front while one of its tabs is visible, and no longer when that one goes', async () => {
  const hidden = tab(false);
  const other = tab(true);
  const endHidden = standInFront(hidden.visibility);
  expect(await isDeskInFront()).toBe(false);
  const endOther = standInFront(other.visibility);
  await settled();
  expect(await isDeskInFront()).toBe(true);
  hidden.show(true);
  endOther();
  await settled();
  expect(await isDeskInFront()).toBe(true);
  hidden.show(false);
  await settled();
  expect(await isDeskInFront()).toBe(false);
  endHidden();
});

test('without locks nobody can tell, and nothing breaks', async () => {
  const end = standInFront(tab(true).visibility, null);
  end();
  expect(await isDeskInFront(null)).toBe(false);
});
