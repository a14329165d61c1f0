// The three key dialogs: the key was refused, lacks a permission, or is not the one that a record needs.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { KeyChoice, KeyDialogKind, KeyDialogOptions } from '#src/connection/key-dialogs.ts';
import { useKeyNotes } from '#src/connection/key-notes.ts';
import { configQuery } from '#src/connection/queries.ts';
import { isUnused, keyUse } from '#src/failures/key-use.ts';
import { useDesk, useDeskStatus, useRecords } from '#src/runs/desk-context.tsx';
import { useAnnounce } from '#src/ui/announcer.tsx';
import { Button } from '#src/ui/button.tsx';
import { Dialog } from '#src/ui/dialog.tsx';
import { AddKeyForm } from './add-key-form.tsx';
import { KeyConfirm } from './key-confirm.tsx';
import { CheckKeyAgain, EnterIntroduction } from './key-enter.tsx';
import { ForgetRefusedKey, KeepOldKey } from './key-old.tsx';
import { RescopeSteps } from './key-rescope.tsx';
import { useForgetKey } from './use-forget-key.ts';
import * as words from './key-dialog-words.tsx';
import * as keyWords from './key-words.tsx';
import styles from './key-dialog.module.css';

/** What was asked for; see `KeyDialogs.open`. */
export type KeyRequest = KeyDialogOptions & {
  readonly kind: KeyDialogKind;
  readonly keyId: string | null;
};

/** A key that works, but does not help here. */
type Mistake = keyof typeof words.mistakes;

/** Other keys that the gateway already has: one of them may do. */
function LoadedKeys({ except, onChoose }: { except: string | null; onChoose: (key: KeyChoice) => void }) {
  const { client } = useDesk().environment;
  const { data: config } = useQuery(configQuery(client));
  const { pausedKeys } = useDeskStatus();
  const others = config?.keys.filter(({ id }) => id !== except && !pausedKeys.has(id)) ?? [];
  if (others.length === 0) return null;
  return (
    <div className={styles['loaded']}>
      <p>{words.orLoadedKey}</p>
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

/** The key in question as far as it is loaded here, and what needs it. */
function useOldKey({ keyId, keyLabel }: KeyRequest) {
  const { client, clock } = useDesk().environment;
  const { data: config } = useQuery(configQuery(client));
  const records = useRecords();
  const loaded = config?.keys.find(({ id }) => id === keyId) ?? null;
  const label = keyLabel ?? loaded?.label;
  return {
    loaded,
    name: label === undefined ? words.theKey : words.keyCalled(label),
    use: keyUse(keyId ?? '', records, clock.now()),
  };
}

export function KeyDialog({
  request,
  onClose,
}: {
  request: KeyRequest;
  onClose: (key: KeyChoice | null) => void;
}) {
  const { kind, keyId, resends = false } = request;
  const old = useOldKey(request);
  const isRefused = useDeskStatus().pausedKeys.has(keyId ?? '');
  const { prefer } = useKeyNotes();
  const forget = useForgetKey();
  const announce = useAnnounce();
  const [mistake, setMistake] = useState<Mistake | null>(null);
  const [chosen, setChosen] = useState<KeyChoice | null>(null);
  const [choice, setChoice] = useState<boolean | null>(null);
  // A key of the gateway's own set-up is not this operator's to drop without a word.
  const isOwn = old.loaded?.source === 'entered';
  const keepByDefault = kind === 'enter' ? !isOwn : request.keepOld === true || !isOwn || !isUnused(old.use);
  const keep = choice ?? keepByDefault;
  const leave = () => {
    onClose(null);
  };

  async function replaceOld(key: KeyChoice) {
    if (old.loaded === null) return;
    prefer(key.id);
    if (keep) return;
    await forget(old.loaded.id).catch(() => {
      announce(words.notForgotten(old.loaded?.label ?? ''));
    });
  }

  function take(key: KeyChoice) {
    const isSame = key.id === keyId;
    if (isSame && kind === 'rescope') return setMistake('same');
    if (!isSame && kind === 'switch') return setMistake('other');
    if (!isSame) void replaceOld(key);
    if (resends) setChosen(key);
    else onClose(key);
  }

  if (chosen !== null) {
    return (
      <KeyConfirm
        chosen={chosen}
        onLeave={leave}
        onConfirm={() => {
          onClose(chosen);
        }}
      />
    );
  }
  const aboutOld = { name: old.name, use: old.use, keep, onChange: setChoice };
  return (
    <Dialog open dirty size="medium" title={words.titles[kind]} onClose={leave}>
      <div className={styles['body']}>
        {kind === 'enter' && <EnterIntroduction name={old.name} source={old.loaded?.source ?? null} />}
        {kind === 'rescope' && <RescopeSteps request={request} name={old.name} />}
        {kind === 'switch' && <p>{words.onlyWithStarter(old.name)}</p>}
        <AddKeyForm submitLabel={keyWords.useThisKey} onCancel={leave} onAdded={take}>
          {kind === 'rescope' && old.loaded !== null && <KeepOldKey {...aboutOld} />}
          {kind === 'enter' && old.loaded !== null && isRefused && <ForgetRefusedKey {...aboutOld} />}
        </AddKeyForm>
        {mistake !== null && <output>{words.mistakes[mistake]}</output>}
        {resends && <LoadedKeys except={keyId} onChoose={take} />}
        {kind === 'enter' && old.loaded !== null && isRefused && (
          <CheckKeyAgain
            keyId={old.loaded.id}
            onWorks={() => {
              if (old.loaded !== null) take({ id: old.loaded.id, label: old.loaded.label });
            }}
          />
        )}
      </div>
    </Dialog>
  );
}
