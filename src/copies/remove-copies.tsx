// Asks before copies are removed: what is gone cannot be had again once its result has expired.
import { useState } from 'react';
import { runTitle } from '#src/records/words.ts';
import { Button } from '#src/ui/button.tsx';
import { Dialog } from '#src/ui/dialog.tsx';
import { formatBytes, plural } from '#src/ui/number-format.ts';
import { useCopies } from './copies-context.tsx';
import { sizeOf } from './copy-list.ts';
import type { SavedCopy } from './saved-copy.ts';

type RemoveCopiesProps = {
  readonly copies: readonly SavedCopy[];
  /** `removed`: they are gone. */
  readonly onClose: (removed: boolean) => void;
};

export function RemoveCopies({ copies, onClose }: RemoveCopiesProps) {
  const { remove } = useCopies();
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle');
  const [first] = copies;
  const one = copies.length === 1 && first !== undefined ? first : null;

  async function removeAll() {
    setState('busy');
    const removed = await remove(copies.map(({ id }) => id));
    if (removed) onClose(true);
    else setState('failed');
  }

  return (
    <Dialog
      open
      title={one === null ? `Remove ${plural(copies.length, 'copy', 'copies')}?` : 'Remove this copy?'}
      busy={state === 'busy'}
      onClose={() => onClose(false)}
      actions={
        <>
          <Button variant="danger" icon="trash" busy={state === 'busy'} onClick={() => void removeAll()}>
            {one === null ? `Remove ${plural(copies.length, 'copy', 'copies')}` : 'Remove copy'}
          </Button>
          <Button onClick={() => onClose(false)}>{one === null ? 'Keep them' : 'Keep it'}</Button>
        </>
      }
    >
      {one !== null && (
        <p>
          <strong>{runTitle(one)}</strong>
        </p>
      )}
      <p>
        {formatBytes(sizeOf(copies))} of this browser’s space {copies.length === 1 ? 'is' : 'are'} freed.
        Results that have expired cannot be read again; their reports can be run again.
      </p>
      <output>
        {state === 'failed' && 'The browser did not let them be removed. Try again in a moment.'}
      </output>
    </Dialog>
  );
}
