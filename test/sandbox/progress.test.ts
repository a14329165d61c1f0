// @vitest-environment node
// Progress while running: whole numbers from 0 to 99, whatever the shape.
import { expect, test } from 'vitest';
import { progressAt } from '#src/sandbox/progress.ts';
import type { ProgressShape } from '#src/sandbox/progress.ts';

const SHAPES: ProgressShape[] = [
  'linear',
  'slowing',
  'quickening',
  'jumping',
  'stalling',
  'absent',
  'backwards',
];
const shares = [...Array.from({ length: 1000 }, (_, i) => i / 1000), 1 - 1e-9];

test.each(SHAPES)('%s stays a whole number from 0 to 99', (shape) => {
  for (const share of shares) {
    const progress = progressAt(shape, share);
    expect(Number.isInteger(progress)).toBe(true);
    expect(progress).toBeGreaterThanOrEqual(0);
    expect(progress).toBeLessThanOrEqual(99);
  }
});

test.each(SHAPES)('only one shape falls: %s', (shape) => {
  const seen = shares.map((share) => progressAt(shape, share));
  const falls = seen.some((progress, i) => progress < (seen[i - 1] ?? 0));
  expect(falls).toBe(shape === 'backwards');
});

test('shapes differ where it matters to whoever plans the next poll', () => {
  const half = Object.fromEntries(SHAPES.map((shape) => [shape, progressAt(shape, 0.499)]));
  expect(half).toEqual({
    linear: 49,
    slowing: 82,
    quickening: 24,
    jumping: 40,
    stalling: 75,
    absent: 0,
    backwards: 49,
  });
});
