// What is said of a launch and of its states, and why something cannot be done with it.
import { plural } from '#src/ui/number-format.ts';

// States.
export const queued = 'Queued';
export const sending = 'Sending';
export const running = 'Running';
export const done = 'Done';
export const failed = 'Failed';
export const refused = 'Refused';
export const notSure = 'Not sure it started';
export const lost = 'Lost';
export const expired = 'Expired';
export const needsKey = 'Needs key';

// Why not.
export const notSentYet = 'It is still in the queue.';
export const notEnded = 'It has not ended yet.';
export const onlyTrace = 'It may hold a slot, and this card is the only way to follow it.';
export const noResult = 'It has no result.';
export const resultLost = 'Its result cannot be found.';
export const resultExpired = 'Results are kept 24 hours. Run it again.';
export const noKey = 'Its key is not loaded here.';
export const notQueued = 'It is not in the queue.';
export const inDoubt = 'It may be running already. “Start another anyway” makes a second run.';
export const removeFromQueueInstead = 'Remove it from the queue instead.';

// What stands for what cannot be read.
export const unreadableSettings = 'Settings that cannot be read';
export const unknownMailbox = 'unknown mailbox';
export const unknownKey = 'unknown key';

// A launch: its parts stand in this order, with commas between them. Periods, activities and statuses as the API names them.
export const byPeriod = (period: string) => `by ${period}`;
export const users = (count: number, locale: string) => plural(count, 'user', 'users', locale);
export const domains = (count: number, locale: string) => plural(count, 'domain', 'domains', locale);
export const activityIn = (activity: string, range: string) => `${activity} ${range}`;
export const activityAtAnyTime = (activity: string) => `${activity} at any time`;
export const atAnyTime = 'at any time';
export const onlyStatuses = (statuses: readonly string[]) => `only ${statuses.join(' or ')}`;
export const utc = 'UTC';

// Its range.
export const dayAndClock = (day: string, clock: string) => `${day} ${clock}`;
export const withinDay = (day: string, from: string, to: string) => `${day}, ${from}–${to}`;
export const since = (from: string) => `since ${from}`;
export const until = (to: string) => `until ${to}`;
export const fromTo = (from: string, to: string) => `${from} to ${to}`;
/** As they were sent, where they are no times of a known form. */
export const sentFromTo = (from: string, to: string) => `${from} to ${to}`;
export const sentSince = (from: string) => `${from} to now`;
export const sentUntil = (to: string) => `any time to ${to}`;
