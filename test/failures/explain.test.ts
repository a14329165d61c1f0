// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { ApiError } from '#src/client/api-error.ts';
import type { ApiErrorKind } from '#src/client/api-error.ts';
import { readReply } from '#src/client/reply.ts';
import { explain } from '#src/failures/explain.ts';
import type { ExplainContext, ExplainFacts } from '#src/failures/explain.ts';
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
  const response = new Response(body ?? envelope, {
    status,
    headers: { 'Desk-Request-Id': 'req-1', ...headers },
  });
  const reply = await readReply(response, NOW);
  return new ApiError({ kind, method: 'GET', path: '/api/v1/x', at: NOW, elapsedMs: 20, reply });
}

const noReply = (kind: ApiErrorKind) =>
  new ApiError({ kind, method: 'GET', path: '/api/v1/x', at: NOW, elapsedMs: 20 });

const YOUNG: Partial<ExplainFacts> = { expiresAt: NOW + 1 };
const OLD: Partial<ExplainFacts> = { expiresAt: NOW };

describe('an answer to a read is explained by status, code, place and age', () => {
  const rows: readonly [string, ExplainContext, Answer, Partial<ExplainFacts>, string][] = [
    ['400 on a page', 'page', { status: 400 }, YOUNG, 'page-link-refused'],
    ['400 on the mailbox list', 'mailboxes', { status: 400 }, {}, 'not-recognised'],
    ['400 on attachments', 'attachments', { status: 400 }, {}, 'not-recognised'],
    ['400 on the desk itself', 'desk', { status: 400, code: 'request-invalid' }, {}, 'desk-refused'],
    ['400 without a key named', 'mailboxes', { status: 400, code: 'desk-key-required' }, {}, 'desk-refused'],
    ['401 on the mailbox list', 'mailboxes', { status: 401 }, {}, 'key-refused'],
    ['401 on a page', 'page', { status: 401 }, YOUNG, 'key-refused'],
    ['401 on a download', 'download', { status: 401 }, {}, 'key-refused'],
    ['401, no key at all', 'mailboxes', { status: 401, code: 'desk-key-missing' }, {}, 'key-refused'],
    ['401, a key that is being added', 'desk', { status: 401, code: 'desk-key-refused' }, {}, 'key-refused'],
    ['401, key not loaded', 'page', { status: 401, code: 'desk-key-unknown' }, YOUNG, 'result-other-key'],
    [
      '401, key of a list not loaded',
      'mailboxes',
      { status: 401, code: 'desk-key-unknown' },
      {},
      'result-other-key',
    ],
    ['401, not signed in', 'page', { status: 401, code: 'desk-login-required' }, YOUNG, 'signed-out'],
    ['401, not signed in, config', 'desk', { status: 401, code: 'desk-login-required' }, {}, 'signed-out'],
    ['401, wrong access token', 'desk', { status: 401, code: 'desk-login-refused' }, {}, 'desk-refused'],
    ['403 on the mailbox list', 'mailboxes', { status: 403 }, {}, 'scope-missing'],
    ['403 on the list of attachments', 'attachments', { status: 403 }, {}, 'scope-missing'],
    ['403 on a page', 'page', { status: 403 }, YOUNG, 'run-key-mismatch'],
    ['403 on a download', 'download', { status: 403 }, {}, 'not-downloadable'],
    [
      '403 on the download of a link',
      'download',
      { status: 403 },
      { downloadable: false },
      'not-downloadable',
    ],
    ['403 on the download of a file', 'download', { status: 403 }, { downloadable: true }, 'scope-missing'],
    ['403 by the desk', 'page', { status: 403, code: 'cross-site' }, YOUNG, 'desk-refused'],
    ['404 on a page, young', 'page', { status: 404 }, YOUNG, 'result-missing'],
    ['404 on a page, 24 h old', 'page', { status: 404 }, OLD, 'result-expired'],
    ['404 on a page of unknown age', 'page', { status: 404 }, {}, 'result-missing'],
    ['404 on the mailbox list', 'mailboxes', { status: 404 }, OLD, 'not-recognised'],
    ['404 on a download', 'download', { status: 404 }, OLD, 'not-recognised'],
    ['404 on attachments', 'attachments', { status: 404 }, {}, 'not-recognised'],
    ['404 on the desk itself', 'desk', { status: 404, code: 'not-found' }, {}, 'not-recognised'],
    [
      '404, proven not forwarded',
      'page',
      { status: 404, headers: { 'Desk-Forwarded': 'no' } },
      OLD,
      'desk-refused',
    ],
    ['405', 'mailboxes', { status: 405 }, {}, 'not-recognised'],
    ['409', 'page', { status: 409 }, YOUNG, 'not-recognised'],
    ['410', 'page', { status: 410 }, OLD, 'not-recognised'],
    ['418', 'attachments', { status: 418 }, {}, 'not-recognised'],
    ['421 on the desk itself', 'desk', { status: 421, code: 'host' }, {}, 'desk-refused'],
    ['408', 'page', { status: 408 }, YOUNG, 'update-delayed'],
    ['425', 'mailboxes', { status: 425 }, {}, 'update-delayed'],
    ['429 from the API', 'page', { status: 429 }, YOUNG, 'rate-limited'],
    ['429 from the desk', 'mailboxes', { status: 429, code: 'desk-budget' }, {}, 'rate-limited'],
    ['429 on log-in', 'desk', { status: 429, code: 'desk-login-throttled' }, {}, 'desk-refused'],
    ['500', 'mailboxes', { status: 500 }, {}, 'update-delayed'],
    [
      '502 with a page of HTML',
      'page',
      { status: 502, body: '<h1>Bad gateway</h1>' },
      YOUNG,
      'update-delayed',
    ],
    [
      '503, proven not forwarded',
      'desk',
      { status: 503, headers: { 'Desk-Forwarded': 'no' } },
      {},
      'update-delayed',
    ],
    ['504', 'download', { status: 504 }, {}, 'update-delayed'],
    [
      '200 that cannot be read',
      'page',
      { status: 200, body: '[1', kind: 'unreadable' },
      YOUNG,
      'answer-not-understood',
    ],
  ];

  it.each(rows)('%s', async (_, context, answer, facts, kind) => {
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
