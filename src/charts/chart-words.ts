// What charts and comparisons say to people.
import type { Period } from '#src/contract/reports.ts';
import { plural } from '#src/ui/number-format.ts';
import type { SplitId } from './splits.ts';

// What to draw.
export const show = 'Show';
export const overTime = 'Over time';
export const bySplit: Readonly<Record<SplitId, string>> = {
  user: 'By user',
  domain: 'By domain',
  status: 'By status',
};
export const splitBy = 'Split by';
export const splitByNothing = 'Nothing';
export const splitNames: Readonly<Record<SplitId, string>> = {
  user: 'User',
  domain: 'Domain',
  status: 'Status',
};
export const oneFigure = 'Figure';
export const figures = 'Figures';
export const noMoreLines = (most: number) => `${most} lines are as many as can be told apart.`;
export const noThirdScale = 'It would need a third scale.';

// What is drawn.
export const counting = 'Counting the rows';
export const nothingToDraw = 'Nothing to draw';
export const whatChartNeeds =
  'A chart needs rows with numbers, and with a time, a user or a domain to tell them apart by.';
export const showTable = 'Show the rows in the table';
export const measureBySplit: Readonly<Record<SplitId, (measure: string) => string>> = {
  user: (measure) => `${measure} by user`,
  domain: (measure) => `${measure} by domain`,
  status: (measure) => `${measure} by status`,
};
export const noneNamed: Readonly<Record<SplitId, string>> = {
  user: 'No user',
  domain: 'No domain',
  status: 'No status',
};
export const unknownUser = 'Unknown user';
/** Two that are called the same, by their ids. */
export const nameWithId = (name: string, id: string) => `${name} (${id})`;
export const others: Readonly<Record<SplitId, (count: number) => string>> = {
  user: (count) => `${count} other users`,
  domain: (count) => `${count} other domains`,
  status: (count) => `${count} other statuses`,
};
export const noFigure = 'no figure';
export const noData = 'no data';
export const lineList = 'Lines';

// The chart over time and its buttons.
export const zoomIn = 'Zoom in';
export const zoomOut = 'Zoom out';
export const earlier = 'Earlier';
export const later = 'Later';
export const showAll = 'Show all';
export const everythingInView = 'Everything is in view.';
export const savePicture = 'Save picture';
export const pictureSaved = 'Picture saved.';
export const pictureNotSaved = 'The browser could not make a picture of this chart.';
export const periodInChart = 'Period in the chart';
export const pointAtChart = 'Point at the chart for the values of a period.';
export const howToLook =
  'Drag across the chart to look closer, double-click for all of it. With the chart focused: arrow keys go from period to period, + and − zoom, Shift with an arrow moves, 0 shows all.';
export const fromTo = (first: string, last: string) => `${first} to ${last}`;
export const inView = (range: string) => `In view: ${range}`;
export const nowInView = (range: string) => `In view: ${range}.`;

// The chart in words.
export const lineValue = (line: string, value: string) => `${line} ${value}`;
export const periodValues = (period: string, values: string) => `${period}: ${values}`;
export const periodCount: Readonly<Record<Period, (count: number) => string>> = {
  hour: (count) => plural(count, 'hour', 'hours'),
  day: (count) => plural(count, 'day', 'days'),
  week: (count) => plural(count, 'week', 'weeks'),
  month: (count) => plural(count, 'month', 'months'),
};
export const periodsShown = (periods: string, range: string, zone: string) =>
  `${periods}: ${range}, ${zone}.`;
const noRow = (count: number, one: string, many: string) =>
  `${plural(count, `${one} has`, `${many} have`)} no row, which is not zero: lines break there.`;
export const periodsWithoutRow: Readonly<Record<Period, (count: number) => string>> = {
  hour: (count) => noRow(count, 'hour', 'hours'),
  day: (count) => noRow(count, 'day', 'days'),
  week: (count) => noRow(count, 'week', 'weeks'),
  month: (count) => noRow(count, 'month', 'months'),
};
export const rowsWithoutTime = (count: number) =>
  `${plural(count, 'row has', 'rows have')} no time and cannot be drawn.`;
export const noValues = (line: string) => `${line}: no values.`;
export const valueThroughout = (line: string, value: string) => `${line}: ${value} throughout.`;
export const lowestAndHighest = (line: string, lowest: string, highest: string) =>
  `${line}: lowest ${lowest}, highest ${highest}.`;
export const valueAndPeriod = (value: string, period: string) => `${value} (${period})`;

// How far figures are apart.
export const onePoint = '1 point';
export const points = (figure: string) => `${figure} points`;
