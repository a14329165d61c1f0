// A saved copy on screen: marked as one, with when it was taken and how much of the result it is. Nothing here is asked of the API.
import { Link } from 'react-router';
import type { SavedCopy } from '#src/copies/saved-copy.ts';
import { recordOf } from '#src/copies/saved-copy.ts';
import { formLink } from '#src/launch/form-state.ts';
import { runTitle } from '#src/records/words.ts';
import type { Gathered } from '#src/rows/gather-pages.ts';
import { useRecord } from '#src/runs/desk-context.tsx';
import { buttonClass } from '#src/ui/button.tsx';
import { formatNumber, plural } from '#src/ui/number-format.ts';
import { PageTitle } from '#src/ui/page-title.tsx';
import { Panel } from '#src/ui/panel.tsx';
import { SkeletonLines, SkeletonRegion } from '#src/ui/skeleton.tsx';
import { formatInstant } from '#src/ui/time-format.ts';
import { ResultRows } from './result-rows.tsx';
import { cutoffLine } from './result-words.ts';
import { RunHeading } from './run-heading.tsx';
import { useCopyRows } from './use-copy-rows.ts';
import type { ResultReading } from './use-result-pages.ts';
import styles from './copy-view.module.css';

/** A copy as a page of its own. */
export function CopyView({ copy }: { copy: SavedCopy }) {
  const record = recordOf(copy);
  const hasRun = useRecord(copy.runId) !== null && copy.source !== 'file';
  return (
    <div className={styles['page']}>
      <PageTitle>{`Copy of ${runTitle(copy)}`}</PageTitle>
      <RunHeading
        record={record}
        actions={
          <>
            {hasRun && (
              <Link className={buttonClass()} to={`/runs/${copy.runId}`}>
                Open its run
              </Link>
            )}
            <Link className={buttonClass('quiet')} to={formLink(record)}>
              Edit and run
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
        <SkeletonRegion label="Opening the copy">
          <SkeletonLines lines={10} />
        </SkeletonRegion>
      )}
      {rows === 'lost' && (
        <Panel size="page" tone="danger" icon="lost" headingLevel={2} title="This copy cannot be read">
          The browser does not give its rows back, or not all of them. What is left of it can be removed on
          the page Saved copies.
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

const TAKEN: Readonly<Record<SavedCopy['source'], string>> = {
  operator: 'Saved',
  automatic: 'Saved by the desk itself',
  file: 'Read from a file, which says that it was saved',
};

function CopyMark({ copy }: { copy: SavedCopy }) {
  const { timeZone } = copy.mailbox;
  const at = (time: number) => formatInstant(time, { timeZone });
  const of = copy.total === null ? '' : ` of ${formatNumber(copy.total)}`;
  return (
    <Panel
      size="page"
      tone={copy.complete ? 'neutral' : 'waiting'}
      icon={copy.complete ? 'download' : 'doubt'}
      headingLevel={2}
      title={copy.complete ? 'Saved copy' : 'Saved copy of a part'}
    >
      <p>
        {TAKEN[copy.source]} on {at(copy.capturedAt)}. Launched on {at(copy.launchedAt)} with the key “
        {copy.keyLabel}”. {cutoffLine(copy, timeZone)}.
      </p>
      {!copy.complete && (
        <p>
          Not the whole result: {plural(copy.rowCount, 'row', 'rows')}
          {of} are here. Counts and sums of them are not those of the report.
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
