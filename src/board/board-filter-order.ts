// The orders in which runs can be listed. Each is one word of the query string; `-` before a column turns it round.
import { expiresAt } from '#src/records/derived.ts';
import type { RunRecord } from '#src/records/record.ts';
import { launchedAt } from '#src/records/record.ts';
import { reportTitle } from '#src/records/describe-request.ts';
import { LOCALE } from '#src/ui/locale.ts';

const COLUMN_ORDERS = ['state', 'report', 'mailbox', 'range', 'ends', 'key', 'updated'] as const;
type ColumnOrder = (typeof COLUMN_ORDERS)[number];

export type RunOrder = 'newest' | 'oldest' | ColumnOrder | `-${ColumnOrder}`;

export function isRunOrder(text: string): text is RunOrder {
  return text === 'newest' || text === 'oldest' || columnOf(text) !== undefined;
}

function columnOf(order: string): ColumnOrder | undefined {
  return COLUMN_ORDERS.find((column) => order === column || order === `-${column}`);
}

type Compare = (left: RunRecord, right: RunRecord) => number;

const collator = new Intl.Collator(LOCALE, { numeric: true });

const byText =
  (textOf: (record: RunRecord) => string): Compare =>
  (left, right) =>
    collator.compare(textOf(left), textOf(right));

const COMPARE: Readonly<Record<Exclude<ColumnOrder, 'state'>, Compare>> = {
  report: byText(reportTitle),
  mailbox: byText(({ mailbox }) => mailbox.name),
  range: byText(({ request: { parameters } }) =>
    ['start', 'activityStart', 'end', 'activityEnd']
      .map((name) => parameters[name])
      .filter((time) => typeof time === 'string')
      .join(' '),
  ),
  ends: (left, right) => endOf(left) - endOf(right),
  key: byText(({ keyLabel }) => keyLabel),
  updated: (left, right) => updatedAt(right) - updatedAt(left),
};

/** When its result goes or went, or else when it ended: what the list shows in that column. */
export function endOf(record: RunRecord): number {
  if (record.state === 'done' || record.state === 'running') return expiresAt(record);
  return record.endedAt ?? Infinity;
}

function updatedAt(record: RunRecord): number {
  return Math.max(launchedAt(record), record.checkedAt ?? 0, record.endedAt ?? 0);
}

/** `records`, which come newest first, in another order; those that it does not tell apart stay newest first. */
export function sortRuns(records: readonly RunRecord[], order: RunOrder): readonly RunRecord[] {
  if (order === 'newest') return records;
  if (order === 'oldest') return records.toReversed();
  const column = columnOf(order) ?? 'state';
  if (column === 'state') return records;
  const compare = COMPARE[column];
  const turn = order === column ? 1 : -1;
  return records.toSorted((left, right) => turn * compare(left, right));
}
