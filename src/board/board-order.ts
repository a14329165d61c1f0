// Which card stands where: what needs the operator first, then what is alive, then what can be read, then what is over.
import type { LoadedKeys } from '#src/records/derived.ts';
import { queueOrder } from '#src/runs/queue.ts';
import type { RunRecord } from '#src/records/record.ts';
import { shownState } from '#src/records/shown-state.ts';
import type { ShownState } from '#src/records/shown-state.ts';

/** The groups of the board, in their order. */
export const BOARD_GROUPS = ['needs-you', 'running', 'queued', 'done', 'expired'] as const;
export type BoardGroup = (typeof BOARD_GROUPS)[number];
export type BoardGroups = ReadonlyMap<BoardGroup, readonly RunRecord[]>;

const GROUP_OF: Readonly<Record<ShownState, BoardGroup>> = {
  queued: 'queued',
  sending: 'running',
  running: 'running',
  overdue: 'running',
  done: 'done',
  failed: 'needs-you',
  refused: 'needs-you',
  unknown: 'needs-you',
  lost: 'needs-you',
  expired: 'expired',
  'needs-key': 'needs-you',
};

/** Cards of one group that are shown while it needs the operator, runs or waits. */
const MOST_OF_GROUP = 48;
/** Cards that are shown of what is over, done and expired together. */
const MOST_OVER = 24;

/** The group of one record; a run whose updates stopped for good needs the operator too. */
export function groupOf(record: RunRecord, now: number, keys: LoadedKeys): BoardGroup {
  const state = shownState(record, now, keys);
  if (state === 'running' && record.polling === 'stopped') return 'needs-you';
  // A record of a newer version may be in a state that this one does not know: its card says so, it is never left out.
  return Object.hasOwn(GROUP_OF, state) ? GROUP_OF[state] : 'needs-you';
}

/** All records by group; the queue in the order in which it goes, the others newest first, as `records` are. */
export function boardOrder(records: readonly RunRecord[], now: number, keys: LoadedKeys): BoardGroups {
  const groups = new Map<BoardGroup, RunRecord[]>(BOARD_GROUPS.map((group) => [group, []]));
  for (const record of records) groups.get(groupOf(record, now, keys))?.push(record);
  groups.set('queued', queueOrder(groups.get('queued') ?? []));
  return groups;
}

/** The cards to show, and how many of each group are left to the list: a board of a thousand cards answers nothing at a glance. */
export function cardsOf(groups: BoardGroups): {
  readonly cards: readonly RunRecord[];
  readonly folded: ReadonlyMap<BoardGroup, number>;
} {
  const cards: RunRecord[] = [];
  const folded = new Map<BoardGroup, number>();
  let over = 0;
  for (const [group, records] of groups) {
    const isOver = group === 'done' || group === 'expired';
    const shown = records.slice(0, isOver ? MOST_OVER - over : MOST_OF_GROUP);
    if (isOver) over += shown.length;
    cards.push(...shown);
    if (shown.length < records.length) folded.set(group, records.length - shown.length);
  }
  return { cards, folded };
}
