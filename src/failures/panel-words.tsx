// What every failure panel says to people: names and times within its sentences, its details, and the text that is copied of it.
import type { ReactNode } from 'react';
import { plural } from '#src/ui/number-format.ts';

// Instants: `time` is "today 14:02".
export const timeInZone = (time: string, zone: string) => `${time} ${zone}`;
export const timeAndAge = (time: string, age: string) => `${time} (${age})`;

// Ways to name a key within a sentence.
export const keyCalled = (label: string) => `key “${label}”`;
export const aKey = 'a key';
export const theKey = 'the key';
export const thisKey = 'this key';
export const presentKey = 'the present key';
export const keyThatStarted = 'the one that started it';

// Ways to name a mailbox within a sentence.
export const mailboxCalled = (name: string) => `“${name}”`;
export const theMailbox = 'the mailbox';
export const launchedMailbox = 'the one it was launched for';

// What a server gave as its reason.
export const reasonOfService = (text: string) => `The service’s reason: “${text}”`;
export const noReasonOfService = 'The service’s reason is not known: it gave none.';
export const reasonOfGateway = (text: string) => `The gateway’s reason: “${text}”`;
export const noReasonOfGateway = 'The gateway’s reason is not known: it gave none.';

export const listHasMailbox = (key: string, when: string) =>
  `The list of ${key}, read ${when}, has this mailbox, so the mailbox may be gone since, or the list out of date.`;
export const listLacksMailbox = (key: string, when: string) =>
  `The list of ${key}, read ${when}, does not have this mailbox.`;
export const triedAgain = (when: string) => `It is tried again by itself ${when}.`;

// What needs a key.
export const aliveRuns = (count: number) => plural(count, 'run that is alive', 'runs that are alive');
export const readableResults = (count: number) =>
  plural(count, 'result that can still be read', 'results that can still be read');
export const queuedLaunches = (count: number) =>
  plural(count, 'launch in the queue', 'launches in the queue');

// Buttons.
export const tickFirst = (tick: string) => `Tick “${tick}” first`;
export const continuesNow = 'Continues now';
/** The name of the countdown alone. */
export const continuesInName = 'Continues in';
export const continuesIn = (left: ReactNode): ReactNode => <>Continues in {left}</>;

/** What is announced. */
export const newsAbout = (title: string, subject: string) => `${title}: ${subject}`;

// The details, and the text that is copied of them.
export const labelled = (label: string, value: string | number) => `${label}: ${value}`;
export const httpStatus = 'HTTP status';
export const errorCode = 'error.code';
export const message = 'Message';
export const messageOfServer = 'Server’s message';
export const request = 'Request';
export const body = 'Body';
export const requestId = 'Request id';
export const time = 'Time';
/** An empty value of the details. */
export const none = 'None';
export const writtenAndAge = (time: string, age: string) => `${time}, ${age}`;
export const rawReply = 'Raw reply';
export const emptyReply = '(empty)';

export const noRequestMade = 'No request was made for this.';
export const listDecided = 'No request was needed: the list of attachments says of what kind it is.';
export const clockDecided = 'No request was needed: this follows from the time and the loaded keys.';

// In the copied text only.
/** An empty value. */
export const nothing = 'none';
export const reply = 'Reply';
export const bodyFirstPart = (text: string) => `Body, first part:\n${text}`;
export const timings = 'Timings';
export const noticed = 'Noticed';
export const launched = 'Launched';
export const lastGoodAnswer = 'Last good answer';
export const againAt = 'Tried again';
export const took = 'Took';
export const curl = 'cURL';
export const startsRun = '# Sending this starts a run, which takes a slot.';
