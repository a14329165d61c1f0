// What a card knows beside its state: the exact request, times, key, attempts, what it repeats, and what came too late.
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useRecord, useRecords } from '#src/runs/desk-context.tsx';
import { launchedAt } from '#src/records/record.ts';
import type { IgnoredEvent, RunRecord } from '#src/records/record.ts';
import { STATE_LOOKS } from '#src/records/shown-state.ts';
import { describeRequest } from '#src/records/describe-request.ts';
import { DefinitionList } from '#src/ui/definition-list.tsx';
import { Time } from '#src/ui/time.tsx';
import { MailboxZoneContext } from '#src/ui/zone-choice.ts';
import * as words from './card-words.tsx';

export function CardFacts({ record }: { record: RunRecord }) {
  const records = useRecords();
  const repeats = records.filter(({ rerunOf }) => rerunOf === record.id);
  const compared = records.find(
    ({ id, comparedWith }) => id === record.comparedWith || comparedWith === record.id,
  );
  const times = [
    { term: words.pressed, value: <Time at={record.pressedAt} /> },
    ...(record.attempts.length === 0 ? [] : [{ term: words.sent, value: <Time at={launchedAt(record)} /> }]),
    ...(record.checkedAt === null ? [] : [{ term: words.lastUpdate, value: <Time at={record.checkedAt} /> }]),
    ...(record.endedAt === null ? [] : [{ term: words.ended, value: <Time at={record.endedAt} /> }]),
  ];
  return (
    <MailboxZoneContext value={record.mailbox.timeZone}>
      <DefinitionList
        items={[
          ...times,
          { term: words.key, value: record.keyLabel },
          { term: words.request, value: <code>POST {record.target}</code> },
          { term: words.body, value: <code>{record.body}</code> },
          { term: words.attempts, value: String(record.attempts.length) },
          ...(record.rerunOf === null
            ? []
            : [{ term: words.repeats, value: <EarlierRun id={record.rerunOf} /> }]),
          ...(repeats.length === 0 ? [] : [{ term: words.repeatedBy, value: <Repeats records={repeats} /> }]),
          ...(compared === undefined
            ? []
            : [
                {
                  term: words.comparedWith,
                  value: <RunLink record={compared}>{describeRequest(compared)}</RunLink>,
                },
              ]),
          ...(record.ignored.length === 0
            ? []
            : [{ term: words.cameTooLate, value: <TooLate events={record.ignored} /> }]),
        ]}
      />
    </MailboxZoneContext>
  );
}

function EarlierRun({ id }: { id: string }) {
  const earlier = useRecord(id);
  return earlier === null ? words.removedRun : <RunLink record={earlier} />;
}

function RunLink({ record, children }: { record: RunRecord; children?: ReactNode }) {
  return <Link to={`/runs/${record.id}`}>{children ?? words.runOf(<Time at={record.pressedAt} />)}</Link>;
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
          {words.tooLate(words.heard[type] ?? type, <Time at={at} />, STATE_LOOKS[state].word)}
        </li>
      ))}
    </ul>
  );
}
