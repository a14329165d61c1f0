// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { ApiError } from '#src/client/api-error.ts';
import type { ApiErrorKind } from '#src/client/api-error.ts';
import { readReply } from '#src/client/reply.ts';
import { explain } from '#src/failures/explain.ts';
import type { ExplainContext, ExplainFacts } from '#src/failures/explain.ts';
import type { FailureKind } from '#src/records/failure-kind.ts';
import { MINUTE, NOW, SELF } from './failure-views.ts';

type Answer = {
  status: number;
  code?: string;
  headers?: Record<string, string>;
  body?: string;
  kind?: ApiErrorKind;
};

async function httpError({ status, code = String(status), headers, body, kind = 'http' }: Answer) {
  const envelope = JSON.stringify({ status: 'error', error: { code, message: 'Words of the server.' } });
  const response = new Response(status === 204 ? null : (body ?? envelope), {
    status,
    headers: { 'Desk-Request-Id': 'req-1', ...headers },
  });
  const reply = await readReply(response, NOW);
  return new ApiError({ kind, method: 'GET', path: '/api/v1/x', at: NOW, elapsedMs: 20, reply });
}

const noReply = (kind: ApiErrorKind) =>
  new ApiError({ kind, method: 'GET', path: '/api/v1/x', at: NOW, elapsedMs: 20 });

const YOUNG: Partial<ExplainFacts> = { expiresAt: NOW + 1 };

/** Everything that a read can be, as far as it makes a difference. */
const READS = [
  ['the mailbox list', 'mailboxes', {}],
  ['a list of attachments', 'attachments', {}],
  ['a page, young', 'page', YOUNG],
  ['a page, 24 h old', 'page', { expiresAt: NOW }],
  ['a page of unknown age', 'page', {}],
  ['the download of a file', 'download', { downloadable: true }],
  ['the download of a link', 'download', { downloadable: false }],
  ['a download of unknown kind', 'download', {}],
  ['the desk’s own', 'desk', {}],
] as const satisfies readonly (readonly [string, ExplainContext, Partial<ExplainFacts>])[];

const HTML = '<h1>Something on the way</h1>';
const UNFORWARDED = { 'Desk-Forwarded': 'no' };
/** The same kind for every read. */
const all = (kind: FailureKind): readonly FailureKind[] => READS.map(() => kind);
/** The same kind for every read of the API, and the desk’s refusal for its own. */
const others = (kind: FailureKind): readonly FailureKind[] => [
  ...READS.slice(1).map(() => kind),
  'desk-refused',
];

const LINK: readonly FailureKind[] = [
  'not-recognised',
  'not-recognised',
  'page-link-refused',
  'page-link-refused',
  'page-link-refused',
  'not-recognised',
  'not-recognised',
  'not-recognised',
  'desk-refused',
];
const SCOPE: readonly FailureKind[] = [
  'scope-missing',
  'scope-missing',
  'run-key-mismatch',
  'run-key-mismatch',
  'run-key-mismatch',
  'scope-missing',
  'not-downloadable',
  'not-downloadable',
  'desk-refused',
];
const MISSING: readonly FailureKind[] = [
  'not-recognised',
  'not-recognised',
  'result-missing',
  'result-expired',
  'result-missing',
  'not-recognised',
  'not-recognised',
  'not-recognised',
  'not-recognised',
];

