// When a key expires, as the operator notes it: the API does not tell.
import { expiryWords } from '#src/connection/key-expiry.ts';
import { useKeyNotes } from '#src/connection/key-notes.ts';
import { Field } from '#src/ui/field.tsx';
import { useClockValue } from '#src/ui/now.tsx';
import { StatusMark } from '#src/ui/status.tsx';
import { TextInput } from '#src/ui/text-input.tsx';
import * as words from './key-words.tsx';
import styles from './key-item.module.css';

export function KeyExpiryField({ keyId }: { keyId: string }) {
  const { expiresOn, setExpiry } = useKeyNotes();
  const date = expiresOn[keyId];
  const text = useClockValue((now) => expiryWords(date, now)?.text ?? null);
  const isUrgent = useClockValue((now) => expiryWords(date, now)?.urgent === true);
  return (
    <div className={styles['expiry']}>
      <Field label={words.expiresOn} optional hint={words.expiresOnHint}>
        {(control) => (
          <TextInput
            {...control}
            type="date"
            // While a date is being typed the field has none for a moment: it keeps its own value.
            defaultValue={date ?? ''}
            onChange={({ currentTarget }) => {
              if (currentTarget.validity.badInput) return;
              setExpiry(keyId, currentTarget.value === '' ? null : currentTarget.value);
            }}
          />
        )}
      </Field>
      <output>
        {text !== null &&
          (isUrgent ? (
            <StatusMark tone="waiting" icon="alert">
              {text}
            </StatusMark>
          ) : (
            text
          ))}
      </output>
    </div>
  );
}
