// The three key dialogs: the key was refused, lacks a permission, or is not the one that a record needs.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { KeyChoice, KeyDialogKind } from '#src/connection/key-dialogs.ts';
import { configQuery } from '#src/connection/queries.ts';
import { useDesk } from '#src/runs/desk-context.tsx';
import { Button } from '#src/ui/button.tsx';
import { Dialog } from '#src/ui/dialog.tsx';
import { formatList } from '#src/ui/number-format.ts';
import { AddKeyForm } from './add-key-form.tsx';
import styles from './key-dialog.module.css';

/** What was asked for; see `KeyDialogs.open`. */
export type KeyRequest = {
  readonly kind: KeyDialogKind;
  readonly keyId: string | null;
  readonly keyLabel?: string;
  readonly scopes?: readonly string[];
  readonly resends?: boolean;
};

const TITLES: Readonly<Record<KeyDialogKind, string>> = {
  enter: 'Enter key',
  rescope: 'Use a key with more scopes',
  switch: 'Switch key',
};

/** A key that works, but does not help here. */
const MISTAKES = {
  same: 'This is the key that was refused. Another one is needed.',
  other:
    'This key works and is loaded now, but it is not the one that started this run. That one is still needed.',
} as const;

function Introduction({ kind, keyLabel, scopes = [] }: KeyRequest): ReactNode {
  const name = keyLabel === undefined ? 'the key' : `“${keyLabel}”`;
  switch (kind) {
    case 'enter':
      return (
        <p>
          Nothing is sent with {name} until a working key is here. The same key resumes where it stopped.
          Another key starts new runs, but cannot open the runs of the old one.
        </p>
      );
    case 'rescope':
      return (
        <>
          <p>
            Keys cannot be changed. A system administrator makes a new one in Emailgistics Admin → API Access
            → Add Key, with the same mailboxes and these scopes: <strong>{formatList([...scopes])}</strong>.
            Its value is shown once.
          </p>
          <p>
            Runs started with {name} can be read only with {name}: it stays loaded here until you forget it.
          </p>
        </>
      );
    case 'switch':
      return <p>Results open only with the key that started them. Enter the value of {name} to go on.</p>;
  }
}

/** Other keys that the gateway already has: one of them may do. */
function LoadedKeys({ except, onChoose }: { except: string | null; onChoose: (key: KeyChoice) => void }) {
  const { client } = useDesk().environment;
  const config = useQuery(configQuery(client));
  const others = config.data?.keys.filter((key) => key.id !== except) ?? [];
  if (others.length === 0) return null;
  return (
    <div className={styles['loaded']}>
      <p>Or use a key that is already here:</p>
      {others.map(({ id, label }) => (
        <Button
          key={id}
          size="small"
          icon="key"
          onClick={() => {
            onChoose({ id, label });
          }}
        >
          {label}
        </Button>
      ))}
    </div>
  );
}

export function KeyDialog({
  request,
  onClose,
}: {
  request: KeyRequest;
  onClose: (key: KeyChoice | null) => void;
}) {
  const [mistake, setMistake] = useState<keyof typeof MISTAKES | null>(null);
  const [chosen, setChosen] = useState<KeyChoice | null>(null);
  const resends = request.resends === true;
  const leave = () => {
    onClose(null);
  };

  if (chosen !== null) {
    return (
      <Dialog
        open
        title="Send the refused launch again?"
        onClose={leave}
        actions={
          <>
            <Button
              variant="primary"
              onClick={() => {
                onClose(chosen);
              }}
            >
              Send once more · uses 1 of 3 slots
            </Button>
            <Button onClick={leave}>Not now</Button>
          </>
        }
      >
        <p>
          The launch goes out once more with exactly the same settings and the key “{chosen.label}”. The
          refused card stays where it is.
        </p>
      </Dialog>
    );
  }
  return (
    <Dialog open dirty title={TITLES[request.kind]} onClose={leave}>
      <div className={styles['body']}>
        <Introduction {...request} />
        <AddKeyForm
          submitLabel="Use this key"
          onCancel={leave}
          onAdded={(key) => {
            const isSame = key.id === request.keyId;
            if (isSame && request.kind === 'rescope') setMistake('same');
            else if (!isSame && request.kind === 'switch') setMistake('other');
            else if (resends) setChosen(key);
            else onClose(key);
          }}
        />
        {mistake !== null && <output>{MISTAKES[mistake]}</output>}
        {resends && <LoadedKeys except={request.keyId} onChoose={setChosen} />}
      </div>
    </Dialog>
  );
}
