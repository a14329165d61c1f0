// The loaded keys by label. Which one it is matters: only the key that started a run can read it.
import { useQueryClient } from '@tanstack/react-query';
import { useKeyDialogs } from '#src/connection/key-dialogs.ts';
import { expiryWords } from '#src/connection/key-expiry.ts';
import { useKeyNotes } from '#src/connection/key-notes.ts';
import { connectionKeys } from '#src/connection/queries.ts';
import { useDeskStatus } from '#src/runs/desk-context.tsx';
import { Button } from '#src/ui/button.tsx';
import { Field } from '#src/ui/field.tsx';
import { useClockValue } from '#src/ui/now.tsx';
import { Select } from '#src/ui/select.tsx';
import type { LaunchFacts } from './build-request.ts';
import * as words from './words.ts';
import styles from './launch-form.module.css';

type KeyFieldProps = {
  keys: LaunchFacts['keys'];
  /** The key that the form stands for; undefined where that one is not loaded. */
  chosen: LaunchFacts['keys'][number] | undefined;
  /** Id that the form names. */
  keyId: string;
  error: string | undefined;
  onChange: (keyId: string) => void;
};

export function KeyField({ keys, chosen, keyId, error, onChange }: KeyFieldProps) {
  const { pausedKeys } = useDeskStatus();
  const dialogs = useKeyDialogs();
  const paused = chosen !== undefined && pausedKeys.has(chosen.id);
  const list = useQueryClient().getQueryState(connectionKeys.mailboxes(chosen?.id ?? ''));
  // Where the list was refused too, what is said of it beside the mailboxes leads to the same dialog.
  const asksForKey = chosen === undefined || (paused && list?.status !== 'error');
  const { expiresOn } = useKeyNotes();
  const expiry = useClockValue((now) => {
    const said = expiryWords(expiresOn[chosen?.id ?? ''], now);
    return said?.urgent === true ? said.text : null;
  });

  async function enterKey() {
    const key = await dialogs.open('enter', chosen?.id ?? keyId);
    if (key !== null) onChange(key.id);
  }

  return (
    <>
      <Field
        label={words.key}
        hint={paused ? words.keyRefused : (expiry ?? undefined)}
        error={error ?? (chosen === undefined ? words.keyNotLoaded : undefined)}
      >
        {(control) => (
          <Select
            {...control}
            value={chosen?.id ?? ''}
            onChange={({ target }) => {
              onChange(target.value);
            }}
          >
            {chosen === undefined && (
              <option value="" disabled>
                {words.chooseKey}
              </option>
            )}
            {keys.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {asksForKey && (
        <Button size="small" icon="key" className={styles['under']} onClick={() => void enterKey()}>
          {words.enterKey}
        </Button>
      )}
    </>
  );
}
