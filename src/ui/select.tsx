// A native select with the desk's look. The chevron is drawn beside it: the page's policy allows no data URLs.
import type { ComponentProps } from 'react';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import control from './control.module.css';
import styles from './select.module.css';

export type SelectProps = ComponentProps<'select'> & { size?: never };

export function Select({ className, children, ...rest }: SelectProps) {
  return (
    <span className={classNames(styles['frame'], className)}>
      <select {...rest} className={classNames(control['control'], styles['select'])}>
        {children}
      </select>
      <Icon name="chevron" className={styles['chevron']} />
    </span>
  );
}
