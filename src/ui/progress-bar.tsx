// How far something is, 0 to 100, or moving without a known end.
import type { Tone } from './status.tsx';
import { formatPercent } from './number-format.ts';
import * as words from './words.ts';
import styles from './progress-bar.module.css';

type ProgressBarProps = {
  /** Accessible name. */
  label: string;
  /** Percent, 0 to 100; null where it is not known. Values beyond are clamped. */
  value: number | null;
  /** What is read out in place of the percentage, such as "62 %, about 3 min left". */
  valueText?: string | undefined;
  tone?: Tone | undefined;
};

export function ProgressBar({ label, value, valueText, tone = 'running' }: ProgressBarProps) {
  const percent = value === null || Number.isNaN(value) ? null : Math.min(100, Math.max(0, value));
  return (
    <div
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- the native bar cannot be drawn alike in all browsers
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent ?? undefined}
      aria-valuetext={valueText ?? (percent === null ? words.progressNotKnown : formatPercent(percent))}
      className={styles['track']}
      data-tone={tone}
    >
      {percent === null ? (
        <div className={styles['sweep']} />
      ) : (
        <div className={styles['fill']} style={{ transform: `scaleX(${percent / 100})` }} />
      )}
    </div>
  );
}
