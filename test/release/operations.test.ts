// @vitest-environment node
// OPERATIONS.md says what the code does: its figures are compared with the constants, its names with what there is.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { LAUNCH_DEADLINE_MS, READ_DEADLINE_MS } from '#src/client/api-client.ts';
import { ApiError } from '#src/client/api-error.ts';
import { PIECE_DEADLINE_MS } from '#src/client/download.ts';
import { READ_LIMIT_MS, retryDecision } from '#src/client/retry-policy.ts';
import { DESK_CODES } from '#src/contract/desk.ts';
import * as limits from '#src/contract/limits.ts';
import { MAX_QUERY_CHARS } from '#src/forwarding/allow-list.ts';
import { MAX_KEYS } from '#src/forwarding/keys.ts';
import { REFUSALS } from '#src/forwarding/problem.ts';
import { environmentSchema } from '#src/gateway/environment.ts';
import { INBOUND_MS, KEEP_ALIVE_MS, MAX_CONNECTIONS, SILENCE_MS } from '#src/gateway/listen.ts';
import { COOKIE_SECONDS, WRONG_PER_MINUTE } from '#src/gateway/login.ts';
import { MAX_REQUEST_BODY_BYTES, REQUEST_BODY_MS } from '#src/gateway/request-body.ts';
import { DRAIN_MS } from '#src/gateway/start.ts';
import { ANSWER_KEPT_MS } from '#src/ledger/ledger.ts';
import { pollDelay } from '#src/runs/poll-plan.ts';
import { BUDGET_WAIT_MS, MAX_WAITING } from '#src/upstream/budget.ts';
import { LAUNCH_HEADERS_MS, READ_HEADERS_MS } from '#src/upstream/exchange.ts';
import { CACHE_BYTES } from '#src/upstream/page-cache.ts';
import { BODY_IDLE_MS, MAX_JSON_BYTES } from '#src/upstream/response-body.ts';
import { WINDOW_MS } from '#src/upstream/sliding-log.ts';
import { CONNECT_MS } from '#src/upstream/upstream-http.ts';
import { createDesk, jsonReply } from '../gateway/desk.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const TEXT = readFileSync(join(ROOT, 'OPERATIONS.md'), 'utf8');
const FLOWING = TEXT.replaceAll(/\s+/g, ' ');

const [first429, second429, third429, fourth429, ...more429] = limits.RATE_LIMIT_WAITS_MS;

/** Every constant of the table, in ms, bytes or pieces. */
const CONSTANTS: Readonly<Record<string, number>> = {
  REQUESTS_PER_MINUTE: limits.REQUESTS_PER_MINUTE,
  WINDOW_MS,
  CONCURRENT_RUNS: limits.CONCURRENT_RUNS,
  BUDGET_WAIT_MS,
  MAX_WAITING,
  'RATE_LIMIT_WAITS_MS[0]': first429,
  'RATE_LIMIT_WAITS_MS[1]': second429,
  'RATE_LIMIT_WAITS_MS[2]': third429,
  'RATE_LIMIT_WAITS_MS[3]': fourth429,
  CONNECT_MS,
  READ_HEADERS_MS,
  LAUNCH_HEADERS_MS,
  BODY_IDLE_MS,
  MAX_JSON_BYTES,
  CACHE_BYTES,
  INBOUND_MS,
  REQUEST_BODY_MS,
  MAX_REQUEST_BODY_BYTES,
  MAX_QUERY_CHARS,
  SILENCE_MS,
  KEEP_ALIVE_MS,
  MAX_CONNECTIONS,
  MAX_KEYS,
  WRONG_PER_MINUTE,
  COOKIE_SECONDS: COOKIE_SECONDS * 1000,
  ANSWER_KEPT_MS,
  RESULT_LIFETIME_MS: limits.RESULT_LIFETIME_MS,
  LONGEST_RUN_MS: limits.LONGEST_RUN_MS,
  DRAIN_MS,
  LAUNCH_DEADLINE_MS,
  READ_DEADLINE_MS,
  READ_LIMIT_MS,
  PIECE_DEADLINE_MS,
};

