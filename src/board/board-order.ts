// Which card stands where: what needs the operator first, then what is alive, then what can be read, then what is over.
import type { LoadedKeys } from '#src/runs/derived.ts';
import type { RunRecord } from '#src/runs/record.ts';
import { shownState } from '#src/runs/shown-state.ts';
import type { ShownState } from '#src/runs/shown-state.ts';

/** The groups of the board, in their order. */
export const BOARD_GROUPS = ['needs-you', 'running', 'queued', 'done', 'expired'] as const;
export type BoardGroup = (typeof BOARD_GROUPS)[number];

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

/** The group of one record; a run whose updates stopped for good needs the operator too. */
export function groupOf(record: RunRecord, now: number, keys: LoadedKeys): BoardGroup {
  const state = shownState(record, now, keys);
  if (state === 'running' && record.polling === 'stopped') return 'needs-you';
  // A record of a newer version may be in a state that this one does not know: its card says so, it is never left out.
  return Object.hasOwn(GROUP_OF, state) ? GROUP_OF[state] : 'needs-you';
}

/** All records by group; within one, newest first, as `records` are. */
export function boardOrder(
  records: readonly RunRecord[],
  now: number,
  keys: LoadedKeys,
): ReadonlyMap<BoardGroup, readonly RunRecord[]> {
  const groups = new Map<BoardGroup, RunRecord[]>(BOARD_GROUPS.map((group) => [group, []]));
  for (const record of records) groups.get(groupOf(record, now, keys))?.push(record);
  return groups;
}
