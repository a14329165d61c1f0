// The views of a result's rows: the table, the chart, and beside another run. All but the table are loaded when they are first chosen.
import { lazy, useState } from 'react';
import type { ReactNode } from 'react';
import { LazyPart } from '#src/failures/lazy-part.tsx';
import { exportFileName } from '#src/exports/file-name.ts';
import type { RunRecord } from '#src/records/record.ts';
import { describeRequest, runTitle } from '#src/records/describe-request.ts';
import type { TimeStyle } from '#src/rows/cells.ts';
import type { ResultColumn } from '#src/rows/columns.ts';
import type { Gathered } from '#src/rows/gather-pages.ts';
import { SkeletonLines, SkeletonRegion } from '#src/ui/skeleton.tsx';
import { Tabs } from '#src/ui/tabs.tsx';
import { rowsLine } from './result-text.ts';
import * as words from './words.ts';

const ChartPanel = lazy(async () => ({
  default: (await import('#src/charts/chart-panel.tsx')).ChartPanel,
}));
const ComparePanel = lazy(async () => ({ default: (await import('./compare-panel.tsx')).ComparePanel }));

type ResultTabsProps = {
  readonly record: RunRecord;
  readonly gathered: Gathered;
  /** As they are shown: the operator may have said what numbers are in. */
  readonly columns: readonly ResultColumn[];
  readonly timeStyle: TimeStyle;
  /** The table. */
  readonly children: ReactNode;
};

type TabId = 'table' | 'chart' | 'compare';

export function ResultTabs({ record, gathered, columns, timeStyle, children }: ResultTabsProps) {
  const [tab, setTab] = useState<TabId>('table');
  const { period, timeZone } = timeStyle;
  const complete = gathered.end === 'complete';
  const loading = (
    <SkeletonRegion label={words.loading}>
      <SkeletonLines lines={8} />
    </SkeletonRegion>
  );
  return (
    <Tabs
      label={words.views}
      selected={tab}
      onSelect={setTab}
      tabs={[
        { id: 'table', label: words.table, icon: 'table' },
        { id: 'chart', label: words.chart, icon: 'chart' },
        // Only rows that are periods have a counterpart in another run.
        ...(period === null ? [] : [{ id: 'compare', label: words.compare } as const]),
      ]}
    >
      {tab === 'table' && children}
      {tab === 'chart' && (
        <LazyPart loading={loading}>
          <ChartPanel
            gathered={gathered}
            columns={columns}
            period={period}
            timeZone={timeZone}
            title={[
              runTitle(record),
              complete
                ? describeRequest(record)
                : words.requestInPart(describeRequest(record), rowsLine(gathered)),
            ]}
            fileName={pictureName(record, !complete)}
            onShowTable={() => setTab('table')}
          />
        </LazyPart>
      )}
      {tab === 'compare' && (
        <LazyPart loading={loading}>
          <ComparePanel record={record} gathered={gathered} columns={columns} timeStyle={timeStyle} />
        </LazyPart>
      )}
    </Tabs>
  );
}

function pictureName(record: RunRecord, partial: boolean): string {
  return exportFileName(record, 'csv', { partial }).replace(/\.csv$/, `-${words.chartInFileName}.png`);
}
