// The drills, from every page.
import { LazyPart } from '#src/failures/lazy-part.tsx';
import { Dialog } from '#src/ui/dialog.tsx';
import { trial } from './late-parts.ts';
import * as words from './words.ts';

const DrillList = trial.part(({ DrillList: Whole }) => Whole);

export function DrillsDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog open size="large" title={words.drills} onClose={onClose}>
      <LazyPart>
        <DrillList onLeave={onClose} />
      </LazyPart>
    </Dialog>
  );
}
