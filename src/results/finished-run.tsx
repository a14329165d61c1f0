// A finished run: what its rows count, the rows themselves, and what stands in their way.
import { Link, useNavigate } from 'react-router';
import type { DeskConfig } from '#src/contract/desk.ts';
import { actionLabel } from '#src/failures/actions.ts';
import { useRecordFailure } from '#src/failures/use-record-failure.ts';
import { formLink } from '#src/launch/form-state.ts';
import type { LoadedKeys } from '#src/records/derived.ts';
import type { RunRecord } from '#src/records/record.ts';
import { Button, buttonClass } from '#src/ui/button.tsx';
import { SkeletonLines, SkeletonRegion } from '#src/ui/skeleton.tsx';
import { ResultFacts } from './result-facts.tsx';
import { ResultRows } from './result-rows.tsx';
import { ResultTrouble } from './result-trouble.tsx';
import { RunHeading } from './run-heading.tsx';
import { useResultPages } from './use-result-pages.ts';
import { useRunAgain } from './use-run-again.ts';

type FinishedRunProps = {
  readonly record: RunRecord;
  readonly config: DeskConfig;
  readonly keys: LoadedKeys;
};

export function FinishedRun({ record, config, keys }: FinishedRunProps) {
  // The clock and the keys decide before any request does: what was loaded stays on screen all the same.
  const trouble = useRecordFailure(record, keys);
  const reading = useResultPages(record, config.upstream, trouble === null);
  const { gathered, failure } = reading;
  const blocked = trouble !== null || failure !== null;
  return (
    <>
      <RunHeading
        record={record}
        actions={blocked ? undefined : <RunActions record={record} slots={config.limits.concurrentRuns} />}
      />
      <ResultFacts record={record} gathered={gathered} />
      <ResultTrouble record={record} keys={keys} trouble={trouble} reading={reading} />
      {gathered === null ? (
        !blocked && (
          <SkeletonRegion label="Loading the rows">
            <SkeletonLines lines={10} />
          </SkeletonRegion>
        )
      ) : (
        <ResultRows record={record} gathered={gathered} reading={reading} blocked={trouble} />
      )}
    </>
  );
}

function RunActions({ record, slots }: { record: RunRecord; slots: number }) {
  const launchAgain = useRunAgain();
  const navigate = useNavigate();

  async function runAgain() {
    const launched = await launchAgain(record);
    if (launched !== null) await navigate(`/runs/${launched.id}`);
  }

  return (
    <>
      <Button onClick={() => void runAgain()}>{actionLabel('run-again', slots)}</Button>
      <Link className={buttonClass('quiet')} to={formLink(record)}>
        Edit and run
      </Link>
    </>
  );
}
