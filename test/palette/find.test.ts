// @vitest-environment node
// What is found by words, and what comes first.
import { describe, expect, test } from 'vitest';
import { entry } from '#src/palette/entry.ts';
import { found, offered } from '#src/palette/entries.ts';
import type { EntryGroup } from '#src/palette/entries.ts';
import { scoreOf, searched, wordsOf } from '#src/palette/find.ts';

const RUN = searched('Mailbox Performance · Montréal', '1–30 Sep 2026, by day, Toronto time, Expired');
const score = (query: string) => scoreOf(RUN, wordsOf(query));

describe('a text', () => {
  test.each([
    ['montreal', 'without accents'],
    ['MONTRÉAL', 'in capitals'],
    ['mo pe', 'by beginnings, in any order'],
    ['erform', 'inside of a word'],
    ['1–30', 'with signs between'],
    ['sep expired', 'by what stands beside the name'],
  ])('is found by “%s”: %s', (query) => {
    expect(score(query)).toBeGreaterThan(0);
  });

  test('is not found where one word is missing', () => {
    expect(score('montreal')).toBeGreaterThan(0);
    expect(score('montreal done')).toBe(0);
  });

  test('ranks the beginning of its name, then of a word of it, then of what stands beside it, then the inside', () => {
    const ranked = ['mailbox', 'performance', 'toronto', 'formance', 'pired'].map(score);
    expect(ranked).toEqual(ranked.toSorted((left, right) => right - left));
    expect(new Set(ranked).size).toBe(ranked.length);
  });
});

const group = (name: string, ...names: readonly string[]): EntryGroup => ({
  name,
  entries: names.map((one) => entry({ id: one, name: one, icon: 'table', act: () => undefined })),
});
const shown = (groups: readonly EntryGroup[]) =>
  groups.map(({ name, entries }) => `${name}: ${entries.map((one) => one.name).join(', ')}`);

const GROUPS = [
  group('Pages', 'Board', 'Launch'),
  group('Runs', 'Billing', 'Onboarding', 'Boarding'),
  group('Mailboxes', 'Launch for Support'),
];

describe('the list', () => {
  test('shows the group with the best first, and in it the best first', () => {
    expect(shown(found(GROUPS, 'boarding', []).groups)).toEqual(['Runs: Boarding, Onboarding']);
    expect(shown(found(GROUPS, 'laun', []).groups)).toEqual([
      'Pages: Launch',
      'Mailboxes: Launch for Support',
    ]);
    expect(shown(found(GROUPS, 'support', []).groups)).toEqual(['Mailboxes: Launch for Support']);
  });

  test('keeps the order of equals, but for what was chosen lately', () => {
    const equals = [group('Runs', 'Support 1', 'Support 2', 'Support 3')];
    expect(shown(found(equals, 'support', []).groups)).toEqual(['Runs: Support 1, Support 2, Support 3']);
    expect(shown(found(equals, 'support', ['Support 3']).groups)).toEqual([
      'Runs: Support 3, Support 1, Support 2',
    ]);
  });

  test('counts what it does not show', () => {
    const many = [group('Runs', ...Array.from({ length: 40 }, (_, place) => `Support ${place}`))];
    const { count, groups } = found(many, 'support', []);
    expect(count).toBe(40);
    expect(groups[0]?.entries).toHaveLength(12);
  });

  test('offers what was chosen lately first, once, and passes over what is gone', () => {
    expect(shown(offered(GROUPS, ['Boarding', 'gone', 'Board']).groups)).toEqual([
      'Recent: Boarding, Board',
      'Pages: Launch',
      'Runs: Billing, Onboarding',
      'Mailboxes: Launch for Support',
    ]);
  });

  test('takes blanks alone for nothing typed', () => {
    expect(found(GROUPS, ' ', [])).toEqual(offered(GROUPS, []));
  });
});
