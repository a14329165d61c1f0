// Users or domains by one measure, as bars: the longest first.
import { numberText } from '#src/rows/cells.ts';
import { classNames } from '#src/ui/class-names.ts';
import * as words from './chart-words.ts';
import type { Measure } from './measures.ts';
import type { Ranked } from './ranking.ts';
import styles from './charts.module.css';

type RankingBarsProps = {
  readonly label: string;
  readonly measure: Measure;
  readonly ranking: readonly Ranked[];
};

export function RankingBars({ label, measure, ranking }: RankingBarsProps) {
  // All the others together would make every bar beside them short; theirs may fill its place instead.
  const longest = Math.max(...ranking.map(({ value, isRest }) => (isRest ? 0 : (value ?? 0))));
  return (
    <ol className={styles['bars']} aria-label={label}>
      {ranking.map(({ name, value, isRest }) => (
        <li key={`${isRest ? 'rest' : 'one'} ${name}`} className={styles['rank']}>
          <span className={styles['name']}>{name}</span>
          <span className={styles['value']}>
            {value === null ? words.noFigure : numberText(value, measure)}
          </span>
          <span className={styles['track']} aria-hidden="true">
            <span
              className={classNames(styles['bar'], isRest && styles['rest'])}
              style={{ inlineSize: `${share(value ?? 0, longest) * 100}%` }}
            />
          </span>
        </li>
      ))}
    </ol>
  );
}

function share(value: number, longest: number): number {
  return longest <= 0 ? 0 : Math.min(1, Math.max(0, value / longest));
}
