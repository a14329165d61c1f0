// What the board shows and how, as a plain value. Its rules are in board-filter.ts, whose code the plain board does without.
import type { ReportId } from '#src/contract/reports.ts';
import type { RunOrder } from './board-filter-order.ts';
import type { BoardGroup } from './board-order.ts';

/** One of the groups, or what another browser launched, in whichever group it is. */
export type StateChoice = BoardGroup | 'elsewhere';

/** See the top of this file. '' = all of them. */
export type BoardView = {
  readonly state: StateChoice | '';
  readonly report: ReportId | '';
  /** Id of a mailbox. */
  readonly mailbox: string;
  /** Words that a run must all have somewhere. */
  readonly text: string;
  readonly order: RunOrder;
  readonly look: 'cards' | 'list';
};

/** What an address without a query string shows. */
export const PLAIN_BOARD: BoardView = {
  state: '',
  report: '',
  mailbox: '',
  text: '',
  order: 'newest',
  look: 'cards',
};
