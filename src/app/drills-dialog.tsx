// The drills, from every page.
import { DrillList } from '#src/board/drill-list.tsx';
import { Dialog } from '#src/ui/dialog.tsx';
import * as words from './frame-words.tsx';

export function DrillsDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog open size="large" title={words.drillsTitle} onClose={onClose}>
      <DrillList onLeave={onClose} />
    </Dialog>
  );
}
