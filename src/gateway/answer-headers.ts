// The headers that every answer of the gateway carries, whatever it answers.
import { DESK_HEADERS } from '#src/contract/desk.ts';
import type { Budget } from '#src/upstream/budget.ts';
import { setRateLimit } from '#src/forwarding/budget-refusal.ts';
import { secure } from './headers.ts';
import { PARTS_PAGE } from './routing.ts';

/** What was answered. `id` is the request's; `sent`: a launch may have left for the API. */
export type Answered = {
  readonly method: string;
  readonly path: string;
  readonly id: string;
  readonly sent: boolean;
};

/** Sets them on `response`; `limit` is the budget's, `now` gives epoch ms. */
export function setAnswerHeaders(
  { headers }: Response,
  { method, path, id, sent }: Answered,
  { budget, limit, now }: { budget: Budget; limit: number; now: () => number },
): void {
  const isApi = /^\/api(\/|$)/.test(path);
  const isPage = path === PARTS_PAGE || (!isApi && !/^\/(desk|sandbox|healthz|metrics)(\/|$)/.test(path));
  secure(headers, isPage ? 'page' : 'data');
  headers.set(DESK_HEADERS.requestId, id);
  headers.set('Date', new Date(now()).toUTCString());
  if (isApi) setRateLimit(headers, budget, limit);
  if (isApi && !sent && method !== 'GET' && method !== 'HEAD') headers.set(DESK_HEADERS.forwarded, 'no');
}
