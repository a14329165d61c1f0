// What exports say to people: their buttons, the wait for the rest of the rows, and what became of a file or a copy.
import type { ExportSettings } from '#src/exports/export-settings.ts';
import { formatNumber, plural } from '#src/ui/number-format.ts';

export const exportAndSave = 'Export and save';
export const exportCsv = 'Export CSV';
export const exportJson = 'Export JSON';

// What a file holds.
export const csvHolds = 'A CSV file holds';
export const everything = 'Everything';
export const whatTableShows = (count: number) => `What the table shows: ${plural(count, 'row', 'rows')}`;

// Until all rows are here.
export const copyWaits = (rows: string, stopped: boolean) =>
  `The copy is saved when all rows are here. So far: ${rows}${stopped ? ', reading has stopped' : ''}.`;
export const fileWaits = (rows: string, stopped: boolean) =>
  `The file is written when all rows are here. So far: ${rows}${stopped ? ', reading has stopped' : ''}.`;
export const loadRest = 'Load the rest';
export const saveNow = (count: number) => `Save ${plural(count, 'row', 'rows')} now`;
export const exportNow = (count: number) => `Export ${plural(count, 'row', 'rows')} now`;
export const doNotSave = 'Do not save';
export const doNotExport = 'Do not export';
export const rowsWritten = 'Rows written';

// What became of it.
export const partialOf = (count: number, total: number) =>
  `Partial, only ${formatNumber(count)} of ${formatNumber(total)}.`;
export const partial = (count: number) => `Partial, only ${formatNumber(count)}, and more may exist.`;
export const exported = (count: number, file: string) =>
  `Exported ${plural(count, 'row', 'rows')} to ${file}.`;
export const wholeIsSaved = 'A whole copy is saved already, so this part of it was not kept.';
export const copyIsSaved = (count: number) =>
  `A copy of ${plural(count, 'row', 'rows')} is saved in this browser.`;
export const savedCopies = 'Saved copies';

// How CSV files are written.
export const csvOptions = 'CSV options';
export const done = 'Done';
export const separator = 'Separator';
export const separatorHint = 'Spreadsheets in languages that write 1,5 for one and a half expect semicolons.';
export const separators: Readonly<Record<ExportSettings['separator'], string>> = {
  comma: 'Comma',
  semicolon: 'Semicolon',
  tab: 'Tab',
};
export const byteOrderMark = 'Begin with a byte order mark';
export const byteOrderMarkHint =
  'Excel then reads names with accents as they are. Most other programs do without.';
