// One tick box with its label, and a hint where needed.
import { useId } from 'react';
import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './checkbox.module.css';

type CheckboxProps = Omit<ComponentProps<'input'>, 'type' | 'children'> & {
  label: ReactNode;
  hint?: ReactNode;
};

export function Checkbox({ label, hint, className, ...rest }: CheckboxProps) {
  const ownId = useId();
  const id = rest.id ?? ownId;
  const hasHint = hint !== undefined && hint !== null && hint !== false;
  const describedBy = classNames(rest['aria-describedby'], hasHint && `${ownId}hint`);
  return (
    <div className={classNames(styles['row'], className)}>
      <input
        {...rest}
        id={id}
        type="checkbox"
        aria-describedby={describedBy === '' ? undefined : describedBy}
      />
      <label htmlFor={id} className={styles['label']}>
        {label}
      </label>
      {hasHint && (
        <p id={`${ownId}hint`} className={styles['hint']}>
          {hint}
        </p>
      )}
    </div>
  );
}
