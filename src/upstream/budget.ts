// The one request budget of the account, shared by all keys, tabs and operators of this desk (contract.md section 3).
//
// Launches go before reads, reads before polls, polls before prefetch. Launches and reads may wait a little; polls and prefetch
// are refused at once, because the next one comes by itself. After a 429 of the API nobody sends until its time is over.
import { RATE_LIMIT_WAITS_MS } from '#src/contract/limits.ts';
import { BUDGET_CLASSES, createSlidingLog } from './sliding-log.ts';
import type { BudgetClass } from './sliding-log.ts';
import { startDeadline } from './time.ts';
import type { Sleep } from './time.ts';

/** Longest wait of a launch or a read for its turn. */
export const BUDGET_WAIT_MS = 10_000;
/** Most requests that wait at a time. */
export const MAX_WAITING = 500;
// A wait that the API asks for is kept up to here; longer ones would look like a dead desk.
const LONGEST_GATE_MS = 3_600_000;

/** Leave to send one request. `settle` when it has been answered or has failed, `withdraw` when it was not sent after all. */
export type Grant = { settle(): void; withdraw(): void };

/** The answer to {@link Budget.acquire}. `left`: the signal was aborted first. */
export type BudgetAnswer =
  | { readonly kind: 'granted'; readonly grant: Grant }
  | { readonly kind: 'refused'; readonly retryAfterMs: number }
  | { readonly kind: 'overloaded' }
  | { readonly kind: 'left' };

/** See the head of this file. */
export type Budget = {
  acquire(cls: BudgetClass, signal: AbortSignal): Promise<BudgetAnswer>;
  /** The API answered 429: the gate closes for everybody, for at least `retryAfterMs`. */
  limited(retryAfterMs: number | null): void;
  /** The API answered something else: the next 429 counts as the first again. */
  accepted(): void;
  /** What is left, and after how many milliseconds there will be more. */
  state(): { readonly left: number; readonly moreInMs: number };
  used(): number;
  usedBy(cls: BudgetClass): number;
  /** Looks at the clock again: for clocks that can be moved. */
  wake(): void;
  /** Forgets what was counted, and opens the gate. */
  reset(): void;
};

type Waiter = {
  readonly cls: BudgetClass;
  readonly until: number;
  readonly answer: (answer: BudgetAnswer) => void;
};

/** A budget of `limit` requests a minute. */
export function createBudget(options: { limit: number; now: () => number; sleep: Sleep }): Budget {
  const { limit, now, sleep } = options;
  const log = createSlidingLog(now);
  let waiters: Waiter[] = [];
  let closedUntil = 0;
  let streak = 0;
  let disarm = () => {};

  const rank = (cls: BudgetClass) => BUDGET_CLASSES.indexOf(cls);
  const isOpen = () => now() >= closedUntil && log.used() < limit;
  /** When a request with `ahead` others before it gets its turn, by what is known now. */
  const turnOf = (ahead: number) => Math.max(closedUntil, log.fallsTo(limit - 1 - ahead));
  const grant = (cls: BudgetClass): BudgetAnswer => {
    const entry = log.start(cls);
    return {
      kind: 'granted',
      grant: {
        settle: () => log.settle(entry),
        withdraw() {
          log.withdraw(entry);
          pump();
        },
      },
    };
  };

  const pump = () => {
    disarm();
    disarm = () => {};
    for (let [first] = waiters; first !== undefined && isOpen(); [first] = waiters) {
      first.answer(grant(first.cls));
    }
    // Who cannot have a turn in time is told so now, not at the end of the wait.
    for (const [at, waiter] of [...waiters].entries()) {
      const turn = turnOf(at);
      if (turn > waiter.until) waiter.answer({ kind: 'refused', retryAfterMs: turn - now() });
    }
    if (waiters.length > 0) disarm = startDeadline(sleep, Math.max(1, turnOf(0) - now()), pump);
  };

  return {
    acquire(cls, signal) {
      const ahead = waiters.filter((waiter) => rank(waiter.cls) <= rank(cls)).length;
      if (signal.aborted) return Promise.resolve({ kind: 'left' });
      if (ahead === 0 && isOpen()) return Promise.resolve(grant(cls));
      const wait = turnOf(ahead) - now();
      const patience = cls === 'launch' || cls === 'read' ? BUDGET_WAIT_MS : 0;
      if (wait > patience) return Promise.resolve({ kind: 'refused', retryAfterMs: wait });
      if (waiters.length >= MAX_WAITING) return Promise.resolve({ kind: 'overloaded' });
      return new Promise((resolve) => {
        const answer = (value: BudgetAnswer) => {
          stop();
          signal.removeEventListener('abort', leave);
          waiters = waiters.filter((other) => other !== waiter);
          resolve(value);
        };
        const leave = () => {
          answer({ kind: 'left' });
          pump();
        };
        const waiter: Waiter = { cls, until: now() + patience, answer };
        // The clock may stand still while real time passes: the wait ends either way.
        const stop = startDeadline(sleep, patience, () => {
          answer({ kind: 'refused', retryAfterMs: Math.max(1, turnOf(0) - now()) });
        });
        signal.addEventListener('abort', leave, { once: true });
        waiters = [...waiters.slice(0, ahead), waiter, ...waiters.slice(ahead)];
        pump();
      });
    },
    limited(retryAfterMs) {
      const asked = Math.min(retryAfterMs ?? 0, LONGEST_GATE_MS);
      // Answers to requests that were on their way when the gate closed are not a second refusal.
      const own = now() < closedUntil ? 0 : gateMs(streak++);
      closedUntil = Math.max(closedUntil, now() + Math.max(asked, own));
      pump();
    },
    accepted() {
      if (now() >= closedUntil) streak = 0;
    },
    state() {
      if (now() < closedUntil) return { left: 0, moreInMs: closedUntil - now() };
      const used = log.used();
      return { left: Math.max(0, limit - used), moreInMs: used === 0 ? 0 : log.fallsTo(used - 1) - now() };
    },
    used: () => log.used(),
    usedBy: (cls) => log.usedBy(cls),
    wake: pump,
    reset() {
      log.clear();
      closedUntil = 0;
      streak = 0;
      pump();
    },
  };
}

/** How long the gate closes after a 429 that follows `streak` others. */
function gateMs(streak: number): number {
  return RATE_LIMIT_WAITS_MS[Math.min(streak, RATE_LIMIT_WAITS_MS.length - 1)] ?? 0;
}
