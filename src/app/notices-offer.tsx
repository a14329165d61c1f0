// One quiet line for who waits: be told when a run ends. Asked once; the answer is remembered.
import { useState, useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';
import { Button } from '#src/ui/button.tsx';
import { useNotices } from './notices-context.ts';
import type { NotificationClass } from './notices-context.ts';
import { DENIED, useNoticesPermission } from './notices-permission.ts';
import styles from './notices-offer.module.css';

/** The line goes with the pressed button: the focus stays on the page. */
function focusPage() {
  document.getElementById('main')?.focus({ preventScroll: true });
}

export function NoticesOffer({ system }: { system: NotificationClass }) {
  const { choice } = useNotices();
  const chosen = useSyncExternalStore(choice.subscribe, choice.get);
  const { permission, asking, turnOn, turnOff } = useNoticesPermission(system);
  /** The browser was asked here: its no is answered once, where the buttons were. */
  const [asked, setAsked] = useState(false);

  async function accept() {
    setAsked(true);
    if (await turnOn()) focusPage();
  }

  if (asked && permission === 'denied') {
    return (
      <Line words={DENIED}>
        <Button
          size="small"
          variant="quiet"
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the pressed button has gone
          autoFocus
          onClick={() => {
            setAsked(false);
            focusPage();
          }}
        >
          Close
        </Button>
      </Line>
    );
  }
  if (permission !== 'default' || chosen === 'no') return null;
  return (
    <Line words="Runs take a while. This desk can tell you when one ends, also while you look elsewhere.">
      <Button size="small" busy={asking} onClick={() => void accept()}>
        Tell me when a run ends
      </Button>
      <Button
        size="small"
        variant="quiet"
        onClick={() => {
          turnOff();
          focusPage();
        }}
      >
        No, thanks
      </Button>
    </Line>
  );
}

function Line({ words, children }: { words: string; children: ReactNode }) {
  return (
    <section className={styles['offer']} aria-label="Notifications">
      <p className={styles['words']}>{words}</p>
      {children}
    </section>
  );
}
