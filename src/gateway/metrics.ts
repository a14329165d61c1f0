// What a desk tells a Prometheus server. Labels are patterns, classes and states: never a key, an id, a mailbox or anything else
// that a client or the API chose.
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { KeyRing } from '#src/forwarding/keys.ts';
import type { RunTracker } from '#src/forwarding/run-tracker.ts';
import type { Ledger } from '#src/ledger/ledger.ts';
import { BUDGET_CLASSES } from '#src/upstream/sliding-log.ts';
import type { Budget } from '#src/upstream/budget.ts';
import { NotSentError } from '#src/upstream/upstream.ts';
import type { Upstream } from '#src/upstream/upstream.ts';
import { routeOf } from './request-log.ts';
import type { RequestLogLine } from './request-log.ts';

/** Upper bounds in seconds: the fine ones show a busy desk, the coarse ones an API that is slow or at its deadlines. */
const BUCKETS = [0.005, 0.02, 0.1, 0.3, 1, 3, 10, 30, 60];

/** What the gauges are read from, at each scrape. */
type Sources = {
  readonly version: string;
  readonly mode: 'live' | 'sandbox';
  readonly limits: { readonly requestsPerMinute: number; readonly concurrentRuns: number };
  readonly budget: Budget;
  readonly keys: KeyRing;
  readonly runs: RunTracker;
  readonly ledger: Ledger;
};

/** The figures of one desk. */
export type Metrics = {
  /** Counts one answered request. */
  answered(line: RequestLogLine): void;
  /** `upstream` with its calls counted and timed, from the start of a call to the headers of its answer. */
  timed(upstream: Upstream): Upstream;
  /** Adds the gauges, once their sources are there. */
  watch(sources: Sources): void;
  /** All figures in the text format of Prometheus, and the type to send them as. */
  text(): Promise<{ readonly type: string; readonly body: string }>;
};

/** A registry of its own, with the figures of this process. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Counter({
    name: 'report_desk_requests_total',
    help: 'Requests that this desk answered.',
    labelNames: ['method', 'route', 'status'],
    registers,
  });
  const durations = new Histogram({
    name: 'report_desk_request_duration_seconds',
    help: 'Time until the headers of an answer were ready.',
    labelNames: ['route'],
    buckets: BUCKETS,
    registers,
  });
  const calls = new Histogram({
    name: 'report_desk_upstream_duration_seconds',
    help: 'Time from the start of a call to the API until the headers of its answer, or until it failed.',
    labelNames: ['route', 'outcome'],
    buckets: BUCKETS,
    registers,
  });
  return {
    answered({ method, route, status, ms }) {
      requests.inc({ method, route, status: String(status) });
      durations.observe({ route }, ms / 1000);
    },
    timed: ({ origin, fetch }) => ({
      origin,
      async fetch(request) {
        const started = performance.now();
        const route = routeOf(new URL(request.url).pathname);
        const end = (outcome: string) =>
          calls.observe({ route, outcome }, (performance.now() - started) / 1000);
        try {
          const response = await fetch(request);
          end(String(response.status));
          return response;
        } catch (error) {
          end(error instanceof NotSentError ? 'not-sent' : 'failed');
          throw error;
        }
      },
    }),
    watch: (sources) => addGauges(registry, sources),
    async text() {
      return { type: registry.contentType, body: await registry.metrics() };
    },
  };
}

type Values = readonly (readonly [labels: Record<string, string>, value: number])[];

function addGauges(registry: Registry, sources: Sources): void {
  const { version, mode, limits, budget, keys, runs, ledger } = sources;
  /** A gauge that is read at each scrape. One that cannot be read is left out, and takes no other with it. */
  const gauge = (name: string, help: string, labelNames: readonly string[], read: () => Values) =>
    new Gauge({
      name: `report_desk_${name}`,
      help,
      labelNames,
      registers: [registry],
      collect() {
        this.reset();
        try {
          for (const [labels, value] of read()) this.set(labels, value);
        } catch {
          if (labelNames.length === 0) this.remove();
        }
      },
    });
  const figure = (name: string, help: string, read: () => number) =>
    gauge(name, help, [], () => [[{}, read()]]);

  gauge('info', 'Always 1: its labels say what runs.', ['version', 'mode'], () => [[{ version, mode }, 1]]);
  figure('budget_limit', 'Requests a minute that this desk allows itself.', () => limits.requestsPerMinute);
  gauge('budget_used', 'Requests of the last minute, by what they were for.', ['class'], () =>
    BUDGET_CLASSES.map((cls) => [{ class: cls }, budget.usedBy(cls)]),
  );
  figure('budget_closed', '1 while nothing is sent because the API answered 429.', () =>
    Number(budget.state().left === 0 && budget.used() < limits.requestsPerMinute),
  );
  figure('slots_limit', 'Runs that the account may have at a time.', () => limits.concurrentRuns);
  figure('slots_used', 'Runs that hold a slot, as far as this desk can tell.', () => runs.slotsInUse());
  figure('keys', 'API keys that are loaded.', () => keys.list().length);
  gauge('ledger_entries', 'Launches of the last 48 hours, by what is known of them.', ['state'], () =>
    Object.entries(ledger.counts()).map(([state, count]) => [{ state }, count]),
  );
}
