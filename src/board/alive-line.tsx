// The line of a card that is queued or running. What needs the other runs to be said comes with code of its own; until it is there,
// and where it cannot be had, the card says what it knows without.
import { Suspense } from 'react';
import { useDesk, useLiveValue } from '#src/runs/desk-context.tsx';
import { queueLine, runningLine } from '#src/runs/live-text.ts';
import { holdUpOf } from '#src/runs/queue.ts';
import type { RunRecord } from '#src/records/record.ts';
import { boardLate } from './late-parts.ts';

const NextLine = boardLate.part(({ NextLine }) => NextLine);

export function AliveLine({ record }: { record: RunRecord }) {
  const plain = <PlainLine record={record} />;
  if (boardLate.useCode() === 'missing') return plain;
  return (
    <Suspense fallback={plain}>
      <NextLine record={record} />
    </Suspense>
  );
}

function PlainLine({ record }: { record: RunRecord }) {
  const desk = useDesk();
  return useLiveValue((records, now) =>
    record.state === 'queued'
      ? queueLine(holdUpOf(record, records, desk.situation()))
      : runningLine(record, now),
  );
}
