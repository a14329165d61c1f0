// Something folded away below one line, unfolded by the browser itself.
import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import * as words from './words.ts';
import styles from './details.module.css';

type DetailsProps = Omit<ComponentProps<'details'>, 'children'> & {
  summary?: ReactNode;
  children: ReactNode;
};

export function Details({ summary = words.details, children, className, ...rest }: DetailsProps) {
  return (
    <details {...rest} className={classNames(styles['details'], className)}>
      <summary className={styles['summary']}>
        <Icon name="chevron" className={styles['chevron']} />
        {summary}
      </summary>
      <div className={styles['content']}>{children}</div>
    </details>
  );
}
