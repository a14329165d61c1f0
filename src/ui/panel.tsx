// The frame for a notice or a failure: what it is, what to know, what to do.
import { useId } from 'react';
import type { ReactNode } from 'react';
import { Heading } from './heading.tsx';
import type { HeadingLevel } from './heading.tsx';
import { Icon } from './icon.tsx';
import type { IconName } from './icon.tsx';
import type { Tone } from './status.tsx';
import styles from './panel.module.css';

type PanelProps = {
  tone: Tone;
  icon: IconName;
  title: string;
  headingLevel?: HeadingLevel | undefined;
  /** `card` sits inside a card, `page` spans a page, `root` stands alone where the page would be. */
  size?: 'card' | 'page' | 'root' | undefined;
  children?: ReactNode;
  /** Buttons, the primary one first. */
  actions?: ReactNode;
  /** What is folded away or secondary, below a line. */
  footer?: ReactNode;
};

export function Panel({
  tone,
  icon,
  title,
  headingLevel = 3,
  size = 'card',
  children,
  actions,
  footer,
}: PanelProps) {
  const titleId = useId();
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a fieldset is for controls, a section would be one landmark a card
    <div role="group" aria-labelledby={titleId} className={styles['panel']} data-tone={tone} data-size={size}>
      <div className={styles['body']}>
        <Heading level={headingLevel} id={titleId} className={styles['title']}>
          <Icon name={icon} />
          <span>{title}</span>
        </Heading>
        {children !== undefined && <div className={styles['text']}>{children}</div>}
        {actions !== undefined && <div className={styles['actions']}>{actions}</div>}
      </div>
      {footer !== undefined && <div className={styles['footer']}>{footer}</div>}
    </div>
  );
}
