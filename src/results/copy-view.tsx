// A saved copy on screen: marked as one, with when it was taken and how much of the result it is. Nothing here is asked of the API.
import { Link } from 'react-router';
import type { SavedCopy } from '#src/copies/saved-copy.ts';
import { recordOf } from '#src/copies/saved-copy.ts';
import { actionLabel } from '#src/failures/actions.ts';
import { formLink } from '#src/launch/form-state.ts';
import { runTitle } from '#src/records/describe-request.ts';
import type { Gathered } from '#src/rows/gather-pages.ts';
import { useRecord } from '#src/runs/desk-context.tsx';
import { buttonClass } from '#src/ui/button.tsx';
import { PageTitle } from '#src/ui/page-title.tsx';
import { Panel } from '#src/ui/panel.tsx';
import { SkeletonLines, SkeletonRegion } from '#src/ui/skeleton.tsx';
import { formatInstant } from '#src/ui/time-format.ts';
import { ResultRows } from './result-rows.tsx';
import { cutoffLine } from './result-text.ts';
import { RunHeading } from './run-heading.tsx';
import { useCopyRows } from './use-copy-rows.ts';
import type { ResultReading } from './use-result-pages.ts';
import * as words from './words.ts';
import styles from './copy-view.module.css';

/** A copy as a page of its own. */
export function CopyView({ copy }: { copy: SavedCopy }) {
  const record = recordOf(copy);
  const hasRun = useRecord(copy.runId) !== null && copy.source !== 'file';
  return (
    <div className={styles['page']}>
      <PageTitle>{words.copyOf(runTitle(copy))}</PageTitle>
      <RunHeading
        record={record}
        actions={
          <>
            {hasRun && (
              <Link className={buttonClass()} to={`/runs/${copy.runId}`}>
                {words.openItsRun}
              </Link>
            )}
            <Link className={buttonClass('quiet')} to={formLink(record)}>
              {actionLabel('edit-and-run')}
            </Link>
          </>
        }
      />
      <CopyContents copy={copy} />
    </div>
  );
}

/** What a copy holds, wherever it stands in for its result. */
export function CopyContents({ copy }: { copy: SavedCopy }) {
  const rows = useCopyRows(copy);
  return (
    <>
      <CopyMark copy={copy} />
      {rows === 'reading' && (
        <SkeletonRegion label={words.openingCopy}>
          <SkeletonLines lines={10} />
        </SkeletonRegion>
      )}
      {rows === 'lost' && (
        <Panel size="page" tone="danger" icon="lost" headingLevel={2} title={words.copyLost}>
          {words.rowsNotGivenBack}
        </Panel>
      )}
      {typeof rows === 'object' && (
        <ResultRows
          record={recordOf(copy)}
          gathered={rows}
          reading={closed(rows)}
          blocked="result-expired"
          copy={copy}
        />
      )}
    </>
  );
}

function CopyMark({ copy }: { copy: SavedCopy }) {
  const { timeZone } = copy.mailbox;
  const at = (time: number) => formatInstant(time, { timeZone });
  return (
    <Panel
      size="page"
      tone={copy.complete ? 'neutral' : 'waiting'}
      icon={copy.complete ? 'download' : 'doubt'}
      headingLevel={2}
      title={copy.complete ? words.savedCopy : words.savedPart}
    >
      <p>
        {words.savedOn[copy.source](at(copy.capturedAt))}{' '}
        {words.launchedOn(at(copy.launchedAt), copy.keyLabel, cutoffLine(copy, timeZone))}
      </p>
      {!copy.complete && (
        <p>
          {copy.total === null ? words.notWhole(copy.rowCount) : words.notWholeOf(copy.rowCount, copy.total)}
        </p>
      )}
    </Panel>
  );
}

const nothing = () => undefined;

/** A copy is all there is: nothing follows, and nothing is read anew. */
function closed(gathered: Gathered): ResultReading {
  return {
    gathered,
    failure: null,
    reading: false,
    loadingAll: false,
    loadAll: nothing,
    pause: nothing,
    retry: nothing,
    reload: nothing,
  };
}
