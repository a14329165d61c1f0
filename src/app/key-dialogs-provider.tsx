// Answers the pages' wish for a key: shows the dialog, one at a time, and loads its code only then.
import { useMemo, useRef, useState } from 'react';
import { LazyPart } from '#src/failures/lazy-part.tsx';
import type { ReactNode } from 'react';
import { KeyDialogsContext } from '#src/connection/key-dialogs.ts';
import type { KeyChoice, KeyDialogs } from '#src/connection/key-dialogs.ts';
import type { KeyRequest } from './key-dialog.tsx';
import { settingsLate } from './late-parts.ts';

const KeyDialog = settingsLate.part(({ KeyDialog }) => KeyDialog);

export function KeyDialogsProvider({ children }: { children: ReactNode }) {
  const [request, setRequest] = useState<KeyRequest | null>(null);
  const settle = useRef<((key: KeyChoice | null) => void) | null>(null);

  const dialogs = useMemo<KeyDialogs>(
    () => ({
      open(kind, keyId, options = {}) {
        // A second wish replaces the first, which ends as if it had been left.
        settle.current?.(null);
        setRequest({ kind, keyId, ...options });
        return new Promise((resolve) => {
          settle.current = resolve;
        });
      },
    }),
    [],
  );

  function close(key: KeyChoice | null) {
    settle.current?.(key);
    settle.current = null;
    setRequest(null);
  }

  return (
    <KeyDialogsContext value={dialogs}>
      {children}
      {request !== null && (
        <LazyPart>
          <KeyDialog request={request} onClose={close} />
        </LazyPart>
      )}
    </KeyDialogsContext>
  );
}
