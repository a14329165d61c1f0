// What a card says once it is unfolded, and the heading above cards that were launched together.
import type { ReactNode } from 'react';
import type { RunEventType } from '#src/records/transition.ts';
import { plural } from '#src/ui/number-format.ts';

// Cards of one batch.
export const batch = (report: string, mailboxes: number, done: number, all: number) =>
  `${report} for ${plural(mailboxes, 'mailbox', 'mailboxes')} · ${done} of ${all} done`;
export const removeAll = 'Remove all from queue';

// Terms.
export const pressed = 'Pressed';
export const sent = 'Sent';
export const lastUpdate = 'Last update';
export const ended = 'Ended';
export const key = 'Key';
export const request = 'Request';
export const body = 'Body';
export const attempts = 'Attempts';
export const repeats = 'Repeats';
export const repeatedBy = 'Repeated by';
export const comparedWith = 'Compared with';
export const cameTooLate = 'Came too late';

// Other runs.
export const runOf = (time: ReactNode): ReactNode => <>the run of {time}</>;
export const removedRun = 'an earlier run, its card was removed';

/** What an answer had said, had it come in time. */
export const heard: Readonly<Partial<Record<RunEventType, string>>> = {
  progress: 'still running',
  done: 'done',
  fail: 'failed',
  refuse: 'refused',
  doubt: 'no whole answer to the launch',
  requeue: 'nothing was started',
  'poll-failed': 'an update that failed',
  lose: 'the result is missing',
};
/** `state` is the name of the one that it was in. */
export const tooLate = (said: string, time: ReactNode, state: string): ReactNode => (
  <>
    “{said}”, {time}. It was {state.toLowerCase()} already, so nothing was changed.
  </>
);
