// What the dialogs say where a key was refused, or where none is there: what waits, which key helps, and how to try the present one.
import { useState } from 'react';
import { refreshMailboxes } from '#src/connection/mailbox-lists.ts';
import { ApiError } from '#src/client/api-error.ts';
import type { DeskKey } from '#src/contract/desk.ts';
import { useDesk } from '#src/runs/desk-context.tsx';
import { Button } from '#src/ui/button.tsx';
import * as words from './key-dialog-words.tsx';
import styles from './key-dialog.module.css';

export function EnterIntroduction({ name, source }: { name: string; source: DeskKey['source'] | null }) {
  const from = source === null ? null : words.from[source];
  return (
    <>
      <p>{words.nothingSent(name)}</p>
      {from !== null && <p>{from}</p>}
    </>
  );
}

/** A key that was refused may be accepted again: one mailbox list tells. */
export function CheckKeyAgain({ keyId, onWorks }: { keyId: string; onWorks: () => void }) {
  const { environment } = useDesk();
  const [state, setState] = useState<'idle' | 'busy' | 'refused' | 'unanswered'>('idle');

  async function check() {
    setState('busy');
    const reading = await refreshMailboxes(environment, keyId);
    if (reading.kind === 'read') onWorks();
    else setState(isRefusal(reading.error) ? 'refused' : 'unanswered');
  }

  return (
    <div className={styles['loaded']}>
      <p>{words.orAskOnceMore}</p>
      <Button size="small" icon="refresh" busy={state === 'busy'} onClick={() => void check()}>
        {words.checkAgain}
      </Button>
      <output>
        {state === 'refused' && words.stillRefused}
        {state === 'unanswered' && words.notChecked}
      </output>
    </div>
  );
}

function isRefusal(error: unknown): boolean {
  return error instanceof ApiError && error.status === 401;
}
