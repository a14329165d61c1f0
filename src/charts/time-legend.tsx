// Which line is which, and their values at the period that the crosshair is on.
import * as words from './chart-words.ts';
import { periodText, valueText } from './line-text.ts';
import type { Lines } from './lines.ts';
import { DASHES } from './palette.ts';
import styles from './charts.module.css';

type TimeLegendProps = {
  readonly chart: Lines;
  /** Null = the crosshair is nowhere. */
  readonly place: number | null;
  readonly timeZone: string;
  /** What is in view, where that is not everything. */
  readonly view: string | null;
};

export function TimeLegend({ chart, place, timeZone, view }: TimeLegendProps) {
  const at = place === null ? undefined : chart.times[place];
  return (
    <div className={styles['legend']}>
      <p className={styles['at']}>
        {at === undefined ? (
          <span className={styles['note']}>{words.pointAtChart}</span>
        ) : (
          periodText(at, chart.period, timeZone)
        )}
        {view !== null && <span className={styles['note']}>{words.inView(view)}</span>}
      </p>
      <ul className={styles['lines']} aria-label={words.lineList}>
        {chart.lines.map((line, index) => {
          const value = place === null ? undefined : line.values[place];
          return (
            <li key={line.id} className={styles['line']}>
              <Swatch place={index} />
              <span>{line.label}</span>
              {at !== undefined && (
                <span className={styles['value']}>
                  {value === null || value === undefined ? words.noData : valueText(value, line)}
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

const SWATCH = { width: 28, height: 8 };

/** The line as it is drawn, colour and dashes. */
function Swatch({ place }: { place: number }) {
  const { width, height } = SWATCH;
  return (
    <svg
      className={styles['swatch']}
      data-line={place + 1}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
      focusable="false"
    >
      <path
        d={`M0 ${height / 2}H${width}`}
        stroke="currentColor"
        strokeWidth="2"
        strokeDasharray={(DASHES[place] ?? []).join(' ')}
      />
    </svg>
  );
}
