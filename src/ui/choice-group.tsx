// A question with a few answers in view: one of them (radios) or any of them (tick boxes), drawn as joined or loose pills.
import { useId } from 'react';
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import * as words from './control-words.ts';
import { FieldNotes } from './field-notes.tsx';
import { Icon } from './icon.tsx';
import field from './field.module.css';
import styles from './choice-group.module.css';

export type Choice<Value extends string> = {
  value: Value;
  label: string;
  /** Why this answer cannot be chosen now. Listed below the group. */
  disabledReason?: string | undefined;
};

type GroupProps<Value extends string> = {
  legend: string;
  choices: readonly Choice<Value>[];
  hint?: ReactNode;
  error?: string | undefined;
  /** `segments` joins the answers in one bar, `pills` lets them wrap. */
  look?: 'segments' | 'pills' | undefined;
  /** Where the legend stands; `hidden` keeps it for screen readers only. */
  legendAt?: 'above' | 'beside' | 'hidden' | undefined;
  className?: string | undefined;
};

type ChoiceGroupProps<Value extends string> = GroupProps<Value> & {
  value: Value | null;
  onChange: (value: Value) => void;
};

type MultiChoiceGroupProps<Value extends string> = GroupProps<Value> & {
  values: readonly Value[];
  /** Gets the chosen values in the order of `choices`. */
  onChange: (values: Value[]) => void;
};

/** One answer. */
export function ChoiceGroup<Value extends string>({ value, onChange, ...group }: ChoiceGroupProps<Value>) {
  return (
    <Group
      {...group}
      type="radio"
      isChosen={(choice) => choice === value}
      onToggle={(choice) => onChange(choice)}
    />
  );
}

/** Any number of answers. */
export function MultiChoiceGroup<Value extends string>({
  values,
  onChange,
  ...group
}: MultiChoiceGroupProps<Value>) {
  function toggle(toggled: Value) {
    const wasChosen = values.includes(toggled);
    const known = group.choices.map((choice) => choice.value);
    onChange(known.filter((value) => (value === toggled ? !wasChosen : values.includes(value))));
  }
  return (
    <Group {...group} type="checkbox" isChosen={(choice) => values.includes(choice)} onToggle={toggle} />
  );
}

type Inner<Value extends string> = GroupProps<Value> & {
  type: 'radio' | 'checkbox';
  isChosen: (value: Value) => boolean;
  onToggle: (value: Value) => void;
};

function Group<Value extends string>({
  type,
  legend,
  choices,
  hint,
  error,
  look = 'pills',
  legendAt = 'above',
  className,
  isChosen,
  onToggle,
}: Inner<Value>) {
  const id = useId();
  const barred = choices.filter((choice) => choice.disabledReason !== undefined);
  const hasHint = hint !== undefined && hint !== null && hint !== false;
  const describedBy = classNames(
    hasHint && `${id}hint`,
    error !== undefined && `${id}error`,
    barred.length > 0 && `${id}barred`,
  );
  return (
    <fieldset
      role={type === 'radio' ? 'radiogroup' : undefined}
      className={classNames(field['field'], legendAt === 'beside' && styles['beside'], className)}
      // What the legend says already, for tools that look for a label by its reference.
      aria-labelledby={`${id}legend`}
      aria-describedby={describedBy === '' ? undefined : describedBy}
      aria-invalid={error !== undefined && type === 'radio' ? true : undefined}
    >
      <legend
        id={`${id}legend`}
        className={legendAt === 'hidden' ? 'visually-hidden' : classNames(field['label'], styles['legend'])}
      >
        {legend}
      </legend>
      <div className={look === 'segments' ? styles['segments'] : styles['pills']}>
        {choices.map((choice) => (
          <label key={choice.value} className={styles['choice']}>
            <input
              type={type}
              name={type === 'radio' ? id : undefined}
              value={choice.value}
              checked={isChosen(choice.value)}
              disabled={choice.disabledReason !== undefined}
              onChange={() => {
                onToggle(choice.value);
              }}
              className="visually-hidden"
            />
            {type === 'checkbox' && (
              <span className={styles['box']}>
                <Icon name="check" />
              </span>
            )}
            <span>{choice.label}</span>
          </label>
        ))}
      </div>
      <FieldNotes id={id} hint={hasHint ? hint : undefined} error={error} />
      {barred.length > 0 && (
        <ul id={`${id}barred`} className={field['hint']}>
          {barred.map((choice) => (
            <li key={choice.value}>{words.choiceBarred(choice.label, choice.disabledReason ?? '')}</li>
          ))}
        </ul>
      )}
    </fieldset>
  );
}
