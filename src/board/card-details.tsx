// What a card knows beside its state, folded away. Its code comes when it is opened.
import { useState } from 'react';
import { LazyPart } from '#src/failures/lazy-part.tsx';
import type { RunRecord } from '#src/records/record.ts';
import { Details } from '#src/ui/details.tsx';
import { boardLate } from './late-parts.ts';
import * as words from './words.ts';

const CardFacts = boardLate.part(({ CardFacts }) => CardFacts);

export function CardDetails({ record }: { record: RunRecord }) {
  const [open, setOpen] = useState(false);
  return (
    <Details
      summary={words.aboutThisRun}
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
