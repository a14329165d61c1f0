// Answers as they come over the wire: bodies as literals of contract.md, and the headers that the gateway puts on every answer.
import { readReply } from '#src/client/reply.ts';
import type { Reply } from '#src/client/reply.ts';

/** Origin of the API in tests that have no sandbox. */
export const ORIGIN = 'https://api.test';
/** Path and query of the run that {@link runBody} describes. */
export const SELF = '/api/v1/reports/results/rr_1?max=500';

type RunBody = {
  status?: string;
  progress?: unknown;
  self?: string | null;
  next?: string;
  data?: unknown[];
  total?: number | null;
  cutoff?: string;
  error?: { code: string; message: string };
};

/** The async envelope of contract.md section 5. */
export function runBody({
  status = 'running',
  progress = 40,
  self = ORIGIN + SELF,
  next,
  data = [],
  total = null,
  cutoff,
  error,
}: RunBody = {}): Record<string, unknown> {
  return {
    _links: {
      ...(self === null ? {} : { self: { href: self, method: 'GET' } }),
      origin: { href: `${ORIGIN}/api/v1/reports/mailboxPerformance`, method: 'POST', body: {} },
      ...(next === undefined ? {} : { next: { href: next, method: 'GET' } }),
    },
    status,
    progress,
    ...(status === 'error'
      ? { error: error ?? { code: 'report_failed', message: 'The report could not be made.' } }
      : { result: { data, total, ...(cutoff === undefined ? {} : { dataCutoffTimestamp: cutoff }) } }),
  };
}

/** The error envelope of contract.md section 4, in its short form. */
export function errorBody(code: string, message = 'text for people'): Record<string, unknown> {
  return { status: 'error', error: { code, message } };
}

/** A response of the gateway. `body` that is a string goes out as it is. A header of null is left out. */
export function deskResponse(
  status: number,
  body: unknown = null,
  headers: Record<string, string | null> = {},
): Response {
  const given = { 'Desk-Request-Id': 'request-1', 'Content-Type': 'application/json', ...headers };
  const sent = Object.entries(given).filter((entry): entry is [string, string] => entry[1] !== null);
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return new Response(status === 204 || status === 304 ? null : text, { status, headers: sent });
}

/** A refusal that the gateway makes itself: nothing was sent upstream. */
export function refusal(status: number, code: string, headers: Record<string, string | null> = {}): Response {
  return deskResponse(status, errorBody(code), { 'Desk-Forwarded': 'no', ...headers });
}

/** `response` as the client reads it. */
export function asReply(response: Response, nowMs = 0): Promise<Reply> {
  return readReply(response, nowMs);
}
