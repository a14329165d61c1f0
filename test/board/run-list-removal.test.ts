// @vitest-environment node
// Many runs at once: which of them go, and what is said of the others.
import { expect, it } from 'vitest';
import { planRemoval, removalNotes } from '#src/board/run-list-removal.ts';
import type { RunState } from '#src/records/record.ts';
import { KEY, NOW, record } from '#test/support/records.ts';

const plan = (...states: RunState[]) =>
  planRemoval(
    states.map((state, place) => record(state, { id: `${place}` })),
    NOW,
    new Set([KEY]),
  );

it('removes what is over and what is still in the queue', () => {
  const removal = plan('done', 'failed', 'refused', 'lost', 'queued');
  expect(removal.ids).toEqual(['0', '1', '2', '3', '4']);
  expect(removalNotes(removal)).toEqual(['1 of them is still in the queue and is not sent once removed.']);
});

it('keeps what may hold a slot, and says how many and why', () => {
  const removal = plan('running', 'unknown', 'done', 'sending', 'queued', 'queued');
  expect(removal.ids).toEqual(['2', '4', '5']);
  expect(removalNotes(removal)).toEqual([
    '2 of them are still in the queue and are not sent once removed.',
    '3 of them stay: It may hold a slot, and this card is the only way to follow it.',
  ]);
});

it('keeps a run in a state of a newer version', () => {
  expect(plan('resting' as RunState, 'done').ids).toEqual(['1']);
});

it('says nothing where all simply go', () => {
  expect(removalNotes(plan('done', 'failed'))).toEqual([]);
});
