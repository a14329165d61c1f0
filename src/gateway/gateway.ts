// The gateway as one function from request to response: serves the built app, forwards the eight calls of the API with a key
// added, forwards a launch at most once, shares one request budget and one poll, and refuses everything else. It never retries.
//
// Everything it depends on is passed in, so that the server, Vite's development server and tests run the same code.
import { Hono } from 'hono';
import { DESK_HEADERS } from '#src/contract/desk.ts';
import type { DeskCode } from '#src/contract/desk.ts';
import { CONCURRENT_RUNS, REQUESTS_PER_MINUTE } from '#src/contract/limits.ts';
import { apiRoute } from './api-route.ts';
import { createAssets } from './assets.ts';
import { createBudget } from './budget.ts';
import { setRateLimit } from './budget-refusal.ts';
import { deskRoutes } from './desk-routes.ts';
import { createExchange } from './exchange.ts';
import { isOwnHost, siteRefusal } from './guards.ts';
import { secure } from './headers.ts';
import { createKeyRing } from './keys.ts';
import type { KeySource } from './keys.ts';
import { createLaunches } from './launch.ts';
import { openLedger } from './ledger.ts';
import type { Ledger } from './ledger.ts';
import { createLogin } from './login.ts';
import { json, refuse } from './problem.ts';
import { createReads } from './reads.ts';
import { methodOf, routeOf } from './request-log.ts';
import type { RequestLogLine } from './request-log.ts';
import type { Connection, DeskEnv, Trace } from './routing.ts';
import { createRunTracker } from './run-tracker.ts';
import { sandboxRoutes } from './sandbox-routes.ts';
import type { SandboxControls } from './sandbox-routes.ts';
import { realSleep } from './time.ts';
import type { Sleep } from './time.ts';
import type { Upstream } from './upstream.ts';

/** What a gateway is made of. Only `upstream` and `origins` have no default. */
export type GatewayOptions = {
  readonly upstream: Upstream;
  /** Origins under which browsers reach this desk: they give the allowed `Host` and `Origin` values. */
  readonly origins: readonly string[];
  /** Keys that are there from the start. */
  readonly keys?: readonly { readonly label: string; readonly key: string; readonly source: KeySource }[];
  /** Given in sandbox mode: opens `/sandbox/*`. */
  readonly sandbox?: SandboxControls;
  /** Default: one in memory. Closed with the gateway. */
  readonly ledger?: Ledger;
  /** Directory of the built app; null for none. */
  readonly assets?: string | null;
  /** Set: `/api`, `/desk` and `/sandbox` need a log-in. */
  readonly accessToken?: string | null;
  readonly limits?: { readonly requestsPerMinute?: number; readonly concurrentRuns?: number };
  readonly version?: string;
  /** Epoch ms; in sandbox mode the sandbox's clock. */
  readonly now?: () => number;
  readonly sleep?: Sleep;
  readonly randomUUID?: () => string;
  /** Gets one line per answered request. */
  readonly log?: (line: RequestLogLine) => void;
};

/** See the head of this file. */
export type Gateway = {
  /** Answers a request. Never rejects. */
  readonly fetch: (request: Request, connection?: Connection) => Promise<Response>;
  /** The answer for a request that is refused before it can be one, with every header of ours. */
  readonly refusal: (code: DeskCode, method: string) => Response;
  /** Refuses new launches from now on; resolves when none is under way any more. */
  readonly drain: () => Promise<void>;
  /** Drains, then closes the ledger. */
  readonly close: () => Promise<void>;
};

