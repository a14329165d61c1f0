// Every refusal that the gateway makes itself: one table of codes, and the API's error envelope around them.
import type { DeskCode } from '#src/contract/desk.ts';

/** Status and default words of each refusal. `error.code` is what programs may rely on; the words are for people. */
export const REFUSALS: Readonly<Record<DeskCode, { readonly status: number; readonly message: string }>> = {
  'desk-budget': {
    status: 429,
    message: 'The request budget that this desk shares is used up. It goes on after Retry-After.',
  },
  'desk-draining': { status: 503, message: 'This desk is shutting down and takes no new launches.' },
  'desk-failed': { status: 500, message: 'Something broke inside this desk.' },
  'desk-key-missing': { status: 401, message: 'This desk has no API key yet.' },
  'desk-key-refused': { status: 401, message: 'The API did not accept this key.' },
  'desk-key-required': { status: 400, message: 'Several keys are loaded: say which one with Desk-Key.' },
  'desk-key-unknown': { status: 401, message: 'This desk has no key with that id.' },
  'desk-ledger-unavailable': {
    status: 503,
    message: 'This desk cannot write down the launch, so it was not sent.',
  },
  'desk-login-refused': { status: 401, message: 'That is not the access token of this desk.' },
  'desk-login-required': { status: 401, message: 'Sign in to this desk first.' },
  'desk-login-throttled': { status: 429, message: 'Too many wrong access tokens. Wait a minute.' },
  'desk-overloaded': { status: 503, message: 'Too many requests are waiting at this desk.' },
  'body-incomplete': { status: 400, message: 'The request body did not arrive in full.' },
  'body-too-large': { status: 413, message: 'The request body is larger than this desk forwards.' },
  'client-gone': { status: 499, message: 'The client left before anything was sent.' },
  'cross-site': { status: 403, message: 'This desk answers only its own pages.' },
  host: { status: 421, message: 'This desk does not answer under that host name.' },
  'idempotency-key-expired': {
    status: 410,
    message: 'This Idempotency-Key was used more than 48 hours ago. Its answer is no longer kept.',
  },
  'idempotency-key-invalid': { status: 400, message: 'Idempotency-Key must be a bare UUID.' },
  'idempotency-key-missing': { status: 400, message: 'A launch needs an Idempotency-Key.' },
  'idempotency-key-reused': {
    status: 422,
    message: 'This Idempotency-Key belongs to a different request.',
  },
  'media-type': { status: 415, message: 'Only application/json, not compressed, is accepted.' },
  'method-not-allowed': { status: 405, message: 'This address does not take that method.' },
  'not-found': { status: 404, message: 'There is nothing at this address.' },
  'not-json': { status: 400, message: 'The request body is not JSON in UTF-8.' },
  'outcome-unknown': {
    status: 504,
    message: 'The launch was sent, but no whole answer came back. It may have started.',
  },
  'query-not-allowed': { status: 400, message: 'The query holds something that this call does not take.' },
  'request-invalid': { status: 400, message: 'The request does not have the form that this address takes.' },
  'submission-unknown': { status: 404, message: 'This Idempotency-Key was never seen here.' },
  'submission-void': { status: 409, message: 'This Idempotency-Key was made unusable.' },
  'upstream-failed': { status: 502, message: 'The API closed the connection or sent a broken answer.' },
  'upstream-redirect': { status: 502, message: 'The API answered with a redirect, which is not followed.' },
  'upstream-timeout': { status: 504, message: 'The API did not answer in time.' },
  'upstream-too-large': { status: 502, message: 'The answer of the API is larger than this desk takes.' },
  'upstream-unreachable': { status: 503, message: 'The API could not be reached. Nothing was sent.' },
};

/** Body of an error in the form that the API itself uses (contract.md section 4), without `_links`. */
export function problemBody(code: DeskCode, message: string = REFUSALS[code].message): string {
  return JSON.stringify({ status: 'error', error: { code, message } });
}

/** The answer for `code`: its status from {@link REFUSALS}, its words unless `message` says more, and any extra headers. */
export function refuse(
  code: DeskCode,
  extra: { readonly message?: string; readonly headers?: Readonly<Record<string, string>> } = {},
): Response {
  return new Response(problemBody(code, extra.message), {
    status: REFUSALS[code].status,
    headers: { 'Content-Type': 'application/json', ...extra.headers },
  });
}

/** A JSON answer. */
export function json(value: unknown, status = 200): Response {
  return new Response(JSON.stringify(value), { status, headers: { 'Content-Type': 'application/json' } });
}
