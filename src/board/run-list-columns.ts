// The columns of the run list: their names, widths, and the orders that their headings choose.
import type { RunOrder } from './board-filter-order.ts';
import * as words from './list-words.ts';

export type RunColumn = {
  readonly name: string;
  /** Least width, in characters; they share what the page has to spare. */
  readonly characters: number;
  /** The order that the heading chooses first, and the one that it chooses when it has been chosen. */
  readonly orders: readonly [RunOrder, RunOrder];
  /** Which of the two goes from small to large. */
  readonly ascending: RunOrder;
};

const column = (name: string, characters: number, order: RunOrder, turned: RunOrder): RunColumn => ({
  name,
  characters,
  orders: [order, turned],
  ascending: order === 'newest' ? turned : order,
});

export const COLUMNS: readonly RunColumn[] = [
  column(words.report, 21, 'report', '-report'),
  column(words.state, 20, 'state', '-state'),
  column(words.mailbox, 22, 'mailbox', '-mailbox'),
  column(words.range, 35, 'range', '-range'),
  column(words.launched, 19, 'newest', 'oldest'),
  column(words.endedOrExpires, 19, 'ends', '-ends'),
  column(words.key, 13, 'key', '-key'),
];

export const CHECK_CHARACTERS = 5;
export const TABLE_CHARACTERS = COLUMNS.reduce((sum, { characters }) => sum + characters, CHECK_CHARACTERS);
