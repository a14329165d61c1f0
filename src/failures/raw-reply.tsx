// The first part of a reply that was not understood, as text and nothing but text.
import * as words from './panel-words.tsx';
import { redact } from './redact.ts';
import styles from './failure-panel.module.css';

/** `id` is for the button that folds it out. */
export function RawReply({ id, text }: { id?: string | undefined; text: string }) {
  return (
    // A box that scrolls has to be reachable by keyboard, and then needs a name.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section id={id} tabIndex={0} aria-label={words.rawReply} className={styles['raw']}>
      <pre className={styles['rawText']}>{text === '' ? words.emptyReply : redact(text)}</pre>
    </section>
  );
}
