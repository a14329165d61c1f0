// Names of files that leave the desk: a fixed pattern, of letters, figures and hyphens only, whatever a mailbox is called.
import { reportTitle } from '#src/records/describe-request.ts';
import type { ResultHead } from './result-head.ts';
import * as words from './words.ts';

const LONGEST_PART = 60;
const DAY = /^\d{4}-\d\d-\d\d/;

/** "sales-department" of "Sales / Department": letters of any script stay, everything else parts words. '' where nothing is left. */
function slug(text: string): string {
  const plain = text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  const whole = plain.replaceAll(/[^\p{L}\p{N}]+/gu, '-');
  return Array.from(whole)
    .slice(0, LONGEST_PART)
    .join('')
    .replaceAll(/^-+|-+$/g, '');
}

function dayOf(value: unknown): string {
  return (typeof value === 'string' ? DAY.exec(value)?.[0] : undefined) ?? '';
}

/** What of a result a file holds, for its name. */
export type FileContents = {
  /** Rows of the result are missing that should be there. */
  readonly partial: boolean;
  /** Rows or columns were left out on purpose. */
  readonly selected?: boolean;
};

/** "mailbox-performance-sales-2026-09-01-2026-09-30-partial.csv". `extension` without its dot. */
export function exportFileName(
  { request, mailbox }: Pick<ResultHead, 'request' | 'mailbox'>,
  extension: 'csv' | 'json',
  { partial, selected = false }: FileContents,
): string {
  const { parameters } = request;
  const parts = [
    slug(reportTitle({ request })),
    slug(mailbox.name),
    dayOf(parameters['start'] ?? parameters['activityStart']),
    dayOf(parameters['end'] ?? parameters['activityEnd']),
    selected ? words.selectionInName : '',
    partial ? words.partialInName : '',
  ];
  const name = parts.filter((part) => part !== '').join('-');
  return `${name === '' ? words.namelessResult : name}.${extension}`;
}
