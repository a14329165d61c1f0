// The API and the network before it: the real sandbox, calls that go wrong on the way there or back, and the truth about what it
// started, taken from inside and not from its answers.
import { AsyncLocalStorage } from 'node:async_hooks';
import { NotSentError } from '#src/upstream/upstream.ts';
import type { Upstream } from '#src/upstream/upstream.ts';
import { createSandbox } from '#src/sandbox/sandbox.ts';
import type { Sandbox } from '#src/sandbox/sandbox.ts';
import { never, short } from './sim-world.ts';
import type { World } from './sim-world.ts';

/** Ways in which a call fails between gateway and API, and how often. `after`: the API has done what was asked. */
export const API_FAULTS = {
  'not sent': 6,
  'reset before': 5,
  'reset after': 8,
  '408 before': 2,
  '408 after': 3,
  '500 before': 2,
  '503 before': 3,
  '500 after': 3,
  '503 after': 5,
  'page 502 before': 2,
  'page 200 after': 3,
  'page 429 after': 2,
  'redirect after': 2,
  '429 before': 3,
  '401 before': 1,
  '404 before': 1,
  'half an answer': 4,
  'answer stands still': 2,
  'silence before': 2,
  'silence after': 3,
  'late answer': 6,
} as const;
/** See {@link API_FAULTS}. */
export type ApiFault = keyof typeof API_FAULTS;
type Fault = ApiFault;

/** Faults that make sense for a read only: as answers to a launch they would be the API's own word that nothing was started. */
const READS_ONLY: ReadonlySet<Fault> = new Set<Fault>(['404 before']);

/** See the top of this file. */
export type Api = {
  readonly sandbox: Sandbox;
  /** The API as one process of the gateway reaches it. */
  upstreamOf(process: { isDead(): boolean }): Upstream;
  /** Runs `work` as the forwarding of `key`. */
  onBehalfOf<Value>(key: string | null, work: () => Value): Value;
  /** Keys, by their value, that the API does not accept any more. */
  readonly revoked: Set<string>;
  /** Moves the clock of the account on. */
  leap(ms: number): void;
  /** The clock by which the gateway counts its minutes was moved: nobody can say what its minute is now, so that counting begins anew. */
  noteJump(): void;
};

const page = (status: number, title: string) =>
  new Response(`<!doctype html><title>${title}</title>`, {
    status,
    headers: { 'content-type': 'text/html' },
  });
const problem = (status: number, headers: Record<string, string> = {}) =>
  Response.json({ status: 'error', error: { code: String(status), message: 'No.' } }, { status, headers });
const reset = () => new TypeError('fetch failed', { cause: new Error('read ECONNRESET') });

/** What the gateway gets in place of `true` answer. */
const ANSWERS: Readonly<Partial<Record<Fault, () => Response>>> = {
  '408 before': () => page(408, 'Request Timeout'),
  '408 after': () => problem(408),
  '500 before': () => problem(500),
  '500 after': () => problem(500),
  '503 before': () => problem(503, { 'retry-after': '5' }),
  '503 after': () => problem(503),
  'page 502 before': () => page(502, 'Bad Gateway'),
  'page 200 after': () => page(200, 'Please wait'),
  'page 429 after': () => page(429, 'Slow down'),
  'redirect after': () =>
    new Response(null, { status: 302, headers: { location: 'https://elsewhere.invalid/' } }),
  '429 before': () => problem(429, { 'retry-after': '7' }),
  '401 before': () => problem(401),
  '404 before': () => problem(404),
};

/** The first half of an answer, then an error, or nothing any more. */
async function halfOf(answer: Response, ending: 'error' | 'silence'): Promise<Response> {
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const half = bytes.subarray(0, bytes.length >> 1);
  let isGiven = false;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (!isGiven) controller.enqueue(half);
      else if (ending === 'error') controller.error(reset());
      else return never<undefined>();
      isGiven = true;
      return undefined;
    },
  });
  return new Response(body, { status: answer.status, headers: answer.headers });
}

