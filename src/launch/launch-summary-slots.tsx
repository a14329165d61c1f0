// Who holds the account's slots now and who waits for one, folded away below the summary.
import { Link } from 'react-router';
import { slotsHeld, workingKeys } from '#src/records/derived.ts';
import type { RunRecord } from '#src/records/record.ts';
import { runTitle } from '#src/records/describe-request.ts';
import { useDesk, useDeskStatus, useRecords } from '#src/runs/desk-context.tsx';
import { slotsLine } from '#src/runs/forecast-text.ts';
import { freeSlots, slotHolders } from '#src/runs/forecast.ts';
import { queueOrder } from '#src/runs/queue.ts';
import { Details } from '#src/ui/details.tsx';
import { useClockValue } from '#src/ui/now.tsx';
import * as words from './summary-words.tsx';

/** Nothing where all slots are free and no launch waits. */
export function SlotsNow() {
  const desk = useDesk();
  const records = useRecords();
  useDeskStatus();
  const held = useClockValue(() => {
    const { now, keys, pausedKeys } = desk.situation();
    return slotHolders(records, now, workingKeys(keys, pausedKeys))
      .map(({ id }) => id)
      .join(' ');
  });
  const line = useClockValue(() => {
    const situation = desk.situation();
    const { now, keys, pausedKeys } = situation;
    return slotsLine(
      slotsHeld(records, now, workingKeys(keys, pausedKeys)),
      freeSlots(records, situation),
      now,
    );
  });
  const holders = held.split(' ').flatMap((id) => records.find((record) => record.id === id) ?? []);
  const queue = queueOrder(records);
  if (holders.length === 0 && queue.length === 0) return null;
  return (
    <Details summary={line}>
      {holders.length > 0 && <Runs label={words.inTheSlots} records={holders} />}
      {queue.length > 0 && <Runs label={words.waiting} records={queue} />}
    </Details>
  );
}

function Runs({ label, records }: { label: string; records: readonly RunRecord[] }) {
  return (
    <>
      <p>{label}</p>
      <ul>
        {records.map((record) => (
          <li key={record.id}>
            <Link to={`/runs/${record.id}`}>{runTitle(record)}</Link>
          </li>
        ))}
      </ul>
    </>
  );
}
