// What the dialogs say where a key was refused, or where none is there: what waits, which key helps, and how to try the present one.
import { useState } from 'react';
import { refreshMailboxes } from '#src/connection/mailbox-lists.ts';
import { ApiError } from '#src/client/api-error.ts';
import type { DeskKey } from '#src/contract/desk.ts';
import { useDesk } from '#src/runs/desk-context.tsx';
import { Button } from '#src/ui/button.tsx';
import styles from './key-dialog.module.css';

const FROM: Readonly<Record<DeskKey['source'], string | null>> = {
  environment:
    'It comes from the gateway’s environment: whoever runs this desk can put a new value there and start it again. A key that is entered here works at once.',
  sandbox: 'It is one of the sandbox’s own keys; README tells their values.',
  entered: null,
  unrecognised: null,
};

export function EnterIntroduction({ name, source }: { name: string; source: DeskKey['source'] | null }) {
  const from = source === null ? null : FROM[source];
  return (
    <>
      <p>
        Nothing is sent with {name} until a working key is here. The same key resumes where it stopped.
        Another key starts new runs, but cannot open the runs of the old one.
      </p>
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
      <p>Or ask once more with the key that is here:</p>
      <Button size="small" icon="refresh" busy={state === 'busy'} onClick={() => void check()}>
        Check key again
      </Button>
      <output>
        {state === 'refused' && 'It is still not accepted.'}
        {state === 'unanswered' && 'It could not be checked now. Try again in a moment.'}
      </output>
    </div>
  );
}

function isRefusal(error: unknown): boolean {
  return error instanceof ApiError && error.status === 401;
}
