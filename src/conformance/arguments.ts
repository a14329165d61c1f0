// The command line and the environment, read into options. Nothing of what was typed is repeated: it may be a key in the wrong place.
import { parseArgs } from 'node:util';

/** What one inspection is to do. `mailbox`: id of the one to launch for, null for the first active one. */
export type Options = {
  readonly origin: string;
  readonly key: string;
  readonly mayLaunch: boolean;
  readonly mailbox: string | null;
  readonly isJson: boolean;
};

/** The command line or the environment cannot be used; the message is one readable line. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

const USAGE = 'Usage: npm run conformance -- --base-url <https origin> [--launch] [--mailbox <id>] [--json]';
/** No key is shorter, and masking a shorter one would make any text unreadable. */
const SHORTEST_KEY = 8;

/** Reads both. Throws {@link UsageError}. */
export function readArguments(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Options {
  const given = parse(args);
  const base = given['base-url'];
  if (base === undefined) throw new UsageError(`--base-url is missing. ${USAGE}`);
  const origin = originOf(base);
  if (origin === null)
    throw new UsageError(
      '--base-url must be an https origin such as https://c1.emailgistics.com, without a path.',
    );
  const mayLaunch = given.launch === true;
  if (given.mailbox !== undefined && !mayLaunch)
    throw new UsageError('--mailbox says what to launch for: it needs --launch.');
  if (given.mailbox === '') throw new UsageError('--mailbox needs the id of a mailbox.');
  const key = env['EMAILGISTICS_API_KEY'] ?? '';
  if (key === '')
    throw new UsageError('EMAILGISTICS_API_KEY is not set: the key comes from the environment.');
  if (!/^[\x21-\x7e]+$/.test(key) || key.length < SHORTEST_KEY) {
    throw new UsageError('EMAILGISTICS_API_KEY must be one word of plain ASCII, at least 8 characters.');
  }
  return { origin, key, mayLaunch, mailbox: given.mailbox ?? null, isJson: given.json === true };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        'base-url': { type: 'string' },
        launch: { type: 'boolean' },
        mailbox: { type: 'string' },
        json: { type: 'boolean' },
      },
      strict: true,
    }).values;
  } catch {
    throw new UsageError(`The command line cannot be read. ${USAGE}`);
  }
}

/** https, or http on this machine. */
function originOf(text: string): string | null {
  const url = URL.parse(text);
  if (url === null || url.pathname !== '/' || url.search !== '' || url.hash !== '') return null;
  if (url.username !== '' || url.password !== '') return null;
  const isLoopback = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback) ? url.origin : null;
}
