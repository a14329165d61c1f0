// The page of one run: its rows once it is done, until then how far it is. Opens by itself when the run ends.
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useParams } from 'react-router';
import { configQuery } from '#src/connection/queries.ts';
import { useCopy } from '#src/copies/copies-context.tsx';
import type { LoadedKeys } from '#src/records/derived.ts';
import { useDesk, useDeskStatus, useRecord } from '#src/runs/desk-context.tsx';
import { runTitle } from '#src/records/describe-request.ts';
import { PageTitle } from '#src/ui/page-title.tsx';
import { SkeletonLines, SkeletonRegion } from '#src/ui/skeleton.tsx';
import { CopyView } from './copy-view.tsx';
import { FinishedRun } from './finished-run.tsx';
import { RunOutOfReach } from './run-out-of-reach.tsx';
import { UnfinishedRun } from './unfinished-run.tsx';
import { UnknownRun } from './unknown-run.tsx';
import * as words from './words.ts';
import styles from './result-page.module.css';

export function ResultPage() {
  const { id = '' } = useParams();
  const { client } = useDesk().environment;
  const record = useRecord(id);
  const { data: config, isError } = useQuery(configQuery(client));
  const { signedOut } = useDeskStatus();
  const copy = useCopy(id);
  const keys = useMemo<LoadedKeys>(() => new Set(config?.keys.map((key) => key.id)), [config]);

  // Without the keys the page could not tell what can be read.
  if (config === undefined) {
    if (isError && copy !== null) return <CopyView copy={copy} />;
    return isError && !signedOut && record !== null ? <RunOutOfReach record={record} /> : <ResultLoading />;
  }
  // A copy opens whether or not its card is still there.
  if (record === null && copy !== null) return <CopyView copy={copy} />;
  if (record === null) return <UnknownRun key={id} id={id} />;
  return (
    <div className={styles['page']}>
      <PageTitle>{runTitle(record)}</PageTitle>
      {record.state === 'done' ? (
        <FinishedRun key={record.id} record={record} config={config} keys={keys} />
      ) : (
        <UnfinishedRun key={record.id} record={record} keys={keys} />
      )}
    </div>
  );
}

function ResultLoading() {
  return (
    <SkeletonRegion label={words.loadingRun}>
      <SkeletonLines lines={6} />
    </SkeletonRegion>
  );
}
