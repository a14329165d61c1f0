// Which calls are forwarded: exactly the eight of the contract, with the query names that each of them takes.
import { endpointAt } from '#src/contract/endpoints.ts';
import type { Endpoint } from '#src/contract/endpoints.ts';
import type { DeskCode } from '#src/contract/desk.ts';

/** Longest query that is forwarded, in characters, the `?` included. */
export const MAX_QUERY_CHARS = 2048;

const PAGING = ['max', 'starting_after', 'ending_before'];

// Results are followed by the API's own links, which may grow new parameters: anything well-formed passes there.
const QUERY_NAMES: Readonly<Record<Endpoint['kind'], readonly string[] | null>> = {
  launch: ['fieldGroup', 'includeDetails', ...PAGING],
  list: PAGING,
  download: [],
  result: null,
};

/** A call that may be forwarded: `path` and `search` (with its `?`, or empty) exactly as they go upstream. */
export type ApiTarget = { readonly endpoint: Endpoint; readonly path: string; readonly search: string };

/** What the gateway does with a request to `/api`: a target, or the code of its refusal. */
export function apiTarget(method: string, url: URL): ApiTarget | DeskCode {
  const path = url.pathname;
  const endpoint = endpointAt(path);
  if (endpoint === null || !hasPlainSegments(path)) return 'not-found';
  if (endpoint.method !== method) return 'method-not-allowed';
  if (!isQueryAllowed(url.search, QUERY_NAMES[endpoint.kind])) return 'query-not-allowed';
  return { endpoint, path, search: url.search };
}

/**
 * Whether every segment is well-formed UTF-8 that hides no path inside it: an id may hold an encoded slash, but an upstream that
 * decodes it must not arrive anywhere else.
 */
function hasPlainSegments(path: string): boolean {
  return path.split('/').every((segment) => {
    const decoded = decode(segment);
    if (decoded === null || hasControlCharacter(decoded)) return false;
    return !decoded.split(/[/\\]/).some((part) => part === '.' || part === '..');
  });
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

function hasControlCharacter(text: string): boolean {
  // eslint-disable-next-line no-control-regex -- they are what is looked for
  return /[\u0000-\u001f\u007f]/.test(text);
}

function isQueryAllowed(search: string, names: readonly string[] | null): boolean {
  if (search.length > MAX_QUERY_CHARS) return false;
  if (!/^[\x21-\x7e]*$/.test(search) || /%(?![0-9A-Fa-f]{2})/.test(search)) return false;
  if (names === null) return true;
  const given = [...new URLSearchParams(search).keys()];
  return given.every((name, at) => names.includes(name) && given.indexOf(name) === at);
}
