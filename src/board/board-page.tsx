// The board: what runs and for how long still, what needs the operator, what can be opened, whether another can be launched.
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { Link } from 'react-router';
import { configQuery } from '#src/connection/queries.ts';
import { CardBoundary } from '#src/failures/card-boundary.tsx';
import { useDesk, useRecords } from '#src/runs/desk-context.tsx';
import type { LoadedKeys } from '#src/runs/derived.ts';
import { buttonClass } from '#src/ui/button.tsx';
import { Details } from '#src/ui/details.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { Heading } from '#src/ui/heading.tsx';
import { useNow } from '#src/ui/now.tsx';
import { SkeletonLines, SkeletonRegion } from '#src/ui/skeleton.tsx';
import { BoardSummary } from './board-summary.tsx';
import { DrillList } from './drill-list.tsx';
import { boardOrder } from './board-order.ts';
import { RunCard } from './run-card.tsx';
import styles from './board-page.module.css';

/** How often the clock alone may move a card to another group, in ms. */
const REGROUP_MS = 5_000;

export function BoardPage() {
  const { client } = useDesk().environment;
  const { data: config } = useQuery(configQuery(client));
  const records = useRecords();
  const now = useNow(REGROUP_MS);
  const keys = useMemo<LoadedKeys>(() => new Set(config?.keys.map((key) => key.id)), [config]);
  const groups = useMemo(() => boardOrder(records, now, keys), [records, now, keys]);
  const order = [...groups.values()].flat();
  const alive = (groups.get('running')?.length ?? 0) + (groups.get('queued')?.length ?? 0) > 0;
  return (
    <div className={styles['board']}>
      <title>Board · Report Desk</title>
      <div className={styles['top']}>
        <Heading level={1}>Board</Heading>
        {records.length > 0 && config !== undefined && <BoardSummary records={records} groups={groups} />}
        {records.length > 0 && (
          <Link className={buttonClass('primary')} to="/launch">
            Launch a report
          </Link>
        )}
      </div>
      {alive && (
        <p className={styles['note']}>
          Runs are followed, and the queue moves, while a tab of this desk is open.
        </p>
      )}
      {/* Without the keys a card could not tell its state. */}
      {config === undefined && records.length > 0 && (
        <SkeletonRegion label="Loading the board">
          <SkeletonLines lines={6} />
        </SkeletonRegion>
      )}
      {records.length === 0 && <EmptyBoard sandbox={config?.mode === 'sandbox'} />}
      {config !== undefined && order.length > 0 && (
        <ul className={styles['cards']}>
          {order.map((record) => (
            <li key={record.id}>
              <CardBoundary shown="The card of one run" resetKey={`${record.state} ${record.checkedAt}`}>
                <RunCard record={record} keys={keys} />
              </CardBoundary>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function EmptyBoard({ sandbox }: { sandbox: boolean }) {
  return (
    <>
      <EmptyState
        title="No runs yet"
        icon="table"
        actions={
          <Link className={buttonClass('primary')} to="/launch">
            Launch your first report
          </Link>
        }
      >
        Every report you launch becomes a card here: you see it run, open its result, and run it again when it
        has expired.
      </EmptyState>
      {sandbox && <Drills />}
    </>
  );
}

/** The list is asked for when it is opened. */
function Drills() {
  const [open, setOpen] = useState(false);
  return (
    <Details
      summary="Drills: see each failure on purpose"
      open={open}
      onToggle={(event) => {
        setOpen(event.currentTarget.open);
      }}
    >
      {open && <DrillList />}
    </Details>
  );
}
