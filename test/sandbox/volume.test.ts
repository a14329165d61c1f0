// @vitest-environment node
// Counts over time: additive over any cut of the clock, so that periods agree and a growing period never shrinks.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mailboxByName } from '#src/sandbox/mailboxes.ts';
import { countOf, dayCounts, someOf } from '#src/sandbox/volume.ts';

const HOUR = 3_600_000;
const FROM = Date.UTC(2026, 2, 1) / HOUR;

test.each(['Sales Department', 'Island Office', 'Orders'])(
  '%s: two spans count what the whole counts',
  (name) => {
    const mailbox = mailboxByName(name);
    if (mailbox === undefined) throw new Error('no such mailbox');
    const spans = fc.array(fc.integer({ min: FROM * 60, max: (FROM + 24 * 70) * 60 }), {
      minLength: 3,
      maxLength: 3,
    });
    fc.assert(
      fc.property(spans, fc.integer({ min: 0, max: 3 }), (minutes, index) => {
        const [from = 0, middle = 0, to = 0] = minutes
          .toSorted((a, b) => a - b)
          .map((minute) => minute * 60_000);
        const part = { name: 'part', index, of: 4 };
        for (const step of [(soFar: number) => soFar, someOf(0.4, 'x')]) {
          const count = (a: number, b: number) => countOf(dayCounts(mailbox, part, a, b), step);
          expect(count(from, middle) + count(middle, to)).toBe(count(from, to));
          expect(count(from, middle)).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  },
);
