// What is said of a run while it waits, while it goes on, and of what it left.
import { plural } from '#src/ui/number-format.ts';
import type { HoldUp } from './queue.ts';

// Why a launch waits.
export const nextToBeSent = 'Next to be sent.';
export const triedAgainAt = (clock: string) => `Tried again at ${clock}.`;
export const holdUps: Readonly<Record<Exclude<HoldUp['kind'], 'wait'>, string>> = {
  'signed-out': 'Sent when you are signed in again.',
  stale: 'Queued long before this desk was opened. It waits for your word.',
  'needs-key': 'Sent when its key is loaded again.',
  'key-paused': 'Its key was refused. Sent when a working key is entered.',
  'slots-full': 'Sent when a slot is free.',
  behind: 'Sent after the launches before it.',
};

// How long it takes: in this order, with commas between them.
export const justStarted = 'Just started';
export const goesOnFor = (span: string) => `${span} in`;
export const left = (estimate: string) => `${estimate} left`;
export const longerThanUsual = 'longer than usual';

// What its result holds, and how long that is kept.
export const readyToOpen = 'Ready to open';
export const rows = (count: number) => plural(count, 'row', 'rows');
export const moreThanRows = (count: number) => `more than ${plural(count, 'row', 'rows')}`;
export const final = (counted: string) => `${counted} · Final`;
export const stillOpen = (counted: string) => `${counted} · The last period is still open`;
export const dataUpTo = (counted: string, clock: string) => `${counted} · Data up to ${clock}, mailbox time`;
export const keptUntil = (when: string) => `Kept until ${when}`;
export const keptFor = (span: string) => `Result kept for about ${span}`;

/** Stands for a key's label. */
export const keyOfAnotherBrowser = 'a key of another browser';
