// The gateway as one function from request to response: serves the built app, forwards the eight calls of the API with a key
// added, forwards a launch at most once, shares one request budget and one poll, and refuses everything else. It never retries.
//
// Everything it depends on is passed in, so that the server, Vite's development server and tests run the same code.
import type { DeskCode } from '#src/contract/desk.ts';
import { CONCURRENT_RUNS, REQUESTS_PER_MINUTE } from '#src/contract/limits.ts';
import { setAnswerHeaders } from './answer-headers.ts';
import { apiRoute } from './api-route.ts';
import { appRoutes } from './app-routes.ts';
import { createAssets } from './assets.ts';
import { createBudget } from '#src/upstream/budget.ts';
import { deskRoutes } from './desk-routes.ts';
import { createMetrics } from './metrics.ts';
import { metricsRoute } from './metrics-route.ts';
import { createExchange } from '#src/upstream/exchange.ts';
import { createKeyRing } from '#src/forwarding/keys.ts';
import type { KeySource } from '#src/forwarding/keys.ts';
import { createLaunches } from '#src/forwarding/launch.ts';
import { openLedger } from '#src/ledger/ledger.ts';
import type { Ledger } from '#src/ledger/ledger.ts';
import { createLogin } from './login.ts';
import { refuse } from '#src/forwarding/problem.ts';
import { createReads } from '#src/forwarding/reads.ts';
import { methodOf, routeOf } from './request-log.ts';
import type { RequestLogLine } from './request-log.ts';
import type { Connection, Trace } from './routing.ts';
import { createRunTracker } from '#src/forwarding/run-tracker.ts';
import { sandboxRoutes } from './sandbox-routes.ts';
import type { SandboxControls } from './sandbox-routes.ts';
import { realSleep } from '#src/upstream/time.ts';
import type { Sleep } from '#src/upstream/time.ts';
import type { Upstream } from '#src/upstream/upstream.ts';

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
  /** Set: opens `/metrics` to who brings it. */
  readonly metricsToken?: string | null;
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
  const { origins, sandbox } = options;
  const metricsToken = options.metricsToken ?? null;
  const metrics = metricsToken === null ? null : createMetrics();
  const upstream = metrics?.timed(options.upstream) ?? options.upstream;
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
  const login =
    typeof options.accessToken === 'string' ? createLogin(options.accessToken, ledger.salt, now) : null;

  const mode = sandbox === undefined ? 'live' : 'sandbox';
  metrics?.watch({ version, mode, limits, budget, keys, runs, ledger });

  const config = () => ({
    mode,
    upstream: upstream.origin,
    version,
    now: new Date(now()).toISOString(),
    ledgerId: ledger.id(),
    keys: keys.list().map(({ id, label, source }) => ({ id, label, source })),
    limits,
  });
  const reset = () => {
    sandbox?.reset();
    ledger.clear();
    runs.clear();
    reads.clear();
    budget.reset();
    keys.reset();
  };
  const app = appRoutes({
    origins,
    login,
    api: apiRoute({ keys, launches, reads, exchange, budget, sleep }),
    desk: deskRoutes({ config, keys, reads, exchange, budget, ledger, runs, login, limits, sleep }),
    metrics: metrics === null || metricsToken === null ? null : metricsRoute(metrics, metricsToken),
    sandbox:
      sandbox === undefined ? null : sandboxRoutes({ sandbox, reset, onMove: () => budget.wake(), sleep }),
    assets: createAssets(options.assets ?? null),
  });

  const headerFacts = { budget, limit: limits.requestsPerMinute, now };
  const drain = () => launches.drain();

  return {
    async fetch(request, connection = {}) {
      const id = randomUUID();
      const started = performance.now();
      const { method } = request;
      const path = URL.parse(request.url)?.pathname ?? '/';
      const trace: Trace = { sent: launches.mayHaveSent(request), connection };
      let response: Response;
      try {
        response = await app.fetch(request, { trace });
      } catch {
        response = refuse('desk-failed');
      }
      setAnswerHeaders(response, { method, path, id, sent: trace.sent }, headerFacts);
      const line: RequestLogLine = {
        time: new Date(now()).toISOString(),
        id,
        method: methodOf(method),
        route: routeOf(path),
        status: response.status,
        ms: Math.round((performance.now() - started) * 10) / 10,
      };
      options.log?.(line);
      metrics?.answered(line);
      return response;
    },
    refusal(code, method) {
      const response = refuse(code);
      setAnswerHeaders(response, { method, path: '/api', id: randomUUID(), sent: false }, headerFacts);
      return response;
    },
    drain,
    async close() {
      await drain();
      ledger.close();
    },
  };
}
