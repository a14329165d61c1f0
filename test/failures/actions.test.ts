// @vitest-environment node
import { expect, it } from 'vitest';
import { ACTIONS, actionLabel, actionOf } from '#src/failures/actions.ts';
import type { ActionId } from '#src/failures/actions.ts';

it('says on every button that costs a slot what it costs', () => {
  const costly = (Object.keys(ACTIONS) as ActionId[]).filter((id) => actionOf(id).costsSlot === true);
  expect(costly.map((id) => actionLabel(id))).toEqual([
    'Run again · uses 1 of 3 slots',
    'Run again with this key · uses 1 of 3 slots',
    'Start another anyway · uses 1 of 3 slots',
  ]);
});

it('takes the number of slots from the account', () => {
  expect(actionLabel('run-again', 5)).toBe('Run again · uses 1 of 5 slots');
});

it('says no more than its label on a button that costs nothing', () => {
  expect(actionLabel('edit-and-run')).toBe('Edit and run');
});

it('wants a tick before a launch that may make a duplicate', () => {
  expect(actionOf('start-another').tick).toContain('may make a duplicate');
});
