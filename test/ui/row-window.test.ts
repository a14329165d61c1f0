// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { windowOf } from '#src/ui/row-window.ts';

describe('the rows that are rendered', () => {
  it('are those in view and six on either side', () => {
    expect(windowOf({ first: 100, last: 121 }, 1_000)).toEqual({ from: 94, to: 127, firstInView: 100 });
  });

  it('end where the rows end', () => {
    expect(windowOf({ first: 0, last: 21 }, 1_000).from).toBe(0);
    expect(windowOf({ first: 980, last: 1_002 }, 1_000).to).toBe(1_000);
    expect(windowOf({ first: 0, last: 21 }, 5)).toEqual({ from: 0, to: 5, firstInView: 0 });
  });

  it('are the last ones where a filter has left fewer than were scrolled past', () => {
    expect(windowOf({ first: 980, last: 1_001 }, 40)).toEqual({ from: 13, to: 40, firstInView: 19 });
  });

  it('are the first ones where nothing has a size yet', () => {
    expect(windowOf({ first: 0, last: 0 }, 1_000)).toEqual({ from: 0, to: 50, firstInView: 0 });
  });

  it('are never none, and never beyond what there is', () => {
    fc.assert(
      fc.property(
        fc.nat(200_000),
        fc.nat(200),
        fc.integer({ min: 1, max: 100_000 }),
        (first, more, count) => {
          const { from, to, firstInView } = windowOf({ first, last: first + more }, count);
          expect(from).toBeGreaterThanOrEqual(0);
          expect(to).toBeLessThanOrEqual(count);
          expect(to).toBeGreaterThan(from);
          expect(firstInView).toBeGreaterThanOrEqual(from);
        },
      ),
    );
  });
});
