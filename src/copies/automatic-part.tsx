// Saves copies by itself for as long as it is mounted and the operator wants it. Shows nothing.
import { useEffect } from 'react';
import { useRemembered } from '#src/ui/remembered.ts';
import { useDesk } from '#src/runs/desk-context.tsx';
import { useCopies } from './copies-context.tsx';
import { copySettings } from './copy-settings.ts';

export function AutomaticCopies() {
  const { environment } = useDesk();
  const copies = useCopies();
  const wanted = useRemembered(copySettings).automatic.length > 0;
  useEffect(() => {
    if (!wanted) return undefined;
    let stop: () => void = () => undefined;
    let gone = false;
    import('./automatic-copies.ts').then(
      ({ saveAutomatically }) => {
        if (!gone) stop = saveAutomatically(environment, copies);
      },
      // Nobody misses copies that nobody asked for.
      () => undefined,
    );
    return () => {
      gone = true;
      stop();
    };
  }, [wanted, environment, copies]);
  return null;
}
