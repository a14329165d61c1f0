// What a card knows beside its state, folded away. Its code comes when it is opened.
import { lazy, useState } from 'react';
import { LazyPart } from '#src/failures/lazy-part.tsx';
import type { RunRecord } from '#src/records/record.ts';
import { Details } from '#src/ui/details.tsx';

const CardFacts = lazy(async () => ({ default: (await import('./card-facts.tsx')).CardFacts }));

export function CardDetails({ record }: { record: RunRecord }) {
  const [open, setOpen] = useState(false);
  return (
    <Details
      summary="About this run"
      open={open}
      onToggle={(event) => {
        setOpen(event.currentTarget.open);
      }}
    >
      {open && (
        <LazyPart>
          <CardFacts record={record} />
        </LazyPart>
      )}
    </Details>
  );
}
