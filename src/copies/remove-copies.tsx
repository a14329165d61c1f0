// Asks before copies are removed: what is gone cannot be had again once its result has expired.
import { useState } from 'react';
import { runTitle } from '#src/records/describe-request.ts';
import { Button } from '#src/ui/button.tsx';
import { Dialog } from '#src/ui/dialog.tsx';
import { formatBytes } from '#src/ui/number-format.ts';
import { useCopies } from './copies-context.tsx';
import { sizeOf } from './copy-list.ts';
import type { SavedCopy } from './saved-copy.ts';
import * as words from './words.ts';

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
      title={one === null ? words.removeManyTitle(copies.length) : words.removeThisTitle}
      busy={state === 'busy'}
      onClose={() => onClose(false)}
      actions={
        <>
          <Button variant="danger" icon="trash" busy={state === 'busy'} onClick={() => void removeAll()}>
            {one === null ? words.removeMany(copies.length) : words.removeOne}
          </Button>
          <Button onClick={() => onClose(false)}>{one === null ? words.keepThem : words.keepIt}</Button>
        </>
      }
    >
      {one !== null && (
        <p>
          <strong>{runTitle(one)}</strong>
        </p>
      )}
      <p>{words.spaceFreed(formatBytes(sizeOf(copies)), copies.length)}</p>
      <output>{state === 'failed' && words.notRemoved}</output>
    </Dialog>
  );
}
