// What the frame of every page says to people, and what stands where a page does not, or not yet.

// The header. "Report Desk" is a name: it is the same in every language.
export const reportDesk = 'Report Desk';
export const skipToPage = 'Skip to the page';
export const pages = 'Pages';
export const board = 'Board';
export const launch = 'Launch';
export const savedCopies = 'Saved copies';
export const connection = 'Connection';
export const preferences = 'Preferences';

// The meters.
export const slots = 'Slots';
export const slotsInUse = (held: number, total: number) => `${held} of ${total} slots in use`;
export const requestsInLastMinute = 'Requests in the last minute';
export const requests = 'Requests';
export const requestsThroughDesk = (used: number, limit: number) =>
  `${used} of ${limit} requests through this desk`;

export const loadingPage = 'Loading the page';

// An address that leads nowhere.
export const pageNotFound = 'Page not found';
export const noPageHere = 'There is no page at this address';
export const linkMayBeOld = 'The link may be old or mistyped. Your runs are on the board.';
export const goToBoard = 'Go to the board';

// A part that everything stands on could not be fetched.
export const notWhole = 'This desk did not load whole';
export const nothingMoves =
  'The part that sends launches and follows runs could not be fetched, so nothing moves here. Nothing is lost, and runs go on at Emailgistics.';
export const reloadPage = 'Reload the page';
