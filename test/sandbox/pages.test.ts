// @vitest-environment node
// Cursor pages: forward and back, every row once, and totals that come late.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pageAddress, pageOf } from '#src/sandbox/pages.ts';
import { cursors } from '#src/sandbox/rows.ts';
import { readPageQuery } from '#src/sandbox/validate.ts';
import { emulator } from './emulator.ts';

const HOURS = { parameters: { start: '2026-03-01T00:00:00', end: '2026-03-03T23:59:59', period: 'hour' } };

test('next leads through all rows once, prev leads back, and the total is known after the last page', async () => {
  const { finish, read } = emulator();
  const pages = [await finish('Sales Department', { ...HOURS, query: '?max=25' })];
  for (let next = pages[0]?._links['next']; next !== undefined; next = pages.at(-1)?._links['next']) {
    const page = await read(next.href);
    // Links carry cursor and size, and each page names itself exactly.
    expect(next.href).toMatch(/^https:\/\/sandbox\.invalid\/.*\?max=25&starting_after=/);
    expect(page._links['self']).toEqual({ href: next.href, method: 'GET' });
    pages.push(page);
  }
  const rows = pages.flatMap((page) => page.result?.data ?? []);
  expect(pages.map((page) => page.result?.data.length)).toEqual([25, 25, 22]);
  expect(pages.map((page) => page.result?.total)).toEqual([null, null, 72]);
  expect(new Set(rows.map((row) => row['id'])).size).toBe(72);
  expect(pages[0]?._links).not.toHaveProperty('prev');

  const back = await read(pages[2]?._links['prev']?.href);
  expect(back.result?.data).toEqual(pages[1]?.result?.data);
  expect(back.result?.total).toBe(72);
  const first = await read(back._links['prev']?.href);
  expect(first.result?.data).toEqual(pages[0]?.result?.data);
});

test.each([
  'starting_after=nonsense',
  'ending_before=nonsense',
  'starting_after=0000000zz',
  'max=0',
  'max=501',
])('a page asked with %s is refused', async (query) => {
  const { finish, call } = emulator();
  const { _links } = await finish('Sales Department');
  const href = (_links['self']?.href ?? '').replace('max=500', query);
  expect((await call(href)).status).toBe(400);
});

test('a cursor of another result is refused', async () => {
  const { finish, call } = emulator();
  const first = await finish('Sales Department');
  const second = await finish('Support');
  const href = `${second._links['self']?.href}&starting_after=${String(first.result?.data[0]?.['id'])}`;
  expect((await call(href)).status).toBe(400);
});

test('any page size visits every row of any table once, in both directions', () => {
  const address = pageAddress('https://x.invalid/r');
  fc.assert(
    fc.property(fc.nat(60), fc.integer({ min: 1, max: 20 }), (count, max) => {
      const table = { ...cursors('t'), count, open: false, row: (index: number) => index };
      const walk = (start: string, follow: 'next' | 'prev') => {
        const visited: number[][] = [];
        for (let href: string | null = start; href !== null && visited.length <= 70;) {
          const page = pageOf(table, readPageQuery(new URL(href).searchParams), address);
          visited.push(Array.from({ length: page.to - page.from }, (_, i) => page.from + i));
          href = page[follow];
        }
        return visited;
      };
      const all = Array.from({ length: count }, (_, i) => i);
      expect(walk(address({ max, after: null, before: null }), 'next').flat()).toEqual(all);
      if (count === 0) return;
      const last = address({ max, after: null, before: table.idOf(count - 1) });
      expect(walk(last, 'prev').toReversed().flat()).toEqual(all.slice(0, -1));
    }),
  );
});

test('a well-formed cursor beyond the last row is refused', () => {
  const table = { ...cursors('t'), count: 3, open: false, row: (index: number) => index };
  const address = pageAddress('https://x.invalid/r');
  expect(pageOf(table, { max: 5, after: table.idOf(2), before: null }, address)).toMatchObject({
    from: 3,
    to: 3,
  });
  expect(() => pageOf(table, { max: 5, after: table.idOf(3), before: null }, address)).toThrow(
    'starting_after',
  );
});
