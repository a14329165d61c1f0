// The loaded keys by label. Which one it is matters: only the key that started a run can read it.
import { useKeyDialogs } from '#src/connection/key-dialogs.ts';
import { useDeskStatus } from '#src/runs/desk-context.tsx';
import { Button } from '#src/ui/button.tsx';
import { Field } from '#src/ui/field.tsx';
import { Select } from '#src/ui/select.tsx';
import { KEY_NOT_LOADED } from './build-request.ts';
import type { LaunchFacts } from './build-request.ts';
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

  async function enterKey() {
    const key = await dialogs.open('enter', keyId);
    if (key !== null) onChange(key.id);
  }

  return (
    <>
      <Field
        label="Key"
        hint={
          paused
            ? 'This key was refused. A launch waits in the queue until the key is accepted again.'
            : undefined
        }
        error={error ?? (chosen === undefined ? KEY_NOT_LOADED : undefined)}
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
                Choose a key
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
      {chosen === undefined && (
        <Button size="small" icon="key" className={styles['under']} onClick={() => void enterKey()}>
          Enter key
        </Button>
      )}
    </>
  );
}
