// Long work in short slices, so that a hundred thousand rows never hold up typing or scrolling.

/** Longest work before the browser gets its turn, in ms. */
const SLICE_MS = 8;

/** Lets the browser paint and answer before the work goes on. A timer would wait for some ms each time, which adds up. */
export function browserTurn(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: Partial<Scheduler> };
  if (scheduler?.yield !== undefined) return scheduler.yield();
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => {
      port1.close();
      resolve();
    });
    port1.start();
    port2.postMessage(null);
  });
}

type SliceOptions = {
  /** Ends the work between two steps: it rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Called between two slices, with how many steps are done. */
  readonly onProgress?: ((done: number) => void) | undefined;
};

/** Calls `step` with 0 to `count` - 1, a few ms at a time. A step that gives a promise is waited for. */
export async function inSlices(
  count: number,
  step: (index: number) => unknown,
  { signal, onProgress }: SliceOptions = {},
): Promise<void> {
  let until = performance.now() + SLICE_MS;
  for (let index = 0; index < count; index += 1) {
    signal?.throwIfAborted();
    const given = step(index);
    if (given instanceof Promise) await given;
    if (performance.now() < until) continue;
    onProgress?.(index + 1);
    await browserTurn();
    until = performance.now() + SLICE_MS;
  }
  signal?.throwIfAborted();
}
