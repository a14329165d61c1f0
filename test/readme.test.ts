// @vitest-environment node
// README says what the code does: its tables and figures are compared with the tables and constants that they speak of.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as z from 'zod/mini';
import { describe, expect, test } from 'vitest';
import { ApiError } from '#src/client/api-error.ts';
import { READ_LIMIT_MS, retryDecision } from '#src/client/retry-policy.ts';
import { DESK_CODES } from '#src/contract/desk.ts';
import { FEW_REQUESTS_LEFT, RATE_LIMIT_WAITS_MS, RESULT_LIFETIME_HOURS } from '#src/contract/limits.ts';
import { MAX_QUERY_CHARS } from '#src/forwarding/allow-list.ts';
import { BUDGET_WAIT_MS, MAX_WAITING } from '#src/upstream/budget.ts';
import { environmentSchema } from '#src/gateway/environment.ts';
import { LAUNCH_HEADERS_MS, READ_HEADERS_MS } from '#src/upstream/exchange.ts';
import { MAX_KEYS } from '#src/forwarding/keys.ts';
import { ANSWER_KEPT_MS } from '#src/ledger/ledger.ts';
import { INBOUND_MS } from '#src/gateway/listen.ts';
import { WRONG_PER_MINUTE } from '#src/gateway/login.ts';
import { CACHE_BYTES } from '#src/upstream/page-cache.ts';
import { REFUSALS } from '#src/forwarding/problem.ts';
import { MAX_REQUEST_BODY_BYTES, REQUEST_BODY_MS } from '#src/gateway/request-body.ts';
import { BODY_IDLE_MS, MAX_JSON_BYTES } from '#src/upstream/response-body.ts';
import { WINDOW_MS } from '#src/upstream/sliding-log.ts';
import { CONNECT_MS } from '#src/upstream/upstream-http.ts';
import { DRILLS } from '#src/sandbox/drills.ts';
import { SANDBOX_KEYS } from '#src/sandbox/keys.ts';
import { MAILBOXES } from '#src/sandbox/mailboxes.ts';
import { asReply, deskResponse, errorBody } from './support/replies.ts';

const ROOT = resolve(import.meta.dirname, '..');
const README = readFileSync(join(ROOT, 'README.md'), 'utf8');

/** The text under a heading, up to the next one of its level. */
function section(heading: string): string {
  const [, after] = README.split(`\n## ${heading}\n`);
  if (after === undefined) throw new Error(`README has no section "${heading}"`);
  return after.split('\n## ', 1)[0] ?? '';
}

