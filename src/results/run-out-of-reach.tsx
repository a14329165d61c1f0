// The page of a run while this desk's gateway does not answer and no copy of the result is saved here: what the record knows.
import { useMemo } from 'react';
import { assumedKeys } from '#src/records/assumed-keys.ts';
import type { RunRecord } from '#src/records/record.ts';
import { runTitle } from '#src/records/describe-request.ts';
import { PageTitle } from '#src/ui/page-title.tsx';
import { ResultFacts } from './result-facts.tsx';
import { RunHeading } from './run-heading.tsx';
import { UnfinishedRun } from './unfinished-run.tsx';
import * as words from './words.ts';
import styles from './result-page.module.css';

export function RunOutOfReach({ record }: { record: RunRecord }) {
  const keys = useMemo(() => assumedKeys([record]), [record]);
  return (
    <div className={styles['page']}>
      <PageTitle>{runTitle(record)}</PageTitle>
      {record.state === 'done' ? (
        <>
          <RunHeading record={record} />
          <ResultFacts record={record} gathered={null} />
          <p className={styles['note']}>{words.outOfReach}</p>
        </>
      ) : (
        <UnfinishedRun record={record} keys={keys} />
      )}
    </div>
  );
}
