// The API as the gateway sees it: an origin and a function, so that the sandbox, a test or the network can stand behind it.

/** Where calls go. `fetch` gets absolute URLs on `origin` and may reject, or hang until `request.signal` is aborted. */
export type Upstream = {
  readonly origin: string;
  readonly fetch: (request: Request) => Promise<Response>;
};

/**
 * Thrown by an {@link Upstream} when it is certain that no byte of the request has left: the name was not found, the connection
 * was refused or took too long, the TLS handshake failed. Any other rejection means that the request may have arrived.
 */
export class NotSentError extends Error {
  override readonly name = 'NotSentError';
}
