// The desk for React: what components read of it, each re-rendering only for what it reads.
import { createContext, use, useCallback, useContext, useSyncExternalStore } from 'react';
import type { DeskStatusSnapshot } from '#src/connection/desk-status.ts';
import type { Desk } from './desk.ts';
import type { RunRecord } from '#src/records/record.ts';
import type { SavingState } from '#src/records/saved-store.ts';
import { ClockContext } from '#src/ui/now.tsx';

/** Given once, at the root of the app. */
export const DeskContext = createContext<Desk | null>(null);

/** The desk. Throws outside of `DeskContext`. */
export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (desk === null) throw new Error('useDesk needs a DeskContext above it');
  return desk;
}

/** All records, newest first. */
export function useRecords(): readonly RunRecord[] {
  const { records } = useDesk().environment;
  return useSyncExternalStore(records.subscribe, records.all);
}

/** Something that follows from all records, the desk's status and the time, such as a word: renders again only when it changes. */
export function useLiveValue<Value extends string | number | boolean | null>(
  select: (records: readonly RunRecord[], now: number) => Value,
): Value {
  const { records, status } = useDesk().environment;
  const clock = use(ClockContext);
  const subscribe = useCallback(
    (listener: () => void) => {
      const endings = [records.subscribe(listener), status.subscribe(listener), clock.subscribe(listener)];
      return () => {
        for (const end of endings) end();
      };
    },
    [clock, records, status],
  );
  return useSyncExternalStore(subscribe, () => select(records.all(), clock.now()));
}

/** One record, null where there is none. */
export function useRecord(id: string): RunRecord | null {
  const { records } = useDesk().environment;
  return useSyncExternalStore(records.subscribe, () => records.get(id));
}

/** Paused keys and the log-in. */
export function useDeskStatus(): DeskStatusSnapshot {
  const { status } = useDesk().environment;
  return useSyncExternalStore(status.subscribe, status.snapshot);
}

/** What was removed last and can be brought back, by id. */
export function useLastRemoved(): readonly string[] {
  const { removals } = useDesk();
  return useSyncExternalStore(
    (listener) => removals.subscribe(listener),
    () => removals.last(),
  );
}

/** Whether records outlive the tab. */
export function useSaving(): SavingState {
  const { saving } = useDesk().environment;
  return useSyncExternalStore(
    (listener) => saving?.subscribe(listener) ?? (() => undefined),
    () => saving?.state() ?? 'saved',
  );
}
