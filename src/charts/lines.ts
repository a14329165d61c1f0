// The lines of a chart over time: one for each measure, or one for each of the first few users or domains. A period that is missing has
// no value, which is something else than zero.
import type { Period } from '#src/contract/reports.ts';
import { DURATION_MS } from '#src/rows/column-units.ts';
import { atTimes, sumOver } from './cells.ts';
import type { Cells } from './cells.ts';
import { familyOf } from './measures.ts';
import type { Family, Measure } from './measures.ts';
import { createPeriodFinder, periodFor, withMissing } from './periods.ts';
import { rank } from './ranking.ts';
import type { Split } from './splits.ts';
import { figureOf } from './tally.ts';

/** Lines that can be told apart. */
export const MOST_LINES = 6;

export type Line = {
  readonly id: string;
  readonly label: string;
  readonly family: Family;
  readonly digits: number;
  /** One for each time: percent, ms, or plain numbers, by the family. */
  readonly values: readonly (number | null)[];
  /** Several users or domains put together. */
  readonly isRest: boolean;
};

export type Lines = {
  /** Where periods begin, epoch ms, ascending, missing ones included. */
  readonly times: readonly number[];
  readonly period: Period;
  readonly lines: readonly Line[];
  /** Periods that no row tells about. */
  readonly missing: number;
};

export type LinePlan = {
  readonly measures: readonly Measure[];
  readonly split: Split | null;
  /** Of the report; null where rows are single messages with a time each. */
  readonly period: Period | null;
  readonly timeZone: string;
  /** Whether every row is there. */
  readonly complete: boolean;
};

/** The lines that `given` cells make. With a split there is one measure. */
export function linesOf(given: Cells, plan: LinePlan): Lines {
  const { measures, split, timeZone } = plan;
  const { cells, period } = inPeriods(given, plan);
  const found = [...cells.byTime.keys()].toSorted((left, right) => left - right);
  const times = withMissing(found, period, timeZone);
  const ownPeriods = plan.period === null && plan.complete;

  function line(place: number, ids: ReadonlySet<string>, label: string, isRest: boolean): Line | null {
    const measure = measures[place];
    if (measure === undefined) return null;
    // Where periods are the chart's own and every row is there, none means none.
    const nothing = ownPeriods && (measure.kind === 'rows' || measure.kind === 'count') ? 0 : null;
    const values = times.map((time) => {
      const cell = cells.byTime.get(time);
      const value = cell === undefined ? null : figureOf(sumOver(cell, ids, place), measure);
      return value === null ? nothing : inFamily(value, measure);
    });
    const id = `${measure.id} ${[...ids].join(' ')}`;
    return { id, label, family: familyOf(measure), digits: measure.digits, values, isRest };
  }

  const [measure] = measures;
  const lines =
    split === null || measure === undefined
      ? measures.map(({ label }, place) => line(place, NOBODY, label, false))
      : rank(cells, measure, split, MOST_LINES - 1).map(({ ids, name, isRest }) =>
          line(0, ids, name, isRest),
        );
  return { times, period, lines: lines.filter((one) => one !== null), missing: times.length - found.length };
}

/** Without a split there is one cell at each time. */
const NOBODY: ReadonlySet<string> = new Set(['']);

/** Times of messages are gathered into periods, those of reports are periods already. */
function inPeriods(cells: Cells, { period, timeZone }: LinePlan): { cells: Cells; period: Period } {
  if (period !== null) return { cells, period };
  let [from, to] = [Infinity, -Infinity];
  for (const time of cells.byTime.keys()) {
    from = Math.min(from, time);
    to = Math.max(to, time);
  }
  const own = periodFor(from, to);
  return { cells: atTimes(cells, createPeriodFinder(own, timeZone)), period: own };
}

function inFamily(value: number, { unit }: Measure): number {
  if (unit === null || unit === 'percent') return value;
  return unit === 'share' ? value * 100 : value * (DURATION_MS[unit] ?? 1);
}
