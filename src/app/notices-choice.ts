// Whether the operator wants system notifications.
import { createRemembered } from '#src/ui/remembered.ts';
import type { Remembered, RememberedIn } from '#src/ui/remembered.ts';

/** Null where nothing was said yet. */
export type NoticesChoice = Remembered<'yes' | 'no' | null>;

export function createNoticesChoice(storage?: RememberedIn): NoticesChoice {
  return createRemembered({
    key: 'desk-run-notices',
    read: (text) => (text === 'yes' || text === 'no' ? text : null),
    write: String,
    storage,
  });
}