/** One row an answer, one kind for each of READS. */
const ANSWERS: readonly (readonly [string, Answer, readonly FailureKind[]])[] = [
  ['400', { status: 400 }, LINK],
  ['400 without envelope', { status: 400, body: HTML }, LINK],
  ['400, no key named', { status: 400, code: 'desk-key-required' }, all('desk-refused')],
  [
    '400, a query that this desk does not pass on',
    { status: 400, code: 'query-not-allowed' },
    all('desk-refused'),
  ],
  ['400, not forwarded', { status: 400, headers: UNFORWARDED }, all('desk-refused')],
  ['401', { status: 401 }, all('key-refused')],
  ['401 without envelope', { status: 401, body: HTML }, all('key-refused')],
  ['401 without a body', { status: 401, body: '' }, all('key-refused')],
  ['401, no key at all', { status: 401, code: 'desk-key-missing' }, all('key-refused')],
  ['401, a key that is being added', { status: 401, code: 'desk-key-refused' }, all('key-refused')],
  ['401, key not loaded', { status: 401, code: 'desk-key-unknown' }, all('result-other-key')],
  ['401, not signed in', { status: 401, code: 'desk-login-required' }, all('signed-out')],
  ['401, wrong access token', { status: 401, code: 'desk-login-refused' }, all('desk-refused')],
  ['403', { status: 403 }, SCOPE],
  ['403 without envelope', { status: 403, body: HTML }, SCOPE],
  ['403 by the desk', { status: 403, code: 'cross-site' }, all('desk-refused')],
  ['403, not forwarded', { status: 403, headers: UNFORWARDED }, all('desk-refused')],
  ['404', { status: 404 }, MISSING],
  ['404 without envelope', { status: 404, body: HTML }, MISSING],
  ['404, not forwarded', { status: 404, headers: UNFORWARDED }, all('desk-refused')],
  ['405', { status: 405 }, others('not-recognised')],
  ['408', { status: 408 }, all('update-delayed')],
  ['409', { status: 409 }, others('not-recognised')],
  ['410', { status: 410 }, others('not-recognised')],
  ['413', { status: 413 }, others('not-recognised')],
  ['418 without envelope', { status: 418, body: HTML }, others('not-recognised')],
  ['421, a foreign host name', { status: 421, code: 'host' }, all('desk-refused')],
  ['422', { status: 422 }, others('not-recognised')],
  ['425', { status: 425 }, all('update-delayed')],
  ['429 from the API', { status: 429 }, all('rate-limited')],
  ['429 without envelope', { status: 429, body: HTML }, all('rate-limited')],
  ['429 from the desk', { status: 429, code: 'desk-budget' }, all('rate-limited')],
  ['429 on log-in', { status: 429, code: 'desk-login-throttled' }, all('desk-refused')],
  ['500', { status: 500 }, all('update-delayed')],
  ['500 of the desk itself', { status: 500, code: 'desk-failed' }, all('update-delayed')],
  ['502 without envelope', { status: 502, body: HTML }, all('update-delayed')],
  ['502, a redirect', { status: 502, code: 'upstream-redirect' }, all('update-delayed')],
  ['503', { status: 503 }, all('update-delayed')],
  ['503, not forwarded', { status: 503, headers: UNFORWARDED }, all('update-delayed')],
  ['504', { status: 504, code: 'upstream-timeout' }, all('update-delayed')],
  ['200 that cannot be read', { status: 200, body: '[1', kind: 'unreadable' }, all('answer-not-understood')],
  [
    '200 in another form',
    { status: 200, body: '{"rows":[]}', kind: 'unreadable' },
    all('answer-not-understood'),
  ],
  ['204 without a body', { status: 204, kind: 'unreadable' }, all('answer-not-understood')],
];

