// @vitest-environment node
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { temporal } from '#src/range/temporal.ts';
import { createPeriodFinder, periodStart } from '#src/charts/periods.ts';

// Havana's days begin at one o'clock when summer time begins; Lord Howe's clocks change by half an hour.
it.each(['America/Havana', 'Australia/Lord_Howe', 'America/Toronto', 'Asia/Kolkata'])(
  'the period of a time in %s is the same whether the one before it is known or not',
  (timeZone) => {
    fc.assert(
      fc.property(
        fc.constantFrom('hour', 'day', 'week', 'month'),
        fc.array(fc.integer({ min: Date.UTC(2026, 2, 1), max: Date.UTC(2026, 3, 10) }), {
          minLength: 2,
          maxLength: 60,
        }),
        (period, times) => {
          const find = createPeriodFinder(period, timeZone);
          for (const at of times.toSorted((left, right) => left - right)) {
            expect(find(at)).toBe(periodStart(at, period, timeZone));
          }
        },
      ),
      { numRuns: 50 },
    );
  },
);

it('a day that begins at one o’clock takes nothing of the next one', () => {
  const find = createPeriodFinder('day', 'America/Havana');
  const clocks = (time: string) => temporal.ZonedDateTime.from(`${time}[America/Havana]`).epochMilliseconds;
  expect(find(clocks('2026-03-08T12:00'))).toBe(clocks('2026-03-08T01:00'));
  expect(find(clocks('2026-03-09T00:30'))).toBe(clocks('2026-03-09T00:00'));
});
