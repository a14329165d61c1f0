// How much of something limited is in use: a few places as marks, or a quantity as a bar.
import type { Tone } from './status.tsx';
import styles from './meter.module.css';

type MeterProps = {
  /** Accessible name, such as "Requests in the last minute". */
  name: string;
  /** The short word shown before the meter; the name itself when left out. */
  label?: string | undefined;
  value: number;
  max: number;
  /** The whole meaning in words, such as "2 of 3 slots in use": read out, and the text of its tooltip. */
  text: string;
  /** `segments` draws one mark for each of `max` places, `bar` a filled line. */
  look?: 'segments' | 'bar' | undefined;
  tone?: Tone | undefined;
};

export function Meter({ name, label = name, value, max, text, look = 'bar', tone = 'neutral' }: MeterProps) {
  const shown = Math.min(max, Math.max(0, value));
  return (
    <div className={styles['meter']} data-tone={tone}>
      <span className={styles['label']} aria-hidden="true">
        {label}
      </span>
      <div
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- the native meter has no segments and its own colours
        role="meter"
        aria-label={name}
        aria-valuemin={0}
        aria-valuemax={max}
        aria-valuenow={shown}
        aria-valuetext={text}
        title={text}
        className={look === 'segments' ? styles['segments'] : styles['track']}
      >
        {look === 'segments' ? (
          Array.from({ length: max }, (_, place) => (
            <span key={place} className={place < shown ? styles['taken'] : styles['free']} />
          ))
        ) : (
          <div className={styles['fill']} style={{ transform: `scaleX(${max === 0 ? 0 : shown / max})` }} />
        )}
      </div>
      <span className={styles['figure']} aria-hidden="true">
        {value}/{max}
      </span>
    </div>
  );
}
