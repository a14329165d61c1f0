// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readErrorEnvelope, readRunEnvelope } from '#src/contract/envelope.ts';

const LINKS = {
  self: { href: 'https://c1.emailgistics.com/api/v1/reports/results/rr_1', method: 'GET' },
  origin: {
    href: 'https://c1.emailgistics.com/api/v1/reports/mailboxPerformance',
    method: 'POST',
    body: { parameters: { mailboxId: 'mb_abc123', period: 'last7Days' } },
  },
};
const RUNNING = { _links: LINKS, status: 'running', progress: 40, result: { data: [], total: null } };
const DONE = {
  _links: {
    ...LINKS,
    next: { href: 'https://c1.emailgistics.com/api/v1/reports/results/rr_1?starting_after=x', method: 'GET' },
  },
  status: 'done',
  progress: 100,
  result: {
    data: [{ id: 'a', startDateTime: '2026-09-01T00:00:00', received: 3 }],
    total: 120,
    dataCutoffTimestamp: '2026-09-30T12:00:00Z',
  },
};
const FAILED = {
  _links: LINKS,
  status: 'error',
  progress: 60,
  error: { code: 'timeout', message: 'Took too long.' },
};

describe('the error envelope', () => {
  test.each([
    [
      'as documented',
      { _links: { origin: LINKS.origin }, status: 'error', error: { code: 'error_code', message: 'm' } },
    ],
    [
      'of a GET, without a body',
      {
        _links: { origin: { href: 'https://x/', method: 'GET' } },
        status: 'error',
        error: { code: '404', message: 'm' },
      },
    ],
    [
      'without links, as in the samples of 403 and 429',
      { status: 'error', error: { code: '429', message: 'Rate limit exceeded.' } },
    ],
    ['with links of another form', { _links: 7, status: 'error', error: { code: '403', message: 'm' } }],
    [
      'with an origin of another form',
      { _links: { origin: 'x' }, status: 'error', error: { code: '403', message: 'm' } },
    ],
    [
      'with fields that nobody knows',
      { status: 'error', error: { code: '400', message: 'm', field: 'period' }, trace: 'abc' },
    ],
  ])('%s is read', (_name, body) => {
    expect(readErrorEnvelope(body)?.error).toEqual(body.error);
  });

  test.each([
    ['nothing', undefined],
    ['null', null],
    ['HTML', '<html>'],
    ['a list', []],
    ['another status', { status: 'done', error: { code: '1', message: 'm' } }],
    ['no error', { status: 'error' }],
    ['an error without a code', { status: 'error', error: { message: 'm' } }],
    ['a run that failed', 7],
  ])('%s is not one', (_name, body) => {
    expect(readErrorEnvelope(body)).toBeNull();
  });
});

describe('the async envelope', () => {
  test('of a running run is read', () => {
    expect(readRunEnvelope(RUNNING)).toMatchObject({
      status: 'running',
      progress: 40,
      result: { data: [], total: null },
    });
  });

  test('of a finished run is read, rows and cut-off included', () => {
    const envelope = readRunEnvelope(DONE);
    expect(envelope?.result).toEqual(DONE.result);
    expect(envelope?._links.next?.href).toBe(DONE._links.next.href);
  });

  test('of a failed run is read', () => {
    expect(readRunEnvelope(FAILED)).toMatchObject({ status: 'error', error: FAILED.error });
  });

  test('keeps fields that nobody knows', () => {
    const read = readRunEnvelope({ ...RUNNING, queue: 3, _links: { ...LINKS, cancel: { href: 'x' } } });
    expect(read).toMatchObject({ queue: 3, _links: { cancel: { href: 'x' } } });
  });

  test('says that a new status is unrecognised', () => {
    expect(readRunEnvelope({ ...RUNNING, status: 'archived' })?.status).toBe('unrecognised');
  });

  test.each([
    ['progress as text', { ...RUNNING, progress: '40' }, { progress: null }],
    ['progress beyond all numbers', { ...RUNNING, progress: Number('1e999') }, { progress: null }],
    ['a missing progress', { ...RUNNING, progress: undefined }, { status: 'running' }],
    ['a missing result', { ...RUNNING, result: undefined }, { status: 'running' }],
    ['a null result', { ...RUNNING, result: null }, { result: null }],
    ['a result of another form', { ...RUNNING, result: 'later' }, { result: null }],
    ['an origin of another form', { ...RUNNING, _links: { ...LINKS, origin: 5 } }, { status: 'running' }],
    ['a prev of another form', { ...RUNNING, _links: { ...LINKS, prev: 'x' } }, { status: 'running' }],
    [
      'a link method of another form',
      { ...RUNNING, _links: { self: { ...LINKS.self, method: 1 } } },
      { status: 'running' },
    ],
    ['an error of another form', { ...FAILED, error: 'boom' }, { status: 'error', error: null }],
    ['a total as text', { ...DONE, result: { ...DONE.result, total: '9' } }, { result: { total: null } }],
  ])('survives %s', (_name, body, expected) => {
    expect(readRunEnvelope(body)).toMatchObject(expected);
  });

  test('never reads rows that are not a list as "no rows"', () => {
    for (const data of [undefined, null, 'rows', { 0: {} }]) {
      expect(readRunEnvelope({ ...DONE, result: { ...DONE.result, data } })?.result).toBeNull();
    }
  });

  test('never reads a cut-off of another form as "every period is final"', () => {
    const read = readRunEnvelope({ ...DONE, result: { ...DONE.result, dataCutoffTimestamp: 1_790_000_000 } });
    expect(read?.result?.dataCutoffTimestamp).toBe('');
  });

  test('loses one bad row, not the page', () => {
    const data = [{ id: 'a' }, null, 'row', 7, ['b'], { id: 'c' }];
    expect(readRunEnvelope({ ...DONE, result: { data } })?.result?.data).toEqual([{ id: 'a' }, { id: 'c' }]);
  });

  test('keeps every field of a row, however it is called', () => {
    const text = '{"id":"a","__proto__":{"x":1},"constructor":2,"toString":null,"":3}';
    const rows: unknown = JSON.parse(`[${text}]`);
    const row = readRunEnvelope({ ...DONE, result: { data: rows } })?.result?.data[0];
    expect(JSON.stringify(row)).toBe(text);
    expect(Object.getPrototypeOf(row)).toBe(Object.prototype);
  });

  test.each([
    ['nothing', undefined],
    ['null', null],
    ['HTML', '<html>'],
    ['no links', { status: 'running', progress: 1 }],
    ['links of another form', { ...RUNNING, _links: [] }],
    ['no status', { _links: LINKS }],
    ['a status of another form', { ...RUNNING, status: 1 }],
    ['a self of another form', { ...RUNNING, _links: { self: 'https://x/' } }],
    ['a next of another form, which would hide rows', { ...DONE, _links: { ...LINKS, next: 5 } }],
    ['an error envelope', { status: 'error', error: { code: '500', message: 'm' } }],
  ])('%s is not one', (_name, body) => {
    expect(readRunEnvelope(body)).toBeNull();
  });
});

test('no JSON at all makes a reader throw', () => {
  const read = (value: unknown) => [
    readErrorEnvelope(value),
    readRunEnvelope(value),
    readRunEnvelope({ ...RUNNING, result: value, progress: value, error: value }),
    readRunEnvelope({ ...RUNNING, _links: value }),
  ];
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
      expect(() => read(value)).not.toThrow();
    }),
    { numRuns: 500 },
  );
});
