// Label and value of a key, given to the gateway. The value lives in an uncontrolled field that is emptied once it was sent, so it
// never stands in the DOM's attributes, in React's state or anywhere else in the browser.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { ReactNode, SubmitEvent } from 'react';
import { ApiError } from '#src/client/api-error.ts';
import { addKey, connectionKeys } from '#src/connection/queries.ts';
import { useDesk } from '#src/runs/desk-context.tsx';
import type { KeyChoice } from '#src/connection/key-dialogs.ts';
import { Button } from '#src/ui/button.tsx';
import { Field } from '#src/ui/field.tsx';
import { TextInput } from '#src/ui/text-input.tsx';
import * as words from './key-words.tsx';
import styles from './add-key-form.module.css';

type AddKeyFormProps = {
  submitLabel: string;
  onAdded: (key: KeyChoice) => void;
  onCancel?: () => void;
  /** Further choices, above the buttons. */
  children?: ReactNode;
};

/** What the gateway's refusal of a key means, by its code. */
function refusalOf(error: ApiError): string {
  switch (error.code ?? '') {
    case 'desk-key-refused':
      return words.notAccepted;
    case 'desk-budget':
      return words.tooManyRequests;
    case 'upstream-unreachable':
    case 'upstream-timeout':
      return words.serviceNotReached;
    default:
      if (error.kind === 'network' || error.kind === 'timeout') {
        return words.deskNotReached;
      }
      return error.reply?.problem?.message ?? words.notChecked(error.status);
  }
}

export function AddKeyForm({ submitLabel, onAdded, onCancel, children }: AddKeyFormProps) {
  const { client, status } = useDesk().environment;
  const queryClient = useQueryClient();
  const valueField = useRef<HTMLInputElement>(null);
  const [label, setLabel] = useState('');
  const [missing, setMissing] = useState<{ label?: string; value?: string }>({});

  // The value does not pass through the mutation's variables: React Query would keep them.
  const add = useMutation({
    mutationFn: (given: string) => addKey(client, { label: given, key: takeValue() }),
    onSuccess: async (added) => {
      status.resumeKey(added.id);
      queryClient.setQueryData(connectionKeys.mailboxes(added.id), added.mailboxes);
      await queryClient.invalidateQueries({ queryKey: connectionKeys.config });
      onAdded({ id: added.id, label: added.label });
    },
  });

  /** Reads the entered value and empties its field. */
  function takeValue(): string {
    const value = valueField.current?.value.trim() ?? '';
    if (valueField.current !== null) valueField.current.value = '';
    return value;
  }

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const value = valueField.current?.value.trim() ?? '';
    const found = {
      ...(label.trim() === '' && { label: words.giveName }),
      ...(value === '' && { value: words.pasteValue }),
    };
    setMissing(found);
    if (!add.isPending && Object.keys(found).length === 0) add.mutate(label.trim());
  }

  const refusal = add.error instanceof ApiError ? refusalOf(add.error) : undefined;
  return (
    <form className={styles['form']} noValidate onSubmit={submit}>
      <Field label={words.label} error={missing.label} hint={words.labelHint}>
        {(control) => (
          <TextInput
            {...control}
            value={label}
            autoComplete="off"
            onChange={(event) => {
              setLabel(event.target.value);
            }}
          />
        )}
      </Field>
      <Field label={words.keyValue} error={missing.value ?? refusal} hint={words.keyValueHint}>
        {(control) => (
          <TextInput {...control} ref={valueField} type="password" autoComplete="off" spellCheck={false} />
        )}
      </Field>
      {children}
      <div className={styles['actions']}>
        <Button type="submit" variant="primary" busy={add.isPending}>
          {submitLabel}
        </Button>
        {onCancel !== undefined && <Button onClick={onCancel}>{words.notNow}</Button>}
      </div>
    </form>
  );
}
