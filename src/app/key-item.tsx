// One loaded key on the Connection page: what it is, what it was seen to do, what needs it, and how to forget it.
import { useMutation, useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useKeyDialogs } from '#src/connection/key-dialogs.ts';
import { useKeyNotes } from '#src/connection/key-notes.ts';
import { mailboxesQuery } from '#src/connection/queries.ts';
import type { DeskKey } from '#src/contract/desk.ts';
import { useCopyList } from '#src/copies/copies-context.tsx';
import { ForgetKeyDialog } from '#src/copies/forget-key-dialog.tsx';
import { scopesSeen } from '#src/failures/key-scopes.ts';
import { isUnused, keyUse, keyUseWords } from '#src/failures/key-use.ts';
import { useDesk, useDeskStatus, useRecords } from '#src/runs/desk-context.tsx';
import { Button } from '#src/ui/button.tsx';
import { DefinitionList } from '#src/ui/definition-list.tsx';
import { Heading } from '#src/ui/heading.tsx';
import { Icon } from '#src/ui/icon.tsx';
import { useNow } from '#src/ui/now.tsx';
import { formatList } from '#src/ui/number-format.ts';
import { StatusMark } from '#src/ui/status.tsx';
import { KeyExpiryField } from './key-expiry-field.tsx';
import { KeyMailboxes } from './key-mailboxes.tsx';
import { useForgetKey } from './use-forget-key.ts';
import styles from './key-item.module.css';

const SOURCES: Readonly<Record<DeskKey['source'], string>> = {
  sandbox: 'made by the sandbox',
  environment: 'from the gateway’s environment',
  entered: 'entered here, kept until the gateway stops',
  unrecognised: 'loaded',
};

/** As much of an id as tells keys of one desk apart. */
const SHORT_ID = 8;
/** How often the clock alone may change what needs the key, in ms. */
const REVIEW_MS = 60_000;

/** A key that was just forgotten, and what it left behind, in words. */
export type ForgottenKey = { readonly id: string; readonly label: string; readonly orphaned: string };

type KeyItemProps = {
  deskKey: DeskKey;
  /** Whether new launches start with this key. */
  isFirst: boolean;
  /** The only key there is needs no choice. */
  isOnly: boolean;
  readsMailboxes: boolean;
  onForgotten: (key: ForgottenKey) => void;
};

export function KeyItem({ deskKey, isFirst, isOnly, readsMailboxes, onForgotten }: KeyItemProps) {
  const { id, label, source } = deskKey;
  const records = useRecords();
  const now = useNow(REVIEW_MS);
  const dialogs = useKeyDialogs();
  const { prefer } = useKeyNotes();
  const isPaused = useDeskStatus().pausedKeys.has(id);
  const { client } = useDesk().environment;
  // Read by the part below; here only what it says of the key.
  const list = useQuery({ ...mailboxesQuery(client, id), enabled: false });
  const lossId = useId();
  const use = keyUse(id, records, now);
  const forgetKey = useForgetKey();
  // One from a file only says which key it was made with.
  const copies = useCopyList().copies.filter(({ keyId, source: by }) => keyId === id && by !== 'file');
  const [asks, setAsks] = useState(false);
  const forget = useMutation({
    mutationFn: () => forgetKey(id),
    onSuccess: () => {
      onForgotten({ id, label, orphaned: keyUseWords(use) });
    },
  });
  return (
    <li className={styles['key']}>
      <div className={styles['head']}>
        <Icon name="key" />
        <Heading level={3} className={styles['label']}>
          {label}
        </Heading>
        {isPaused && (
          <StatusMark tone="danger" icon="alert">
            Not accepted
          </StatusMark>
        )}
        <Button
          size="small"
          busy={forget.isPending}
          aria-label={`Forget key ${label}`}
          aria-describedby={isUnused(use) ? undefined : lossId}
          onClick={() => {
            if (copies.length > 0) setAsks(true);
            else forget.mutate();
          }}
        >
          Forget key
        </Button>
        {asks && (
          <ForgetKeyDialog
            label={label}
            copies={copies}
            onForget={() => {
              forget.mutate();
            }}
            onClose={() => setAsks(false)}
          />
        )}
      </div>
      <p className={styles['note']}>
        {SOURCES[source]} · id <code>{id.slice(0, SHORT_ID)}</code>
        {!isOnly && isFirst && ' · used for new launches'}
      </p>
      {!isUnused(use) && (
        <p id={lossId}>
          {keyUseWords(use)} {use.alive + use.readable + use.queued === 1 ? 'needs' : 'need'} this key, and
          only this one will do. Forgotten, it can be entered again: the same value is known by the same id.
        </p>
      )}
      {forget.isError && (
        <output>This key could not be forgotten. Check that this desk is running, then try again.</output>
      )}
      <DefinitionList
        items={[
          { term: 'Scopes', value: <Scopes keyId={id} listed={list.data !== undefined} /> },
          { term: 'Mailboxes', value: <KeyMailboxes deskKey={deskKey} eager={readsMailboxes} /> },
        ]}
      />
      <KeyExpiryField keyId={id} />
      <div className={styles['actions']}>
        {/* Where the list was refused, what is said of it leads to the same dialog. */}
        {isPaused && !list.isError && (
          <Button
            size="small"
            variant="primary"
            icon="key"
            aria-label={`Enter key ${label}`}
            onClick={() => void dialogs.open('enter', id, { keyLabel: label })}
          >
            Enter key
          </Button>
        )}
        {!isOnly && !isFirst && !isPaused && (
          <Button
            size="small"
            variant="quiet"
            aria-label={`Use for new launches: ${label}`}
            onClick={() => {
              prefer(id);
            }}
          >
            Use for new launches
          </Button>
        )}
      </div>
    </li>
  );
}

/** The API does not tell the scopes of a key: only what was seen is said. */
function Scopes({ keyId, listed }: { keyId: string; listed: boolean }) {
  const records = useRecords();
  const { works, missing } = scopesSeen(keyId, records, listed);
  if (works.length + missing.length === 0) return <>Nothing seen yet: the API does not tell them.</>;
  return (
    <>
      {works.length > 0 && (
        <>
          Seen to work: <strong>{formatList(works)}</strong>.
        </>
      )}{' '}
      {missing.length > 0 && (
        <>
          Not seen to work: <strong>{formatList(missing)}</strong>.
        </>
      )}
    </>
  );
}
