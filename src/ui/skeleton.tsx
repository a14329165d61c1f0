// Grey lines in the place of what is loading. They take up their room at once and are seen only when loading takes a while.
import type { ReactNode } from 'react';
import styles from './skeleton.module.css';

/** Wraps the skeletons of one part of the page and says to screen readers what is loading. */
export function SkeletonRegion({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div aria-busy="true">
      <p className="visually-hidden">{label}</p>
      <div aria-hidden="true">{children}</div>
    </div>
  );
}

/** Lines of text; the last of several is shorter. */
export function SkeletonLines({ lines = 3 }: { lines?: number | undefined }) {
  return (
    <div className={styles['lines']}>
      {Array.from({ length: lines }, (_, line) => (
        <div key={line} className={styles['line']} />
      ))}
    </div>
  );
}
