// The desk has this run already: what is there, and how to get a second one all the same.
import { Link } from 'react-router';
import { slotLabel } from '#src/failures/actions.ts';
import type { Duplicate, DuplicateKind } from '#src/runs/duplicates.ts';
import { Button, buttonClass } from '#src/ui/button.tsx';
import { useClockValue } from '#src/ui/now.tsx';
import { Panel } from '#src/ui/panel.tsx';
import { formatRelative } from '#src/ui/time-format.ts';

type Words = { readonly title: string; readonly text: string; readonly open: string };

const WORDS: Readonly<Record<DuplicateKind, Words>> = {
  running: {
    title: 'This report is running already',
    text: 'A run with exactly these settings is under way. A second one would give the same rows and take a second slot.',
    open: 'Open that run',
  },
  waiting: {
    title: 'This report is waiting already',
    text: 'A launch with exactly these settings is in the queue. A second one would give the same rows.',
    open: 'Open that launch',
  },
  'may-be-running': {
    title: 'This report may be running',
    text: 'A launch with exactly these settings was sent, and nobody knows yet whether it started. A second one could make two runs.',
    open: 'Open that launch',
  },
  final: {
    title: 'This result is there already',
    text: 'All its periods are final: running it again gives the same rows.',
    open: 'Open result',
  },
  'moved-on': {
    title: 'There is an earlier result',
    text: 'It has the same settings. Its last period was still open: running it again may give newer figures.',
    open: 'Open result',
  },
  'other-key': {
    title: 'This run belongs to another key',
    text: 'A run with exactly these settings was started with a key that is not loaded, and can be read only with that one.',
    open: 'Open that run',
  },
};

type DuplicateNoticeProps = {
  readonly duplicate: Duplicate;
  readonly slots: number;
  readonly onRunAnyway: () => void;
};

export function DuplicateNotice({ duplicate, slots, onRunAnyway }: DuplicateNoticeProps) {
  const { record, kind } = duplicate;
  const launched = useClockValue((now) => formatRelative(record.pressedAt, now));
  const { title, text, open } = WORDS[kind];
  const key = kind === 'other-key' ? ` Its key is “${record.keyLabel}”.` : '';
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
          <Button onClick={onRunAnyway}>{slotLabel('Run anyway', slots)}</Button>
        </>
      }
    >
      <p>
        {text}
        {key} It was launched {launched}.
      </p>
    </Panel>
  );
}
