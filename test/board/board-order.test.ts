// @vitest-environment node
// Which card stands where, and how many there are at most.
import { describe, expect, it } from 'vitest';
import { boardOrder, cardsOf, groupOf } from '#src/board/board-order.ts';
import type { BoardGroup } from '#src/board/board-order.ts';
import type { RunRecord, RunState } from '#src/records/record.ts';
import { HOUR, KEY, NOW, record } from '#test/support/records.ts';

const KEYS = new Set([KEY]);
const several = (count: number, state: RunState, prefix: string, changes: Partial<RunRecord> = {}) =>
  Array.from({ length: count }, (_, place) => record(state, { id: `${prefix}-${place}`, ...changes }));

describe('the group of a run', () => {
  it.each<[string, RunRecord, BoardGroup]>([
    ['queued', record('queued'), 'queued'],
    ['being sent', record('sending'), 'running'],
    ['running', record('running'), 'running'],
    ['running without updates', record('running', { polling: 'stopped' }), 'needs-you'],
    ['done', record('done'), 'done'],
    ['failed', record('failed'), 'needs-you'],
    ['of unknown outcome', record('unknown'), 'needs-you'],
    ['under a key that is not loaded', record('done', { keyId: 'other' }), 'needs-you'],
    ['in a state of a newer version', record('done', { state: 'resting' as RunState }), 'needs-you'],
  ])('%s', (_, made, group) => {
    expect(groupOf(made, NOW, KEYS)).toBe(group);
  });

  it('is expired a day after the launch', () => {
    expect(groupOf(record('done'), NOW + 24 * HOUR, KEYS)).toBe('expired');
  });
});

describe('the cards', () => {
  it('stand by group, the queue in the order in which it goes', () => {
    const records = [
      record('queued', { id: 'second', position: 2 }),
      record('done', { id: 'done' }),
      record('queued', { id: 'first', position: 1 }),
      record('failed', { id: 'failed' }),
    ];
    const { cards, folded } = cardsOf(boardOrder(records, NOW, KEYS));
    expect(cards.map(({ id }) => id)).toEqual(['failed', 'first', 'second', 'done']);
    expect(folded.size).toBe(0);
  });

  it('are the newest 24 of what is over, and the rest is counted', () => {
    const over = several(20, 'done', 'done').concat(
      several(30, 'done', 'expired', { attempts: [{ key: 'k', ledgerId: 'l', sentAt: 0, settledAt: 0 }] }),
    );
    const { cards, folded } = cardsOf(boardOrder(over, NOW, KEYS));
    expect(cards).toHaveLength(24);
    expect(cards.at(-1)?.id).toBe('expired-3');
    expect([...folded]).toEqual([['expired', 26]]);
  });

  it('are bounded also where each needs the operator', () => {
    const { cards, folded } = cardsOf(boardOrder(several(100, 'failed', 'failed'), NOW, KEYS));
    expect(cards).toHaveLength(48);
    expect(folded.get('needs-you')).toBe(52);
  });
});
