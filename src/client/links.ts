// Links from the server are foreign input: only an exact match of the API's origin is followed, and only its path and query.
import { API_PREFIX, endpointAt, pathOf } from '#src/contract/endpoints.ts';

/**
 * Path and query of `href` when it is an absolute URL on exactly `upstreamOrigin` under `/api/v1/`, without user info; else null.
 * The result is what the gateway is asked for, so a link can never lead anywhere else.
 */
export function pinLink(href: unknown, upstreamOrigin: string): string | null {
  if (typeof href !== 'string' || !URL.canParse(href)) return null;
  const url = new URL(href);
  if (url.origin !== upstreamOrigin || url.origin === 'null') return null;
  if (url.username !== '' || url.password !== '' || !url.pathname.startsWith(API_PREFIX)) return null;
  return url.pathname + url.search;
}

/** As {@link pinLink}, and it must be the address of a result (a run's `self`, `next` and `prev`), as the gateway forwards it. */
export function pinResultLink(href: unknown, upstreamOrigin: string): string | null {
  const target = pinLink(href, upstreamOrigin);
  return target !== null && endpointAt(pathOf(target))?.kind === 'result' ? target : null;
}
