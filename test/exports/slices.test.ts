// @vitest-environment node
// Long work in slices: the browser gets its turn after a few ms of work, however many steps there are.
import { describe, expect, test, vi } from 'vitest';
import { inSlices } from '#src/exports/slices.ts';

/** A clock on which each look takes 1 ms. */
function tickingClock() {
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => (now += 1));
}

describe('work in slices', () => {
  test('lets others have their turn every few ms, and does every step once', async () => {
    tickingClock();
    const done: number[] = [];
    let turns = 0;
    await inSlices(100, (index) => done.push(index), { onProgress: () => (turns += 1) });
    expect(done).toEqual(Array.from({ length: 100 }, (_, index) => index));
    // 8 ms a slice.
    expect(turns).toBeGreaterThanOrEqual(11);
  });

  test('really gives way: what others have queued runs between two slices', async () => {
    tickingClock();
    let between = 0;
    const timer = setInterval(() => (between += 1), 0);
    await inSlices(2_000, () => undefined);
    clearInterval(timer);
    expect(between).toBeGreaterThan(0);
  });

  test('waits for a step that takes its time, in order', async () => {
    const done: number[] = [];
    await inSlices(3, async (index) => {
      await Promise.resolve();
      done.push(index);
    });
    expect(done).toEqual([0, 1, 2]);
  });

  test('ends between two steps when it is called off', async () => {
    const stop = new AbortController();
    const done: number[] = [];
    const work = inSlices(
      10,
      (index) => {
        done.push(index);
        if (index === 3) stop.abort(new Error('called off'));
      },
      { signal: stop.signal },
    );
    await expect(work).rejects.toThrow('called off');
    expect(done).toEqual([0, 1, 2, 3]);
  });
});
