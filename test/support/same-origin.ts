// The browser between the client and a gateway in the same process: the headers that it puts on requests of the desk's own pages.
import type { Gateway } from '#src/gateway/gateway.ts';

/** A `fetch` as a page of `origin` has it, with `gateway` behind it. */
export function sameOriginFetch(
  gateway: Gateway,
  origin: string,
): (target: string, init: RequestInit) => Promise<Response> {
  return (target, init) => {
    const headers = new Headers(init.headers);
    headers.set('Sec-Fetch-Site', 'same-origin');
    if (init.method !== 'GET') headers.set('Origin', origin);
    const body = typeof init.body === 'string' ? { body: init.body } : {};
    return gateway.fetch(new Request(origin + target, { method: init.method ?? 'GET', headers, ...body }));
  };
}
