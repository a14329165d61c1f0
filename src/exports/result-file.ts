// A result as a JSON file: its rows as they came, and what has to be known of them. *Export JSON* writes it, and so does the export of
// a saved copy, which can be read in again.
import type { ResultHead } from './result-head.ts';

/** Says what kind of file it is. */
export const RESULT_FORMAT = 'report-desk-result';
/** Version of the form that is written. */
export const RESULT_FORMAT_VERSION = 1;

/** The last line before its rows. */
export const RESULT_FILE_ROWS = '  "rows": [';

/** The file up to its rows. */
export function resultFileStart({ launchedAt, capturedAt, cutoff, ...head }: ResultHead): string {
  const told = {
    format: RESULT_FORMAT,
    version: RESULT_FORMAT_VERSION,
    ...head,
    launchedAt: new Date(launchedAt).toISOString(),
    capturedAt: new Date(capturedAt).toISOString(),
    dataCutoffTimestamp: cutoff,
  };
  return `${JSON.stringify(told, null, 2).slice(0, -2)},\n${RESULT_FILE_ROWS}`;
}

/** The rest of the file. */
export const RESULT_FILE_END = '\n  ]\n}\n';
