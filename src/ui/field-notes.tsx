// The hint and the error below a control or a group of choices.
import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import styles from './field.module.css';

type FieldNotesProps = { id: string; hint: ReactNode; error: string | undefined };

/** The ids that `aria-describedby` names are `<id>hint` and `<id>error`. */
export function FieldNotes({ id, hint, error }: FieldNotesProps) {
  return (
    <>
      {hint !== undefined && (
        <p id={`${id}hint`} className={styles['hint']}>
          {hint}
        </p>
      )}
      {error !== undefined && (
        <p id={`${id}error`} className={styles['error']}>
          <Icon name="alert" />
          <span>{error}</span>
        </p>
      )}
    </>
  );
}
