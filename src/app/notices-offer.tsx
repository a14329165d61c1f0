// One quiet line for who waits: be told when a run ends. Asked once; the answer is remembered.
import { useState, useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';
import { Button } from '#src/ui/button.tsx';
import { useNotices } from './notices-context.ts';
import type { NotificationClass } from './notices-context.ts';
import { useNoticesPermission } from './notices-permission.ts';
import * as words from './notices-words.ts';
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
      <Line text={words.denied}>
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
          {words.close}
        </Button>
      </Line>
    );
  }
  if (permission !== 'default' || chosen === 'no') return null;
  return (
    <Line text={words.runsTakeAWhile}>
      <Button size="small" busy={asking} onClick={() => void accept()}>
        {words.tellMe}
      </Button>
      <Button
        size="small"
        variant="quiet"
        onClick={() => {
          turnOff();
          focusPage();
        }}
      >
        {words.noThanks}
      </Button>
    </Line>
  );
}

function Line({ text, children }: { text: string; children: ReactNode }) {
  return (
    <section className={styles['offer']} aria-label={words.notifications}>
      <p className={styles['words']}>{text}</p>
      {children}
    </section>
  );
}
