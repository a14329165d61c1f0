// Any of many answers, with a search that narrows what is in view. What is chosen stays in view whatever is searched for.
import { useState } from 'react';
import type { ReactNode } from 'react';
import { MultiChoiceGroup } from '#src/ui/choice-group.tsx';
import type { Choice } from '#src/ui/choice-group.tsx';
import { classNames } from '#src/ui/class-names.ts';
import { Field } from '#src/ui/field.tsx';
import { TextInput } from '#src/ui/text-input.tsx';
import { matcherOf } from './find-by-name.ts';
import * as words from './words.ts';
import styles from './searchable-choices.module.css';

export type SearchableChoice = Choice<string> & {
  /** What the search looks through. */
  readonly searched: string;
};

type SearchableChoicesProps = {
  legend: string;
  searchLabel: string;
  choices: readonly SearchableChoice[];
  values: readonly string[];
  hint?: ReactNode;
  error: string | undefined;
  onChange: (values: string[]) => void;
};

/** Fewer are seen at a glance. */
export const SEARCH_FROM = 12;

export function SearchableChoices({
  legend,
  searchLabel,
  choices,
  values,
  hint,
  error,
  onChange,
}: SearchableChoicesProps) {
  const [text, setText] = useState('');
  const searchable = choices.length > SEARCH_FROM;
  const matches = matcherOf(searchable ? text : '');
  const shown = choices.filter(({ value, searched }) => values.includes(value) || matches(searched));
  const found = choices.filter(({ searched }) => matches(searched)).length;
  return (
    <div className={styles['parts']}>
      {searchable && (
        <Field
          label={searchLabel}
          hint={<output>{text.trim() === '' ? '' : words.matching(found, choices.length)}</output>}
        >
          {(control) => <SearchInput {...control} value={text} onChange={setText} />}
        </Field>
      )}
      <MultiChoiceGroup
        legend={legend}
        className={classNames(searchable && styles['long'])}
        hint={hint}
        choices={shown}
        values={values}
        error={error}
        onChange={(chosen) => {
          onChange(choices.map(({ value }) => value).filter((value) => chosen.includes(value)));
        }}
      />
    </div>
  );
}

type SearchInputProps = {
  id: string;
  value: string;
  onChange: (text: string) => void;
  /** Enter was pressed. It never launches from here. */
  onEnter?: () => void;
};

export function SearchInput({ value, onChange, onEnter, ...control }: SearchInputProps) {
  return (
    <TextInput
      {...control}
      type="search"
      autoComplete="off"
      spellCheck={false}
      value={value}
      onChange={(event) => {
        onChange(event.target.value);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return;
        event.preventDefault();
        onEnter?.();
      }}
    />
  );
}
