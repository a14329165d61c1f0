// `/api/v1/*`: the eight calls, each through the same gate: allow-list, body, key, and then a launch, a read or a download.
import { DESK_HEADERS } from '#src/contract/desk.ts';
import { apiTarget } from '#src/forwarding/allow-list.ts';
import type { ApiTarget } from '#src/forwarding/allow-list.ts';
import type { Budget } from '#src/upstream/budget.ts';
import { download } from '#src/forwarding/downloads.ts';
import type { Exchange } from '#src/upstream/exchange.ts';
import type { KeyRing } from '#src/forwarding/keys.ts';
import { submissionId } from '#src/forwarding/launch.ts';
import type { Launches } from '#src/forwarding/launch.ts';
import { refuse } from '#src/forwarding/problem.ts';
import type { Reads } from '#src/forwarding/reads.ts';
import { readJsonBody } from './request-body.ts';
import type { Trace } from './routing.ts';
import type { Sleep } from '#src/upstream/time.ts';

/** Answers one request to `/api/*`. */
export function apiRoute(parts: {
  keys: KeyRing;
  launches: Launches;
  reads: Reads;
  exchange: Exchange;
  budget: Budget;
  sleep: Sleep;
}): (request: Request, trace: Trace) => Promise<Response> {
  const launch = async (request: Request, target: ApiTarget, trace: Trace): Promise<Response> => {
    const header = request.headers.get(DESK_HEADERS.idempotencyKey);
    if (header === null) return refuse('idempotency-key-missing');
    const id = submissionId(header);
    if (id === null) return refuse('idempotency-key-invalid');
    const body = await readJsonBody(request, parts.sleep, trace.connection.cut);
    if (typeof body === 'string') return refuse(body);
    const key = parts.keys.choose(request.headers.get(DESK_HEADERS.key));
    if (typeof key === 'string') return refuse(key);
    // Until the launch says otherwise, a failure of our own must not claim that nothing was sent.
    trace.sent = true;
    const answer = await parts.launches.launch(request, target, key, body.text, id);
    trace.sent = answer.sent;
    return answer.response;
  };

  return async (request, trace) => {
    const target = apiTarget(request.method, new URL(request.url));
    if (typeof target === 'string') return refuse(target);
    if (target.endpoint.kind === 'launch') return launch(request, target, trace);
    const key = parts.keys.choose(request.headers.get(DESK_HEADERS.key));
    if (typeof key === 'string') return refuse(key);
    if (target.endpoint.kind !== 'download') return parts.reads.read(request, target, key);
    return download(request, target, key, parts, () => {
      trace.connection.cut?.();
      return trace.connection.cut !== undefined;
    });
  };
}
