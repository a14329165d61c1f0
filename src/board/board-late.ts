// The board's second half, fetched as one, since each file costs a request of its own: what the first lines of a few cards do without.
import { BatchCards } from './batch-cards.tsx';
import { BoardFilterBar } from './board-filter-bar.tsx';
import { filterGroups, filterRecords, parseBoardView, warmSearch, writeBoardView } from './board-filter.ts';
import { CardFacts } from './card-facts.tsx';
import { CardFailure } from './card-failure.tsx';
import { CardMore } from './card-more.tsx';
import { NextLine } from './next-line.tsx';
import { SlotsDisclosure } from './slots-disclosure.tsx';

export const BOARD_LATE = {
  BatchCards,
  BoardFilterBar,
  CardFacts,
  CardFailure,
  CardMore,
  NextLine,
  SlotsDisclosure,
  filters: { filterGroups, filterRecords, parseBoardView, warmSearch, writeBoardView },
};

export type BoardLate = typeof BOARD_LATE;
