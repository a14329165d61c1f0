// What a card knows beside its state: the exact request, times, key, attempts, what it repeats, and what came too late.
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useRecord, useRecords } from '#src/runs/desk-context.tsx';
import { launchedAt } from '#src/records/record.ts';
import type { IgnoredEvent, RunRecord } from '#src/records/record.ts';
import { STATE_LOOKS } from '#src/records/shown-state.ts';
import type { RunEventType } from '#src/records/transition.ts';
import { describeRequest } from '#src/records/words.ts';
import { DefinitionList } from '#src/ui/definition-list.tsx';
import { Time } from '#src/ui/time.tsx';
import { MailboxZoneContext } from '#src/ui/zone-choice.ts';

/** What an answer had said, had it come in time. */
const HEARD: Partial<Readonly<Record<RunEventType, string>>> = {
  progress: 'still running',
  done: 'done',
  fail: 'failed',
  refuse: 'refused',
  doubt: 'no whole answer to the launch',
  requeue: 'nothing was started',
  'poll-failed': 'an update that failed',
  lose: 'the result is missing',
};

export function CardFacts({ record }: { record: RunRecord }) {
  const records = useRecords();
  const repeats = records.filter(({ rerunOf }) => rerunOf === record.id);
  const compared = records.find(
    ({ id, comparedWith }) => id === record.comparedWith || comparedWith === record.id,
  );
  const times = [
    { term: 'Pressed', value: <Time at={record.pressedAt} /> },
    ...(record.attempts.length === 0 ? [] : [{ term: 'Sent', value: <Time at={launchedAt(record)} /> }]),
    ...(record.checkedAt === null ? [] : [{ term: 'Last update', value: <Time at={record.checkedAt} /> }]),
    ...(record.endedAt === null ? [] : [{ term: 'Ended', value: <Time at={record.endedAt} /> }]),
  ];
  return (
    <MailboxZoneContext value={record.mailbox.timeZone}>
      <DefinitionList
        items={[
          ...times,
          { term: 'Key', value: record.keyLabel },
          { term: 'Request', value: <code>POST {record.target}</code> },
          { term: 'Body', value: <code>{record.body}</code> },
          { term: 'Attempts', value: String(record.attempts.length) },
          ...(record.rerunOf === null
            ? []
            : [{ term: 'Repeats', value: <EarlierRun id={record.rerunOf} /> }]),
          ...(repeats.length === 0 ? [] : [{ term: 'Repeated by', value: <Repeats records={repeats} /> }]),
          ...(compared === undefined
            ? []
            : [
                {
                  term: 'Compared with',
                  value: <RunLink record={compared}>{describeRequest(compared)}</RunLink>,
                },
              ]),
          ...(record.ignored.length === 0
            ? []
            : [{ term: 'Came too late', value: <TooLate events={record.ignored} /> }]),
        ]}
      />
    </MailboxZoneContext>
  );
}

function EarlierRun({ id }: { id: string }) {
  const earlier = useRecord(id);
  return earlier === null ? 'an earlier run, its card was removed' : <RunLink record={earlier} />;
}

function RunLink({ record, children }: { record: RunRecord; children?: ReactNode }) {
  return (
    <Link to={`/runs/${record.id}`}>
      {children ?? (
        <>
          the run of <Time at={record.pressedAt} />
        </>
      )}
    </Link>
  );
}

function Repeats({ records }: { records: readonly RunRecord[] }) {
  return (
    <ul>
      {records.map((record) => (
        <li key={record.id}>
          <RunLink record={record} />
        </li>
      ))}
    </ul>
  );
}

/** Nothing was changed by these; they are here for whoever wonders what the API said. */
function TooLate({ events }: { events: readonly IgnoredEvent[] }) {
  return (
    <ul>
      {events.map(({ type, at, state }) => (
        <li key={`${type} ${at}`}>
          “{HEARD[type] ?? type}”, <Time at={at} />. It was {STATE_LOOKS[state].word.toLowerCase()} already,
          so nothing was changed.
        </li>
      ))}
    </ul>
  );
}
