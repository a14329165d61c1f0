// @vitest-environment node
// Which changes of a record are news.
import { describe, expect, test } from 'vitest';
import { isAwaited, isEnd, runChanges } from '#src/records/changes.ts';
import { RUN_STATES } from '#src/records/record.ts';
import type { RunState } from '#src/records/record.ts';
import { HOUR, MINUTE, NOW, record } from '#test/support/records.ts';

const news = (before: RunState | null, after: RunState, since = NOW) =>
  runChanges([record(after)], new Map(before === null ? [] : [['record-1', before]]), since).map(
    ({ to }) => to,
  );

describe('what is news', () => {
  test.each<[before: RunState, after: RunState]>([
    ['sending', 'running'],
    ['sending', 'done'],
    ['sending', 'failed'],
    ['sending', 'refused'],
    ['sending', 'unknown'],
    ['running', 'done'],
    ['running', 'failed'],
    ['running', 'lost'],
    ['unknown', 'running'],
    ['unknown', 'refused'],
    ['lost', 'running'],
  ])('%s, then %s', (before, after) => {
    expect(news(before, after)).toEqual([after]);
  });

  test.each<[before: RunState, after: RunState]>([
    ['queued', 'sending'],
    ['sending', 'queued'],
    ['unknown', 'queued'],
  ])('not %s, then %s: it waits, which is the operator’s own doing', (before, after) => {
    expect(news(before, after)).toEqual([]);
  });

  test.each(RUN_STATES)('not %s that stays so, whatever else of the record changes', (state) => {
    expect(news(state, state)).toEqual([]);
  });

  test('a record seen for the first time only where it was launched since: by another tab', () => {
    expect(news(null, 'running', NOW)).toEqual(['running']);
    expect(news(null, 'done', NOW + 1)).toEqual([]);
  });

  test('not what another browser launched', () => {
    const theirs = record('done', { origin: 'elsewhere' });
    expect(runChanges([theirs], new Map([['record-1', 'running']]), NOW)).toEqual([]);
    expect(runChanges([theirs], new Map(), NOW)).toEqual([]);
  });

  test('several changes come in the order of their launches', () => {
    const newestFirst = [record('done', { id: 'second' }), record('running', { id: 'first' })];
    const known = new Map<string, RunState>([
      ['first', 'sending'],
      ['second', 'running'],
    ]);
    expect(runChanges(newestFirst, known, NOW).map((change) => change.record.id)).toEqual([
      'first',
      'second',
    ]);
  });
});

test('everything but a start is an end, in doubt or not', () => {
  const ends = RUN_STATES.flatMap((state) =>
    runChanges([record(state)], new Map([['record-1', 'queued']]), NOW).filter(isEnd),
  );
  expect(ends.map(({ to }) => to)).toEqual(['done', 'failed', 'refused', 'unknown', 'lost']);
});

test.each(RUN_STATES)('whether somebody waits for it: %s', (state) => {
  expect(isAwaited(record(state), NOW + 31 * MINUTE)).toBe(['queued', 'sending', 'running'].includes(state));
});

test('nobody waits here for what another browser launched', () => {
  expect(isAwaited(record('running', { origin: 'elsewhere' }), NOW)).toBe(false);
});

test('nobody waits for a run whose result would be gone', () => {
  expect(isAwaited(record('running'), NOW + 24 * HOUR)).toBe(false);
});
