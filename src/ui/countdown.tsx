// The time left until an instant, to the second. Not read out while it runs.
import { useClockValue } from './now.tsx';
import { formatCountdown } from './time-format.ts';

type CountdownProps = {
  /** Milliseconds since 1970. */
  to: number;
  /** Accessible name, such as "Continues in". */
  label: string;
  /** Shown in place of 0:00 once the instant has come. */
  over?: string | undefined;
};

export function Countdown({ to, label, over = '0:00' }: CountdownProps) {
  const text = useClockValue((now) => (now >= to ? over : formatCountdown(to - now)));
  return (
    <span role="timer" aria-live="off" aria-label={label}>
      {text}
    </span>
  );
}
