// The figures on top of a result: totals, and the averages and shares that follow from counts, over the rows that are here.
import { createFigureFold, coverage, rankFigures } from '#src/charts/figures.ts';
import type { Figure } from '#src/charts/figures.ts';
import { useFold, useSame } from '#src/charts/fold-rows.ts';
import { measuresOf } from '#src/charts/measures.ts';
import { numberText } from '#src/rows/cells.ts';
import type { ResultColumn } from '#src/rows/columns.ts';
import type { Gathered } from '#src/rows/gather-pages.ts';
import { Details } from '#src/ui/details.tsx';
import { useMemo } from 'react';
import * as words from './words.ts';
import styles from './figures.module.css';

type ResultFiguresProps = {
  readonly gathered: Gathered;
  /** As they are shown: the operator may have said what numbers are in. */
  readonly columns: readonly ResultColumn[];
};

export function ResultFigures({ gathered, columns }: ResultFiguresProps) {
  const measures = useSame(measuresOf(columns));
  const start = useMemo(() => () => createFigureFold(measures), [measures]);
  const { result: figures, taken } = useFold(gathered.rows, start);
  if (figures.length === 0) return null;
  const { first, rest } = rankFigures(figures);
  const combined = figures.some(({ measure: { kind } }) => kind === 'average' || kind === 'share');
  return (
    <section className={styles['figures']} aria-label={words.figures}>
      <FigureList figures={first} />
      <p className={styles['note']}>{coverage(taken, gathered)}</p>
      {(rest.length > 0 || combined) && (
        <Details summary={rest.length > 0 ? words.moreFigures(rest.length) : words.howCounted}>
          {rest.length > 0 && <FigureList figures={rest} />}
          {combined && <p className={styles['note']}>{words.weighted}</p>}
        </Details>
      )}
    </section>
  );
}

function FigureList({ figures }: { figures: readonly Figure[] }) {
  return (
    <dl className={styles['list']}>
      {figures.map(({ measure, value }) => (
        <div key={measure.id} className={styles['figure']}>
          {/* The value has the sign. */}
          <dt className={styles['label']}>{measure.label.replace(/, %$/, '')}</dt>
          <dd className={styles['value']}>{numberText(value, measure)}</dd>
        </div>
      ))}
    </dl>
  );
}
