// @vitest-environment node
// Which of the desk's records stands in the way of a launch that asks for the same rows.
import { describe, expect, test } from 'vitest';
import { findDuplicate } from '#src/records/duplicates.ts';
import { record } from '#test/support/records.ts';

const HOUR_MS = 3_600_000;
const keys = new Set([record('queued').keyId]);
const done = { total: 3, firstPage: 3, more: false };

describe('a record with the same fingerprint', () => {
  test.each([
    ['queued waits already', record('queued'), 0, 'waiting'],
    ['sending waits already', record('sending'), 0, 'waiting'],
    ['running is opened', record('running'), 0, 'running'],
    ['of unknown outcome may be running while its slot is held', record('unknown'), 0, 'may-be-running'],
    ['of unknown outcome is forgotten with its slot', record('unknown'), HOUR_MS, null],
    ['of unknown outcome is forgotten when released', record('unknown', { released: true }), 0, null],
    ['done and final is opened', record('done', { summary: { ...done, cutoff: null } }), 0, 'final'],
    ['done and still open offers both', record('done', { summary: { ...done, cutoff: 'x' } }), 0, 'moved-on'],
    ['done, nothing known of it, offers both', record('done', { summary: null }), 0, 'moved-on'],
    [
      'done and expired is run again',
      record('done', { summary: { ...done, cutoff: null } }),
      25 * HOUR_MS,
      null,
    ],
    ['failed is run again', record('failed'), 0, null],
    ['refused is run again', record('refused'), 0, null],
    ['lost is run again', record('lost'), 0, null],
    ['of a key that is not loaded says so', record('running', { keyId: 'gone' }), 0, 'other-key'],
  ] as const)('%s', (_, existing, laterMs, kind) => {
    const now = existing.pressedAt + laterMs;
    expect(findDuplicate(existing.fingerprint, [existing], now, keys)?.kind ?? null).toBe(kind);
  });
});

test('another fingerprint is no duplicate', () => {
  const existing = record('running');
  expect(findDuplicate('other', [existing], existing.pressedAt, keys)).toBeNull();
});

test('a running run comes before a finished one, and the newest of equals first', () => {
  const newer = record('done', { id: 'newer', summary: { ...done, cutoff: null } });
  const older = record('done', { id: 'older', summary: { ...done, cutoff: null } });
  const running = record('running', { id: 'running' });
  const find = (...records: (typeof newer)[]) =>
    findDuplicate(newer.fingerprint, records, newer.pressedAt, keys)?.record.id;
  expect(find(newer, older, running)).toBe('running');
  expect(find(newer, older)).toBe('newer');
});

describe('a finished run whose result has expired', () => {
  const find = (cutoff: string | null, copied: readonly string[]) => {
    const existing = record('done', { summary: { ...done, cutoff } });
    const now = existing.pressedAt + 25 * HOUR_MS;
    return findDuplicate(existing.fingerprint, [existing], now, keys, new Set(copied))?.kind ?? null;
  };

  test('still serves while a whole copy of its result is saved, as the result would', () => {
    expect(find(null, ['record-1'])).toBe('final');
    expect(find('2026-09-30T10:00:00Z', ['record-1'])).toBe('moved-on');
  });

  test('does not by the copy of another', () => {
    expect(find(null, ['record-2'])).toBeNull();
  });
});
