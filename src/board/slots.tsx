// The place of the slots on the board, kept free until their code is there.
import { LazyPart } from '#src/failures/lazy-part.tsx';
import { useLiveValue } from '#src/runs/desk-context.tsx';
import { isTerminal } from '#src/records/record.ts';
import { Details } from '#src/ui/details.tsx';
import { boardLate } from './late-parts.ts';
import * as words from './words.ts';

const SlotsDisclosure = boardLate.part(({ SlotsDisclosure }) => SlotsDisclosure);

/** Nothing where no run may be alive and no launch waits. */
export function Slots() {
  const isNeeded = useLiveValue((records) => records.some(({ state }) => !isTerminal(state)));
  if (!isNeeded) return null;
  return (
    <LazyPart loading={<Details summary={words.slots}>{null}</Details>}>
      <SlotsDisclosure />
    </LazyPart>
  );
}