/** An API with an empty account. */
export function createApi(world: World): Api {
  const { time, chance, rules, journal, conditions } = world;
  const behalf = new AsyncLocalStorage<{ key: string | null; hasStarted: boolean }>();
  const revoked = new Set<string>();
  let leaps = 0;
  let jumpedAt = -Infinity;
  const sandbox = createSandbox({
    now: () => time.now(),
    sleep: (ms, signal) => time.sleep(ms, signal),
    speed: conditions.speed,
    limits: { requestsPerMinute: conditions.requestsPerMinute },
    // Chance is asked for the id of a run, and so for nothing but a run that begins.
    random() {
      const call = behalf.getStore();
      if (call === undefined) rules.started(null);
      else if (!call.hasStarted) {
        call.hasStarted = true;
        journal.note(() => `api    starts a run for ${short(call.key ?? '')}`);
        rules.started(call.key);
      }
      return chance.float();
    },
  });

  /** The account sees the request. */
  async function arrive(request: Request, key: string | null): Promise<Response> {
    const [bearer] = /\S+$/.exec(request.headers.get('authorization') ?? '') ?? [''];
    if (revoked.has(bearer)) return problem(401);
    const answer = await sandbox.fetch(request);
    if (key !== null && answer.ok) {
      const runId = /results\/(rr_\w+)/.exec(await answer.clone().text())?.[1];
      if (runId !== undefined) rules.linked(key, runId);
    }
    return answer;
  }

  function faultFor(isLaunch: boolean): Fault | null {
    if (!world.faulty || !chance.is(conditions.apiFaults)) return null;
    const { oftenApi } = conditions;
    const fault = oftenApi !== null && chance.is(0.6) ? oftenApi : chance.weighted(API_FAULTS);
    return isLaunch && READS_ONLY.has(fault) ? null : fault;
  }

  function upstreamOf(process: { isDead(): boolean }): Upstream {
    const arrivals: number[] = [];

    /** No window of a minute may hold more than the budget, by the clock of the account. */
    function countArrival(request: Request, leapsBefore: number) {
      // What was given up on the way, or was on its way while somebody moved the sandbox's clock, is late by its own fault.
      if (process.isDead() || request.signal.aborted || leaps !== leapsBefore) return;
      const at = sandbox.now();
      const since = Math.max(at - 60_000, jumpedAt);
      while ((arrivals[0] ?? Infinity) <= since) arrivals.shift();
      arrivals.push(at);
      if (arrivals.length > conditions.requestsPerMinute) {
        journal.violate('the budget holds', `${String(arrivals.length)} requests in a minute`);
      }
    }

    async function fetch(request: Request): Promise<Response> {
      if (process.isDead()) return never();
      const isLaunch = request.method === 'POST';
      const key = behalf.getStore()?.key ?? null;
      const fault = faultFor(isLaunch);
      if (fault !== null) journal.count(`api fault: ${fault}`);
      journal.note(
        () =>
          `gate   ${request.method} ${isLaunch ? short(key ?? '') : new URL(request.url).pathname}${fault === null ? '' : ` [${fault}]`}`,
      );
      if (fault === 'not sent') throw new NotSentError('connect ECONNREFUSED');
      if (isLaunch) rules.forwarded(key);
      const leapsBefore = leaps;
      if (world.faulty && chance.is(0.3)) await time.sleep(chance.int(1, 800));
      // A process that ended while the bytes were on their way: they may arrive all the same.
      if (process.isDead() && chance.is(0.5)) return never();
      countArrival(request, leapsBefore);
      if (fault === 'reset before') throw reset();
      if (fault === 'silence before') return silence(request);
      if (fault !== null && fault.endsWith(' before')) return ANSWERS[fault]?.() ?? page(502, 'Bad Gateway');
      const seen = request.signal.aborted
        ? new Request(request.url, {
            method: request.method,
            headers: request.headers,
            ...(isLaunch && { body: await request.text() }),
          })
        : request;
      const answer = await arrive(seen, isLaunch ? key : null);
      if (process.isDead()) return never();
      if (fault === null) return answer;
      if (fault === 'reset after') throw reset();
      if (fault === 'silence after') return silence(request);
      if (fault === 'half an answer') return halfOf(answer, 'error');
      if (fault === 'answer stands still') return halfOf(answer, 'silence');
      if (fault === 'late answer') {
        await time.sleep(chance.int(1_000, 40_000));
        return process.isDead() ? never() : answer;
      }
      return ANSWERS[fault]?.() ?? answer;
    }

    return { origin: sandbox.origin, fetch };
  }

  return {
    sandbox,
    upstreamOf,
    onBehalfOf: (key, work) => (key === null ? work() : behalf.run({ key, hasStarted: false }, work)),
    revoked,
    leap(ms) {
      leaps += 1;
      journal.note(() => `api    clock moves on by ${String(ms / 60_000)} min`);
      sandbox.advance(ms);
    },
    noteJump() {
      leaps += 1;
      jumpedAt = sandbox.now();
    },
  };
}

/** Until the gateway gives up. */
function silence(request: Request): Promise<Response> {
  return new Promise((_, reject) => {
    const give = () => {
      reject(reset());
    };
    if (request.signal.aborted) give();
    else request.signal.addEventListener('abort', give, { once: true });
  });
}
