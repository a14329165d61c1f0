// The state that people read: the record's own, or what the clock and the loaded keys make of it. The one place that decides how
// each looks.
import type { IconName } from '#src/ui/icon.tsx';
import type { Tone } from '#src/ui/status.tsx';
import { isExpired, isOverdue, needsKey } from './derived.ts';
import type { LoadedKeys } from './derived.ts';
import type { RunRecord, RunState } from './record.ts';
import * as words from './words.ts';

/** A state as shown. */
export type ShownState = RunState | 'expired' | 'overdue' | 'needs-key';

/** Word, hue and icon of a state; colour never stands alone. */
export type StateLook = { readonly word: string; readonly tone: Tone; readonly icon: IconName };

/** See {@link StateLook}. */
export const STATE_LOOKS: Readonly<Record<ShownState, StateLook>> = {
  queued: { word: words.queued, tone: 'waiting', icon: 'queued' },
  sending: { word: words.sending, tone: 'running', icon: 'sending' },
  running: { word: words.running, tone: 'running', icon: 'running' },
  overdue: { word: words.running, tone: 'waiting', icon: 'running' },
  done: { word: words.done, tone: 'done', icon: 'done' },
  failed: { word: words.failed, tone: 'danger', icon: 'alert' },
  refused: { word: words.refused, tone: 'neutral', icon: 'refused' },
  unknown: { word: words.notSure, tone: 'waiting', icon: 'doubt' },
  lost: { word: words.lost, tone: 'danger', icon: 'lost' },
  expired: { word: words.expired, tone: 'neutral', icon: 'expired' },
  'needs-key': { word: words.needsKey, tone: 'waiting', icon: 'key' },
};

/** The state to show for `record` at `now` (epoch ms) with `keys` loaded. */
export function shownState(record: RunRecord, now: number, keys: LoadedKeys): ShownState {
  if (needsKey(record, keys) && record.state !== 'sending' && record.state !== 'unknown') return 'needs-key';
  if (isExpired(record, now)) return 'expired';
  return isOverdue(record, now) ? 'overdue' : record.state;
}
