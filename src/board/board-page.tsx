// The board: what runs and for how long still, what needs the operator, what can be opened, whether another can be launched.
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { Link } from 'react-router';
import { configQuery } from '#src/connection/queries.ts';
import { LazyPart } from '#src/failures/lazy-part.tsx';
import { useDesk, useDeskStatus, useRecords } from '#src/runs/desk-context.tsx';
import { assumedKeys } from '#src/records/assumed-keys.ts';
import type { LoadedKeys } from '#src/records/derived.ts';
import { buttonClass } from '#src/ui/button.tsx';
import { Details } from '#src/ui/details.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { Heading } from '#src/ui/heading.tsx';
import { useNow } from '#src/ui/now.tsx';
import { PageTitle } from '#src/ui/page-title.tsx';
import { useRemembered } from '#src/ui/remembered.ts';
import { SkeletonLines, SkeletonRegion } from '#src/ui/skeleton.tsx';
import { BoardCards } from './board-cards.tsx';
import { useBoardView } from './board-filter-state.ts';
import { boardOrder } from './board-order.ts';
import { BoardSummary } from './board-summary.tsx';
import { PLAIN_BOARD } from './board-view.ts';
import { stepsHidden } from './first-steps-progress.ts';
import { boardLate, runList, trial } from './late-parts.ts';
import { Slots } from './slots.tsx';
import * as words from './words.ts';
import styles from './board-page.module.css';

/** How often the clock alone may move a card to another group, in ms. */
const REGROUP_MS = 5_000;
/** Long enough after a change that what it changed has been painted. */
const WARM_AFTER_MS = 1_000;
/** As many cards as this are in view together and need no choice among them. */
const A_HANDFUL = 6;

const BoardFilterBar = boardLate.part(({ BoardFilterBar }) => BoardFilterBar);
const DrillList = trial.part(({ DrillList }) => DrillList);
const FirstSteps = trial.part(({ FirstSteps }) => FirstSteps);
const RunList = runList.part(({ RunList: Whole }) => Whole);

export function BoardPage() {
  const { client } = useDesk().environment;
  const { data: config, isError } = useQuery(configQuery(client));
  const records = useRecords();
  const now = useNow(REGROUP_MS);
  const { signedOut } = useDeskStatus();
  const lost = isError && !signedOut && config === undefined;
  const keys = useMemo<LoadedKeys>(
    () => (lost ? assumedKeys(records) : new Set(config?.keys.map((key) => key.id))),
    [config, lost, records],
  );
  const groups = useMemo(() => boardOrder(records, now, keys), [records, now, keys]);
  const { view, filters, change, choices } = useBoardView(records.length > A_HANDFUL);
  // What is typed is on screen before what it finds.
  const shown = useDeferredValue(view);
  const seen = useMemo(
    () => (shown === null ? groups : (filters?.filterGroups(groups, shown) ?? groups)),
    [filters, groups, shown],
  );
  // The first letter and the first look at the list find their work done.
  useEffect(() => {
    if (filters === null) return;
    const stop = new AbortController();
    const timer = setTimeout(() => {
      runList.preload();
      filters.warmSearch(records, stop.signal).catch(() => undefined);
    }, WARM_AFTER_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [filters, records]);
  const listed = useMemo(
    () => (shown === null ? records : (filters?.filterRecords(records, seen, shown.order) ?? records)),
    [filters, records, seen, shown],
  );
  // Without the keys a card could not tell its state, and before the choices are there the cards would be pushed down by them.
  const ready = (config !== undefined || lost) && shown !== null && choices !== 'coming';
  const isTrial = !useRemembered(stepsHidden) && config?.mode === 'sandbox' && records.length <= A_HANDFUL;
  const alive = (groups.get('running')?.length ?? 0) + (groups.get('queued')?.length ?? 0) > 0;
  return (
    <div className={styles['board']}>
      <PageTitle>{words.board}</PageTitle>
      <div className={styles['top']}>
        <Heading level={1}>{words.board}</Heading>
        {records.length > 0 && config !== undefined && <BoardSummary records={records} groups={groups} />}
        {records.length > 0 && (
          <Link className={buttonClass('primary')} to="/launch">
            {words.launchAReport}
          </Link>
        )}
      </div>
      {alive && <p className={styles['note']}>{words.whileATabIsOpen}</p>}
      <Slots />
      {isTrial && (
        <LazyPart loading={<div className={styles['steps']} />}>
          <FirstSteps records={records} />
        </LazyPart>
      )}
      {records.length === 0 && <EmptyBoard sandbox={config?.mode === 'sandbox'} />}
      {records.length > 0 && choices === 'coming' && <div className={styles['bar']} />}
      {records.length > 0 && choices === 'here' && (
        <LazyPart loading={<div className={styles['bar']} />}>
          <BoardFilterBar
            records={records}
            seen={listed.length}
            view={view ?? PLAIN_BOARD}
            onChange={change}
          />
        </LazyPart>
      )}
      {!ready && records.length > 0 && <Loading label={words.loadingBoard} />}
      {ready && listed.length > 0 && shown.look === 'cards' && (
        <BoardCards
          records={records}
          groups={seen}
          keys={keys}
          listQuery={filters?.writeBoardView({ ...shown, look: 'list' }).toString() ?? 'view=list'}
        />
      )}
      {ready && listed.length > 0 && shown.look === 'list' && (
        <LazyPart loading={<Loading label={words.loadingList} />}>
          <RunList records={listed} keys={keys} order={shown.order} onChange={change} />
        </LazyPart>
      )}
    </div>
  );
}

function Loading({ label }: { label: string }) {
  return (
    <SkeletonRegion label={label}>
      <SkeletonLines lines={6} />
    </SkeletonRegion>
  );
}

function EmptyBoard({ sandbox }: { sandbox: boolean }) {
  return (
    <>
      <EmptyState
        title={words.noRunsYet}
        icon="table"
        actions={
          <Link className={buttonClass('primary')} to="/launch">
            {words.launchFirst}
          </Link>
        }
      >
        {words.everyReport}
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
      summary={words.drills}
      open={open}
      onToggle={(event) => {
        setOpen(event.currentTarget.open);
      }}
    >
      {open && (
        <LazyPart>
          <DrillList />
        </LazyPart>
      )}
    </Details>
  );
}
