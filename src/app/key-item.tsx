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
import * as words from './key-words.tsx';
import styles from './key-item.module.css';

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
            {words.refused}
          </StatusMark>
        )}
        <Button
          size="small"
          busy={forget.isPending}
          aria-label={words.forgetThisKey(label)}
          aria-describedby={isUnused(use) ? undefined : lossId}
          onClick={() => {
            if (copies.length > 0) setAsks(true);
            else forget.mutate();
          }}
        >
          {words.forgetKey}
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
        {words.sources[source]} · {words.shortId(<code>{id.slice(0, SHORT_ID)}</code>)}
        {!isOnly && isFirst && ` · ${words.usedForLaunches}`}
      </p>
      {!isUnused(use) && (
        <p id={lossId}>{words.neededBy(keyUseWords(use), use.alive + use.readable + use.queued)}</p>
      )}
      {forget.isError && <output>{words.notForgotten}</output>}
      <DefinitionList
        items={[
          { term: words.scopes, value: <Scopes keyId={id} listed={list.data !== undefined} /> },
          { term: words.mailboxes, value: <KeyMailboxes deskKey={deskKey} eager={readsMailboxes} /> },
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
            aria-label={words.enterThisKey(label)}
            onClick={() => void dialogs.open('enter', id, { keyLabel: label })}
          >
            {words.enterKey}
          </Button>
        )}
        {!isOnly && !isFirst && !isPaused && (
          <Button
            size="small"
            variant="quiet"
            aria-label={words.useKeyForLaunches(label)}
            onClick={() => {
              prefer(id);
            }}
          >
            {words.useForLaunches}
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
  if (works.length + missing.length === 0) return <>{words.noScopeSeen}</>;
  return (
    <>
      {works.length > 0 && words.seenToWork(formatList(works))}{' '}
      {missing.length > 0 && words.notSeenToWork(formatList(missing))}
    </>
  );
}
