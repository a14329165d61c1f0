// In the place of a button: when it goes on by itself.
import { Countdown } from '#src/ui/countdown.tsx';
import { Icon } from '#src/ui/icon.tsx';
import { useClockValue } from '#src/ui/now.tsx';
import * as words from './panel-words.tsx';
import styles from './failure-panel.module.css';

/** `at`: epoch ms of the desk's clock. */
export function Continues({ at }: { at: number }) {
  const over = useClockValue((now) => now >= at);
  return (
    <p className={styles['continues']}>
      <Icon name="waiting" />
      <span>{over ? words.continuesNow : <Left at={at} />}</span>
    </p>
  );
}

function Left({ at }: { at: number }) {
  return words.continuesIn(<Countdown to={at} label={words.continuesInName} />);
}
