// The last word before a refused launch goes out once more: it takes a slot.
import type { KeyChoice } from '#src/connection/key-dialogs.ts';
import { slotLabel } from '#src/failures/actions.ts';
import { CONCURRENT_RUNS } from '#src/contract/limits.ts';
import { Button } from '#src/ui/button.tsx';
import { Dialog } from '#src/ui/dialog.tsx';
import * as words from './key-dialog-words.tsx';

type KeyConfirmProps = { chosen: KeyChoice; onConfirm: () => void; onLeave: () => void };

export function KeyConfirm({ chosen, onConfirm, onLeave }: KeyConfirmProps) {
  return (
    <Dialog
      open
      title={words.sendAgainTitle}
      onClose={onLeave}
      actions={
        <>
          <Button variant="primary" onClick={onConfirm}>
            {slotLabel(words.sendOnceMore, CONCURRENT_RUNS)}
          </Button>
          <Button onClick={onLeave}>{words.notNow}</Button>
        </>
      }
    >
      <p>{words.sendAgain(chosen.label)}</p>
    </Dialog>
  );
}
