// Virtual time for a whole worker thread: the global timers, `Date` and `performance.now` run on a clock that only `pass` moves.
//
// A heap of timers and one turn of the event loop after each of them, so that everything a timer sets off has happened before the
// next one fires. Nothing is undone: the thread lives for the simulation only.
import { AsyncLocalStorage } from 'node:async_hooks';

/** See {@link installVirtualTime}. */
export type VirtualTime = {
  /** Epoch ms. */
  now(): number;
  /** Resolves after `ms`, or rejects with the signal's reason. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  after(ms: number, run: () => void): void;
  /** Lets everything happen that is ready. */
  turn(): Promise<void>;
  /** Lets `ms` pass. */
  pass(ms: number): Promise<void>;
  /** How many timers are set. */
  timers(): number;
  /** Drops all timers and starts again at `at`. */
  restart(at: number): void;
};

const LONGEST_MS = 2 ** 31 - 1;

/** Whose timers come late: gives the time at which one that is due at `at` may fire. */
export type Late = (at: number) => number;

/** The page’s own timers that are set while `work` runs, and in what follows from it, are `late`. */
export function withTimersOf<Value>(late: Late, work: () => Value): Value {
  return owners.run(late, work);
}

const owners = new AsyncLocalStorage<Late>();

class Timer {
  live = true;
  at: number;
  readonly order: number;
  readonly run: () => void;
  readonly everyMs: number | null;
  readonly late: Late | undefined;

  constructor(
    at: number,
    order: number,
    run: () => void,
    { everyMs, late }: { everyMs: number | null; late: Late | undefined },
  ) {
    this.late = late;
    this.at = at;
    this.order = order;
    this.run = run;
    this.everyMs = everyMs;
  }

  // What Node's own timers have: code that must not keep a process alive says so.
  ref(): this {
    return this;
  }
  unref(): this {
    return this;
  }
}

function isBefore(one: Timer, other: Timer): boolean {
  return one.at < other.at || (one.at === other.at && one.order < other.order);
}

/** A binary heap, earliest first. */
function createHeap() {
  const heap: Timer[] = [];
  return {
    clear: () => {
      heap.length = 0;
    },
    first: () => heap[0],
    count: () => heap.filter(({ live }) => live).length,
    push(timer: Timer) {
      let at = heap.push(timer) - 1;
      while (at > 0) {
        const up = (at - 1) >> 1;
        const parent = heap[up];
        if (parent === undefined || !isBefore(timer, parent)) break;
        heap[at] = parent;
        at = up;
      }
      heap[at] = timer;
    },
    pop() {
      const last = heap.pop();
      if (last === undefined || heap.length === 0) return;
      let at = 0;
      for (;;) {
        let down = 2 * at + 1;
        let child = heap[down];
        const right = heap[down + 1];
        if (child !== undefined && right !== undefined && isBefore(right, child)) {
          child = right;
          down += 1;
        }
        if (child === undefined || !isBefore(child, last)) break;
        heap[at] = child;
        at = down;
      }
      heap[at] = last;
    },
  };
}

/** Takes the globals over. Call once in a thread, before anything asks for the time. */
export function installVirtualTime(): VirtualTime {
  const realImmediate = globalThis.setImmediate;
  const RealDate = globalThis.Date;
  const heap = createHeap();
  let nowMs = 0;
  let orders = 0;

  const add = (callback: () => void, ms: number | undefined, isInterval = false, late?: Late): Timer => {
    // Whole milliseconds, and what is too long for a timer fires at once, as in browsers and Node.
    const whole = Math.trunc(ms ?? 0);
    const delay = whole >= 1 && whole <= LONGEST_MS ? whole : 1;
    const timer = new Timer(nowMs + delay, (orders += 1), callback, {
      everyMs: isInterval ? delay : null,
      late,
    });
    heap.push(timer);
    return timer;
  };
  const clear = (timer: unknown) => {
    if (timer instanceof Timer) timer.live = false;
  };
  const turn = () =>
    new Promise<void>((resolve) => {
      realImmediate(resolve);
    });

  class VirtualDate extends RealDate {
    constructor(...given: unknown[]) {
      super(...((given.length === 0 ? [nowMs] : given) as [number]));
    }
    static override now() {
      return nowMs;
    }
  }
  Object.assign(globalThis, {
    setTimeout: (callback: (...all: unknown[]) => void, ms?: number, ...all: unknown[]) =>
      add(() => callback(...all), ms, false, owners.getStore()),
    setInterval: (callback: (...all: unknown[]) => void, ms?: number, ...all: unknown[]) =>
      add(() => callback(...all), ms, true, owners.getStore()),
    clearTimeout: clear,
    clearInterval: clear,
    Date: VirtualDate,
  });
  Object.defineProperty(performance, 'now', { value: () => nowMs, configurable: true });

  return {
    now: () => nowMs,
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        const timer = add(resolve, ms);
        signal?.addEventListener(
          'abort',
          () => {
            timer.live = false;
            reject(signal.reason as Error);
          },
          { once: true },
        );
      }),
    after(ms, run) {
      add(run, ms);
    },
    turn,
    async pass(ms) {
      const end = nowMs + ms;
      await turn();
      for (let timer = heap.first(); timer !== undefined && timer.at <= end; timer = heap.first()) {
        heap.pop();
        if (!timer.live) continue;
        const mayAt = timer.late?.(timer.at) ?? timer.at;
        if (mayAt > timer.at) {
          timer.at = mayAt;
          heap.push(timer);
          continue;
        }
        nowMs = Math.max(nowMs, timer.at);
        if (timer.everyMs !== null) {
          timer.at = nowMs + timer.everyMs;
          heap.push(timer);
        }
        timer.run();
        await turn();
      }
      nowMs = end;
    },
    timers: () => heap.count(),
    restart(at) {
      heap.clear();
      nowMs = at;
      orders = 0;
    },
  };
}
