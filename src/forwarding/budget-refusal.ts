// What the budget says no with, and the state of the budget in the form of the RateLimit header fields.
import type { Budget, BudgetAnswer } from '#src/upstream/budget.ts';
import { refuse } from './problem.ts';
import { WINDOW_MS } from '#src/upstream/sliding-log.ts';

/** The answer to a request that was not granted. */
export function budgetRefusal(answer: Exclude<BudgetAnswer, { kind: 'granted' }>): Response {
  switch (answer.kind) {
    case 'refused':
      return refuse('desk-budget', {
        headers: { 'Retry-After': String(Math.max(1, Math.ceil(answer.retryAfterMs / 1000))) },
      });
    case 'overloaded':
      return refuse('desk-overloaded');
    case 'left':
      return refuse('client-gone');
  }
}

/** Sets `RateLimit-Policy` and `RateLimit` (draft-ietf-httpapi-ratelimit-headers): what is left, and when there is more. */
export function setRateLimit(headers: Headers, budget: Budget, limit: number): void {
  const { left, moreInMs } = budget.state();
  headers.set('RateLimit-Policy', `"account";q=${String(limit)};w=${String(WINDOW_MS / 1000)}`);
  headers.set('RateLimit', `"account";r=${String(left)};t=${String(Math.ceil(moreInMs / 1000))}`);
}
