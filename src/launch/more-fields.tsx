// Parameters that no documentation names, for who knows of one: name and value, sent as they stand.
import { useEffect, useRef } from 'react';
import { Button } from '#src/ui/button.tsx';
import { Field } from '#src/ui/field.tsx';
import { FieldNotes } from '#src/ui/field-notes.tsx';
import { TextInput } from '#src/ui/text-input.tsx';
import type { FormState } from './form-state.ts';
import { kindOfValue, moreErrors, sentValue, typedMore } from './more-parameters.ts';
import type { MoreError } from './more-parameters.ts';
import type { MoreParameter } from './more-text.ts';
import * as words from './words.ts';
import styles from './more-fields.module.css';

type MoreFieldsProps = {
  form: FormState;
  /** What is wrong with one of them, once that is to be said. */
  error: string | undefined;
  onChange: (more: MoreParameter[]) => void;
};

export function MoreFields({ form, error, onChange }: MoreFieldsProps) {
  const { report, more } = form;
  const element = useRef<HTMLFieldSetElement>(null);
  const errors = error === undefined ? [] : moreErrors(report, more);
  const isRowError = errors.some((row) => row !== null);

  // After the rows are there: the focus goes into a new one, and to the button where the one that had it is gone.
  const focusNext = useRef<string>(undefined);
  useEffect(() => {
    if (focusNext.current === undefined) return;
    [...(element.current?.querySelectorAll<HTMLElement>(focusNext.current) ?? [])].at(-1)?.focus();
    focusNext.current = undefined;
  }, [more.length]);

  return (
    <fieldset
      ref={element}
      className={styles['parts']}
      aria-describedby={more.length > 0 ? 'more-hint' : undefined}
    >
      <legend className={more.length === 0 ? 'visually-hidden' : styles['legend']}>
        {words.moreParameters}
      </legend>
      {more.length > 0 && (
        <p id="more-hint" className={styles['hint']}>
          {words.moreParametersHint}
        </p>
      )}
      {more.map((row, index) => (
        <MoreRow
          // Rows have no identity but their place: a removed one hands its place to the next, with its texts.
          // oxlint-disable-next-line react/no-array-index-key -- see above
          key={index}
          row={row}
          number={index + 1}
          error={errors[index] ?? null}
          onChange={(changed) => {
            onChange(more.map((other, at) => (at === index ? changed : other)));
          }}
          onRemove={() => {
            focusNext.current = '[data-add]';
            onChange(more.filter((_, at) => at !== index));
          }}
        />
      ))}
      <div data-field={isRowError ? undefined : 'more'}>
        {!isRowError && <FieldNotes id="more-" hint={undefined} error={error} />}
        <Button
          data-add
          size="small"
          variant="quiet"
          icon="plus"
          onClick={() => {
            focusNext.current = '[data-row-name] input';
            onChange([...more, { name: '', value: '' }]);
          }}
        >
          {words.addParameter}
        </Button>
      </div>
    </fieldset>
  );
}

type MoreRowProps = {
  row: MoreParameter;
  number: number;
  error: MoreError | null;
  onChange: (row: MoreParameter) => void;
  onRemove: () => void;
};

function MoreRow({ row, number, error, onChange, onRemove }: MoreRowProps) {
  const typed = { autoComplete: 'off', autoCapitalize: 'none', spellCheck: false } as const;
  const errorAt = (at: MoreError['at']) => (error?.at === at ? error.text : undefined);
  return (
    <fieldset aria-label={words.parameter(number)} className={styles['row']}>
      <div data-field={errorAt('name') === undefined ? undefined : 'more'} data-row-name>
        <Field label={words.parameterName} error={errorAt('name')}>
          {(control) => (
            <TextInput
              {...control}
              {...typed}
              value={row.name}
              onChange={(event) => {
                onChange({ ...row, name: event.target.value });
              }}
            />
          )}
        </Field>
      </div>
      <div data-field={errorAt('value') === undefined ? undefined : 'more'}>
        <Field label={words.parameterValue} error={errorAt('value')} hint={sentAs(row)}>
          {(control) => (
            <TextInput
              {...control}
              {...typed}
              value={row.value}
              onChange={(event) => {
                onChange({ ...row, value: event.target.value });
              }}
            />
          )}
        </Field>
      </div>
      <Button iconOnly icon="trash" variant="quiet" className={styles['remove']} onClick={onRemove}>
        {words.removeParameter(number)}
      </Button>
    </fieldset>
  );
}

/** "Sent as a number: 7". */
function sentAs(row: MoreParameter): string | undefined {
  if (typedMore([row]).length === 0 || row.value.trim() === '') return undefined;
  const value = sentValue(row.value);
  return words.sentAs(kindOfValue(value), JSON.stringify(value));
}
