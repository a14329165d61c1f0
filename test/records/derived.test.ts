// @vitest-environment node
import { describe, expect, test } from 'vitest';
import {
  canLook,
  expiresAt,
  holdsSlot,
  isExpired,
  isOverdue,
  needsKey,
  slotHeldUntil,
  slotsHeld,
} from '#src/records/derived.ts';
import { RUN_STATES } from '#src/records/record.ts';
import type { RunRecord } from '#src/records/record.ts';
import { attempt, failureOf, HOUR, KEY, MINUTE, NOW, record } from '../support/records.ts';

const KEYS = new Set([KEY]);
const NO_KEYS = new Set<string>();
const DAY = 24 * HOUR;

test('24 hours count from the last sending, or from the press where nothing was sent', () => {
  expect(expiresAt(record('queued'))).toBe(NOW + DAY);
  const twice = record('running', { attempts: [attempt('a', NOW), attempt('b', NOW + HOUR)] });
  expect(expiresAt(twice)).toBe(NOW + HOUR + DAY);
});

test('only what has a result expires, and by the clock alone', () => {
  const expired = RUN_STATES.filter((state) => isExpired(record(state), NOW + DAY));
  expect(expired).toEqual(['running', 'done']);
  expect(isExpired(record('done'), NOW + DAY - 1)).toBe(false);
});

test('a run is overdue from 30 minutes on, until it is expired', () => {
  const at = (ms: number) => isOverdue(record('running'), NOW + ms);
  expect([at(30 * MINUTE - 1), at(30 * MINUTE), at(DAY - 1), at(DAY)]).toEqual([false, true, true, false]);
  expect(isOverdue(record('done'), NOW + HOUR)).toBe(false);
});

test('a record needs its key unless it ended without a result', () => {
  expect(RUN_STATES.filter((state) => needsKey(record(state), NO_KEYS))).toEqual([
    'queued',
    'sending',
    'running',
    'done',
    'unknown',
    'lost',
  ]);
  expect(RUN_STATES.filter((state) => needsKey(record(state), KEYS))).toEqual([]);
});

describe('a slot', () => {
  test.each<[string, RunRecord, ReadonlySet<string>, number]>([
    ['queued', record('queued'), KEYS, -Infinity],
    ['done', record('done'), KEYS, -Infinity],
    ['failed', record('failed'), KEYS, -Infinity],
    ['refused', record('refused'), KEYS, -Infinity],
    ['lost', record('lost'), KEYS, -Infinity],
    ['sending', record('sending'), KEYS, Infinity],
    ['sending without its key', record('sending'), NO_KEYS, Infinity],
    ['running', record('running'), KEYS, NOW + DAY],
    [
      'running, updates delayed',
      record('running', { failure: failureOf('update-delayed') }),
      KEYS,
      NOW + DAY,
    ],
    ['running, signed out', record('running', { failure: failureOf('signed-out') }), KEYS, NOW + DAY],
    ['running, 404 once', record('running', { failure: failureOf('result-missing') }), KEYS, NOW + DAY],
    ['running, key not loaded', record('running'), NO_KEYS, NOW + 30 * MINUTE],
    [
      'running, key refused',
      record('running', { failure: failureOf('key-refused') }),
      KEYS,
      NOW + 30 * MINUTE,
    ],
    [
      'running, key unknown to the gateway',
      record('running', { failure: failureOf('result-other-key') }),
      KEYS,
      NOW + 30 * MINUTE,
    ],
    ['running, polls stopped', record('running', { polling: 'stopped' }), KEYS, NOW + 30 * MINUTE],
    ['running, link lost', record('running', { self: null }), KEYS, NOW + 30 * MINUTE],
    ['unknown', record('unknown'), KEYS, NOW + 30 * MINUTE],
    ['unknown, treated as not started', record('unknown', { released: true }), KEYS, -Infinity],
  ])('%s', (_name, given, keys, until) => {
    expect(slotHeldUntil(given, keys)).toBe(until);
    expect(holdsSlot(given, NOW, keys)).toBe(until > NOW);
    const finite = Number.isFinite(until);
    expect(holdsSlot(given, until - 1, keys)).toBe(finite);
    expect(holdsSlot(given, until, keys)).toBe(false);
  });

  test('slots are counted over all records', () => {
    const records = [
      record('running'),
      record('unknown'),
      record('sending'),
      record('done'),
      record('queued'),
    ];
    expect(slotsHeld(records, NOW, KEYS)).toBe(3);
    expect(slotsHeld(records, NOW + HOUR, KEYS)).toBe(2);
  });
});

test('an end can be observed only of a run that is polled', () => {
  expect(RUN_STATES.filter((state) => canLook(record(state), KEYS))).toEqual(['running']);
});
