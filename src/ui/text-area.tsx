// Several lines of text, with the look of the other controls.
import type { ComponentProps } from 'react';
import { classNames } from './class-names.ts';
import control from './control.module.css';
import styles from './text-area.module.css';

export function TextArea({ className, ...rest }: ComponentProps<'textarea'>) {
  return <textarea {...rest} className={classNames(control['control'], styles['area'], className)} />;
}
