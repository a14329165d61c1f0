// What is queued goes out only while a tab of this desk is open: the browser asks before the last look at it is closed.
import { useEffect } from 'react';
import { useLiveValue } from '#src/runs/desk-context.tsx';
import { isSendingHere } from '#src/runs/queue.ts';

export function LeaveWarning() {
  const waiting = useLiveValue((records) =>
    records.some((record) => record.state === 'queued' || isSendingHere(record)),
  );
  useEffect(() => {
    if (!waiting) return undefined;
    const ask = (event: BeforeUnloadEvent) => {
      event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [waiting]);
  return null;
}
