// What every store of run records must do: run on each implementation, so that they can be exchanged for one another.
import { describe, expect, test, vi } from 'vitest';
import type { RunStore } from '#src/records/store.ts';
import { transition } from '#src/records/transition.ts';
import { attempt, record } from '../support/records.ts';

/** Opens one fresh, empty store as two tabs see it, and says how to wait until word from one has reached the other. */
export type OpenTabs = () => Promise<{ here: RunStore; there: RunStore; close(): Promise<void> }>;

export function storeContract(name: string, openTabs: OpenTabs): void {
  async function inTabs(task: (here: RunStore, there: RunStore) => Promise<void>) {
    const tabs = await openTabs();
    try {
      await task(tabs.here, tabs.there);
    } finally {
      await tabs.close();
    }
  }

  describe(`${name} store`, () => {
    test('is empty at first', () =>
      inTabs(async (store) => {
        expect(await store.all()).toEqual([]);
        expect(await store.get('record-1')).toBeNull();
      }));

    test('gives back what was added, in both tabs', () =>
      inTabs(async (here, there) => {
        const added = record('done', { id: 'a', rerunOf: 'b' });
        await here.add(added);
        expect(await there.get('a')).toEqual(added);
        expect(await there.all()).toEqual([added]);
      }));

    test('leaves a record as it is when one with its id is added again', () =>
      inTabs(async (here, there) => {
        await here.add(record('running'));
        await there.add(record('queued'));
        expect((await here.get('record-1'))?.state).toBe('running');
      }));

    test('changes a record in place, and gives the record after it', () =>
      inTabs(async (here, there) => {
        await here.add(record('running'));
        const after = await here.update('record-1', (current) => ({ ...current, progress: 70 }));
        expect(after?.progress).toBe(70);
        expect(await there.get('record-1')).toEqual(after);
      }));

    test('gives null for a change of a record that is not there, and makes none', () =>
      inTabs(async (store) => {
        const change = vi.fn<(current: ReturnType<typeof record>) => ReturnType<typeof record>>();
        expect(await store.update('record-1', change)).toBeNull();
        expect(change).not.toHaveBeenCalled();
        expect(await store.all()).toEqual([]);
      }));

    test('rejects where the change throws, and changes nothing', () =>
      inTabs(async (store) => {
        await store.add(record('running'));
        const broken = store.update('record-1', () => {
          throw new RangeError('ours');
        });
        await expect(broken).rejects.toThrow('ours');
        expect((await store.get('record-1'))?.state).toBe('running');
      }));

    test('takes removed records out of sight in both tabs, and leaves the others', () =>
      inTabs(async (here, there) => {
        for (const id of ['a', 'b', 'c']) await here.add(record('done', { id }));
        await there.remove(['a', 'c']);
        expect((await here.all()).map(({ id }) => id)).toEqual(['b']);
        expect([await here.get('a'), await there.get('c')]).toEqual([null, null]);
        const change = vi.fn<(current: ReturnType<typeof record>) => ReturnType<typeof record>>();
        expect(await here.update('a', change)).toBeNull();
        expect(change).not.toHaveBeenCalled();
      }));

    test('keeps what was removed, and brings it back as it was', () =>
      inTabs(async (here, there) => {
        const one = record('failed', {
          id: 'a',
          progress: 40,
          ignored: [{ type: 'done', at: 1, state: 'failed' }],
        });
        const two = record('queued', { id: 'b', position: -3 });
        await here.add(one);
        await here.add(two);
        await here.remove(['a', 'b']);
        expect(await there.removed()).toEqual(expect.arrayContaining([one, two]));
        await there.restore(['b', 'a']);
        expect(await there.removed()).toEqual([]);
        expect([await here.get('a'), await here.get('b')]).toEqual([one, two]);
      }));

    test('removes and restores any number of times, and what is not there not at all', () =>
      inTabs(async (here, there) => {
        await here.add(record());
        await here.restore(['record-1', 'nobody']);
        for (let round = 0; round < 3; round += 1) {
          await there.remove(['record-1', 'nobody']);
          await there.remove(['record-1']);
          expect([(await here.all()).length, (await here.removed()).length]).toEqual([0, 1]);
          await here.restore(['record-1']);
          await here.restore(['record-1']);
          expect([(await there.all()).length, (await there.removed()).length]).toEqual([1, 0]);
        }
      }));

    test('leaves a removed record removed when one with its id is added', () =>
      inTabs(async (here, there) => {
        await here.add(record('done'));
        await here.remove(['record-1']);
        await there.add(record('running'));
        expect(await here.all()).toEqual([]);
        expect((await here.removed()).map(({ state }) => state)).toEqual(['done']);
      }));

    test('forgets for good: it comes back by no way, and its id is free again', () =>
      inTabs(async (here, there) => {
        await here.add(record('done'));
        await here.add(record('running', { id: 'in sight' }));
        await here.remove(['record-1']);
        await there.forget(['record-1', 'in sight', 'nobody']);
        expect(await here.removed()).toEqual([]);
        await here.restore(['record-1']);
        expect((await here.all()).map(({ id }) => id)).toEqual(['in sight']);
        await there.add(record('queued'));
        expect((await here.get('record-1'))?.state).toBe('queued');
      }));

    test('tells of many that are removed or restored once, by the ids that were there', () =>
      inTabs(async (here, there) => {
        const near = vi.fn<(ids: readonly string[]) => void>();
        const far = vi.fn<(ids: readonly string[]) => void>();
        here.subscribe(near);
        there.subscribe(far);
        for (const id of ['a', 'b', 'c']) await here.add(record('done', { id }));
        await here.remove(['a', 'nobody', 'b']);
        await here.restore(['b', 'c']);
        await here.remove(['nobody']);
        await here.restore(['nobody']);
        await here.forget(['a']);
        await here.remove(['c']);
        await vi.waitFor(() => expect(far).toHaveBeenCalledTimes(6));
        const told = [[['a']], [['b']], [['c']], [['a', 'b']], [['b']], [['c']]];
        expect([near.mock.calls, far.mock.calls]).toEqual([told, told]);
      }));

    test('removes only what may go as it is now, and gives the ids that went', () =>
      inTabs(async (here, there) => {
        for (const id of ['a', 'b', 'c']) await here.add(record('queued', { id }));
        await there.update('b', (current) => ({ ...current, state: 'sending' }));
        const gone = await here.remove(['a', 'b', 'nobody'], ({ state }) => state === 'queued');
        expect(gone).toEqual(['a']);
        expect((await there.all()).map(({ id }) => id).toSorted()).toEqual(['b', 'c']);
        expect(await here.remove(['b'])).toEqual(['b']);
      }));

    test('removes a record or changes it, never half of each, when both happen at once', () =>
      inTabs(async (here, there) => {
        for (let round = 0; round < 20; round += 1) {
          const id = `round-${round}`;
          await here.add(record('running', { id }));
          const [after] = await Promise.all([
            here.update(id, (current) => ({ ...current, progress: 70 })),
            there.remove([id]),
          ]);
          expect(await here.get(id)).toBeNull();
          const kept = (await here.removed()).find((one) => one.id === id);
          expect(kept?.progress).toBe(after?.progress ?? 0);
        }
      }));

    test('tells both tabs about every record that was added, changed or removed, by its id', () =>
      inTabs(async (here, there) => {
        const near = vi.fn<(ids: readonly string[]) => void>();
        const far = vi.fn<(ids: readonly string[]) => void>();
        here.subscribe(near);
        there.subscribe(far);
        await here.add(record('queued', { id: 'a' }));
        await here.update('a', (current) => ({ ...current, progress: 1 }));
        await here.remove(['a']);
        await vi.waitFor(() => expect(far).toHaveBeenCalledTimes(3));
        expect(near.mock.calls).toEqual([[['a']], [['a']], [['a']]]);
        expect(far.mock.calls).toEqual([[['a']], [['a']], [['a']]]);
      }));

    test('says nothing where nothing changed', () =>
      inTabs(async (here) => {
        await here.add(record());
        const told = vi.fn<(ids: readonly string[]) => void>();
        here.subscribe(told);
        await here.add(record());
        await here.update('record-1', (current) => current);
        await here.update('nobody', (current) => current);
        expect(told).not.toHaveBeenCalled();
      }));

    test('says nothing to who stopped listening', () =>
      inTabs(async (here) => {
        const told = vi.fn<(ids: readonly string[]) => void>();
        here.subscribe(told)();
        await here.add(record());
        expect(told).not.toHaveBeenCalled();
      }));

    test('lets exactly one of two tabs take a launch from queued to sending', () =>
      inTabs(async (here, there) => {
        for (let round = 0; round < 20; round += 1) {
          const id = `round-${round}`;
          await here.add(record('queued', { id }));
          const won: string[] = [];
          const send = (store: RunStore, tab: string) =>
            store.update(id, (current) => {
              const after = transition(current, { type: 'send', attempt: attempt(tab) });
              if (after !== current) won.push(tab);
              return after;
            });
          const results = await Promise.all([send(here, 'here'), send(there, 'there'), send(here, 'here')]);
          expect(won).toHaveLength(1);
          for (const result of results) expect(result?.attempts.map(({ key }) => key)).toEqual(won);
        }
      }));

    test('loses no change of many at a time', () =>
      inTabs(async (here, there) => {
        await here.add(record('running'));
        const stores = Array.from({ length: 40 }, (_, index) => (index % 2 === 0 ? here : there));
        await Promise.all(
          stores.map((store) =>
            store.update('record-1', (current) => ({ ...current, pollFailures: current.pollFailures + 1 })),
          ),
        );
        expect((await here.get('record-1'))?.pollFailures).toBe(40);
      }));
  });
}
