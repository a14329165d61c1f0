// The tab's icon says what the board would: something needs the operator, something runs, or neither. Files, because the page's policy
// lets through no drawn ones.
import { useEffect } from 'react';
import { groupOf } from '#src/board/board-order.ts';
import type { LoadedKeys } from '#src/records/derived.ts';
import type { RunRecord } from '#src/records/record.ts';
import { useDesk, useLiveValue } from '#src/runs/desk-context.tsx';
import { loadedKeys } from '#src/runs/environment.ts';

const ICONS = {
  'needs-you': '/favicon-needs-you.svg',
  running: '/favicon-running.svg',
  idle: '/favicon.svg',
} as const;

export function useStateIcon(): void {
  const { environment } = useDesk();
  const state = useLiveValue((records, now) =>
    // Without the keys a run could not tell whether it needs one.
    environment.config.current() === null ? 'idle' : stateOf(records, now, loadedKeys(environment)),
  );
  useEffect(() => {
    document.querySelector('link[rel="icon"]')?.setAttribute('href', ICONS[state]);
  }, [state]);
}

function stateOf(records: readonly RunRecord[], now: number, keys: LoadedKeys): keyof typeof ICONS {
  let runs = false;
  for (const record of records) {
    const group = groupOf(record, now, keys);
    if (group === 'needs-you') return group;
    runs ||= group === 'running' || group === 'queued';
  }
  return runs ? 'running' : 'idle';
}
