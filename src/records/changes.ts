// Which changes of records an operator wants to hear of, on whatever page: a run began, or it came to an end, for good or in doubt.
import { isExpired } from './derived.ts';
import type { RunRecord, RunState } from './record.ts';

/** All but *queued* and *sending*: those are the operator's own doing, or last for a moment. */
export type ToldState = Exclude<RunState, 'queued' | 'sending'>;

/** `record` is now in state `to`, and was not before. */
export type RunChange = { readonly record: RunRecord; readonly to: ToldState };

/**
 * What is news in `records`, oldest launch first. `known` holds the last state of every record seen so far, removed ones too, so
 * that a card that is brought back is no news. A record seen for the first time is news only where it was launched after `since`
 * (epoch ms): by another tab. What another browser launched is told there, to who waits for it.
 */
export function runChanges(
  records: readonly RunRecord[],
  known: ReadonlyMap<string, RunState>,
  since: number,
): readonly RunChange[] {
  return records
    .flatMap((record) => {
      const { id, origin, state: to, pressedAt } = record;
      if (origin === 'elsewhere' || to === 'queued' || to === 'sending' || known.get(id) === to) return [];
      return known.has(id) || pressedAt >= since ? [{ record, to }] : [];
    })
    .toReversed();
}

/** Whether nothing more is going to happen by itself: the moment to call somebody back who looks elsewhere. */
export function isEnd({ to }: RunChange): boolean {
  return to !== 'running';
}

/** Whether somebody waits here for the run to end. Pure: `now` is epoch ms of the desk's clock. */
export function isAwaited(record: RunRecord, now: number): boolean {
  const { origin, state } = record;
  const waits = state === 'queued' || state === 'sending' || state === 'running';
  return origin === 'here' && waits && !isExpired(record, now);
}
