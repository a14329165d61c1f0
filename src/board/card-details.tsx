// What a card knows beside its state, folded away: the exact request, times, key and attempts.
import { launchBody } from '#src/contract/reports.ts';
import type { RunRecord } from '#src/runs/record.ts';
import { launchedAt } from '#src/runs/record.ts';
import { DefinitionList } from '#src/ui/definition-list.tsx';
import { Details } from '#src/ui/details.tsx';
import { Time } from '#src/ui/time.tsx';

export function CardDetails({ record }: { record: RunRecord }) {
  const times = [
    { term: 'Pressed', value: <Time at={record.pressedAt} /> },
    ...(record.attempts.length === 0 ? [] : [{ term: 'Sent', value: <Time at={launchedAt(record)} /> }]),
    ...(record.checkedAt === null ? [] : [{ term: 'Last update', value: <Time at={record.checkedAt} /> }]),
    ...(record.endedAt === null ? [] : [{ term: 'Ended', value: <Time at={record.endedAt} /> }]),
  ];
  return (
    <Details summary="About this run">
      <DefinitionList
        items={[
          ...times,
          { term: 'Key', value: record.keyLabel },
          { term: 'Request', value: <code>POST {record.target}</code> },
          { term: 'Body', value: <code>{launchBody(record.request)}</code> },
          { term: 'Attempts', value: String(record.attempts.length) },
          ...(record.rerunOf === null ? [] : [{ term: 'Repeats', value: 'an earlier card, on purpose' }]),
        ]}
      />
    </Details>
  );
}
