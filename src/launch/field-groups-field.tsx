// The sets of row fields that a report is asked for: known ones as boxes, and any other by its name, since the set is open (contract.md
// section 7).
import { useState } from 'react';
import { reportOf } from '#src/contract/reports.ts';
import { MultiChoiceGroup } from '#src/ui/choice-group.tsx';
import { Details } from '#src/ui/details.tsx';
import { Field } from '#src/ui/field.tsx';
import { TextInput } from '#src/ui/text-input.tsx';
import { groupNames } from './form-state.ts';
import type { FormState } from './form-state.ts';
import * as words from './words.ts';
import styles from './launch-form.module.css';

type FieldGroupsFieldProps = {
  form: FormState;
  error: string | undefined;
  onChange: (fieldGroups: string[]) => void;
};

export function FieldGroupsField({ form, error, onChange }: FieldGroupsFieldProps) {
  const { fieldGroups, family } = reportOf(form.report);
  const known = fieldGroups.map(({ name, title }) => ({ value: name, label: title }));
  const isKnown = (name: string) => known.some(({ value }) => value === name);
  const typed = form.fieldGroups.filter((name) => !isKnown(name));
  const assumed = fieldGroups.filter(({ documented }) => !documented).map(({ title }) => title);
  const [text, setText] = useState('');
  // What stands there as long as it says the same as the form: a link or a preset may bring another one.
  const saysTheSame =
    groupNames(text)
      .filter((name) => !isKnown(name))
      .join() === typed.join();
  const shown = saysTheSame ? text : typed.join(', ');

  function type(next: string) {
    const before = new Set(groupNames(shown));
    const ticked = form.fieldGroups.filter((name) => isKnown(name) && !before.has(name));
    setText(next);
    onChange([...new Set([...ticked, ...groupNames(next)])]);
  }

  const messages = family === 'messages';
  // It stays open once it was of use.
  const [used, setUsed] = useState(typed.length > 0);
  if (typed.length > 0 && !used) setUsed(true);

  const other = (
    <Field
      label={words.otherGroups}
      optional
      hint={messages ? words.otherMessageGroupsHint : words.otherGroupsHint}
    >
      {(control) => (
        <TextInput
          {...control}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          value={shown}
          onChange={(event) => {
            type(event.target.value);
          }}
        />
      )}
    </Field>
  );
  return (
    <div data-field="fieldGroups" className={styles['stack']}>
      <MultiChoiceGroup
        legend={words.fieldGroups}
        hint={assumed.length === 0 ? undefined : assumed.map(words.groupNotDocumented).join(' ')}
        choices={known}
        values={form.fieldGroups}
        error={error}
        onChange={(ticked) => {
          onChange([...ticked, ...typed]);
        }}
      />
      {messages ? (
        other
      ) : (
        <Details summary={words.otherFieldGroups} open={used}>
          {other}
        </Details>
      )}
    </div>
  );
}
