// The eight calls of the API (contract.md section 1). The gateway forwards these and nothing else.
import { REPORTS } from './reports.ts';
import type { Scope } from './reports.ts';

/** Prefix of every call. */
export const API_PREFIX = '/api/v1/';
/** Where runs are polled and pages are read: the result's id follows. */
export const RESULTS_PREFIX = '/api/v1/reports/results/';
/** The mailbox list. */
export const MAILBOXES_PATH = '/api/v1/admin/mailboxes';

/** One call of the API. `pattern` matches the whole raw path, before any decoding. */
export type Endpoint = {
  readonly name: string;
  readonly method: 'GET' | 'POST';
  readonly pattern: RegExp;
  /** All are needed. */
  readonly scopes: readonly Scope[];
  readonly kind: 'launch' | 'result' | 'list' | 'download';
};

/** `.` and `..`, plain or encoded, as a whole segment or between encoded slashes: a server that decodes early would walk up. */
const DOT_SEGMENT = String.raw`(?:[^/]*%(?:2[Ff]|5[Cc]))?(?:\.|%2[Ee]){1,2}(?:%2[Ff]|%5[Cc]|/|$)`;
/** One path segment as it may stand in a URL. Ids may hold encoded slashes (contract.md section 10), never control characters. */
const SEGMENT = String.raw`(?!${DOT_SEGMENT})(?:[A-Za-z0-9\-._~!$&'()*+,;=:@]|%(?![01]|7[Ff])[0-9A-Fa-f]{2})+`;

/** See {@link Endpoint}. */
export const ENDPOINTS: readonly Endpoint[] = [
  ...REPORTS.map(({ id, scopes }) => ({
    name: id,
    method: 'POST' as const,
    pattern: new RegExp(`^/api/v1/reports/${id}$`),
    scopes,
    kind: 'launch' as const,
  })),
  {
    name: 'results',
    method: 'GET',
    pattern: new RegExp(`^/api/v1/reports/results/${SEGMENT}$`),
    scopes: ['reporting'],
    kind: 'result',
  },
  {
    name: 'mailboxes',
    method: 'GET',
    pattern: /^\/api\/v1\/admin\/mailboxes$/,
    scopes: ['reporting'],
    kind: 'list',
  },
  {
    name: 'attachments',
    method: 'GET',
    pattern: new RegExp(`^/api/v1/messages/${SEGMENT}/attachments$`),
    scopes: ['messages:read'],
    kind: 'list',
  },
  {
    name: 'download',
    method: 'GET',
    pattern: new RegExp(`^/api/v1/messages/${SEGMENT}/attachments/${SEGMENT}/download$`),
    scopes: ['messages:content'],
    kind: 'download',
  },
];

/** Path of a request target (path and query), without its query. */
export function pathOf(target: string): string {
  return target.split('?', 1)[0] ?? target;
}

/** The call that `path` (no query) belongs to whatever its method, or null; also where it does not stand for text at all (`%ff`). */
export function endpointAt(path: string): Endpoint | null {
  try {
    decodeURIComponent(path);
  } catch {
    return null;
  }
  return ENDPOINTS.find((endpoint) => endpoint.pattern.test(path)) ?? null;
}
