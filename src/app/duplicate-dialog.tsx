// Another card has this run already: what is there, and how to get a second one all the same.
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { configQuery } from '#src/connection/queries.ts';
import { CONCURRENT_RUNS } from '#src/contract/limits.ts';
import { slotLabel } from '#src/failures/actions.ts';
import { duplicates } from '#src/launch/duplicate-words.ts';
import { useDesk } from '#src/runs/desk-context.tsx';
import type { Duplicate } from '#src/records/duplicates.ts';
import { describeRequest, runTitle } from '#src/records/describe-request.ts';
import { Button, buttonClass } from '#src/ui/button.tsx';
import { Dialog } from '#src/ui/dialog.tsx';
import { useClockValue } from '#src/ui/now.tsx';
import { formatRelative } from '#src/ui/time-format.ts';
import * as words from './frame-words.tsx';

type DuplicateDialogProps = {
  readonly duplicate: Duplicate;
  /** `again`: the operator wants another run. */
  readonly onClose: (again: boolean) => void;
};

export function DuplicateDialog({ duplicate, onClose }: DuplicateDialogProps) {
  const { record, kind } = duplicate;
  const { client } = useDesk().environment;
  const { data: config } = useQuery(configQuery(client));
  const launched = useClockValue((now) => formatRelative(record.pressedAt, now));
  const { title, text, open } = duplicates[kind];
  return (
    <Dialog
      open
      title={title}
      onClose={() => {
        onClose(false);
      }}
      actions={
        <>
          <Link
            className={buttonClass('primary')}
            to={`/runs/${record.id}`}
            onClick={() => {
              onClose(false);
            }}
          >
            {open}
          </Link>
          <Button
            onClick={() => {
              onClose(true);
            }}
          >
            {slotLabel(words.runAnyway, config?.limits.concurrentRuns ?? CONCURRENT_RUNS)}
          </Button>
        </>
      }
    >
      <p>
        <strong>{runTitle(record)}</strong>
        <br />
        {describeRequest(record)}
      </p>
      <p>
        {text} {words.wasLaunched(launched)}
      </p>
    </Dialog>
  );
}