/** Makes a gateway. Throws when `assets` cannot be read. */
export function createGateway(options: GatewayOptions): Gateway {
  const { upstream, origins, sandbox } = options;
  const now = options.now ?? (() => sandbox?.now() ?? Date.now());
  const sleep = options.sleep ?? realSleep;
  const randomUUID = options.randomUUID ?? (() => crypto.randomUUID());
  const version = options.version ?? '0.0.0';
  const limits = {
    requestsPerMinute: options.limits?.requestsPerMinute ?? REQUESTS_PER_MINUTE,
    concurrentRuns: options.limits?.concurrentRuns ?? CONCURRENT_RUNS,
  };
  const ledger = options.ledger ?? openLedger(':memory:', { now, randomUUID });
  const keys = createKeyRing(ledger.salt, options.keys ?? []);
  const budget = createBudget({ limit: limits.requestsPerMinute, now, sleep });
  const exchange = createExchange({ upstream, budget, sleep, now, userAgent: `report-desk/${version}` });
  const runs = createRunTracker(ledger, now);
  const reads = createReads({ exchange, budget, ledger, runs, now });
  const launches = createLaunches({ exchange, budget, ledger, runs, origin: upstream.origin, now });
  const assets = createAssets(options.assets ?? null);
  const login =
    typeof options.accessToken === 'string' ? createLogin(options.accessToken, ledger.salt, now) : null;

  const app = new Hono<DeskEnv>();
  app.use('*', async (context, next) => {
    if (!isOwnHost(context.req.raw, origins)) return refuse('host');
    return next();
  });
  app.all('/healthz', ({ req }) =>
    req.raw.method === 'GET' || req.raw.method === 'HEAD'
      ? json({ status: 'ok' })
      : refuse('method-not-allowed'),
  );
  for (const area of ['/api/*', '/desk/*', '/sandbox/*']) {
    app.use(area, async (context, next) => {
      const code = siteRefusal(context.req.raw, origins);
      if (code !== null) return refuse(code);
      const isOpen =
        login === null || context.req.path === '/desk/login' || login.isSignedIn(context.req.raw);
      return isOpen ? next() : refuse('desk-login-required');
    });
  }
  const api = apiRoute({ keys, launches, reads, exchange, budget, sleep });
  app.all('/api/*', ({ req, env }) => api(req.raw, env.trace));
  const config = () => ({
    mode: sandbox === undefined ? 'live' : 'sandbox',
    upstream: upstream.origin,
    version,
    now: new Date(now()).toISOString(),
    ledgerId: ledger.id(),
    keys: keys.list().map(({ id, label, source }) => ({ id, label, source })),
    limits,
  });
  app.route(
    '/desk',
    deskRoutes({ config, keys, reads, exchange, budget, ledger, runs, login, limits, sleep }),
  );
  if (sandbox !== undefined) {
    const reset = () => {
      sandbox.reset();
      ledger.clear();
      runs.clear();
      reads.clear();
      budget.reset();
      keys.reset();
    };
    app.route('/sandbox', sandboxRoutes({ sandbox, reset, onMove: () => budget.wake(), sleep }));
  }
  app.all('*', ({ req }) => {
    const { pathname } = new URL(req.url);
    if (/^\/(api|desk|sandbox)(\/|$)/.test(pathname)) return refuse('not-found');
    const isRead = req.raw.method === 'GET' || req.raw.method === 'HEAD';
    return isRead ? assets(req.raw, pathname) : refuse('method-not-allowed');
  });
  app.onError(() => refuse('desk-failed'));

  /** The headers that every answer carries. */
  const finish = (response: Response, method: string, path: string, id: string, sent: boolean): Response => {
    const { headers } = response;
    const isApi = /^\/api(\/|$)/.test(path);
    const isPage = !isApi && !/^\/(desk|sandbox|healthz)(\/|$)/.test(path);
    secure(headers, isPage ? 'page' : 'data');
    headers.set(DESK_HEADERS.requestId, id);
    headers.set('Date', new Date(now()).toUTCString());
    if (isApi) setRateLimit(headers, budget, limits.requestsPerMinute);
    if (isApi && !sent && method !== 'GET' && method !== 'HEAD') headers.set(DESK_HEADERS.forwarded, 'no');
    return response;
  };
  const drain = () => launches.drain();

  return {
    async fetch(request, connection = {}) {
      const id = randomUUID();
      const started = performance.now();
      const { method } = request;
      const path = URL.parse(request.url)?.pathname ?? '/';
      const trace: Trace = { sent: false, connection };
      let response: Response;
      try {
        response = await app.fetch(request, { trace });
      } catch {
        response = refuse('desk-failed');
      }
      finish(response, method, path, id, trace.sent);
      options.log?.({
        time: new Date(now()).toISOString(),
        id,
        method: methodOf(method),
        route: routeOf(path),
        status: response.status,
        ms: Math.round((performance.now() - started) * 10) / 10,
      });
      return response;
    },
    refusal: (code, method) => finish(refuse(code), method, '/api', randomUUID(), false),
    drain,
    async close() {
      await drain();
      ledger.close();
    },
  };
}
