// A label, a hint and an error around one control, wired so that assistive technology reads them with it.
import { useId } from 'react';
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import * as words from './control-words.ts';
import { FieldNotes } from './field-notes.tsx';
import styles from './field.module.css';

/** Spread onto the control: `<TextInput {...control} />`. */
type FieldControl = {
  id: string;
  required?: true;
  'aria-describedby'?: string;
  'aria-invalid'?: true;
};

type FieldProps = {
  label: string;
  hint?: ReactNode;
  /** What is wrong with the value. Shown with an icon below the control. */
  error?: string | undefined;
  required?: boolean | undefined;
  /** Says "optional" beside the label. Its accessible name stays the label alone. */
  optional?: boolean | undefined;
  className?: string | undefined;
  children: (control: FieldControl) => ReactNode;
};

export function Field({ label, hint, error, required, optional, className, children }: FieldProps) {
  const id = useId();
  const hasHint = hint !== undefined && hint !== null && hint !== false;
  const describedBy = classNames(hasHint && `${id}hint`, error !== undefined && `${id}error`);
  const control: FieldControl = {
    id,
    ...(required === true && { required: true }),
    ...(describedBy !== '' && { 'aria-describedby': describedBy }),
    ...(error !== undefined && { 'aria-invalid': true }),
  };
  return (
    <div className={classNames(styles['field'], className)}>
      <div className={styles['heading']}>
        <label htmlFor={id} className={styles['label']}>
          {label}
        </label>
        {optional === true && <span className={styles['optional']}>{words.optional}</span>}
      </div>
      {children(control)}
      <FieldNotes id={id} hint={hasHint ? hint : undefined} error={error} />
    </div>
  );
}
