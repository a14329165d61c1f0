// A run's end as a notification of the system. Loaded when the first one is shown.
import { CATALOGUE } from '#src/failures/catalogue.ts';
import type { RunChange } from '#src/records/changes.ts';
import { STATE_LOOKS } from '#src/records/shown-state.ts';
import { runTitle } from '#src/records/describe-request.ts';
import type { NotificationClass } from './notices-context.ts';

/** Title, text and tag. The tag is the record's, so that of several tabs that notice the same end one notification stays. */
export function notificationOf({ record, to }: RunChange): { title: string; body: string; tag: string } {
  // It did start, which the state's word would put in doubt.
  const noLink = to === 'unknown' && record.failure?.kind === 'started-without-link';
  const title = noLink ? CATALOGUE['started-without-link'].title : STATE_LOOKS[to].word;
  return { title, body: runTitle(record), tag: record.id };
}

/** Shows it. A press brings this tab to the front and calls `open` with the page of the run. */
export function showEnd(system: NotificationClass, change: RunChange, open: (path: string) => void): void {
  const { title, ...options } = notificationOf(change);
  try {
    const shown = new system(title, options);
    shown.addEventListener('click', () => {
      window.focus();
      shown.close();
      open(`/runs/${change.record.id}`);
    });
  } catch {
    // Browsers of phones have the constructor but refuse its use; the title's count remains.
  }
}
