// Which requests of the page the offline shell answers. Everything else is none of its business, and goes to the network as if there
// were no worker: above all the API and the gateway's own answers, which are never kept.

/** What a request asks for, as far as the shell is concerned. */
export type Asked = 'page' | 'asset' | 'file' | 'other';

type AskedRequest = Pick<Request, 'method' | 'mode' | 'url'>;

/** Paths that are data, whoever asks for them and however. A page below `/sandbox` is the sandbox's, which needs its server anyway. */
const DATA = /^\/(?:api|desk|sandbox|healthz|metrics)(?:\/|$)/;

/** `origin` is the desk's own; `files` are the paths that the shell keeps beside the hashed ones. */
export function askedFor(
  { method, mode, url }: AskedRequest,
  origin: string,
  files: ReadonlySet<string>,
): Asked {
  const address = new URL(url);
  const { pathname } = address;
  if (method !== 'GET' || address.origin !== origin || DATA.test(pathname)) return 'other';
  if (pathname.startsWith('/assets/')) return mode === 'navigate' ? 'other' : 'asset';
  // As the gateway tells pages from files: a missing file must not turn into a page.
  if (mode === 'navigate') return pathname.slice(pathname.lastIndexOf('/')).includes('.') ? 'other' : 'page';
  return files.has(pathname) ? 'file' : 'other';
}
