// The time for components. Nothing reads the clock while rendering in any other way.
import { createContext, use, useSyncExternalStore } from 'react';
import { createClock } from './clock.ts';
import type { Clock } from './clock.ts';

/** The clock of everything below. The browser's own unless the app provides another. */
export const ClockContext = createContext<Clock>(createClock());

/** Now, rounded down to a whole multiple of `everyMs` (at least a second); renders again only when that changes. */
export function useNow(everyMs = 1000): number {
  return useClockValue((now) => Math.floor(now / everyMs) * everyMs);
}

/** Something that follows from the time, such as a text: renders again only when it changes, looked at once a second. */
export function useClockValue<Value extends string | number | boolean | null>(
  select: (now: number) => Value,
): Value {
  const clock = use(ClockContext);
  return useSyncExternalStore(clock.subscribe, () => select(clock.now()));
}
