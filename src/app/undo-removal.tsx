// What was just removed, and the way back. It stays until it is used, sent away, or followed by another removal.
import { useEffect } from 'react';
import { useDesk } from '#src/runs/desk-context.tsx';
import { useAnnounce } from '#src/ui/announcer.tsx';
import { Button } from '#src/ui/button.tsx';
import { plural } from '#src/ui/number-format.ts';
import styles from './undo-removal.module.css';

export function UndoRemoval({ ids }: { ids: readonly string[] }) {
  const { removals } = useDesk();
  const announce = useAnnounce();
  const said = `${plural(ids.length, 'card', 'cards')} removed`;

  useEffect(() => {
    announce(said, { id: `removed ${ids.join(' ')}` });
  }, [announce, ids, said]);

  async function undo() {
    await removals.undo();
    announce(`${plural(ids.length, 'card', 'cards')} back on the board`);
    document.getElementById('main')?.focus({ preventScroll: true });
  }

  return (
    <section aria-label="Removed" className={styles['bar']}>
      <p>{said}</p>
      <Button size="small" onClick={() => void undo()}>
        Undo
      </Button>
      <Button
        size="small"
        variant="quiet"
        icon="close"
        iconOnly
        onClick={() => {
          removals.dismiss();
          document.getElementById('main')?.focus({ preventScroll: true });
        }}
      >
        Dismiss
      </Button>
    </section>
  );
}
