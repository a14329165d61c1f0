// What is said of when slots become free and when queued launches go.

const ORDINALS = ['First', 'Second', 'Third', 'Fourth', 'Fifth', 'Sixth', 'Seventh', 'Eighth', 'Ninth'];

// A time ahead: ends the sentences below.
export const within = (span: string) => `within ${span}`;
export const ahead = (estimate: string) => `in ${estimate}`;

// A queued launch. Its place stands before the rest.
export const placeInQueue = (position: number) =>
  `${ORDINALS[position - 1] ?? `Number ${position}`} in the queue.`;
export const sentWhenFree = (when: string) => `Sent when a slot is free, ${when}.`;
export const sentWhenFreeNotKnown = 'Sent when a slot is free. When is not known.';

// The slots.
export const slots = (held: number, all: number) => `Slots ${held} of ${all}`;
export const slotsFree = (held: number, all: number, free: number) =>
  `Slots ${held} of ${all} · ${free} free`;
export const slotsNextFree = (held: number, all: number, when: string) =>
  `Slots ${held} of ${all} · next free ${when}`;
export const slotsNextNotKnown = (held: number, all: number) =>
  `Slots ${held} of ${all} · when one is free is not known`;
