// What can be done with many runs at once. What may hold a slot stays, and it is said how many do and why.
import { useDeferredValue, useMemo, useState } from 'react';
import type { LoadedKeys } from '#src/records/derived.ts';
import { useDesk } from '#src/runs/desk-context.tsx';
import type { RunRecord } from '#src/records/record.ts';
import { shownState } from '#src/records/shown-state.ts';
import { Button } from '#src/ui/button.tsx';
import { useNow } from '#src/ui/now.tsx';
import { planRemoval, removalNotes } from './run-list-removal.ts';
import type { Removal } from './run-list-removal.ts';
import * as words from './list-words.ts';
import styles from './run-list.module.css';

/** How often the clock alone may change what can be removed, in ms. */
const REVIEW_MS = 5_000;

type RunListActionsProps = {
  readonly records: readonly RunRecord[];
  readonly keys: LoadedKeys;
  readonly selected: ReadonlySet<string>;
};

export function RunListActions({ records, keys, selected }: RunListActionsProps) {
  const desk = useDesk();
  const now = useNow(REVIEW_MS);
  const [busy, setBusy] = useState(false);
  // The ticks of a thousand rows are on screen before what follows from them.
  const ticked = useDeferredValue(selected);
  const removal = useMemo(() => planFor(records, ticked, now, keys), [records, ticked, now, keys]);
  const expired = useMemo(
    () => records.filter((record) => shownState(record, now, keys) === 'expired').map(({ id }) => id),
    [records, now, keys],
  );

  async function remove(ids: readonly string[], button: 'stays' | 'goes') {
    setBusy(true);
    // A button that goes with what it removes leaves the focus on the page.
    if (button === 'goes') document.getElementById('main')?.focus({ preventScroll: true });
    try {
      await desk.remove(...ids);
    } finally {
      setBusy(false);
    }
  }

  return (
    <div className={styles['actions']}>
      <p className={styles['count']}>
        {selected.size === 0 ? words.count(records.length) : words.selectedOf(selected.size, records.length)}
      </p>
      <Button
        size="small"
        icon="trash"
        busy={busy}
        disabledReason={
          selected.size === 0 ? words.tickFirst : removal.ids.length === 0 ? words.noneCanGo : undefined
        }
        onClick={() => {
          const { ids } = planFor(records, selected, now, keys);
          void remove(ids, ids.length === records.length ? 'goes' : 'stays');
        }}
      >
        {removal.ids.length > 0 ? words.removeSome(removal.ids.length) : words.removeSelected}
      </Button>
      {expired.length > 0 && (
        <Button size="small" variant="quiet" busy={busy} onClick={() => void remove(expired, 'goes')}>
          {words.removeExpired(expired.length)}
        </Button>
      )}
      <div aria-live="polite" className={styles['notes']}>
        {selected.size > 0 && removalNotes(removal).map((note) => <p key={note}>{note}</p>)}
      </div>
    </div>
  );
}

function planFor(
  records: readonly RunRecord[],
  selected: ReadonlySet<string>,
  now: number,
  keys: LoadedKeys,
): Removal {
  return planRemoval(
    records.filter(({ id }) => selected.has(id)),
    now,
    keys,
  );
}
