// One row of the run list. Rendered anew only for its own record, place and tick.
import { memo } from 'react';
import { Link } from 'react-router';
import { expiresAt } from '#src/records/derived.ts';
import type { LoadedKeys } from '#src/records/derived.ts';
import type { RunRecord } from '#src/records/record.ts';
import { shownState } from '#src/records/shown-state.ts';
import type { ShownState } from '#src/records/shown-state.ts';
import { describeRequest, reportTitle, runTitle } from '#src/records/describe-request.ts';
import { useClockValue } from '#src/ui/now.tsx';
import { formatPercent } from '#src/ui/number-format.ts';
import { StatusMark } from '#src/ui/status.tsx';
import { formatInstant, formatRelative, formatWhen } from '#src/ui/time-format.ts';
import { shownZone, zoneSuffix } from '#src/ui/zone-choice.ts';
import { lookOf } from './run-list-states.ts';
import * as words from './list-words.ts';
import styles from './run-list.module.css';

type RunListRowProps = {
  readonly record: RunRecord;
  readonly keys: LoadedKeys;
  /** Its place among all rows, from 0. */
  readonly place: number;
  readonly selected: boolean;
  /** `through`: and every row between it and the one that was ticked before. */
  readonly onSelect: (id: string, through: boolean) => void;
  /** Gets the element, where its height is to be taken. */
  readonly measure?: ((row: HTMLTableRowElement | null) => void) | undefined;
};

export const RunListRow = memo(
  function RunListRow({ record, keys, place, selected, onSelect, measure }: RunListRowProps) {
    const state = useClockValue((now) => shownState(record, now, keys));
    const zone = shownZone(record.mailbox.timeZone);
    const launched = useClockValue((now) => launchedLine(record, now));
    const ends = useClockValue((now) => endsLine(record, state, now));
    const look = lookOf(state);
    const title = runTitle(record);
    const request = describeRequest(record);
    return (
      // The headings are row 1.
      <tr ref={measure} aria-rowindex={place + 2} className={styles['row']} data-selected={selected}>
        <td className={styles['check']}>
          <input
            type="checkbox"
            className={styles['box']}
            aria-label={words.select(title, look.word, launched)}
            checked={selected}
            onChange={({ nativeEvent }) =>
              onSelect(record.id, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)
            }
          />
        </td>
        <th scope="row" className={styles['first']}>
          <Link to={`/runs/${record.id}`} aria-label={title}>
            {reportTitle(record)}
          </Link>
        </th>
        <td className={styles['cell']}>
          <span className={styles['state']}>
            <StatusMark tone={look.tone} icon={look.icon}>
              {look.word}
            </StatusMark>
            {(state === 'running' || state === 'overdue') && formatPercent(record.progress)}
          </span>
        </td>
        <td className={styles['cell']} title={record.mailbox.name}>
          <span className={styles['mailbox']}>
            <span className={styles['name']}>{record.mailbox.name}</span>
            {record.batch !== null && (
              <Link
                className={styles['batch']}
                to={{ search: `q=${record.batch}&view=list` }}
                aria-label={words.batchOf(title)}
              >
                {words.batch}
              </Link>
            )}
          </span>
        </td>
        <td className={styles['cell']} title={request}>
          {request}
        </td>
        <td className={styles['cell']} title={formatInstant(record.pressedAt, { timeZone: zone })}>
          {launched}
        </td>
        <td className={styles['cell']}>{ends}</td>
        <td className={styles['cell']} title={record.keyLabel}>
          {record.keyLabel}
        </td>
      </tr>
    );
  },
  (before, after) =>
    before.record === after.record &&
    before.keys === after.keys &&
    before.place === after.place &&
    before.selected === after.selected &&
    before.onSelect === after.onSelect &&
    (before.measure === undefined) === (after.measure === undefined),
);

function launchedLine({ pressedAt, mailbox }: RunRecord, now: number): string {
  const timeZone = shownZone(mailbox.timeZone);
  return formatWhen(pressedAt, now, { timeZone }) + zoneSuffix(timeZone);
}

function endsLine(record: RunRecord, state: ShownState, now: number): string {
  const expiry = expiresAt(record);
  if (state === 'done') return words.expires(formatRelative(expiry, now));
  if (state === 'expired') return words.expired(formatRelative(expiry, now));
  return record.endedAt === null ? '' : words.ended(formatRelative(record.endedAt, now));
}
