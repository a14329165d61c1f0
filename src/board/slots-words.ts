// What the slots panel says: what holds each slot, what it cannot see, and what waits in the queue.
import { formatNumber } from '#src/ui/number-format.ts';

export const free = 'Free';
export const moreInUse = (count: number) => `${formatNumber(count)} more in use that this desk cannot see.`;
export const otherTools = 'Runs that other tools of the account have started do not show here.';

// One slot.
export const since = (time: string) => `Since ${time}.`;
export const sinceFor = (time: string, span: string) => `Since ${time}, for ${span}.`;
export const longerThanNormal = 'Longer than runs normally take: when it ends is not known.';
/** `ahead` is "in about 2–5 min" or "within 26 min". */
export const shouldEnd = (ahead: string) => `Should end ${ahead}.`;
export const heldUntil = (time: string, why: string) => `Held until ${time}: ${why}.`;
/** Why nobody can look. */
export const blind = {
  linkLost: 'its link was lost, so its end cannot be seen',
  notKnown: 'nobody knows yet whether it started',
  keyNotLoaded: 'its key is not loaded, so its end cannot be seen',
  updatesStopped: 'its updates have stopped, so its end cannot be seen',
  notOpened: 'its key does not open it, so its end cannot be seen',
};

// The queue.
export const queue = 'Queue';
export const nowNumber = (place: number, all: number) => `Now number ${place} of ${all} in the queue`;
