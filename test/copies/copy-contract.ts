// What every store of saved copies must do: run on each implementation, so that they can be exchanged for one another.
import { describe, expect, test, vi } from 'vitest';
import type { CopyStore } from '#src/copies/copy-store.ts';
import { copyOf } from '../support/copies.ts';

/** Opens one fresh, empty store as two tabs see it. */
export type OpenCopyTabs = () => Promise<{ here: CopyStore; there: CopyStore; close(): Promise<void> }>;

export function copyContract(name: string, openTabs: OpenCopyTabs): void {
  async function inTabs(task: (here: CopyStore, there: CopyStore) => Promise<void>) {
    const tabs = await openTabs();
    try {
      await task(tabs.here, tabs.there);
    } finally {
      await tabs.close();
    }
  }

  describe(`${name} copies`, () => {
    test('are none at first', () =>
      inTabs(async (store) => {
        expect(await store.all()).toEqual([]);
        expect(await store.chunk('record-1', 0)).toBeNull();
      }));

    test('are there in both tabs, with every piece of their rows', () =>
      inTabs(async (here, there) => {
        const { copy, chunks } = await copyOf({ rowCount: 1_200 });
        expect(await here.save(copy, chunks)).toBe(true);
        expect(await there.all()).toEqual([copy]);
        expect(chunks).toHaveLength(3);
        for (const [place, chunk] of chunks.entries()) expect(await there.chunk(copy.id, place)).toBe(chunk);
        expect(await there.chunk(copy.id, 3)).toBeNull();
        expect(await there.chunk('another', 0)).toBeNull();
      }));

    test('take the place of an older one, with nothing left of it', () =>
      inTabs(async (store) => {
        const older = await copyOf({ rowCount: 1_200, complete: false });
        const newer = await copyOf({ rowCount: 2 });
        await store.save(older.copy, older.chunks);
        expect(await store.save(newer.copy, newer.chunks)).toBe(true);
        expect(await store.all()).toEqual([newer.copy]);
        expect([await store.chunk('record-1', 0), await store.chunk('record-1', 1)]).toEqual([
          newer.chunks[0],
          null,
        ]);
      }));

    test('that are whole stay where a part comes after them', () =>
      inTabs(async (store) => {
        const whole = await copyOf({ rowCount: 3 });
        const part = await copyOf({ rowCount: 1, complete: false });
        await store.save(whole.copy, whole.chunks);
        expect(await store.save(part.copy, part.chunks)).toBe(false);
        expect(await store.all()).toEqual([whole.copy]);
        expect(await store.chunk('record-1', 0)).toBe(whole.chunks[0]);
      }));

    test('go with their rows, and leave the others', () =>
      inTabs(async (here, there) => {
        for (const id of ['a', 'b', 'b2']) {
          const { copy, chunks } = await copyOf({ id });
          await here.save(copy, chunks);
        }
        await there.remove(['a', 'b', 'nobody']);
        expect((await here.all()).map(({ id }) => id)).toEqual(['b2']);
        expect(await here.chunk('b', 0)).toBeNull();
        expect(await here.chunk('b2', 0)).not.toBeNull();
      }));

    test('are told of in both tabs', () =>
      inTabs(async (here, there) => {
        const near = vi.fn<() => void>();
        const far = vi.fn<() => void>();
        here.subscribe(near);
        const stop = there.subscribe(far);
        const { copy, chunks } = await copyOf();
        await here.save(copy, chunks);
        await here.remove([copy.id]);
        await vi.waitFor(() => expect(far).toHaveBeenCalledTimes(2));
        expect(near).toHaveBeenCalledTimes(2);
        stop();
        await here.save(copy, chunks);
        expect(near).toHaveBeenCalledTimes(3);
        expect(far).toHaveBeenCalledTimes(2);
      }));
  });
}
