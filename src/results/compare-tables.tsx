// The tables of a comparison. A figure that one side does not have is blank on it, and so is the difference.
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import type { Compared } from '#src/charts/compare-rows.ts';
import { changeOf, changeText, differenceOf, differenceText } from '#src/charts/difference.ts';
import type { Pair } from '#src/charts/difference.ts';
import { createFigureFold } from '#src/charts/figures.ts';
import { useFold } from '#src/charts/fold-rows.ts';
import type { Measure } from '#src/charts/measures.ts';
import type { ResultRow } from '#src/contract/envelope.ts';
import { cellText, numberText } from '#src/rows/cells.ts';
import type { TimeStyle } from '#src/rows/cells.ts';
import { valueAt } from '#src/rows/columns.ts';
import * as words from './compare-words.ts';
import styles from './compare.module.css';

/** "This run", "The other", and how far they are apart. */
const FIGURE_HEADINGS = [words.thisRun, words.theOther, words.difference, words.change] as const;

function ComparisonTable({
  label,
  headings,
  children,
}: {
  label: string;
  headings: readonly string[];
  children: ReactNode;
}) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reachable by keyboard
    <section className={styles['view']} tabIndex={0} aria-label={words.tableOf(label)}>
      <table className={styles['table']} aria-label={label}>
        <thead>
          <tr>
            {headings.map((heading) => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
            {FIGURE_HEADINGS.map((heading) => (
              <th key={heading} scope="col" data-numeric="">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  );
}

function FigureCells({
  pair,
  measure,
  missing,
}: {
  pair: Pair;
  measure: Measure;
  missing?: readonly [string, string];
}) {
  const { here, there } = pair;
  const difference = differenceOf(pair);
  const change = changeOf(pair);
  const isShare = measure.unit === 'percent' || measure.unit === 'share';
  return (
    <>
      <td data-numeric="">{here === null ? (missing?.[0] ?? '') : numberText(here, measure)}</td>
      <td data-numeric="">{there === null ? (missing?.[1] ?? '') : numberText(there, measure)}</td>
      <td data-numeric="">{difference === null ? '' : differenceText(difference, measure)}</td>
      <td data-numeric="">{change === null || isShare ? '' : changeText(change)}</td>
    </>
  );
}

type ComparedTotalsProps = {
  readonly measures: readonly Measure[];
  readonly here: readonly ResultRow[];
  readonly there: readonly ResultRow[];
};

/** What all rows come to on either side, in the measures that can be put together. */
export function ComparedTotals({ measures, here, there }: ComparedTotalsProps) {
  const start = useMemo(() => () => createFigureFold(measures), [measures]);
  const sides = { here: useFold(here, start).result, there: useFold(there, start).result };
  const figureOf = (side: keyof typeof sides, id: string) =>
    sides[side].find(({ measure }) => measure.id === id)?.value ?? null;
  const shown = measures.filter(({ id }) => figureOf('here', id) !== null || figureOf('there', id) !== null);
  if (shown.length === 0) return <p>{words.noneTogether}</p>;
  return (
    <ComparisonTable label={words.allRowsCompared} headings={[words.figure]}>
      {shown.map((measure) => (
        <tr key={measure.id}>
          <th scope="row">{measure.label}</th>
          <FigureCells
            measure={measure}
            pair={{ here: figureOf('here', measure.id), there: figureOf('there', measure.id) }}
          />
        </tr>
      ))}
    </ComparisonTable>
  );
}

type ShownSide = {
  readonly timeStyle: TimeStyle;
  /** Whether every row is there: only then is one that is not there missing. */
  readonly complete: boolean;
  readonly timeKey: string;
};

type ComparedRowsProps = {
  readonly rows: readonly Compared[];
  readonly measure: Measure;
  readonly here: ShownSide;
  readonly there: ShownSide;
  /** What rows are about beside their period, null for nothing. */
  readonly entity: string | null;
};

export function ComparedRows({ rows, measure, here, there, entity }: ComparedRowsProps) {
  return (
    <ComparisonTable
      label={words.comparedIn(measure.label)}
      headings={entity === null ? [words.period] : [words.period, entity]}
    >
      {rows.map((row) => (
        <tr key={row.key}>
          <th scope="row">
            <Period own={timeOf(row.here, here)} other={timeOf(row.there, there)} />
          </th>
          {entity !== null && <td>{row.entity?.name}</td>}
          <FigureCells
            measure={measure}
            pair={row.figures}
            missing={[missingText(row.here, here), missingText(row.there, there)]}
          />
        </tr>
      ))}
    </ComparisonTable>
  );
}

/** Where the ranges differ, the period of the other run stands below. */
function Period({ own, other }: { own: string; other: string }) {
  if (own === '' || other === '' || own === other) return own === '' ? other : own;
  return (
    <>
      {own}
      <span className={styles['other']}>{words.beside(other)}</span>
    </>
  );
}

function timeOf(row: ResultRow | null, { timeKey, timeStyle }: ShownSide): string {
  return row === null
    ? ''
    : cellText(valueAt(row, timeKey), { key: timeKey, digits: 0, unit: null }, timeStyle);
}

function missingText(row: ResultRow | null, { complete }: ShownSide): string {
  if (row !== null) return '';
  return complete ? words.noRow : words.notLoaded;
}
