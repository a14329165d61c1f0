// One line per request, for people who run a desk. Never a key, a body, a query or an id.
import { endpointAt } from '#src/contract/endpoints.ts';

/** What is written down of one request; `ms` is its duration. */
export type RequestLogLine = {
  readonly time: string;
  readonly id: string;
  readonly method: string;
  readonly route: string;
  readonly status: number;
  readonly ms: number;
};

const API_ROUTES: Readonly<Record<string, string>> = {
  results: '/api/v1/reports/results/:id',
  mailboxes: '/api/v1/admin/mailboxes',
  attachments: '/api/v1/messages/:id/attachments',
  download: '/api/v1/messages/:id/attachments/:id/download',
};
const PLAIN_ROUTES = new Set([
  '/',
  '/healthz',
  '/metrics',
  '/desk/config',
  '/desk/keys',
  '/desk/login',
  '/desk/submissions',
  '/desk/usage',
  '/sandbox/clock',
  '/sandbox/drills',
  '/sandbox/log',
  '/sandbox/parts',
  '/sandbox/reset',
]);

/** The path with every part that a client could choose replaced. */
export function routeOf(path: string): string {
  const endpoint = endpointAt(path);
  if (endpoint !== null) return API_ROUTES[endpoint.name] ?? `/api/v1/reports/${endpoint.name}`;
  if (PLAIN_ROUTES.has(path)) return path;
  const [, first = ''] = path.split('/');
  if (path.startsWith('/desk/keys/')) return '/desk/keys/:id';
  if (path.startsWith('/desk/submissions/')) return '/desk/submissions/:id';
  return ['api', 'desk', 'sandbox', 'assets'].includes(first) ? `/${first}/…` : '/…';
}

/** `method` as it may stand in a log: a word that the client made up is not repeated. */
export function methodOf(method: string): string {
  return ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'].includes(method) ? method : 'OTHER';
}
