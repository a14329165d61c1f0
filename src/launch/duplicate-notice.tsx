// The desk has this run already: what is there, and how to get a second one all the same.
import { Link } from 'react-router';
import { slotLabel } from '#src/failures/actions.ts';
import type { Duplicate } from '#src/records/duplicates.ts';
import { Button, buttonClass } from '#src/ui/button.tsx';
import { useClockValue } from '#src/ui/now.tsx';
import { Panel } from '#src/ui/panel.tsx';
import { formatRelative } from '#src/ui/time-format.ts';
import { duplicates } from './duplicate-words.ts';
import * as words from './notice-words.tsx';

type DuplicateNoticeProps = {
  readonly duplicate: Duplicate;
  readonly slots: number;
  readonly onRunAnyway: () => void;
};

export function DuplicateNotice({ duplicate, slots, onRunAnyway }: DuplicateNoticeProps) {
  const { record, kind } = duplicate;
  const launched = useClockValue((now) => formatRelative(record.pressedAt, now));
  const { title, text, open } = duplicates[kind];
  const key = kind === 'other-key' ? ` ${words.itsKeyIs(record.keyLabel)}` : '';
  return (
    <Panel
      tone="waiting"
      icon="info"
      headingLevel={2}
      title={title}
      actions={
        <>
          <Link className={buttonClass('primary')} to={`/runs/${record.id}`}>
            {open}
          </Link>
          <Button onClick={onRunAnyway}>{slotLabel(words.runAnyway, slots)}</Button>
        </>
      }
    >
      <p>
        {text}
        {key} {words.wasLaunched(launched)}
      </p>
    </Panel>
  );
}
