// Counts requests of the last minute so that the API can never count more than we do.

/** What a request is for, most urgent first. */
export const BUDGET_CLASSES = ['launch', 'read', 'poll', 'prefetch'] as const;
/** See {@link BUDGET_CLASSES}. */
export type BudgetClass = (typeof BUDGET_CLASSES)[number];

/** Length of the window (contract.md section 3). */
export const WINDOW_MS = 60_000;

/** One counted request. */
type Counted = { readonly cls: BudgetClass };

/** The requests that count now. */
type SlidingLog = {
  /** Counts a request from now on. */
  start(cls: BudgetClass): Counted;
  /** The request has been answered or has failed; it goes on counting for one window from now. */
  settle(entry: Counted): void;
  /** Takes a request back that was never sent. */
  withdraw(entry: Counted): void;
  used(): number;
  usedBy(cls: BudgetClass): number;
  /** When at most `count` requests will count, by what is known now; `now` if that is so already. */
  fallsTo(count: number): number;
  clear(): void;
};

/**
 * A log on the clock `now` (epoch ms). A request counts from its start until one window after it was settled: the API saw it
 * somewhere in between, so no window of the API's can hold more requests than one of ours, however long they travel.
 */
export function createSlidingLog(now: () => number): SlidingLog {
  type Settled = Counted & { readonly at: number };
  const open = new Set<Counted>();
  let settled: Settled[] = [];
  // Index of the oldest entry that still counts: cutting the array for each one would cost time at high limits.
  let head = 0;
  const counts: Record<BudgetClass, number> = { launch: 0, read: 0, poll: 0, prefetch: 0 };

  const endOf = (entry: Settled) => entry.at + WINDOW_MS + 1;
  const prune = () => {
    for (let entry = settled[head]; entry !== undefined && endOf(entry) <= now(); entry = settled[++head]) {
      counts[entry.cls] -= 1;
    }
    if (head > 1000 && head * 2 > settled.length) {
      settled = settled.slice(head);
      head = 0;
    }
  };
  const used = () => {
    prune();
    return open.size + settled.length - head;
  };
  return {
    start(cls) {
      const entry: Counted = { cls };
      open.add(entry);
      counts[cls] += 1;
      return entry;
    },
    settle(entry) {
      if (!open.delete(entry)) return;
      // A clock that steps back must not put entries out of order.
      settled.push({ cls: entry.cls, at: Math.max(now(), settled.at(-1)?.at ?? 0) });
    },
    withdraw(entry) {
      if (open.delete(entry)) counts[entry.cls] -= 1;
    },
    used,
    usedBy(cls) {
      prune();
      return counts[cls];
    },
    fallsTo(count) {
      const surplus = used() - count;
      if (surplus <= 0) return now();
      const last = settled[head + surplus - 1];
      // Requests under way cannot stop counting before a whole window has passed.
      return last === undefined ? now() + WINDOW_MS + 1 : endOf(last);
    },
    clear() {
      open.clear();
      settled = [];
      head = 0;
      for (const cls of BUDGET_CLASSES) counts[cls] = 0;
    },
  };
}
