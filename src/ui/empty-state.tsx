// What stands where a list would be: what is missing, why, and the one thing to do about it.
import type { ReactNode } from 'react';
import { Heading } from './heading.tsx';
import type { HeadingLevel } from './heading.tsx';
import { Icon } from './icon.tsx';
import type { IconName } from './icon.tsx';
import styles from './empty-state.module.css';

type EmptyStateProps = {
  title: string;
  icon?: IconName | undefined;
  headingLevel?: HeadingLevel | undefined;
  children?: ReactNode;
  actions?: ReactNode;
};

export function EmptyState({ title, icon, headingLevel = 2, children, actions }: EmptyStateProps) {
  return (
    <div className={styles['empty']}>
      {icon !== undefined && <Icon name={icon} className={styles['icon']} />}
      <Heading level={headingLevel}>{title}</Heading>
      {children !== undefined && <div className={styles['text']}>{children}</div>}
      {actions !== undefined && <div className={styles['actions']}>{actions}</div>}
    </div>
  );
}
