// The last word before a refused launch goes out once more: it takes a slot.
import type { KeyChoice } from '#src/connection/key-dialogs.ts';
import { slotLabel } from '#src/failures/actions.ts';
import { CONCURRENT_RUNS } from '#src/contract/limits.ts';
import { Button } from '#src/ui/button.tsx';
import { Dialog } from '#src/ui/dialog.tsx';

type KeyConfirmProps = { chosen: KeyChoice; onConfirm: () => void; onLeave: () => void };

export function KeyConfirm({ chosen, onConfirm, onLeave }: KeyConfirmProps) {
  return (
    <Dialog
      open
      title="Send the refused launch again?"
      onClose={onLeave}
      actions={
        <>
          <Button variant="primary" onClick={onConfirm}>
            {slotLabel('Send once more', CONCURRENT_RUNS)}
          </Button>
          <Button onClick={onLeave}>Not now</Button>
        </>
      }
    >
      <p>
        The launch goes out once more with exactly the same settings and the key “{chosen.label}”. The refused
        card stays where it is.
      </p>
    </Dialog>
  );
}