/** Cells of the rows of all tables in `text` whose first cell is code, without the backquotes around whole cells. */
function codeRows(text: string): string[][] {
  return text
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim().replace(/^`([^`]*)`$/, '$1')),
    );
}

const WORDS: Readonly<Record<string, number>> = { ten: 10 };

/** The figures that `pattern` captures in `text`, its line breaks read as spaces. */
function figures(text: string, pattern: RegExp): number[] {
  const found = pattern.exec(text.replaceAll(/\s+/g, ' '));
  if (found === null) throw new Error(`README does not say ${String(pattern)}`);
  return found.slice(1).map((figure) => WORDS[figure] ?? Number(figure));
}

const S = 1000;
const HOUR = 3600 * S;
const KB = 1024;
const MB = 1024 * KB;

describe('the refusals that README lists', () => {
  const rows = codeRows(section('Refusals of the gateway'));

  test('are exactly the codes of the gateway', () => {
    expect(rows).toHaveLength(DESK_CODES.length);
    expect(new Set(rows.map(([code]) => code))).toEqual(new Set(DESK_CODES));
  });

  test.each(DESK_CODES.map((code) => ({ code })))('give $code its status', ({ code }) => {
    const row = rows.find(([name]) => name === code);
    expect(Number(row?.[1])).toBe(REFUSALS[code].status);
  });

  test.each([
    ['desk-login-throttled', /(\w+) wrong tokens in a minute/, [WRONG_PER_MINUTE]],
    ['query-not-allowed', /more than (\d+) kB/, [MAX_QUERY_CHARS / KB]],
    ['body-too-large', /more than (\d+) kB/, [MAX_REQUEST_BODY_BYTES / KB]],
    ['idempotency-key-expired', /more than (\d+) hours ago/, [ANSWER_KEPT_MS / HOUR]],
    [
      'desk-overloaded',
      /(\d+) requests are waiting already; or (\d+) keys are loaded/,
      [MAX_WAITING, MAX_KEYS],
    ],
    ['upstream-too-large', /larger than (\d+) MB/, [MAX_JSON_BYTES / MB]],
  ])('name the figures of %s', (code, pattern, expected) => {
    expect(figures(rows.find(([name]) => name === code)?.[2] ?? '', pattern)).toEqual(expected);
  });
});

describe('the environment that README lists', () => {
  const rows = codeRows(section('Environment'));
  const defaults: Readonly<Record<string, string | number | undefined>> = z.parse(environmentSchema, {});

  test('is exactly what the desk reads', () => {
    expect(new Set(rows.map(([name]) => name))).toEqual(new Set(Object.keys(environmentSchema.shape)));
  });

  test.each(rows.map(([name = '', value = '']) => ({ name, value })))(
    'has $value as default of $name',
    ({ name, value }) => {
      expect(value).toBe(String(defaults[name] ?? '–'));
    },
  );
});

describe('the figures that README names', () => {
  const retries = section('How it is built up');
  const gateway = section('How the gateway works');

  test('for retries are those of the policy', async () => {
    expect(figures(retries, /within (\d+) seconds in all/)).toEqual([READ_LIMIT_MS / S]);
    const repeated = async (method: 'GET' | 'POST', status: number) => {
      const reply = await asReply(deskResponse(status, errorBody(String(status))));
      const error = new ApiError({ kind: 'http', method, path: '/', at: 0, elapsedMs: 0, reply });
      return retryDecision(method, error, 0).retry ? [status] : [];
    };
    const all = Array.from({ length: 200 }, (_, index) => 400 + index);
    const gets = (await Promise.all(all.map((status) => repeated('GET', status)))).flat();
    const posts = (await Promise.all(all.map((status) => repeated('POST', status)))).flat();
    expect(gets).toEqual(
      figures(retries, /network errors, (\d{3}), (\d{3}), (\d{3}), (\d{3}), (\d{3}), (\d{3}) and (\d{3})/),
    );
    expect(posts).toEqual([]);
  });

  test.each<[string, RegExp, number[]]>([
    ['the ledger', /dropped after (\d+) hours/, [ANSWER_KEPT_MS / HOUR]],
    ['the window of the budget', /a sliding log of (\d+) seconds/, [WINDOW_MS / S]],
    ['waits for a turn', /Launches and reads wait up to (\d+) s/, [BUDGET_WAIT_MS / S]],
    [
      'the gate after a 429',
      /max\(`Retry-After`, (\d+) s\), then (\d+), (\d+), (\d+) s/,
      RATE_LIMIT_WAITS_MS.map((ms) => ms / S),
    ],
    ['the 429 of a launch', /only when fewer than (\d+) are left/, [FEW_REQUESTS_LEFT]],
    ['kept pages', /\((\d+) MB, oldest use goes first/, [CACHE_BYTES / MB]],
    [
      'deadlines towards the API',
      /connect (\d+) s, reply headers (\d+) s \(launch (\d+) s\), (\d+) s between two pieces of a body/,
      [CONNECT_MS / S, READ_HEADERS_MS / S, LAUNCH_HEADERS_MS / S, BODY_IDLE_MS / S],
    ],
    ['deadlines of clients’ headers', /(\d+) s each for a client's headers and body/, [INBOUND_MS / S]],
    ['deadlines of clients’ bodies', /(\d+) s each for a client's headers and body/, [REQUEST_BODY_MS / S]],
    [
      'sizes',
      /JSON answers up to (\d+) MB, request bodies up to (\d+) kB/,
      [MAX_JSON_BYTES / MB, MAX_REQUEST_BODY_BYTES / KB],
    ],
  ])('for %s are those of the gateway', (_, pattern, expected) => {
    expect(figures(gateway, pattern)).toEqual(expected);
  });

  test('for the life of a result is that of the contract', () => {
    expect(figures(section('The sandbox'), /the (\d+) hours of a result/)).toEqual([RESULT_LIFETIME_HOURS]);
  });
});

describe('what README points at', () => {
  test('are drills that there are', () => {
    const known = new Set([...DRILLS.map(({ mailbox }) => mailbox), ...MAILBOXES.map(nameOf)]);
    const named = [...README.matchAll(/\*(Drill: [^*…]+)\*/g)].map(([, name = '']) => name);
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((name) => !known.has(name))).toEqual([]);
  });

  test('are the keys of the sandbox', () => {
    const text = section('The sandbox');
    expect(SANDBOX_KEYS.filter(({ label }) => !text.includes(`**${label}**`))).toEqual([]);
  });

  test('are scripts that package.json has', () => {
    const { scripts } = z.parse(
      z.object({ scripts: z.record(z.string(), z.string()) }),
      JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')),
    );
    const named = [...README.matchAll(/npm run ([\w:]+)/g)].map(([, name = '']) => name);
    expect(named.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
  });

  test('are files that there are', () => {
    const named = [...README.matchAll(/`([a-z-]+\/[\w./-]+\.tsx?)`/g)].map(([, path = '']) => path);
    expect(named.length).toBeGreaterThan(0);
    const isThere = (path: string) => existsSync(join(ROOT, path)) || existsSync(join(ROOT, 'src', path));
    expect(named.filter((path) => !isThere(path))).toEqual([]);
  });

  test('are pictures that are kept with it', () => {
    const shown = [...README.matchAll(/(?:src|srcset)="([^"]+)"/g)].map(([, path = '']) => path);
    const kept = readFileSync(join(ROOT, '.gitignore'), 'utf8')
      .split('\n')
      .flatMap((line) => (line.startsWith('!') ? [line.slice(1)] : []));
    expect(shown.toSorted()).toEqual(kept.toSorted());
    expect(shown.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });

  test('is every folder of the source, once', () => {
    const listed = codeRows(section('How it is built up')).map(([folder = '']) => folder.replace(/\/$/, ''));
    const folders = globSync('*/', { cwd: join(ROOT, 'src') }).map((path) => path.replace(/[\\/]$/, ''));
    expect(listed.toSorted()).toEqual(folders.toSorted());
  });
});

function nameOf({ listing }: (typeof MAILBOXES)[number]): string {
  return listing.mailboxName;
}
