// The line above the rows: final or still moving, how many rows are here, how long the API keeps them.
import { expiresAt, isExpired } from '#src/records/derived.ts';
import { keptLine } from '#src/runs/live-text.ts';
import type { RunRecord } from '#src/records/record.ts';
import { useClockValue } from '#src/ui/now.tsx';
import { StatusMark } from '#src/ui/status.tsx';
import { formatInstant } from '#src/ui/time-format.ts';
import type { Gathered } from '#src/rows/gather-pages.ts';
import { cutoffLine, rowsLine } from './result-text.ts';
import styles from './result-page.module.css';

export function ResultFacts({ record, gathered }: { record: RunRecord; gathered: Gathered | null }) {
  const kept = useClockValue((now) => (isExpired(record, now) ? null : keptLine(record, 'done', now)));
  const counted = gathered ?? record.summary;
  const { timeZone } = record.mailbox;
  return (
    <p className={styles['facts']}>
      {counted !== null && (
        <StatusMark
          tone={counted.cutoff === null ? 'done' : 'waiting'}
          icon={counted.cutoff === null ? 'done' : 'waiting'}
        >
          {cutoffLine(counted, timeZone)}
        </StatusMark>
      )}
      {gathered !== null && <span className={styles['fact']}>{rowsLine(gathered)}</span>}
      {kept !== null && (
        <span className={styles['fact']} title={formatInstant(expiresAt(record), { timeZone })}>
          {kept}
        </span>
      )}
    </p>
  );
}
