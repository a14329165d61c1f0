// Asks what is to become of a key's saved copies before the key is forgotten: they open without it.
import { useState } from 'react';
import { Button } from '#src/ui/button.tsx';
import { Checkbox } from '#src/ui/checkbox.tsx';
import { Dialog } from '#src/ui/dialog.tsx';
import { formatBytes } from '#src/ui/number-format.ts';
import { sizeOf } from './copy-list.ts';
import { useCopies } from './copies-context.tsx';
import type { SavedCopy } from './saved-copy.ts';
import * as words from './words.ts';

type ForgetKeyDialogProps = {
  readonly label: string;
  /** The copies of results that were read with the key. */
  readonly copies: readonly SavedCopy[];
  readonly onForget: () => void;
  readonly onClose: () => void;
};

export function ForgetKeyDialog({ label, copies, onForget, onClose }: ForgetKeyDialogProps) {
  const { remove } = useCopies();
  const [removes, setRemoves] = useState(false);
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle');

  async function forget() {
    setState('busy');
    if (removes && !(await remove(copies.map(({ id }) => id)))) {
      setState('failed');
      return;
    }
    onClose();
    onForget();
  }

  return (
    <Dialog
      open
      title={words.forgetTitle(label)}
      busy={state === 'busy'}
      onClose={onClose}
      actions={
        <>
          <Button variant="primary" busy={state === 'busy'} onClick={() => void forget()}>
            {words.forgetKey}
          </Button>
          <Button onClick={onClose}>{words.keepIt}</Button>
        </>
      }
    >
      <p>{words.copiesOfKey(copies.length)}</p>
      <Checkbox
        label={words.alsoRemove(copies.length, formatBytes(sizeOf(copies)))}
        checked={removes}
        onChange={({ currentTarget: { checked } }) => setRemoves(checked)}
      />
      <output>{state === 'failed' && words.nothingForgotten}</output>
    </Dialog>
  );
}
