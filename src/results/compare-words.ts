// What a comparison of two results says to people.
import { plural } from '#src/ui/number-format.ts';

// Which run.
export const compareWith = 'Compare with';
export const runLaunched = (request: string, when: string) => `${request}, launched ${when}`;
export const runOfLaunched = (mailbox: string, request: string, when: string) =>
  `${mailbox}, ${request}, launched ${when}`;
export const launchedToCompare = 'These two were launched to be compared.';
export const noRowsYet = 'That run has no rows yet.';
export const open = (title: string) => `Open ${title}`;
export const loadingOther = 'Loading the rows of the other run';
export const loadOther = 'Load all rows of the other run';
export const noOtherRun = 'No other run to compare with';
export const launchAnother =
  'Launch the same report for another range or mailbox, grouped by the same periods. Its run can be chosen here as long as its result can be opened.';
export const nothingToCompare = 'Nothing to compare';
export const nothingInCommon =
  'The two results have no period and number in common. Edit and run one of them with the field groups of the other.';

// What it is over; either is a sentence that begins with a capital letter.
const lower = (sentence: string) => sentence.charAt(0).toLowerCase() + sentence.slice(1);
export const coverages = (here: string, there: string) =>
  `This run: ${lower(here)} The other: ${lower(there)}`;

// The tables.
export const inAll = 'In all';
export const allRowsCompared = 'All rows compared';
export const noneTogether = 'None of the figures in common can be put together over several rows.';
export const rowByRow = 'Row by row';
export const comparedIn = (figure: string) => `${figure} compared`;
export const tableOf = (label: string) => `${label}, table`;
export const figure = 'Figure';
export const period = 'Period';
export const thisRun = 'This run';
export const theOther = 'The other';
export const difference = 'Difference';
export const change = 'Change';
export const beside = (period: string) => `beside ${period}`;
export const noRow = 'no row';
export const notLoaded = 'not loaded';

// Which rows.
export const hideEqual = 'Hide equal rows';
export const comparing = 'Comparing…';
export const allEqual = (count: number) => `All ${plural(count, 'row is', 'rows are')} equal in this figure.`;
/** `first` of them are shown, null for all. */
export const rowsShown = (count: number, first: number | null, equalHidden: number) =>
  `${first === null ? '' : `${first} of `}${plural(count, 'row', 'rows')}${equalHidden === 0 ? '' : `, ${plural(equalHidden, 'equal one', 'equal ones')} hidden`}.`;
export const showMore = (count: number) => `Show ${count} more`;
