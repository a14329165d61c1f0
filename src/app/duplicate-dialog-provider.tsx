// Asks before a second run of what the desk has already, and loads the dialog's code only then.
import { useCallback, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { LazyPart } from '#src/failures/lazy-part.tsx';
import { DuplicateDialogContext } from '#src/results/duplicate-dialog.ts';
import type { Duplicate } from '#src/records/duplicates.ts';
import { frameLate } from './late-parts.ts';

const DuplicateDialog = frameLate.part(({ DuplicateDialog }) => DuplicateDialog);

export function DuplicateDialogProvider({ children }: { children: ReactNode }) {
  const [duplicate, setDuplicate] = useState<Duplicate | null>(null);
  const settle = useRef<((again: boolean) => void) | null>(null);

  const ask = useCallback((found: Duplicate) => {
    // A second question replaces the first, which ends as if it had been left.
    settle.current?.(false);
    setDuplicate(found);
    return new Promise<boolean>((resolve) => {
      settle.current = resolve;
    });
  }, []);

  function close(again: boolean) {
    settle.current?.(again);
    settle.current = null;
    setDuplicate(null);
  }

  return (
    <DuplicateDialogContext value={ask}>
      {children}
      {duplicate !== null && (
        <LazyPart>
          <DuplicateDialog duplicate={duplicate} onClose={close} />
        </LazyPart>
      )}
    </DuplicateDialogContext>
  );
}
