// How the page lays out what it shows: a section for each kind of part, a named frame for each state of it.
import { useId } from 'react';
import type { ReactNode } from 'react';
import { classNames } from '#src/ui/class-names.ts';
import { Heading } from '#src/ui/heading.tsx';
import styles from './parts.module.css';

type FrameProps = { title: string; children: ReactNode };

export function PartsSection({ title, children }: FrameProps) {
  const id = useId();
  return (
    <section className={styles['section']} aria-labelledby={id}>
      <Heading level={2} id={id}>
        {title}
      </Heading>
      <div className={styles['specimens']}>{children}</div>
    </section>
  );
}

/** `wide` takes the whole width; `stack` puts the contents below one another. */
export function Specimen({
  title,
  wide = false,
  layout = 'stack',
  children,
}: FrameProps & { wide?: boolean; layout?: 'stack' | 'row' | 'plain' }) {
  return (
    <div className={classNames(styles['specimen'], wide && styles['wide'])}>
      <Heading level={3} className={styles['name']}>
        {title}
      </Heading>
      {layout === 'plain' ? children : <div className={styles[layout]}>{children}</div>}
    </div>
  );
}
