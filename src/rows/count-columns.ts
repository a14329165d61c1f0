// Which columns hold counts: whole numbers that may be added up, over rows and over periods. Found by the words of the field's name,
// because values never tell. The sums below the table, the figures on top of it and the charts all ask here.
import { wordsOf } from './column-labels.ts';
import type { ResultColumn } from './columns.ts';

/**
 * Words of names whose whole numbers are no counts: averages, shares and extremes (contract.md section 12), lengths and times, places
 * and states, and what counts the same thing again in the next row.
 */
const NO_COUNT = new Set(
  [
    'average avg mean median typical percentile min minimum max maximum longest shortest oldest newest latest',
    'percent percentage pct share ratio rate fraction per score rank index level position order priority',
    'unique distinct users members active open outstanding pending backlog remaining current balance',
    'target limit goal capacity size number version code id ids',
    'year quarter month week day days hour hours minute minutes second seconds ms',
    'time duration delay age date timestamp epoch',
  ].flatMap((line) => line.split(' ')),
);
/** "p95". */
const PERCENTILE = /^p\d+$/;

/** Whether the numbers of `column` are counts whose sum means something. */
export function isSummable({ kind, unit, key }: Pick<ResultColumn, 'kind' | 'unit' | 'key'>): boolean {
  return kind === 'integer' && unit === null && !wordsOf(key).some(isNoCount);
}

function isNoCount(word: string): boolean {
  return NO_COUNT.has(word) || PERCENTILE.test(word);
}
