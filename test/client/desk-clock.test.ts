// @vitest-environment node
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { createDeskClock } from '#src/client/desk-clock.ts';
import type { DeskClock } from '#src/client/desk-clock.ts';

const START = 1_800_000_000_000;
const DAY = 86_400_000;
let local = START;
let clock: DeskClock;
const jumped = vi.fn<() => void>();

beforeEach(() => {
  local = START;
  jumped.mockReset();
  clock = createDeskClock(() => local);
  clock.subscribe(jumped);
});

test('without a gateway it is the browser’s clock', () => {
  local += 5;
  expect(clock.now()).toBe(START + 5);
});

test('follows a gateway that is ahead, says so once, and runs on from there', () => {
  clock.observe(START + DAY);
  expect(clock.now()).toBe(START + DAY);
  expect(jumped).toHaveBeenCalledTimes(1);
  local += 1_000;
  clock.observe(START + DAY + 1_000);
  expect(clock.now()).toBe(START + DAY + 1_000);
  expect(jumped).toHaveBeenCalledTimes(1);
});

test('does not follow a gateway that is behind', () => {
  clock.observe(START - DAY);
  expect(clock.now()).toBe(START);
  expect(jumped).not.toHaveBeenCalled();
});

test('takes a second more or less for the same time, and never runs backwards by it', () => {
  clock.observe(START + DAY);
  let last = clock.now();
  for (const jitter of [-900, 300, -999, 999, 0, -500]) {
    local += 100;
    clock.observe(local + DAY + jitter);
    expect(clock.now()).toBeGreaterThan(last);
    expect(Math.abs(clock.now() - (local + DAY))).toBeLessThanOrEqual(1_000);
    last = clock.now();
  }
  expect(jumped).toHaveBeenCalledTimes(1);
});

test('follows back a gateway whose time was set back', () => {
  clock.observe(START + DAY);
  clock.observe(START);
  expect(clock.now()).toBe(START);
  expect(jumped).toHaveBeenCalledTimes(2);
});

describe('a time that is none', () => {
  test.each([Number.NaN, Infinity, -Infinity])('%d changes nothing', (time) => {
    clock.observe(time);
    expect(clock.now()).toBe(START);
    expect(jumped).not.toHaveBeenCalled();
  });
});

test('who stopped listening hears nothing', () => {
  const other = vi.fn<() => void>();
  clock.subscribe(other)();
  clock.observe(START + DAY);
  expect(other).not.toHaveBeenCalled();
});
