// What was just removed, and the way back. It stays until it is used, sent away, or followed by another removal.
import { useEffect } from 'react';
import { useDesk } from '#src/runs/desk-context.tsx';
import { useAnnounce } from '#src/ui/announcer.tsx';
import { Button } from '#src/ui/button.tsx';
import { classNames } from '#src/ui/class-names.ts';
import floating from '#src/ui/floating-bar.module.css';
import * as words from './frame-words.tsx';

export function UndoRemoval({ ids }: { ids: readonly string[] }) {
  const { removals } = useDesk();
  const announce = useAnnounce();
  const said = words.cardsRemoved(ids.length);

  useEffect(() => {
    announce(said, { id: `removed ${ids.join(' ')}` });
  }, [announce, ids, said]);

  async function undo() {
    await removals.undo();
    announce(words.cardsBack(ids.length));
    document.getElementById('main')?.focus({ preventScroll: true });
  }

  return (
    <section aria-label={words.removed} className={classNames(floating['bar'], floating['middle'])}>
      <p>{said}</p>
      <Button size="small" onClick={() => void undo()}>
        {words.undo}
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
        {words.dismiss}
      </Button>
    </section>
  );
}
