// The board's view as the query string of `/`, shareable and safe from reload and Back, and what it lets be seen.
import { isReportId } from '#src/contract/reports.ts';
import { inSlices } from '#src/exports/slices.ts';
import type { RunRecord } from '#src/records/record.ts';
import { describeRequest, runTitle } from '#src/records/describe-request.ts';
import { isRunOrder, sortRuns } from './board-filter-order.ts';
import type { RunOrder } from './board-filter-order.ts';
import { BOARD_GROUPS } from './board-order.ts';
import type { BoardGroup, BoardGroups } from './board-order.ts';
import { PLAIN_BOARD } from './board-view.ts';
import type { BoardView, StateChoice } from './board-view.ts';

/** In the order in which they are offered. */
export const STATE_CHOICES: readonly StateChoice[] = [...BOARD_GROUPS, 'elsewhere'];

/** Every filter off; order and look stay. */
export const NO_FILTERS = {
  state: '',
  report: '',
  mailbox: '',
  text: '',
} as const satisfies Partial<BoardView>;

/** Reads the query string of `/`. Whatever it does not understand becomes the default. */
export function parseBoardView(query: URLSearchParams): BoardView {
  const value = (name: string) => query.get(name) ?? '';
  const report = value('report');
  const order = value('order');
  return {
    state: STATE_CHOICES.find((choice) => choice === value('state')) ?? '',
    report: isReportId(report) ? report : '',
    mailbox: value('mailbox'),
    text: value('q'),
    order: isRunOrder(order) ? order : PLAIN_BOARD.order,
    look: value('view') === 'list' ? 'list' : 'cards',
  };
}

/** The query string that {@link parseBoardView} reads the same view from, without what is the default. The rest of `query` stays. */
export function writeBoardView(view: BoardView, query = new URLSearchParams()): URLSearchParams {
  const written = new URLSearchParams(query);
  // In one order, however the view came about: the same view is the same address.
  const set = (name: string, value: string, plain = '') => {
    written.delete(name);
    if (value !== plain) written.append(name, value);
  };
  set('state', view.state);
  set('report', view.report);
  set('mailbox', view.mailbox);
  set('q', view.text);
  set('order', view.order, PLAIN_BOARD.order);
  set('view', view.look, PLAIN_BOARD.look);
  return written;
}

export function hasFilter({ state, report, mailbox, text }: BoardView): boolean {
  return [state, report, mailbox, text.trim()].some((value) => value !== '');
}

/** Small letters without accents: what is typed need not be spelt like what it finds. */
function plain(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

/** Putting a request into words takes long enough that a thousand of them are not done anew for each letter. */
const searched = new WeakMap<RunRecord, string>();

function searchText(record: RunRecord): string {
  let text = searched.get(record);
  if (text === undefined) {
    const { keyLabel, id, batch } = record;
    text = plain(`${runTitle(record)} ${describeRequest(record)} ${keyLabel} ${id} ${batch ?? ''}`);
    searched.set(record, text);
  }
  return text;
}

/** Puts `records` into the words that are searched, a few ms at a time, before anybody types. */
export async function warmSearch(records: readonly RunRecord[], signal: AbortSignal): Promise<void> {
  await inSlices(
    records.length,
    (place) => {
      const record = records[place];
      if (record !== undefined) searchText(record);
    },
    { signal },
  );
}

/** Whether `view` lets `record`, which stands in `group`, be seen. */
export function matchesView(record: RunRecord, group: BoardGroup, view: BoardView): boolean {
  return matches(record, group, view, wordsOf(view));
}

/** What a run must have somewhere, in the letters of {@link plain}. */
function wordsOf({ text }: BoardView): readonly string[] {
  return plain(text)
    .split(/\s+/)
    .filter((word) => word !== '');
}

function matches(record: RunRecord, group: BoardGroup, view: BoardView, words: readonly string[]): boolean {
  const { state, report, mailbox } = view;
  if (state !== '' && state !== group && !(state === 'elsewhere' && record.origin === 'elsewhere'))
    return false;
  if (report !== '' && record.request.report !== report) return false;
  if (mailbox !== '' && record.request.parameters.mailboxId !== mailbox) return false;
  return words.every((word) => searchText(record).includes(word));
}

/** What of `groups` is seen, each group in the chosen order. The queue keeps its own: it is the order in which launches go. */
export function filterGroups(groups: BoardGroups, view: BoardView): BoardGroups {
  const words = wordsOf(view);
  return new Map(
    [...groups].map(([group, records]) => {
      const seen = hasFilter(view)
        ? records.filter((record) => matches(record, group, view, words))
        : records;
      return [group, group === 'queued' ? seen : sortRuns(seen, view.order)];
    }),
  );
}

/** All that is seen in one row, for the list: by group where states are what it goes by. `records` come newest first. */
export function filterRecords(
  records: readonly RunRecord[],
  groups: BoardGroups,
  order: RunOrder,
): readonly RunRecord[] {
  if (order === 'state') return [...groups.values()].flat();
  if (order === '-state') return [...groups.values()].toReversed().flat();
  const seen = new Set([...groups.values()].flat());
  return sortRuns(
    records.filter((record) => seen.has(record)),
    order,
  );
}
