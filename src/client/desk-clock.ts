// Desk time: the later of the browser's clock and the gateway's (design.md section 4). Every age is measured on it.

/** Readings within this of each other are the same time: `Date` has whole seconds, and replies take a while. */
const TOLERANCE_MS = 2_000;
/** Readings beyond it are mistakes: a day later, when results expire, would have no date any more. */
const LATEST_MS = Date.UTC(9999, 0);

/** A clock that follows the gateway when it is ahead, as it is after the sandbox's time was moved on. */
export type DeskClock = {
  /** Epoch ms. */
  now(): number;
  /** Takes in a time that the gateway gave, in epoch ms. A clock that was set back is followed back. */
  observe(serverMs: number): void;
  /** Calls `listener` whenever the clock jumps. Returns how to stop. */
  subscribe(listener: () => void): () => void;
};

/** See {@link DeskClock}; `local` is the browser's own clock. */
export function createDeskClock(local: () => number): DeskClock {
  const listeners = new Set<() => void>();
  let aheadMs = 0;
  return {
    now: () => local() + aheadMs,
    observe(serverMs) {
      // Also for what is no number.
      if (!(serverMs < LATEST_MS)) return;
      const seen = Math.max(0, serverMs - local());
      const moved = seen - aheadMs;
      if (moved > 0 || moved < -TOLERANCE_MS) aheadMs = seen;
      if (Math.abs(moved) > TOLERANCE_MS) for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