describe('an answer to a read is explained by status, code, place and age', () => {
  const rows = ANSWERS.flatMap(([name, answer, kinds]) =>
    READS.map(([read, context, facts], index) => ({
      name,
      read,
      answer,
      context,
      facts,
      kind: kinds[index],
    })),
  );

  it.each(rows)('$name on $read is $kind', async ({ answer, context, facts, kind }) => {
    const failure = explain(await httpError(answer), context, { at: NOW + 5, ...facts });
    expect(failure.kind).toBe(kind);
    expect(failure.status).toBe(answer.status);
    expect(failure.at).toBe(NOW);
  });

  it.each(['network', 'timeout'] as const)('%s', (kind) => {
    const failure = explain(noReply(kind), 'page', { at: NOW, target: SELF });
    expect(failure).toMatchObject({ kind: 'connection-lost', status: null, target: SELF, method: 'GET' });
  });

  it('takes an answer that is not from this desk for a lost connection', async () => {
    for (const status of [200, 302, 401, 404, 503]) {
      const reply = await readReply(new Response('<p>Log in to the Wi-Fi</p>', { status }), NOW);
      const kind = status === 200 ? 'unreadable' : 'http';
      const error = new ApiError({ kind, method: 'GET', path: '/x', at: NOW, elapsedMs: 1, reply });
      expect(explain(error, 'page', { at: NOW }).kind).toBe('connection-lost');
    }
  });

  it('never decides by the words of a message', async () => {
    const body = (message: string) => JSON.stringify({ status: 'error', error: { code: '404', message } });
    const kinds = await Promise.all(
      ['Result expired.', 'Rate limit exceeded.', 'Forbidden', 'desk-login-required'].map(
        async (message) =>
          explain(await httpError({ status: 404, body: body(message) }), 'page', { at: NOW, ...YOUNG }).kind,
      ),
    );
    expect(new Set(kinds)).toEqual(new Set(['result-missing']));
  });
});

describe('the evidence', () => {
  it('keeps code, message, request id and the full target', async () => {
    const failure = explain(await httpError({ status: 404 }), 'page', { at: NOW, target: SELF, ...YOUNG });
    expect(failure).toMatchObject({
      code: '404',
      message: 'Words of the server.',
      requestId: 'req-1',
      target: SELF,
      retryAt: null,
    });
  });

  it.each([
    ['the desk’s own, exactly', { status: 429, code: 'desk-budget', headers: { 'Retry-After': '7' } }, 7_000],
    ['the desk’s own without a time', { status: 429, code: 'desk-budget' }, MINUTE],
    ['the API’s, at least a minute', { status: 429, headers: { 'Retry-After': '7' } }, MINUTE],
    ['the API’s, as long as it says', { status: 429, headers: { 'Retry-After': '90' } }, 90_000],
  ])('says when a limit allows the next try: %s', async (_, answer, waitMs) => {
    const failure = explain(await httpError(answer), 'mailboxes', { at: NOW });
    expect(failure.retryAt).toBe(NOW + waitMs);
  });

  it('keeps the first part of a reply in another form', async () => {
    const failure = explain(await httpError({ status: 502, body: `<h1>${'x'.repeat(9_000)}` }), 'page', {
      at: NOW,
    });
    expect(failure.raw?.startsWith('<h1>x')).toBe(true);
    expect(failure.raw?.length).toBeLessThanOrEqual(2_000);
  });
});

describe('anything but an ApiError is a mistake of our own', () => {
  const hostile = Object.defineProperty(new Error(), 'message', {
    get() {
      throw new Error('again');
    },
  });
  const circular: Record<string, unknown> = {};
  circular['self'] = circular;
  it.each([
    ['a TypeError', new TypeError('x is not a function'), 'TypeError: x is not a function'],
    ['a string', 'boom', 'Thrown: boom'],
    ['nothing', undefined, 'Thrown: undefined'],
    ['null', null, 'Thrown: null'],
    ['an error that cannot be read', hostile, 'Thrown: object'],
    ['an object that cannot be written down', circular, 'Thrown: object'],
  ])('%s', (_, thrown, message) => {
    expect(explain(thrown, 'page', { at: NOW })).toMatchObject({
      kind: 'crashed',
      at: NOW,
      status: null,
      message,
    });
  });

  it('keeps where it happened, without anything that looks like a key', () => {
    const error = new Error('with Bearer sk_live_123456789');
    const failure = explain(error, 'page', { at: NOW });
    expect(failure.raw).toContain('explain.test.ts');
    expect(JSON.stringify(failure)).not.toContain('sk_live');
  });
});
