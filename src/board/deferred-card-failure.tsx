// The card's failure for the first page, which can be used before its code has arrived.
import type { ComponentProps } from 'react';
import { FailureOnTheWay } from '#src/failures/deferred-failure-panel.tsx';
import { LazyPart } from '#src/failures/lazy-part.tsx';
import type { CardFailure as WholeFailure } from './card-failure.tsx';
import { boardLate } from './late-parts.ts';

const CardFailure = boardLate.part(({ CardFailure: Whole }) => Whole);

export function DeferredCardFailure(props: ComponentProps<typeof WholeFailure>) {
  return (
    <LazyPart loading={<FailureOnTheWay />}>
      <CardFailure {...props} />
    </LazyPart>
  );
}
