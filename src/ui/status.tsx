// A state as an icon and a word in a tone. Colour is never the only sign.
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import type { IconName } from './icon.tsx';
import styles from './status.module.css';

export type Tone = 'running' | 'waiting' | 'danger' | 'done' | 'neutral';

type StatusMarkProps = {
  tone: Tone;
  icon: IconName;
  /** The word. */
  children: ReactNode;
  /** `pill` is a filled chip, for rows where the mark stands among other text. */
  look?: 'plain' | 'pill' | undefined;
};

export function StatusMark({ tone, icon, children, look = 'plain' }: StatusMarkProps) {
  return (
    <span className={classNames(styles['mark'], look === 'pill' && styles['pill'])} data-tone={tone}>
      <Icon name={icon} />
      <span>{children}</span>
    </span>
  );
}
