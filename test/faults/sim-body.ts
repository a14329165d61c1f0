// Bodies that come slowly, or stop coming.
import type { VirtualTime } from './sim-time.ts';
import { never } from './sim-world.ts';

/** The bytes in three pieces, so long apart; after the first none where that is null. */
export function drops(
  time: VirtualTime,
  bytes: Uint8Array<ArrayBuffer>,
  { apartMs, signal }: { apartMs: number | null; signal: AbortSignal | null | undefined },
): ReadableStream<Uint8Array> {
  const third = Math.ceil(bytes.byteLength / 3);
  let at = 0;
  return new ReadableStream({
    // As in browsers: who gives a request up gives its body up.
    start(controller) {
      signal?.addEventListener('abort', () => controller.error(signal.reason));
    },
    async pull(controller) {
      if (at > 0 && apartMs === null) return never();
      if (at > 0) await time.sleep(apartMs ?? 0);
      if (signal?.aborted === true) return undefined;
      controller.enqueue(bytes.subarray(at, at + third));
      at += third;
      if (at >= bytes.byteLength) controller.close();
      return undefined;
    },
  });
}
