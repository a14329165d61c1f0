// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { createGatherer } from '#src/rows/gather-pages.ts';
import type { ReadingEnd } from '#src/rows/gather-pages.ts';
import type { ResultPageData } from '#src/rows/pages-query.ts';

const address = (name: string) => `/api/v1/reports/results/r1?page=${name}`;

function page(
  name: string,
  ids: readonly string[],
  next: string | null,
  more: Partial<ResultPageData> = {},
): ResultPageData {
  return {
    target: address(name),
    rows: ids.map((id) => ({ id, received: 1 })),
    next: next === null ? null : address(next),
    foreignNext: false,
    total: null,
    cutoff: null,
    ...more,
  };
}

const emptyPages = (count: number) => Array.from({ length: count }, (_, n) => page(`e${n}`, [], `e${n + 1}`));

describe('whether to read on', () => {
  const cases: [name: string, pages: ResultPageData[], end: ReadingEnd][] = [
    ['no next link is the end', [page('1', ['a'], null)], 'complete'],
    ['a next link means more, however short the page', [page('1', ['a'], '2', { total: 1 })], 'more'],
    ['an empty page with a next link means more', [page('1', ['a'], '2'), page('2', [], '3')], 'more'],
    ['a link back to the first page', [page('1', ['a'], '2'), page('2', ['b'], '1')], 'cycle'],
    ['a link to the same page', [page('1', ['a'], '1')], 'cycle'],
    ['a new link to rows that came before', [page('1', ['a'], '2'), page('2', ['a'], '3')], 'cycle'],
    ['rows that came before, on the last page', [page('1', ['a'], '2'), page('2', ['a'], null)], 'complete'],
    ['some rows that came before', [page('1', ['a', 'b'], '2'), page('2', ['b', 'c'], '3')], 'more'],
    ['a link that leads elsewhere', [page('1', ['a'], null, { foreignNext: true })], 'foreign-link'],
    ['nineteen empty pages', emptyPages(19), 'more'],
    ['twenty empty pages', emptyPages(20), 'empty-pages'],
  ];

  it.each(cases)('%s', (_, pages, end) => {
    expect(createGatherer()(pages).end).toBe(end);
  });
});

describe('rows of several pages', () => {
  it('are shown once each, and repeats are counted', () => {
    const { rows, repeated } = createGatherer()([page('1', ['a', 'b'], '2'), page('2', ['b', 'c'], null)]);
    expect(rows.map((row) => row['id'])).toEqual(['a', 'b', 'c']);
    expect(repeated).toBe(1);
  });

  it('without an id are all kept: nothing says that they are the same', () => {
    const rows = [{ received: 1 }, { received: 1 }, { id: 7 }, { id: 7 }];
    expect(createGatherer()([page('1', [], null, { rows })]).rows).toHaveLength(4);
  });

  it('grow page by page as if all had come at once', () => {
    const pages = [page('1', ['a'], '2'), page('2', ['b'], '3', { total: 3 }), page('3', ['c'], null)];
    const gather = createGatherer();
    gather(pages.slice(0, 1));
    gather(pages.slice(0, 2));
    expect(gather(pages)).toEqual(createGatherer()(pages));
  });

  it('start over after a reload', () => {
    const gather = createGatherer();
    gather([page('1', ['a'], '2'), page('2', ['b'], null)]);
    const { rows, repeated, end } = gather([page('1', ['a'], '2')]);
    expect([rows.length, repeated, end]).toEqual([1, 0, 'more']);
  });

  it('are the same object for the same pages', () => {
    const gather = createGatherer();
    const pages = [page('1', ['a'], null)];
    expect(gather(pages)).toBe(gather([...pages]));
  });

  it('are the same object also where the result is opened anew: nothing is gone through again', () => {
    const pages = [page('1', ['a'], '2')];
    expect(createGatherer()(pages)).toBe(createGatherer()(pages));
  });

  it('go on each in its own way where the same result is open twice', () => {
    const pages = [page('1', ['a'], '2')];
    const [here, there] = [createGatherer(), createGatherer()];
    here(pages);
    there(pages);
    const ids = (gather: typeof here, more: ResultPageData) =>
      gather([...pages, more]).rows.map((row) => row['id']);
    expect(ids(here, page('2', ['b'], null))).toEqual(['a', 'b']);
    expect(ids(there, page('2', ['c'], null))).toEqual(['a', 'c']);
  });
});

describe('what the API says of the whole', () => {
  it.each([
    [null, null],
    [5, 5],
    // Said before all was counted, or plainly wrong.
    [0, null],
    [1, null],
    [2.5, null],
  ])('a total of %j beside two rows counts as %j', (total, known) => {
    expect(createGatherer()([page('1', ['a', 'b'], '2', { total })]).total).toBe(known);
  });

  it('keeps the total and the cutoff of an earlier page that a later one leaves out', () => {
    const first = page('1', ['a'], '2', { total: 2, cutoff: '2026-09-16T14:00:00Z' });
    expect(createGatherer()([first, page('2', ['b'], null)])).toMatchObject({
      total: 2,
      cutoff: '2026-09-16T14:00:00Z',
    });
  });
});
