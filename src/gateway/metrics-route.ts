// `GET /metrics`: for a Prometheus server, which has no cookie and no page, so it brings a token of its own.
import { refuse } from '#src/forwarding/problem.ts';
import type { Metrics } from './metrics.ts';
import { isSameSecret } from './same-secret.ts';

/**
 * Answers a read of `/metrics`; 401 `desk-login-required` without `Authorization: Bearer <token>`. Wrong tokens are not counted
 * as those of the log-in are: whoever guesses must not be able to shut the scraper out.
 */
export function metricsRoute(metrics: Metrics, token: string): (request: Request) => Promise<Response> {
  return async (request) => {
    if (!isSameSecret(request.headers.get('authorization') ?? '', `Bearer ${token}`)) {
      return refuse('desk-login-required', {
        message: 'Metrics need the header Authorization: Bearer, with the value of DESK_METRICS_TOKEN.',
        headers: { 'WWW-Authenticate': 'Bearer' },
      });
    }
    const { type, body } = await metrics.text();
    return new Response(body, { headers: { 'Content-Type': type } });
  };
}
