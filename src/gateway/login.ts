// The access token of a desk that others can reach: one log-in, then a cookie that scripts cannot read.
import { createHmac } from 'node:crypto';
import * as z from 'zod/mini';
import { refuse } from '#src/forwarding/problem.ts';
import { isSameSecret } from './same-secret.ts';

/** Name of the cookie. The prefix makes browsers insist on https, the whole host, and no other domain. */
const LOGIN_COOKIE = '__Host-desk';
/** Wrong tokens that are answered in one minute; the next ones are not even compared. */
export const WRONG_PER_MINUTE = 10;
/** How long a log-in lasts. */
export const COOKIE_SECONDS = 30 * 24 * 3600;

/** The guard of one access token. */
export type Login = {
  /** Whether the request carries the cookie. */
  isSignedIn(request: Request): boolean;
  /** `POST /desk/login`: 204 and the cookie, 401 `desk-login-refused`, or 429 `desk-login-throttled`. */
  signIn(body: unknown): Response;
};

const given = z.object({ token: z.string() });

/** `salt` makes the cookie of one data folder worthless elsewhere. A new token signs everybody out. */
export function createLogin(accessToken: string, salt: string, now: () => number): Login {
  const cookie = createHmac('sha256', salt).update(`login ${accessToken}`).digest('base64url');
  let wrong: number[] = [];
  return {
    isSignedIn(request) {
      const cookies = (request.headers.get('cookie') ?? '').split(';').map((pair) => pair.trim());
      return cookies.some((pair) => isSameSecret(pair, `${LOGIN_COOKIE}=${cookie}`));
    },
    signIn(body) {
      wrong = wrong.filter((at) => at > now() - 60_000);
      if (wrong.length >= WRONG_PER_MINUTE) {
        return refuse('desk-login-throttled', { headers: { 'Retry-After': '60' } });
      }
      const parsed = z.safeParse(given, body);
      if (!parsed.success) return refuse('request-invalid', { message: 'Send { "token" }.' });
      if (!isSameSecret(parsed.data.token, accessToken)) {
        wrong.push(now());
        return refuse('desk-login-refused');
      }
      const value = `${LOGIN_COOKIE}=${cookie}; Path=/; Max-Age=${String(COOKIE_SECONDS)}; Secure; HttpOnly; SameSite=Strict`;
      return new Response(null, { status: 204, headers: { 'Set-Cookie': value } });
    },
  };
}
