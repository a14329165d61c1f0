// @vitest-environment node
import { describe, expect, it } from 'vitest';
import type { ResultRow } from '#src/contract/envelope.ts';
import type { ReadingEnd } from '#src/rows/gather-pages.ts';
import { cutoffLine, emptyReason, rerunLine, rowsLine } from '#src/results/result-text.ts';

const rows = (count: number): ResultRow[] => Array.from({ length: count }, () => ({}));

describe('how many rows are here', () => {
  const cases: [count: number, end: ReadingEnd, total: number | null, line: string][] = [
    [1204, 'complete', null, '1,204 rows'],
    [1, 'complete', 1, '1 row'],
    [0, 'complete', null, '0 rows'],
    [500, 'more', null, '500 rows loaded, more follow'],
    [500, 'more', 1204, '500 of 1,204 rows loaded'],
    [500, 'more', 500, '500 rows loaded, more follow'],
    [500, 'cycle', null, '500 rows loaded, more may follow'],
    [500, 'foreign-link', 600, '500 of 600 rows loaded'],
  ];

  it.each(cases)('%d rows, %s, total %j', (count, end, total, line) => {
    expect(rowsLine({ rows: rows(count), end, total })).toBe(line);
  });
});

describe('up to when rows count', () => {
  it.each([
    [null, 'Final'],
    ['2026-09-16T14:00:00Z', 'Data up to 16 Sep 2026, 10:00 Toronto time'],
    // Without an offset it is what the mailbox's own clocks read, wherever the operator is.
    ['2026-09-16T14:00:00', 'Data up to 16 Sep 2026, 14:00 Toronto time'],
    ['lately', 'Data up to lately'],
    // It was there and could not be read: not final.
    ['', 'Still moving'],
  ])('%j', (cutoff, line) => {
    expect(cutoffLine({ cutoff }, 'America/Toronto')).toBe(line);
  });
});

describe('what another run would give', () => {
  it.each([
    [null, /the same rows/],
    ['2026-09-16T14:00:00Z', /may give newer figures/],
    ['', /may give newer figures/],
  ])('where it counts up to %j', (cutoff, words) => {
    expect(rerunLine({ cutoff })).toMatch(words);
  });
});

describe('why there may be no rows', () => {
  it.each([
    [{ users: ['u'] }, /not in this mailbox/],
    [{ domains: ['d'] }, /subdomains/],
    [{ statuses: ['open'] }, /chosen statuses/],
    [{ users: [] }, /longer range/],
  ])('%j', (parameters, reason) => {
    expect(emptyReason(parameters)).toMatch(reason);
  });
});
