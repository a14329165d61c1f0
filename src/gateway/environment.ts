// The environment variables of the desk (README, *Environment*), read once at start-up. A wrong value is an error, never a guess.
import * as z from 'zod/mini';
import { REQUESTS_PER_MINUTE } from '#src/contract/limits.ts';
import { readText, SECRETS, withSecretFiles } from './secret-files.ts';
import type { ReadText } from './secret-files.ts';

/** Settings of one desk. */
export type Settings = {
  readonly port: number;
  readonly host: string;
  readonly dataDirectory: string;
  readonly accessToken: string | null;
  /** What opens `/metrics`; null for no metrics. */
  readonly metricsToken: string | null;
  /** Where browsers reach the desk through a proxy; null when they reach it directly. */
  readonly publicOrigin: string | null;
  readonly requestsPerMinute: number;
  /** The API; null for the sandbox. */
  readonly live: { readonly origin: string; readonly key: { label: string; key: string } | null } | null;
  readonly sandboxSpeed: number;
};

/** A variable has a value that cannot be used; `message` is one readable line, without the value of a secret. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError';
}

const LOOPBACK_NAMES = ['localhost', '::1', '[::1]'];

/** Whether a host name or address leads to this machine only. */
function isLoopback(host: string): boolean {
  return LOOPBACK_NAMES.includes(host) || /^127(\.\d{1,3}){3}$/.test(host);
}

/** An https origin, or an http one on this machine where `loopback` allows that. */
function originFrom(text: string, loopback: boolean): string | null {
  const url = URL.parse(text);
  if (url === null || url.pathname !== '/' || url.search !== '' || url.hash !== '') return null;
  if (url.username !== '' || url.password !== '') return null;
  const isAllowed =
    url.protocol === 'https:' || (loopback && url.protocol === 'http:' && isLoopback(url.hostname));
  return isAllowed ? url.origin : null;
}

const wholeNumber = (least: number, most: number) => {
  const words = `must be a whole number from ${String(least)} to ${String(most)}`;
  return z.pipe(
    z.string().check(z.regex(/^\d{1,9}$/, words)),
    z.transform(Number).check(z.refine((value) => value >= least && value <= most, words)),
  );
};
const origin = (loopback: boolean, words: string) =>
  z.pipe(
    z.string().check(z.refine((value) => originFrom(value, loopback) !== null, words)),
    z.transform((value) => originFrom(value, loopback) ?? value),
  );

const token = z.optional(z.string().check(z.minLength(16, 'must have at least 16 characters')));
const file = z.optional(z.string());

/** Every variable that the desk reads, with its form and its default. Words are what stands after the name in an error. */
export const environmentSchema = z.object({
  DESK_PORT: z._default(wholeNumber(0, 65_535), 4600),
  DESK_HOST: z._default(
    z.string().check(z.regex(/^[\w.:-]+$/, 'must be a host name or an address')),
    '127.0.0.1',
  ),
  DESK_DATA_DIR: z._default(z.string(), '.desk'),
  DESK_ACCESS_TOKEN: token,
  DESK_ACCESS_TOKEN_FILE: file,
  DESK_PUBLIC_ORIGIN: z.optional(origin(false, 'must be an https origin such as https://desk.example.com')),
  DESK_REQUESTS_PER_MINUTE: z._default(wholeNumber(1, 1_000_000), REQUESTS_PER_MINUTE),
  DESK_METRICS_TOKEN: token,
  DESK_METRICS_TOKEN_FILE: file,
  EMAILGISTICS_BASE_URL: z.optional(
    origin(true, 'must be an https origin such as https://c1.emailgistics.com'),
  ),
  EMAILGISTICS_API_KEY: z.optional(
    z.string().check(z.regex(/^[\x21-\x7e]+$/, 'must be one word of plain ASCII')),
  ),
  EMAILGISTICS_API_KEY_FILE: file,
  EMAILGISTICS_KEY_LABEL: z.optional(z.string().check(z.maxLength(100, 'must have at most 100 characters'))),
  SANDBOX_SPEED: z._default(
    z.pipe(
      z.string(),
      z
        .transform(Number)
        .check(z.refine((value) => value > 0 && value <= 10_000, 'must be a number above 0, at most 10000')),
    ),
    1,
  ),
});

/**
 * Reads the settings; variables that are empty count as not set. `read` gives the text of a secret's file. Throws
 * {@link EnvironmentError}.
 */
export function readEnvironment(
  variables: Readonly<Record<string, string | undefined>>,
  read: ReadText = readText,
): Settings {
  const given: Record<string, string> = {};
  for (const [name, value] of Object.entries(variables)) {
    if (value !== undefined && value !== '') given[name] = value;
  }
  const opened = withSecretFiles(given, read);
  if ('words' in opened) throw new EnvironmentError(`${opened.name} ${opened.words}.`);
  const parsed = z.safeParse(environmentSchema, opened.values);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const name = String(issue?.path[0] ?? '');
    const isSecret = SECRETS.some((secret) => secret === name);
    const origin = isSecret && given[name] === undefined ? ` (in the file of ${name}_FILE)` : '';
    const shown = isSecret ? '' : `, not "${given[name] ?? ''}"`;
    throw new EnvironmentError(`${name}${origin} ${issue?.message ?? 'is wrong'}${shown}.`);
  }
  const env = parsed.data;
  const base = env.EMAILGISTICS_BASE_URL;
  if (base === undefined && env.EMAILGISTICS_API_KEY !== undefined) {
    throw new EnvironmentError(
      'EMAILGISTICS_API_KEY needs EMAILGISTICS_BASE_URL: which account region is the key for?',
    );
  }
  if (env.EMAILGISTICS_KEY_LABEL !== undefined && env.EMAILGISTICS_API_KEY === undefined) {
    throw new EnvironmentError('EMAILGISTICS_KEY_LABEL needs EMAILGISTICS_API_KEY.');
  }
  const isOpen = !isLoopback(env.DESK_HOST);
  if (isOpen && (env.DESK_ACCESS_TOKEN === undefined || env.DESK_PUBLIC_ORIGIN === undefined)) {
    throw new EnvironmentError(
      `DESK_HOST ${env.DESK_HOST} can be reached by others: it needs DESK_ACCESS_TOKEN and DESK_PUBLIC_ORIGIN.`,
    );
  }
  const key = env.EMAILGISTICS_API_KEY;
  return {
    port: env.DESK_PORT,
    host: env.DESK_HOST,
    dataDirectory: env.DESK_DATA_DIR,
    accessToken: env.DESK_ACCESS_TOKEN ?? null,
    metricsToken: env.DESK_METRICS_TOKEN ?? null,
    publicOrigin: env.DESK_PUBLIC_ORIGIN ?? null,
    requestsPerMinute: env.DESK_REQUESTS_PER_MINUTE,
    live:
      base === undefined
        ? null
        : {
            origin: base,
            key: key === undefined ? null : { label: env.EMAILGISTICS_KEY_LABEL ?? 'Default key', key },
          },
    sandboxSpeed: env.SANDBOX_SPEED,
  };
}

/** Origins under which browsers reach a desk with these settings that listens on `port`. */
export function originsOf(settings: Settings, port: number): string[] {
  const { host, publicOrigin } = settings;
  const names = isLoopback(host) ? [host === '::1' ? '[::1]' : host, '127.0.0.1', 'localhost', '[::1]'] : [];
  const direct = names.map((name) => new URL(`http://${name}:${String(port)}`).origin);
  return [...new Set([...(publicOrigin === null ? [] : [publicOrigin]), ...direct])];
}
