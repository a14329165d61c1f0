// Time as something to subscribe to: one timer for everything on screen that shows it.

export type Clock = {
  /** Milliseconds since 1970. */
  now: () => number;
  /** Calls the listener when a whole second has begun. Returns what ends that. */
  subscribe: (listener: () => void) => () => void;
};

/** A clock that can be told that time has jumped, so that everything shown follows at once. */
export type TickingClock = Clock & { tick: () => void };

type Timers = {
  set: (callback: () => void, ms: number) => unknown;
  clear: (handle: unknown) => void;
};

const realTimers: Timers = {
  set: (callback, ms) => setTimeout(callback, ms),
  clear: (handle) => {
    clearTimeout(handle as number);
  },
};

const SECOND_MS = 1000;

/** Ticks on whole seconds of `now`, with one timer, and only while somebody listens. */
export function createClock(now: () => number = () => Date.now(), timers: Timers = realTimers): TickingClock {
  const listeners = new Set<() => void>();
  let timer: unknown = null;

  function schedule(): void {
    const at = now();
    const untilNextSecond = SECOND_MS - (((at % SECOND_MS) + SECOND_MS) % SECOND_MS);
    timer = timers.set(() => {
      schedule();
      tell();
    }, untilNextSecond);
  }

  function tell(): void {
    for (const listener of listeners) listener();
  }

  return {
    now,
    subscribe(listener) {
      // A wrapper of its own for each subscription: the same function may subscribe twice.
      const own = () => {
        listener();
      };
      listeners.add(own);
      if (timer === null) schedule();
      return () => {
        listeners.delete(own);
        if (listeners.size > 0 || timer === null) return;
        timers.clear(timer);
        timer = null;
      };
    },
    tick: tell,
  };
}
