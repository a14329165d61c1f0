// What the board says to people on the first page: the page itself, and its cards as they first stand. Filters, slots, the list, what unfolds
// on a card, drills and first steps have catalogues of their own, which are fetched with them.
import { formatNumber } from '#src/ui/number-format.ts';

// The page.
export const board = 'Board';
export const launchAReport = 'Launch a report';
export const whileATabIsOpen = 'Runs are followed, and the queue moves, while a tab of this desk is open.';
export const loadingBoard = 'Loading the board';
export const loadingList = 'Loading the list';
export const slots = 'Slots';

// Before there is anything on it.
export const noRunsYet = 'No runs yet';
export const launchFirst = 'Launch your first report';
export const everyReport =
  'Every report you launch becomes a card here: you see it run, open its result, and run it again when it has expired.';
export const drills = 'Drills: see each failure on purpose';

// How many of each, before the number.
export const running = 'Running';
export const notSure = 'Not sure';
export const queued = 'Queued';
export const done = 'Done';
export const needsYou = 'Needs you';

// Below the cards.
export const andMore = (count: number) => `and ${formatNumber(count)} more`;
export const andMoreNeedYou = (count: number, needing: number) =>
  `and ${formatNumber(count)} more, ${formatNumber(needing)} of which need you`;
export const showAll = 'Show all in the list';

// A card.
export const cardOfOneRun = 'The card of one run';
export const fromAnotherBrowser = 'From another browser';
export const progress = 'Progress';
export const onItsWay = 'On its way to Emailgistics.';
export const lastUpdate = 'Last update';
export const openResult = 'Open result';
export const removeCard = 'Remove card';
export const aboutThisRun = 'About this run';

// Its place in the queue.
export const moveUp = 'Move up';
export const moveDown = 'Move down';
export const isFirst = 'It is the first already.';
export const isLast = 'It is the last already.';
