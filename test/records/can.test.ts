// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { can } from '#src/records/can.ts';

describe('the card of a launch whose outcome is not known', () => {
  it('stays while it may hold a slot, and says so', () => {
    expect(can('remove-card', 'unknown')).toEqual({
      allowed: false,
      why: 'It may hold a slot, and this card is the only way to follow it.',
    });
  });

  it('may go once the operator treats the launch as not started', () => {
    expect(can('remove-card', 'unknown', true)).toEqual({ allowed: true });
  });

  it('is the only one that this changes', () => {
    for (const state of ['sending', 'running', 'overdue', 'queued'] as const) {
      expect(can('remove-card', state, true)).toEqual(can('remove-card', state, false));
    }
    expect(can('run-again', 'unknown', true).allowed).toBe(false);
  });
});