const UNITS: Readonly<Record<string, number>> = {
  '': 1,
  s: 1000,
  min: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  kB: 1024,
  MB: 1024 * 1024,
};

/** The text under a heading, up to the next one of its level. */
function section(heading: string): string {
  const [, after] = TEXT.split(`\n## ${heading}\n`);
  if (after === undefined) throw new Error(`There is no section "${heading}"`);
  return after.split('\n## ', 1)[0] ?? '';
}

/** The cells of the table under a heading whose row begins with this header; code without its quotes. */
function tableOf(heading: string, header: string): string[][] {
  const rows = section(heading)
    .split('\n')
    .map((line) => (line.startsWith('|') ? line.split(/(?<!\\)\|/).slice(1, -1) : null))
    .map((cells) => cells?.map((cell) => cell.trim().replace(/^`([^`]*)`$/, '$1')) ?? null);
  const start = rows.findIndex((cells) => cells?.[0] === header);
  const end = rows.findIndex((cells, at) => at > start && cells === null);
  return rows.slice(start + 2, end).filter((cells) => cells !== null);
}

/** The figures that `pattern` captures. */
function figures(pattern: RegExp): number[] {
  const found = pattern.exec(FLOWING);
  if (found === null) throw new Error(`OPERATIONS.md does not say ${String(pattern)}`);
  return found.slice(1).map(Number);
}

describe('the limits', () => {
  const rows = tableOf('Limits', 'What').map(([, figure = '', name = '']) => ({ figure, name }));

  test.each(rows)('have $figure for $name', ({ figure, name }) => {
    const [, count = '', unit = ''] = /^(\d+) ?(\w*)$/.exec(figure) ?? [];
    expect(Number(count) * (UNITS[unit] ?? Number.NaN)).toBe(CONSTANTS[name]);
  });

  test('are all of them, once', () => {
    expect(rows.map(({ name }) => name).toSorted()).toEqual(Object.keys(CONSTANTS).toSorted());
    expect(more429).toEqual([]);
  });

  test('of retries are those of the policy', () => {
    const waits = (method: 'GET' | 'POST') =>
      [0, 1, 2, 3, 4].flatMap((attempt) => {
        const error = new ApiError({ kind: 'network', method, path: '/', at: 0, elapsedMs: 0 });
        const decision = retryDecision(method, error, attempt);
        return decision.retry ? [decision.delayMs / 1000] : [];
      });
    const [most, ...told] = figures(/at most (\d) times, after up to ([\d.]+) s, ([\d.]+) s and ([\d.]+) s/);
    expect(waits('GET')).toEqual(told);
    expect(waits('GET')).toHaveLength(most ?? 0);
    expect(waits('POST')).toEqual([]);
  });

  test('of polls are those of the plan', () => {
    /** Shortest and longest wait within half an hour, in seconds. */
    const waits = (progresses: readonly (number | null)[], visible: boolean) => {
      const all = progresses.flatMap((progress) =>
        Array.from({ length: 1800 }, (_, second) =>
          pollDelay({ progress, elapsedMs: second * 1000, stalledMs: 0, visible }),
        ),
      );
      const sorted = all.toSorted((one, other) => one - other);
      return { least: (sorted[0] ?? 0) / 1000, most: (sorted.at(-1) ?? 0) / 1000 };
    };
    const everyPercent = Array.from({ length: 99 }, (_, at) => at + 1);
    const [least, most, blind, hidden] = figures(
      /after (\d+) s at the earliest, .* at most (\d+) s apart; .* at most (\d+) s apart, or (\d+) s where nobody looks/,
    );
    expect(waits(everyPercent, true)).toEqual({ least, most });
    expect(waits([null], true).most).toBe(blind);
    expect(waits([null], false).most).toBe(hidden);
  });
});

describe('the metrics', () => {
  const TOKEN = 'a-long-metrics-token';
  const rows = tableOf('Metrics', 'Metric');

  test('are exactly those of a desk, each with its kind and labels', async () => {
    const desk = createDesk(() => jsonReply('{"mailboxes":[]}'), { metricsToken: TOKEN });
    const headers = { authorization: `Bearer ${TOKEN}` };
    await desk.get('/api/v1/admin/mailboxes');
    const text = await (await desk.get('/metrics', headers)).text();
    const told = [...text.matchAll(/^# TYPE (report_desk_\w+) (\w+)$/gm)].map(([, name = '', kind = '']) => {
      const sample = new RegExp(`^${name}(?:_bucket)?\\{([^}]*)\\}`, 'm').exec(text)?.[1] ?? '';
      const labels = [...sample.matchAll(/(\w+)="/g)].map(([, label = '']) => label);
      return [name, kind, labels.filter((label) => label !== 'le').join(', ')].join(' | ');
    });
    expect(rows.map((cells) => cells.slice(0, 3).join(' | ')).toSorted()).toEqual(told.toSorted());
  });

  test('that alerts ask for are among them', () => {
    const asked = tableOf('Metrics', 'Alert on').flatMap(
      ([query = '']) => query.match(/report_desk_\w+/g) ?? [],
    );
    const known = rows.map(([name]) => name);
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter((name) => !known.includes(name.replace(/_bucket$/, '')))).toEqual([]);
  });
});

describe('what the guide names', () => {
  test('are variables that a desk reads', () => {
    const named = [...TEXT.matchAll(/\b(?:DESK|EMAILGISTICS|SANDBOX)_[A-Z_]+\b/g)].map(([name]) => name);
    // The domain is the proxy's.
    const known = new Set([...Object.keys(environmentSchema.shape), 'DESK_DOMAIN']);
    expect(named.filter((name) => !known.has(name))).toEqual([]);
  });

  test('are refusals of the gateway, with their status', () => {
    const named = [...FLOWING.matchAll(/(\d{3}) \(`([a-z-]+)`\)/g)].map(([, status, code]) => ({
      status,
      code,
    }));
    expect(named.length).toBeGreaterThan(0);
    for (const { status, code } of named) {
      const known = DESK_CODES.find((one) => one === code);
      expect([code, known === undefined ? null : REFUSALS[known].status]).toEqual([code, Number(status)]);
    }
  });

  test('are words that a desk says', () => {
    const code = globSync('src/{gateway,ledger,failures,board,connection,app}/*.{ts,tsx}', { cwd: ROOT })
      .map((file) => readFileSync(join(ROOT, file), 'utf8'))
      .join('\n')
      .toLowerCase();
    const said = [...FLOWING.matchAll(/\*\*… (?:it|cards) says? (?:the ledger )?_([^_]+)_/g)].map(
      ([, words = '']) => words,
    );
    expect(said).toHaveLength(5);
    expect([...said, 'Not sure it started'].filter((words) => !code.includes(words.toLowerCase()))).toEqual(
      [],
    );
  });

  test('are files that there are', () => {
    const named = [
      ...TEXT.matchAll(/(?<![\w/])(?:src\/[\w/.-]+\.ts|compose\.yaml|report-desk\.service)/g),
    ].map(([path]) => path);
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });

  test('are headings of the README', () => {
    const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
    const anchors = [...readme.matchAll(/^##+ (.*)$/gm)].map(([, heading = '']) =>
      heading.toLowerCase().replaceAll(' ', '-'),
    );
    const named = [...TEXT.matchAll(/README\.md#([\w-]+)/g)].map(([, anchor = '']) => anchor);
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((anchor) => !anchors.includes(anchor))).toEqual([]);
  });

  test('is the version of package.json', () => {
    const { version } = z.parse(
      z.object({ version: z.string() }),
      JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')),
    );
    const named = [...TEXT.matchAll(/report-desk:(\d+\.\d+\.\d+)/g)].map(([, number]) => number);
    expect(new Set(named)).toEqual(new Set([version]));
  });
});
