// What a card knows beside its state, folded away. Its code comes when it is opened.
import { useState } from 'react';
import { LazyPart } from '#src/failures/lazy-part.tsx';
import type { RunRecord } from '#src/records/record.ts';
import { Details } from '#src/ui/details.tsx';
import { boardLate } from './late-parts.ts';
import * as words from './words.ts';

const CardFacts = boardLate.part(({ CardFacts }) => CardFacts);

type CardDetailsProps = {
  readonly record: RunRecord;
  /** Called before it unfolds, and after it was folded. */
  readonly onFold: (open: boolean) => void;
};

export function CardDetails({ record, onFold }: CardDetailsProps) {
  const [open, setOpen] = useState(false);
  return (
    <Details
      summary={words.aboutThisRun}
      open={open}
      onClick={({ target }) => {
        if (!open && target instanceof Element && target.closest('summary') !== null) onFold(true);
      }}
      onToggle={(event) => {
        setOpen(event.currentTarget.open);
        if (!event.currentTarget.open) onFold(false);
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
