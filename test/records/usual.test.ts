// @vitest-environment node
import { describe, expect, test } from 'vitest';
import type { RunRecord } from '#src/records/record.ts';
import { usualOf } from '#src/records/usual.ts';
import { attempt, launchRequest, MINUTE, NOW, record } from '../support/records.ts';

let made = 0;

/** A run that is done and took `minutes`; `age` tells which came first: larger is older. */
function done(minutes: number | null, changes: { age?: number; parameters?: Record<string, unknown> } = {}) {
  const { age = 0, parameters = {} } = changes;
  made += 1;
  const id = `done-${made}`;
  return record('done', {
    id,
    tookMs: minutes === null ? null : minutes * MINUTE,
    attempts: [attempt(id, NOW - age * MINUTE)],
    request: launchRequest(parameters),
  });
}
const many = (count: number, minutes: number, changes: Parameters<typeof done>[1] = {}) =>
  Array.from({ length: count }, () => done(minutes, changes));
const inMinutes = (records: RunRecord[], of = record('running')) => {
  const usual = usualOf(of, records);
  return usual && [usual.lowMs / MINUTE, usual.medianMs / MINUTE, usual.highMs / MINUTE];
};

describe('what is usual', () => {
  test('is the median and the middle half of the runs, widened', () => {
    expect(inMinutes([done(30), done(5), done(10), done(15), done(20)])).toEqual([8, 15, 25]);
  });

  test('is not told by fewer than three runs', () => {
    expect(inMinutes([done(5), done(5)])).toBeNull();
    expect(inMinutes([done(5), done(5), done(5)])).toEqual([4, 5, 6.25]);
  });

  test('is not told by runs whose end was not seen in time, nor by those that failed', () => {
    expect(inMinutes([done(5), done(5), done(null)])).toBeNull();
    expect(inMinutes([done(5), done(5), record('failed', { tookMs: 5 * MINUTE })])).toBeNull();
  });

  test('is told by the newest twenty, in whatever order the records come', () => {
    const old = many(40, 1, { age: 60 });
    const recent = many(20, 8, { age: 1 });
    expect(inMinutes([...old, ...recent])).toEqual([6.4, 8, 10]);
    expect(inMinutes([...recent, ...old])).toEqual([6.4, 8, 10]);
  });

  test('comes from the same report only', () => {
    const other = many(5, 20).map((run) => ({
      ...run,
      request: { ...run.request, report: 'receivedMessageDetail' as const },
    }));
    expect(inMinutes(other)).toBeNull();
    expect(inMinutes([...other, ...many(3, 8)])).toEqual([6.4, 8, 10]);
  });
});

describe('runs that are more like it count first', () => {
  const elsewhere = { parameters: { mailboxId: 'mb_2' } };
  const oneDay = { parameters: { start: '2026-09-01T00:00:00', end: '2026-09-01T23:59:59' } };
  const fortyDays = { parameters: { start: '2026-08-01T00:00:00', end: '2026-09-09T23:59:59' } };

  test.each<[string, RunRecord[], number]>([
    ['three for the same mailbox over a similar range', [...many(9, 1, elsewhere), ...many(3, 8)], 8],
    ['two of them are too few: all of the report count', [...many(9, 1, elsewhere), ...many(2, 8)], 1],
    ['the same mailbox over a much shorter range is no better', [...many(9, 1, oneDay), ...many(3, 8)], 8],
    ['a range of similar length is as good', [...many(9, 1, elsewhere), ...many(3, 8, fortyDays)], 8],
  ])('%s', (_name, records, median) => {
    expect(inMinutes(records)?.[1]).toBe(median);
  });

  test('a range in a form that is not known is like another such one', () => {
    const odd = { parameters: { start: 'lately', end: 'now' } };
    const records = [...many(9, 1), ...many(3, 8, odd)];
    expect(inMinutes(records, record('running', { request: launchRequest(odd.parameters) }))?.[1]).toBe(8);
    expect(inMinutes(records)?.[1]).toBe(1);
  });

  test('message detail has its range under other names', () => {
    const detail = (days: number, minutes: number) => ({
      ...done(minutes),
      request: {
        report: 'receivedMessageDetail' as const,
        options: {},
        parameters: {
          mailboxId: 'mb_1',
          activityStart: '2026-09-01T00:00:00',
          activityEnd: `2026-09-${String(days).padStart(2, '0')}T23:59:59`,
        },
      },
    });
    const days = (count: number, length: number, minutes: number) =>
      Array.from({ length: count }, () => detail(length, minutes));
    const records = [...days(9, 1, 1), ...days(3, 28, 8)];
    expect(inMinutes(records, detail(30, 0))?.[1]).toBe(8);
    expect(inMinutes(records, detail(1, 0))?.[1]).toBe(1);
  });
});

test('is worked out once for an array of records', () => {
  const records = many(3, 5);
  const again = usualOf(record('running', { id: 'other' }), records);
  expect(usualOf(record('running'), records)).toBe(again);
  expect(usualOf(record('running'), [...records])).not.toBe(again);
});
