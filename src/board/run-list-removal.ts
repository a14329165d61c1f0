// Which of many runs can be taken off the board, and what is said of those that stay.
import type { LoadedKeys } from '#src/records/derived.ts';
import type { RunRecord } from '#src/records/record.ts';
import { shownState } from '#src/records/shown-state.ts';
import { mayRemove } from './run-list-states.ts';
import * as words from './list-words.ts';

export type Removal = {
  readonly ids: readonly string[];
  /** How many of `ids` leave the queue: they are then never sent. */
  readonly unsent: number;
  /** Why runs stay, with how many. */
  readonly kept: ReadonlyMap<string, number>;
};

/** Sorts `records` into what can be removed at `now` (epoch ms) and what cannot. */
export function planRemoval(records: readonly RunRecord[], now: number, keys: LoadedKeys): Removal {
  const ids: string[] = [];
  const kept = new Map<string, number>();
  let unsent = 0;
  for (const record of records) {
    const permission = mayRemove(shownState(record, now, keys), record.released);
    if (permission.allowed) {
      ids.push(record.id);
      if (record.state === 'queued') unsent += 1;
    } else {
      kept.set(permission.why, (kept.get(permission.why) ?? 0) + 1);
    }
  }
  return { ids, unsent, kept };
}

/** What follows from removing, in words; empty where nothing needs to be said. */
export function removalNotes({ unsent, kept }: Removal): string[] {
  return [
    ...(unsent === 0 ? [] : [words.notSent(unsent)]),
    ...[...kept].map(([why, count]) => words.stay(count, why)),
  ];
}
