// One line on the board about the account's slots: how many are in use, and when the next one is free. What holds them and what
// waits for them unfolds below it.
import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'react-router';
import { useDesk, useDeskStatus, useRecords } from '#src/runs/desk-context.tsx';
import { slotsHeld, workingKeys } from '#src/records/derived.ts';
import { slotsLine } from '#src/runs/forecast-text.ts';
import { freeSlots } from '#src/runs/forecast.ts';
import { Details } from '#src/ui/details.tsx';
import { useClockValue } from '#src/ui/now.tsx';
import { SlotsPanel } from './slots-panel.tsx';
import styles from './slots-panel.module.css';

/** Where the header's meter leads. */
const ANCHOR = 'slots';

/** Nothing where all slots are free and no launch waits. */
export function SlotsDisclosure() {
  const desk = useDesk();
  const records = useRecords();
  const { hash, key } = useLocation();
  const { pausedKeys } = useDeskStatus();
  const details = useRef<HTMLDetailsElement>(null);
  const called = hash === `#${ANCHOR}` ? key : null;
  const [answered, setAnswered] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  const line = useClockValue(() => {
    const situation = desk.situation();
    // Before the gateway was heard, nothing is known of slots.
    if (situation.slots === 0) return null;
    const held = slotsHeld(records, situation.now, workingKeys(situation.keys, pausedKeys));
    if (held === 0 && !records.some(({ state }) => state === 'queued')) return null;
    return slotsLine(held, freeSlots(records, situation), situation.now);
  });

  // Each press of the meter opens it, also after it was closed.
  if (called !== null && called !== answered) {
    setAnswered(called);
    setOpen(true);
  }

  useEffect(() => {
    if (called !== null) details.current?.querySelector('summary')?.focus();
  }, [called]);

  if (line === null) return null;
  return (
    <Details
      id={ANCHOR}
      className={styles['slots']}
      ref={details}
      summary={line}
      open={open}
      onToggle={(event) => {
        setOpen(event.currentTarget.open);
      }}
    >
      {open && <SlotsPanel />}
    </Details>
  );
}
