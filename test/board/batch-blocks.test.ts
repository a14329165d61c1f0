// @vitest-environment node
// Cards that were launched together: where they stand, and what is said of them.
import { describe, expect, test } from 'vitest';
import { batchBlocks, batchInWords } from '#src/board/batch-blocks.ts';
import { record } from '../support/records.ts';

const card = (id: string, batch: string | null = null) => record('queued', { id, batch });
const layout = (...cards: readonly ReturnType<typeof card>[]) =>
  batchBlocks(cards, cards).map(
    ({ batch, cards: of }) => `${batch ?? '-'}: ${of.map(({ id }) => id).join(' ')}`,
  );

describe('cards of a batch', () => {
  test('stand together where the first of them would, the others as they stood', () => {
    expect(
      layout(card('a'), card('b', 'x'), card('c'), card('d', 'x'), card('e', 'y'), card('f', 'y')),
    ).toEqual(['-: a', 'x: b d', '-: c', 'y: e f']);
  });

  test('are a batch no more where one is left', () => {
    expect(layout(card('a'), card('b', 'x'), card('c'))).toEqual(['-: a b c']);
  });

  test('are a batch also where the others are not shown', () => {
    const [shown, hidden] = [card('a', 'x'), card('b', 'x')];
    expect(batchBlocks([shown], [shown, hidden])).toEqual([
      { batch: 'x', cards: [shown], all: [shown, hidden] },
    ]);
  });
});

test('a batch says how many mailboxes it has, and how far it is', () => {
  const of = (mailboxId: string, state: 'done' | 'running') => {
    const made = record(state, { id: mailboxId });
    return { ...made, request: { ...made.request, parameters: { ...made.request.parameters, mailboxId } } };
  };
  expect(batchInWords([of('m1', 'done'), of('m2', 'running'), of('m3', 'running')])).toBe(
    'Mailbox Performance for 3 mailboxes · 1 of 3 done',
  );
});
