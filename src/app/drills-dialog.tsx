// The drills, from every page.
import { DrillList } from '#src/board/drill-list.tsx';
import { Dialog } from '#src/ui/dialog.tsx';

export function DrillsDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog open size="large" title="Drills: see each failure on purpose" onClose={onClose}>
      <DrillList onLeave={onClose} />
    </Dialog>
  );
}
