// An API whose answers the test chooses: it keeps count of the runs that it started, and says of each what the test made of it.
import { MAILBOXES_PATH } from '#src/contract/endpoints.ts';
import { NotSentError } from '#src/upstream/upstream.ts';
import { errorBody, ORIGIN, runBody } from './replies.ts';

/** What a run is by now; `gone` = its result is answered with 404. */
export type ApiRunStatus = 'running' | 'done' | 'error' | 'gone';
type ApiRun = {
  readonly self: string;
  readonly key: string;
  readonly startedAt: number;
  status: ApiRunStatus;
};

/** How the API answers one launch. The first five start a run. */
export type LaunchReply =
  | 'running'
  | 'done'
  | 'error'
  | 'no-link'
  | 'cut'
  | 'unreachable'
  | 'redirect'
  | 'html-429'
  | 408
  | 500
  | 429
  | 403
  | 404
  | 400
  | 418;

const DAY_MS = 24 * 3_600_000;

function json(status: number, body: unknown): Response {
  return Response.json(body, { status });
}

/** Makes it; `now` in epoch ms. */
export function createScriptedApi(now: () => number) {
  const runs: ApiRun[] = [];
  const revoked = new Set<string>();
  let next: LaunchReply = 'running';
  let gate: PromiseWithResolvers<void> | null = null;
  let waiting = 0;

  function start(key: string, status: ApiRunStatus): ApiRun {
    const id = `rr_${runs.length + 1}`;
    const run = { self: `/api/v1/reports/results/${id}?max=500`, key, startedAt: now(), status };
    runs.push(run);
    return run;
  }

  function said({ status, self }: ApiRun): Response {
    return json(200, runBody({ status, self: ORIGIN + self, progress: null }));
  }

  async function launch(key: string): Promise<Response> {
    const reply = next;
    next = 'running';
    if (reply === 'unreachable') throw new NotSentError('connection refused');
    if (reply === 'redirect') return new Response(null, { status: 302, headers: { Location: '/elsewhere' } });
    if (reply === 'html-429') return new Response('<p>Slow down</p>', { status: 429 });
    if (reply === 418) return new Response('<p>No</p>', { status: 418 });
    if (typeof reply === 'number') return json(reply, errorBody(String(reply)));
    const run = start(key, reply === 'done' || reply === 'error' ? reply : 'running');
    if (gate !== null) {
      waiting += 1;
      await gate.promise;
      waiting -= 1;
    }
    if (reply === 'cut') throw new TypeError('other side closed');
    return reply === 'no-link' ? json(202, { status: 'running' }) : said(run);
  }

  return {
    origin: ORIGIN,
    runs: runs as readonly ApiRun[],
    revoked,
    /** What run number `index` has become. */
    set(index: number, status: ApiRunStatus) {
      const run = runs[index];
      if (run !== undefined) run.status = status;
    },
    async fetch(request: Request): Promise<Response> {
      const key = (request.headers.get('authorization') ?? '').replace('Bearer ', '');
      if (revoked.has(key)) return json(401, errorBody('401'));
      if (request.method === 'POST') return launch(key);
      const { pathname, search } = new URL(request.url);
      if (pathname === MAILBOXES_PATH) return json(200, { mailboxes: [] });
      const run = runs.find(({ self }) => self === pathname + search);
      const isKept = run !== undefined && run.status !== 'gone' && now() - run.startedAt < DAY_MS;
      return isKept ? said(run) : json(404, errorBody('404'));
    },
    /** How the next launch is answered; those after it start a run. */
    answerNextLaunch(reply: LaunchReply) {
      next = reply;
    },
    /** Launches start runs, but their answers do not come until `release`. */
    hold() {
      gate = Promise.withResolvers();
    },
    release() {
      gate?.resolve();
      gate = null;
    },
    /** Answers that are held back now. */
    held: () => waiting,
  };
}
