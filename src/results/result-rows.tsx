// The rows of a result, and the way to the rest of them.
import { useEffect, useMemo, useRef } from 'react';
import { Link } from 'react-router';
import { PERIODS } from '#src/contract/reports.ts';
import type { Period } from '#src/contract/reports.ts';
import { actionLabel } from '#src/failures/actions.ts';
import { formLink } from '#src/launch/form-state.ts';
import { messageIdOf } from '#src/messages/attachments-query.ts';
import { MessageActions } from '#src/messages/message-actions.tsx';
import type { SavedCopy } from '#src/copies/saved-copy.ts';
import type { FailureKind } from '#src/records/failure-kind.ts';
import type { RunRecord } from '#src/records/record.ts';
import { reportTitle } from '#src/records/describe-request.ts';
import { useAnnounce } from '#src/ui/announcer.tsx';
import { Button, buttonClass } from '#src/ui/button.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { Panel } from '#src/ui/panel.tsx';
import { ProgressBar } from '#src/ui/progress-bar.tsx';
import type { TimeStyle } from '#src/rows/cells.ts';
import type { Gathered } from '#src/rows/gather-pages.ts';
import { ResultTabs } from './chart-tabs.tsx';
import { ExportBar } from './export-bar.tsx';
import { ResultFigures } from './figures.tsx';
import { ResultTable } from './result-table.tsx';
import { emptyReason, rowsLine, stopWords } from './result-text.ts';
import { useTableState } from './table-state.ts';
import type { ResultReading } from './use-result-pages.ts';
import * as words from './words.ts';
import styles from './result-page.module.css';

type ResultRowsProps = {
  readonly record: RunRecord;
  readonly gathered: Gathered;
  readonly reading: ResultReading;
  /** Why nothing more can be read, or null. */
  readonly blocked: FailureKind | null;
  /** The saved copy that the rows are from. */
  readonly copy?: SavedCopy | undefined;
};

export function ResultRows({ record, gathered, reading, blocked, copy }: ResultRowsProps) {
  const { rows, columns, end, total, repeated } = gathered;
  const timeStyle = useMemo<TimeStyle>(
    () => ({ timeZone: record.mailbox.timeZone, period: periodOf(record) }),
    [record],
  );
  const table = useTableState(record.request.report, rows, columns, timeStyle);
  const allColumns = useMemo(() => table.columns.map(({ column }) => column), [table.columns]);
  const stop = stopWords(end);
  // Following the refused link once more would be refused again; the panel above leads on.
  const linkRefused = reading.failure?.kind === 'page-link-refused';
  useLoadedAnnouncement(gathered, reading.loadingAll);
  if (rows.length === 0 && end === 'complete') return <NoRows record={record} />;
  return (
    <>
      {stop !== null && (
        <Panel
          tone="waiting"
          icon="doubt"
          size="page"
          headingLevel={2}
          title={stop.title}
          actions={
            blocked === null && <Button onClick={reading.reload}>{actionLabel('reload-first-page')}</Button>
          }
        >
          {stop.text}
        </Panel>
      )}
      <ResultFigures gathered={gathered} columns={allColumns} />
      {end === 'more' && blocked === null && !linkRefused && (
        <LoadRest gathered={gathered} reading={reading} />
      )}
      {rows.length > 0 && (
        <ExportBar
          record={record}
          gathered={gathered}
          view={table.view}
          reading={blocked === null && !linkRefused ? reading : null}
          copy={copy ?? null}
        />
      )}
      {rows.length > 0 && (
        <ResultTabs record={record} gathered={gathered} columns={allColumns} timeStyle={timeStyle}>
          <ResultTable
            name={reportTitle(record)}
            table={table}
            total={end === 'complete' ? rows.length : total}
            rowActions={(row) => <MessageActions key={messageIdOf(row)} record={record} row={row} />}
          />
        </ResultTabs>
      )}
      {repeated > 0 && <p className={styles['note']}>{words.cameTwice(repeated)}</p>}
    </>
  );
}

/** Says once that everything is here, after it was asked for. */
function useLoadedAnnouncement({ rows, end }: Gathered, loadingAll: boolean): void {
  const announce = useAnnounce();
  const wasLoading = useRef(false);
  const count = rows.length;
  useEffect(() => {
    if (wasLoading.current && !loadingAll && end === 'complete') {
      announce(words.allLoaded(count));
    }
    wasLoading.current = loadingAll;
  }, [announce, loadingAll, end, count]);
}

function periodOf({ request }: RunRecord): Period | null {
  return PERIODS.find((period) => period === request.parameters['period']) ?? null;
}

/** Reads page after page, with what is there so far in view. */
function LoadRest({ gathered, reading }: { gathered: Gathered; reading: ResultReading }) {
  const { rows, total } = gathered;
  const { loadingAll, loadAll, pause } = reading;
  return (
    <div className={styles['rest']}>
      {loadingAll ? (
        <>
          <Button icon="pause" onClick={pause}>
            {words.pause}
          </Button>
          <div className={styles['bar']}>
            <ProgressBar
              label={words.rowsLoaded}
              value={total === null ? null : (rows.length / total) * 100}
              valueText={rowsLine(gathered)}
            />
          </div>
        </>
      ) : (
        <Button icon="download" busy={reading.reading} onClick={loadAll}>
          {words.loadAllRows}
        </Button>
      )}
    </div>
  );
}

function NoRows({ record }: { record: RunRecord }) {
  return (
    <EmptyState
      title={words.noRows}
      icon="table"
      actions={
        <Link className={buttonClass()} to={formLink(record)}>
          {actionLabel('edit-and-run')}
        </Link>
      }
    >
      {words.nothingFound(emptyReason(record.request.parameters))}
    </EmptyState>
  );
}
