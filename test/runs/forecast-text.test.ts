// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { forecastLine, formatAhead, slotsLine } from '#src/runs/forecast-text.ts';
import type { QueueForecast } from '#src/runs/forecast.ts';
import type { HoldUp } from '#src/runs/queue.ts';
import { MINUTE, NOW } from '../support/records.ts';

const range = (low: number, high: number) => ({ low: NOW + low * MINUTE, high: NOW + high * MINUTE });
const NEVER = { low: Infinity, high: Infinity };

describe('a time ahead', () => {
  test.each<[string, [number, number], string]>([
    ['a range', [2, 5], 'in about 2–5 min'],
    ['soon', [0, 0.2], 'in less than a minute'],
    ['from now on, with nothing known but the end', [0, 26], 'within 26 min'],
    ['nearly from now on', [1, 26], 'within 26 min'],
    ['its end is never rounded down', [0, 25.2], 'within 26 min'],
    ['an exact time', [12, 12], 'in about 12 min'],
    ['one that has passed', [-2, -1], 'in less than a minute'],
  ])('%s', (_name, [low, high], words) => {
    expect(formatAhead(range(low, high), NOW)).toBe(words);
  });
});

describe('why a queued launch waits, and until when', () => {
  const forecast = (position: number, when: QueueForecast['when'], isFirst = position === 1) => ({
    position,
    isFirst,
    when,
  });
  const full: HoldUp = { kind: 'slots-full' };

  test.each<[string, HoldUp | null, QueueForecast | null, string]>([
    ['next to go', null, forecast(1, range(0, 0)), 'Next to be sent.'],
    ['the first', full, forecast(1, range(2, 5)), 'Sent when a slot is free, in about 2–5 min.'],
    [
      'the first behind waiting ones',
      full,
      forecast(3, range(2, 5), true),
      'Sent when a slot is free, in about 2–5 min.',
    ],
    [
      'a later one',
      full,
      forecast(3, range(4, 9)),
      'Third in the queue. Sent when a slot is free, in about 4–9 min.',
    ],
    ['far behind', full, forecast(4, 'later'), 'Fourth in the queue. Sent after the launches before it.'],
    [
      'very far behind',
      full,
      forecast(12, 'later'),
      'Number 12 in the queue. Sent after the launches before it.',
    ],
    [
      'an overdue run is in the way',
      full,
      forecast(1, NEVER),
      'Sent when a slot is free. When is not known.',
    ],
    [
      'the same, for a later one',
      full,
      forecast(2, NEVER),
      'Second in the queue. Sent when a slot is free. When is not known.',
    ],
    ['any moment', full, forecast(1, range(0, 0.2)), 'Sent when a slot is free.'],
    [
      'slots are free, others go first',
      { kind: 'behind' },
      forecast(2, range(0, 0)),
      'Second in the queue. Sent after the launches before it.',
    ],
    [
      'one before it is being sent',
      { kind: 'behind' },
      forecast(1, range(0, 0)),
      'Sent after the launches before it.',
    ],
    [
      'one before it waits',
      { kind: 'behind' },
      forecast(2, range(3, 3)),
      'Second in the queue. Sent when a slot is free, in about 3 min.',
    ],
    ['no forecast', full, null, 'Sent when a slot is free.'],
  ])('%s', (_name, holdUp, given, line) => {
    expect(forecastLine(holdUp, given, NOW)).toBe(line);
  });

  test('a wait of its own is told instead of the forecast', () => {
    const line = forecastLine({ kind: 'wait', until: NOW + MINUTE }, forecast(2, range(2, 5)), NOW);
    expect(line).toMatch(/^Tried again at \d\d:\d\d\.$/);
  });

  test.each<[HoldUp['kind'] & ('stale' | 'needs-key' | 'key-paused' | 'signed-out'), RegExp]>([
    ['stale', /waits for your word/],
    ['needs-key', /when its key is loaded/],
    ['key-paused', /when a working key is entered/],
    ['signed-out', /when you are signed in again/],
  ])('%s: what the operator has to do is told instead', (kind, line) => {
    expect(forecastLine({ kind }, forecast(2, range(2, 5)), NOW)).toMatch(line);
  });
});

describe('the slots in one line', () => {
  const free = range(0, 0);

  test.each<[string, number, ReturnType<typeof range>[], string]>([
    ['all in use', 3, [range(2, 5), range(4, 9), NEVER], 'Slots 3 of 3 · next free in about 2–5 min'],
    ['one free', 2, [free, range(4, 9), NEVER], 'Slots 2 of 3 · 1 free'],
    ['none in use', 0, [free, free, free], 'Slots 0 of 3 · 3 free'],
    ['all of them overdue', 3, [NEVER, NEVER, NEVER], 'Slots 3 of 3 · when one is free is not known'],
    ['more in use than there are', 4, [range(0, 26), NEVER, NEVER], 'Slots 4 of 3 · next free within 26 min'],
  ])('%s', (_name, held, slots, line) => {
    expect(slotsLine(held, slots, NOW)).toBe(line);
  });
});
