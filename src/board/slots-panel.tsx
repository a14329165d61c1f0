// What holds each of the account's slots, and what the desk cannot see of them; below it, what waits for one.
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { usageQuery } from '#src/connection/queries.ts';
import { workingKeys } from '#src/records/derived.ts';
import type { LoadedKeys } from '#src/records/derived.ts';
import { useDesk, useDeskStatus, useRecords } from '#src/runs/desk-context.tsx';
import { slotHolders } from '#src/runs/forecast.ts';
import type { RunRecord } from '#src/records/record.ts';
import { shownState, STATE_LOOKS } from '#src/records/shown-state.ts';
import { describeRequest, runTitle } from '#src/records/describe-request.ts';
import { Heading } from '#src/ui/heading.tsx';
import { useClockValue } from '#src/ui/now.tsx';
import { StatusMark } from '#src/ui/status.tsx';
import { slotLine, unseenSlots } from './slot-text.ts';
import { SlotsQueue } from './slots-queue.tsx';
import * as boardWords from './words.ts';
import * as words from './slots-words.ts';
import styles from './slots-panel.module.css';

export function SlotsPanel() {
  const desk = useDesk();
  const records = useRecords();
  useDeskStatus();
  const { keys, pausedKeys, slots } = desk.situation();
  const working = workingKeys(keys, pausedKeys);
  // Which runs hold a slot changes with the clock alone, too.
  const ids = useClockValue((now) =>
    slotHolders(records, now, working)
      .map(({ id }) => id)
      .join(' '),
  );
  const holders = ids.split(' ').flatMap((id) => records.find((record) => record.id === id) ?? []);
  return (
    <div className={styles['panel']}>
      <section className={styles['column']}>
        <Heading level={2} className={styles['heading']}>
          {boardWords.slots}
        </Heading>
        <ol className={styles['list']} aria-label={boardWords.slots}>
          {holders.map((record) => (
            <HeldSlot key={record.id} record={record} records={records} keys={keys} working={working} />
          ))}
          {Array.from({ length: Math.max(0, slots - holders.length) }, (_, place) => (
            <li key={place} className={styles['row']}>
              <StatusMark tone="neutral" icon="check">
                {words.free}
              </StatusMark>
            </li>
          ))}
        </ol>
        <Unseen records={records} held={holders.length} />
      </section>
      <SlotsQueue />
    </div>
  );
}

type HeldSlotProps = {
  record: RunRecord;
  records: readonly RunRecord[];
  keys: LoadedKeys;
  /** Those of `keys` that the API has not refused. */
  working: LoadedKeys;
};

function HeldSlot({ record, records, keys, working }: HeldSlotProps) {
  const state = useClockValue((now) => shownState(record, now, keys));
  const line = useClockValue((now) => slotLine(record, records, now, working));
  const look = STATE_LOOKS[state];
  return (
    <li className={styles['row']}>
      <p className={styles['title']}>
        <StatusMark tone={look.tone} icon={look.icon}>
          {look.word}
        </StatusMark>
        <Link to={`/runs/${record.id}`}>{runTitle(record)}</Link>
        {record.origin === 'elsewhere' && (
          <span className={styles['origin']}>{boardWords.fromAnotherBrowser}</span>
        )}
      </p>
      <p className={styles['line']}>{describeRequest(record)}</p>
      <p className={styles['line']}>{line}</p>
    </li>
  );
}

/** What the gateway counts beyond the cards; other tools of the account it cannot see either. */
function Unseen({ records, held }: { records: readonly RunRecord[]; held: number }) {
  const { client } = useDesk().environment;
  const usage = useQuery(usageQuery(client));
  const used = usage.data?.slots.used ?? 0;
  const unseen = useClockValue((now) => unseenSlots(used, held, records, now));
  return (
    <p className={styles['note']}>
      {unseen > 0 && <strong>{words.moreInUse(unseen)} </strong>}
      {words.otherTools}
    </p>
  );
}
