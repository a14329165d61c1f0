// Waiting, as an argument: every deadline of the gateway runs on an injected `sleep`, so that tests need not wait.

/** Resolves after `ms` milliseconds. An aborted `signal` ends the wait early: by resolving or by rejecting, both are fine. */
export type Sleep = (ms: number, signal?: AbortSignal) => Promise<void>;

/** {@link Sleep} on the process's own timers. They do not keep the process alive. */
export const realSleep: Sleep = (ms, signal) =>
  new Promise((resolve) => {
    if (signal?.aborted === true) {
      resolve();
      return;
    }
    const end = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    timer.unref();
    signal?.addEventListener('abort', end, { once: true });
  });

// Without a reason of our own, each abort would build an exception with a stack trace that nobody reads.
const OVER = 'over';

/** Calls `expire` after `ms` milliseconds unless the returned function was called before. */
export function startDeadline(sleep: Sleep, ms: number, expire: () => void): () => void {
  const controller = new AbortController();
  let stopped = false;
  const stop = () => {
    if (stopped) return;
    stopped = true;
    controller.abort(OVER);
  };
  sleep(ms, controller.signal).then(
    () => {
      if (!stopped) {
        stopped = true;
        expire();
      }
    },
    () => undefined,
  );
  return stop;
}
