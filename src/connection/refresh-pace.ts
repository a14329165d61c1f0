// How often this browser asks how things are: as planned, or less. Never more often.
import { createRemembered } from '#src/ui/remembered.ts';
import type { Remembered, RememberedIn } from '#src/ui/remembered.ts';

/** See {@link RefreshPace}. */
export const PACES = ['normal', 'slower'] as const;
/** `slower`: running reports once a minute at most, the meters every half minute. */
export type RefreshPace = (typeof PACES)[number];

/** The operator's choice. */
export function createPaceChoice(storage?: RememberedIn): Remembered<RefreshPace> {
  return createRemembered({
    key: 'desk-pace',
    read: (text): RefreshPace => (text === 'slower' ? text : 'normal'),
    write: (pace) => pace,
    storage,
  });
}

/** This browser's. */
export const refreshPace = createPaceChoice();
