// What the table of a result says to people: the line above it, its headings and filters, and the dialogs of rows and columns.
import type { ReactNode } from 'react';
import { formatNumber, plural } from '#src/ui/number-format.ts';

// The line above it.
export const rows = 'Rows';
export const findInRows = 'Find in rows';
export const filters = 'Filters';
export const filtersSet = (count: number) => `Filters (${count})`;
export const columns = 'Columns';
export const columnsHidden = (count: number) => `Columns (${formatNumber(count)} hidden)`;
export const copyRows = 'Copy rows';
export const mostCopied = (most: number) =>
  `At most ${plural(most, 'row', 'rows')} can be copied. Filter them, or export them.`;
export const clearFilters = 'Clear filters';
export const matching = (count: number, loaded: number) =>
  `${formatNumber(count)} of ${plural(loaded, 'row', 'rows')}`;
export const rowsMatch = (matches: string) => `${matches} match.`;

// The table.
export const rowsOfReport = (report: string) => `${report}, rows`;
export const sortHint = (field: string) => `${field}\nShift: sort by this column too`;
/** Behind the name of a column that decides where those before it do not. */
export const alsoSortedBy = (direction: 'ascending' | 'descending', place: number) =>
  `, ${direction}, number ${place} of the order`;
export const noneMatch = 'No rows match these filters';
export const rowNumber = (place: number) => `Row ${place}`;
export const sumOf = (count: number) => `Sum of ${plural(count, 'row', 'rows')}`;

// Filters of columns.
export const filterOf = (column: string) => `${column}, filter`;
export const all = 'All';
export const yes = 'Yes';
export const no = 'No';
export const columnContains = (column: string) => `${column} contains`;
export const contains = 'contains';
export const from = 'from';
export const to = 'to';
export const atLeast = 'at least';
export const atMost = 'at most';
export const bound = (column: string, end: string) => `${column}, ${end}`;
export const boundIn = (column: string, end: string, unit: string) => `${column}, ${end}, ${unit}`;
/** As filters take it. */
export const asShare = '0.62 for 62 %';
export const inPercent = '%';
export const inUnit = (unit: string) => `in ${unit}`;

// One row whole.
export const rowOf = (place: number, count: number) => `Row ${formatNumber(place)} of ${formatNumber(count)}`;
export const copyRow = 'Copy row';
export const copyAsJson = 'Copy as JSON';
export const previous = 'Previous';
export const firstRow = 'This is the first row';
export const next = 'Next';
export const lastRow = 'This is the last row';
export const blank = 'blank';
export const asItCame = 'As it came';

// The columns.
export const done = 'Done';
export const usualColumns = 'Usual columns';
export const showAll = 'Show all';
export const bars = 'Bars behind numbers';
export const firstColumn = 'This is the first column';
export const lastColumn = 'This is the last column';
export const pinnedFirst = 'Pinned columns come first';
export const formatOf = (column: string) => `Format of ${column}`;
export const asUsual = 'As usual';
export const moveLeft = (column: string) => `Move ${column} left`;
export const moveRight = (column: string) => `Move ${column} right`;
export const pin = (column: ReactNode): ReactNode => <>Pin {column}</>;
export const copy = (column: ReactNode): ReactNode => <>Copy {column}</>;

/** Stands below the last row on paper. */
export const notPrinted = (printed: string) =>
  `The first ${printed} rows are printed; an export has them all.`;
