// How far somebody has come who tries the desk: read off the records, so that it is true after a reload, too.
import type { RunRecord } from '#src/records/record.ts';
import { createRemembered } from '#src/ui/remembered.ts';
import type { Remembered, RememberedIn } from '#src/ui/remembered.ts';

/** What a newcomer does, in this order. */
export const FIRST_STEPS = ['launch', 'fail', 'rerun'] as const;
/** See {@link FIRST_STEPS}. */
export type FirstStep = (typeof FIRST_STEPS)[number];

const STEP_TAKEN: Record<FirstStep, (record: RunRecord) => boolean> = {
  launch: ({ state, rerunOf }) => state === 'done' && rerunOf === null,
  fail: ({ state }) => state === 'failed' || state === 'refused' || state === 'unknown' || state === 'lost',
  rerun: ({ rerunOf }) => rerunOf !== null,
};

/** The steps that were taken in this browser, as far as their cards are still there. */
export function stepsTaken(records: readonly RunRecord[]): ReadonlySet<FirstStep> {
  const here = records.filter(({ origin }) => origin === 'here');
  return new Set(FIRST_STEPS.filter((step) => here.some(STEP_TAKEN[step])));
}

/** Whether the operator has put the first steps away. */
export function createStepsHidden(storage?: RememberedIn): Remembered<boolean> {
  return createRemembered({
    key: 'report-desk:first-steps',
    read: (text) => text === 'hidden',
    write: (hidden) => (hidden ? 'hidden' : 'shown'),
    storage,
  });
}

/** Of this browser. */
export const stepsHidden = createStepsHidden();
