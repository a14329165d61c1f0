// What every store of run records must do: run on each implementation, so that they can be exchanged for one another.
import { describe, expect, test, vi } from 'vitest';
import type { RunStore } from '#src/runs/store.ts';
import { transition } from '#src/runs/transition.ts';
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

    test('forgets a removed record', () =>
      inTabs(async (here, there) => {
        await here.add(record());
        await there.remove(['record-1']);
        await there.remove(['record-1']);
        expect(await here.all()).toEqual([]);
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
