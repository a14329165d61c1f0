// A finished run: what its rows count, the rows themselves, and what stands in their way.
import { useId, useMemo } from 'react';
import { Link, useNavigate } from 'react-router';
import type { DeskConfig } from '#src/contract/desk.ts';
import { useCopy } from '#src/copies/copies-context.tsx';
import { actionLabel } from '#src/failures/actions.ts';
import { useRecordFailure } from '#src/failures/use-record-failure.ts';
import { formLink } from '#src/launch/form-state.ts';
import { messagesOfRows } from '#src/messages/messages-link.ts';
import type { LoadedKeys } from '#src/records/derived.ts';
import type { RunRecord } from '#src/records/record.ts';
import type { Gathered } from '#src/rows/gather-pages.ts';
import { Button, buttonClass } from '#src/ui/button.tsx';
import { SkeletonLines, SkeletonRegion } from '#src/ui/skeleton.tsx';
import { CopyContents } from './copy-view.tsx';
import { ResultFacts } from './result-facts.tsx';
import { ResultRows } from './result-rows.tsx';
import { ResultTrouble } from './result-trouble.tsx';
import { rerunLine } from './result-text.ts';
import { RunHeading } from './run-heading.tsx';
import { useResultPages } from './use-result-pages.ts';
import { useRunAgain } from './use-run-again.ts';
import * as words from './words.ts';
import styles from './result-page.module.css';

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
  const copy = useCopy(record.id);
  // What was loaded stays, unless no more can be read and the copy has all of it.
  const isPart =
    gathered === null || (trouble !== null && gathered.end === 'more' && copy?.complete === true);
  return (
    <>
      <RunHeading
        record={record}
        actions={
          blocked ? undefined : (
            <RunActions record={record} gathered={gathered} slots={config.limits.concurrentRuns} />
          )
        }
      />
      <ResultFacts record={record} gathered={gathered} />
      <ResultTrouble record={record} keys={keys} trouble={trouble} reading={reading} />
      {blocked && isPart && copy !== null ? (
        <CopyContents copy={copy} />
      ) : gathered === null ? (
        !blocked && (
          <SkeletonRegion label={words.loadingRows}>
            <SkeletonLines lines={10} />
          </SkeletonRegion>
        )
      ) : (
        <ResultRows record={record} gathered={gathered} reading={reading} blocked={trouble} />
      )}
    </>
  );
}

type RunActionsProps = {
  readonly record: RunRecord;
  readonly gathered: Gathered | null;
  readonly slots: number;
};

function RunActions({ record, gathered, slots }: RunActionsProps) {
  const launchAgain = useRunAgain();
  const navigate = useNavigate();
  const outlookId = useId();
  const counted = gathered ?? record.summary;
  const messages = useMemo(
    () => (gathered?.end === 'complete' ? messagesOfRows(record, gathered.rows) : null),
    [record, gathered],
  );

  async function runAgain() {
    const launched = await launchAgain(record);
    if (launched !== null) await navigate(`/runs/${launched.id}`);
  }

  return (
    <>
      <Button onClick={() => void runAgain()} aria-describedby={counted === null ? undefined : outlookId}>
        {actionLabel('run-again', slots)}
      </Button>
      <Link className={buttonClass('quiet')} to={formLink(record)}>
        {actionLabel('edit-and-run')}
      </Link>
      {messages !== null && (
        <Link className={buttonClass('quiet')} to={messages}>
          {words.showMessages}
        </Link>
      )}
      {counted !== null && (
        <p id={outlookId} className={styles['outlook']}>
          {rerunLine(counted)}
        </p>
      )}
    </>
  );
}
