// What goes on by itself at a time that is known, for components.
import { useEffect, useEffectEvent } from 'react';
import { useDesk } from '#src/runs/desk-context.tsx';

/** Longest delay that a browser's timer takes. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** Calls `retry` once at `at` (epoch ms of the desk's clock), also when the clock jumps past it. Null = never. */
export function useRetryAt(at: number | null, retry: () => void): void {
  const { clock } = useDesk().environment;
  const onTime = useEffectEvent(retry);
  useEffect(() => {
    if (at === null) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    function schedule() {
      clearTimeout(timer);
      timer = setTimeout(() => onTime(), Math.min(LONGEST_TIMER_MS, Math.max(0, (at ?? 0) - clock.now())));
    }
    schedule();
    const unsubscribe = clock.subscribe(schedule);
    return () => {
      unsubscribe();
      clearTimeout(timer);
    };
  }, [at, clock]);
}
