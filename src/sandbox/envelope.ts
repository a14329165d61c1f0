// Wire bodies that are not rows: the error envelope and the links (contract.md sections 4 and 5).

/** What a call comes to: an answer, a connection that breaks, or silence. */
export type Reply = Response | 'drop' | 'hang';

/** Makes the error answer of the call at hand; `code` is the status as a string unless given. */
export type Problem = (
  status: number,
  message: string,
  more?: { code?: string; headers?: Record<string, string> },
) => Response;

/** A JSON answer. */
export function json(status: number, body: unknown, headers?: Record<string, string>): Response {
  const all = new Headers(headers);
  all.set('content-type', 'application/json; charset=utf-8');
  all.set('cache-control', 'no-store');
  return new Response(JSON.stringify(body), { status, headers: all });
}

/** An answer that no API gave: a page of some machine in between. */
export function html(status: number, title: string): Response {
  const page = `<!doctype html><html><head><title>${title}</title></head><body><h1>${title}</h1><hr>proxy</body></html>`;
  return new Response(page, { status, headers: { 'content-type': 'text/html; charset=utf-8' } });
}

/**
 * A `Problem` for one request. `_links.origin` names the request that failed, with its body if it has one; the
 * documented samples of 403 and 429 have no `_links`, so these have none.
 */
export function problemFor(href: string, method: string, body: unknown): Problem {
  return (status, message, more = {}) => {
    const origin = body === undefined ? { href, method } : { href, method, body };
    const links = status === 403 || status === 429 ? {} : { _links: { origin } };
    return json(
      status,
      { ...links, status: 'error', error: { code: more.code ?? String(status), message } },
      more.headers,
    );
  };
}

/** The documented 429, word for word: both limits give the same one (contract.md section 3). */
export const RATE_LIMIT_MESSAGE = 'Rate limit exceeded.';
