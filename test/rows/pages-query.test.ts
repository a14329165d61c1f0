// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { readPage } from '#src/rows/pages-query.ts';

const ORIGIN = 'https://api.example';
const TARGET = '/api/v1/reports/results/r1?max=500';

function body(more: Record<string, unknown> = {}, links: Record<string, unknown> = {}) {
  return {
    _links: { self: { href: ORIGIN + TARGET, method: 'GET' }, ...links },
    status: 'done',
    progress: 100,
    result: { data: [{ id: 'a', received: 1 }], total: null },
    ...more,
  };
}

const next = (href: unknown) => ({ next: { href, method: 'GET' } });

describe('a page of a result', () => {
  it('is its rows with whatever fields they have, and no total that was not said', () => {
    expect(readPage(body(), TARGET, ORIGIN)).toEqual({
      target: TARGET,
      rows: [{ id: 'a', received: 1 }],
      next: null,
      foreignNext: false,
      total: null,
      cutoff: null,
    });
  });

  it('follows the next link by its path and query', () => {
    const page = readPage(
      body({}, next(`${ORIGIN}/api/v1/reports/results/r1?starting_after=x&new=1`)),
      TARGET,
      ORIGIN,
    );
    expect(page).toMatchObject({
      next: '/api/v1/reports/results/r1?starting_after=x&new=1',
      foreignNext: false,
    });
  });

  it.each([
    ['another host', 'https://elsewhere.example/api/v1/reports/results/r1'],
    ['another port', `${ORIGIN}:8443/api/v1/reports/results/r1`],
    ['user info', 'https://api.example@elsewhere.example/api/v1/reports/results/r1'],
    ['another call', `${ORIGIN}/api/v1/admin/mailboxes`],
    ['a way out of the path', `${ORIGIN}/api/v1/reports/results/../../admin/mailboxes`],
    ['a relative link', '/api/v1/reports/results/r1?starting_after=x'],
    ['a script', 'javascript:alert(1)'],
  ])('does not follow a next link to %s', (_, href) => {
    expect(readPage(body({}, next(href)), TARGET, ORIGIN)).toMatchObject({ next: null, foreignNext: true });
  });

  it('reads a status word that it does not know by the rows that come with it', () => {
    expect(readPage(body({ status: 'archived' }), TARGET, ORIGIN)?.rows).toHaveLength(1);
  });

  it.each([
    ['HTML', undefined],
    ['another form', { rows: [] }],
    ['a run that still runs', body({ status: 'running', result: { data: [], total: null } })],
    ['a run that failed', body({ status: 'error', result: undefined, error: { code: 'x', message: 'y' } })],
    ['no result', body({ result: null })],
  ])('is never "no rows" where there is %s', (_, value) => {
    expect(readPage(value, TARGET, ORIGIN)).toBeNull();
  });
});
