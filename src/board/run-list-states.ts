// What the list knows of states, also of those that only a newer version of the desk writes.
import { can } from '#src/records/can.ts';
import type { Permission } from '#src/records/can.ts';
import { STATE_LOOKS } from '#src/records/shown-state.ts';
import type { ShownState, StateLook } from '#src/records/shown-state.ts';
import * as words from './list-words.ts';

/** How a state looks; one that is not known is shown by its name. */
export function lookOf(state: ShownState): StateLook {
  return Object.hasOwn(STATE_LOOKS, state)
    ? STATE_LOOKS[state]
    : { word: String(state), tone: 'waiting', icon: 'doubt' };
}

/** Whether a run may be taken off the list: out of the queue while it waits there, else as a card. */
export function mayRemove(state: ShownState, released: boolean): Permission {
  if (!Object.hasOwn(STATE_LOOKS, state)) {
    return { allowed: false, why: words.stateNotKnown };
  }
  const fromQueue = can('remove-from-queue', state);
  return fromQueue.allowed ? fromQueue : can('remove-card', state, released);
}
