// `/desk/*`: what the gateway adds to the API. Bodies as in contract/desk.ts.
import { Hono } from 'hono';
import { BUDGET_CLASSES, WINDOW_MS } from '#src/upstream/sliding-log.ts';
import type { Budget } from '#src/upstream/budget.ts';
import type { Exchange } from '#src/upstream/exchange.ts';
import { addKey } from './key-routes.ts';
import type { KeyRing } from '#src/forwarding/keys.ts';
import type { Ledger } from '#src/ledger/ledger.ts';
import type { Login } from './login.ts';
import { json, refuse } from '#src/forwarding/problem.ts';
import type { Reads } from '#src/forwarding/reads.ts';
import { refuseOtherMethods, withBody } from './routing.ts';
import type { DeskEnv } from './routing.ts';
import type { RunTracker } from '#src/forwarding/run-tracker.ts';
import { listSubmissions, showSubmission, voidSubmission } from './submission-routes.ts';
import type { Sleep } from '#src/upstream/time.ts';

/** The routes below `/desk`. `config` is the body of `GET /desk/config`. */
export function deskRoutes(parts: {
  config: () => unknown;
  keys: KeyRing;
  reads: Reads;
  exchange: Exchange;
  budget: Budget;
  ledger: Ledger;
  runs: RunTracker;
  login: Login | null;
  limits: { readonly requestsPerMinute: number; readonly concurrentRuns: number };
  sleep: Sleep;
}): Hono<DeskEnv> {
  const { keys, budget, ledger, limits, login, sleep } = parts;
  const app = new Hono<DeskEnv>();
  app.get('/config', () => json(parts.config()));
  app.post('/keys', (context) =>
    withBody(context, sleep, (value) => addKey(value, context.req.raw.signal, parts)),
  );
  app.delete('/keys/:id', ({ req }) => {
    const id = req.param('id');
    if (!keys.remove(id)) return refuse('not-found', { message: 'This desk has no key with that id.' });
    parts.reads.dropKey(id);
    return new Response(null, { status: 204 });
  });
  app.get('/submissions', ({ req }) => listSubmissions(ledger, req.query('since')));
  app.get('/submissions/:key', ({ req }) => showSubmission(ledger, req.param('key')));
  app.delete('/submissions/:key', ({ req }) => voidSubmission(ledger, req.param('key')));
  app.get('/usage', () =>
    json({
      limit: limits.requestsPerMinute,
      used: budget.used(),
      windowSeconds: WINDOW_MS / 1000,
      byClass: Object.fromEntries(BUDGET_CLASSES.map((cls) => [cls, budget.usedBy(cls)])),
      slots: { limit: limits.concurrentRuns, used: parts.runs.slotsInUse() },
    }),
  );
  if (login !== null) {
    app.post('/login', (context) => withBody(context, sleep, (value) => login.signIn(value)));
    refuseOtherMethods(app, ['/login']);
  }
  refuseOtherMethods(app, ['/config', '/keys', '/keys/:id', '/submissions', '/submissions/:key', '/usage']);
  return app;
}
