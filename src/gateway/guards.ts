// Who may talk to the gateway at all: the right host name, and only this desk's own pages (design: guards).
import type { DeskCode } from '#src/contract/desk.ts';

/** Whether the request names a host of `origins`, exactly once. An in-process request without the header is judged by its URL. */
export function isOwnHost(request: Request, origins: readonly string[]): boolean {
  const host = (request.headers.get('host') ?? new URL(request.url).host).toLowerCase();
  return origins.some((origin) => new URL(origin).host === host);
}

/**
 * Why a request to `/api`, `/desk` or `/sandbox` is not from one of our own pages, or null when it may pass.
 *
 * Browsers that send `Sec-Fetch-Site` must say `same-origin`. Without it (plain http on some addresses, older browsers, tools)
 * a request that changes something needs our exact `Origin`, and no request may name a foreign `Origin` or `Referer`.
 */
export function siteRefusal(request: Request, origins: readonly string[]): DeskCode | null {
  const { headers, method } = request;
  const site = headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin') return 'cross-site';
  const destination = headers.get('sec-fetch-dest');
  if (destination !== null && destination !== 'empty') return 'cross-site';
  const origin = headers.get('origin');
  if (origin !== null && !origins.includes(origin)) return 'cross-site';
  if (site !== null) return null;
  const isRead = method === 'GET' || method === 'HEAD';
  if (origin === null && !isRead) return 'cross-site';
  const referrer = headers.get('referer');
  return referrer !== null && !origins.includes(originOf(referrer)) ? 'cross-site' : null;
}

function originOf(url: string): string {
  return URL.parse(url)?.origin ?? '';
}
