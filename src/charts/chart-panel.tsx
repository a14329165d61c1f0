// The chart of a result: what to draw, and the drawing. Loaded when it is first looked at.
import { useMemo, useState } from 'react';
import type { Period } from '#src/contract/reports.ts';
import type { Gathered } from '#src/rows/gather-pages.ts';
import type { ResultColumn } from '#src/rows/columns.ts';
import { Button } from '#src/ui/button.tsx';
import { ChoiceGroup, MultiChoiceGroup } from '#src/ui/choice-group.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { SkeletonLines, SkeletonRegion } from '#src/ui/skeleton.tsx';
import { createCellFold } from './cells.ts';
import { drawable, drawn, whyNot } from './chart-choices.ts';
import * as words from './chart-words.ts';
import { coverage } from './figures.ts';
import { useFold, useSame } from './fold-rows.ts';
import { summaryOf } from './line-text.ts';
import { linesOf } from './lines.ts';
import { measuresOf } from './measures.ts';
import type { Measure } from './measures.ts';
import { createTimeReader } from './periods.ts';
import { rank } from './ranking.ts';
import { RankingBars } from './ranking-bars.tsx';
import { splitsOf } from './splits.ts';
import type { Split, SplitId } from './splits.ts';
import { TimeChart } from './time-chart.tsx';
import styles from './charts.module.css';

export type ChartPanelProps = {
  readonly gathered: Gathered;
  /** As they are shown: the operator may have said what numbers are in. */
  readonly columns: readonly ResultColumn[];
  readonly period: Period | null;
  readonly timeZone: string;
  /** Lines on top of a saved picture. */
  readonly title: readonly string[];
  readonly fileName: string;
  readonly onShowTable: () => void;
};

/** Bars before the rest is put together. */
const MOST_BARS = 15;

export function ChartPanel(props: ChartPanelProps) {
  const { columns, period } = props;
  const measures = useSame(measuresOf(columns));
  const splits = useSame(splitsOf(columns));
  const timeKey = timeKeyOf(columns);
  const [view, setView] = useState<'time' | SplitId>('time');
  const [splitId, setSplitId] = useState<'none' | SplitId>('none');
  const [chosen, setChosen] = useState<readonly string[]>([]);

  const ranked = splits.find(({ id }) => id === view) ?? (timeKey === null ? splits[0] : undefined);
  const split = ranked ?? splits.find(({ id }) => id === splitId) ?? null;
  const one = split !== null;
  const offered = drawable(measures, {
    period: ranked === undefined ? period : null,
    hasSplits: splits.length > 0,
    split: one,
  });
  const wanted = useSame(drawn(offered, chosen).slice(0, one ? 1 : undefined));
  if (offered.length === 0 || (timeKey === null && ranked === undefined)) {
    return <NothingToDraw onShowTable={props.onShowTable} />;
  }

  return (
    <div className={styles['panel']}>
      <div className={styles['controls']}>
        {splits.length > 0 && timeKey !== null && (
          <ChoiceGroup
            legend={words.show}
            look="segments"
            value={ranked?.id ?? 'time'}
            onChange={setView}
            choices={[
              { value: 'time', label: words.overTime },
              ...splits.map(({ id }) => ({ value: id, label: words.bySplit[id] })),
            ]}
          />
        )}
        {splits.length > 0 && ranked === undefined && (
          <ChoiceGroup
            legend={words.splitBy}
            look="segments"
            value={split?.id ?? 'none'}
            onChange={setSplitId}
            choices={[
              { value: 'none', label: words.splitByNothing },
              ...splits.map(({ id, label }) => ({ value: id, label })),
            ]}
          />
        )}
      </div>
      <MeasureChoice offered={offered} wanted={wanted} one={one} onChange={setChosen} />
      <Drawing {...props} measures={wanted} split={split} timeKey={ranked === undefined ? timeKey : null} />
    </div>
  );
}

/** Where the period begins, else the first time there is. */
function timeKeyOf(columns: readonly ResultColumn[]): string | null {
  const times = columns.filter(({ kind }) => kind === 'time').map(({ key }) => key);
  return times.find((key) => key === 'startDateTime') ?? times[0] ?? null;
}

type MeasureChoiceProps = {
  readonly offered: readonly Measure[];
  readonly wanted: readonly Measure[];
  readonly one: boolean;
  readonly onChange: (ids: readonly string[]) => void;
};

function MeasureChoice({ offered, wanted, one, onChange }: MeasureChoiceProps) {
  const choices = offered.map((measure) => ({
    value: measure.id,
    label: measure.label,
    disabledReason: one ? undefined : whyNot(measure, wanted),
  }));
  const ids = wanted.map(({ id }) => id);
  if (one) {
    return (
      <ChoiceGroup
        legend={words.oneFigure}
        choices={choices}
        value={ids[0] ?? null}
        onChange={(id) => onChange([id])}
      />
    );
  }
  return (
    <MultiChoiceGroup
      legend={words.figures}
      choices={choices}
      values={ids}
      onChange={(next) => {
        // Without any there would be nothing to see.
        if (next.length > 0) onChange(next);
      }}
    />
  );
}

type DrawingProps = ChartPanelProps & {
  readonly measures: readonly Measure[];
  readonly split: Split | null;
  /** Null = bars. */
  readonly timeKey: string | null;
};

/** Messages have times to the second: told apart no finer than zones are, they make few cells. */
const QUARTER_HOUR_MS = 900_000;

function Drawing({ measures, split, timeKey, ...props }: DrawingProps) {
  const { gathered, period, timeZone, title, fileName, onShowTable } = props;
  const { rows } = gathered;
  const start = useMemo(() => {
    const read = createTimeReader(timeZone);
    return () =>
      createCellFold({
        measures,
        split,
        timeKey,
        readTime(value) {
          const at = read(value);
          return at === null || period !== null ? at : Math.floor(at / QUARTER_HOUR_MS) * QUARTER_HOUR_MS;
        },
      });
  }, [measures, split, timeKey, timeZone, period]);
  const { result: cells, taken } = useFold(rows, start);
  const complete = gathered.end === 'complete';
  const busy = taken < rows.length;
  const chart = useMemo(
    () => (busy || timeKey === null ? null : linesOf(cells, { measures, split, period, timeZone, complete })),
    [busy, timeKey, cells, measures, split, period, timeZone, complete],
  );
  const [measure] = measures;
  if (busy || measure === undefined) {
    return (
      <SkeletonRegion label={words.counting}>
        <SkeletonLines lines={8} />
      </SkeletonRegion>
    );
  }
  return (
    <>
      {!complete && <p className={styles['note']}>{coverage(taken, gathered)}</p>}
      {chart === null ? (
        split !== null && (
          <RankingBars
            label={words.measureBySplit[split.id](measure.label)}
            measure={measure}
            ranking={rank(cells, measure, split, MOST_BARS)}
          />
        )
      ) : (
        <>
          {chart.times.length > 0 && (
            <TimeChart
              chart={chart}
              timeZone={timeZone}
              title={split === null ? title : [...title, words.measureBySplit[split.id](measure.label)]}
              fileName={fileName}
            />
          )}
          <div className={styles['summary']}>
            {summaryOf(chart, cells.untimed, timeZone).map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          </div>
        </>
      )}
      <div>
        <Button variant="quiet" icon="table" onClick={onShowTable}>
          {words.showTable}
        </Button>
      </div>
    </>
  );
}

function NothingToDraw({ onShowTable }: { onShowTable: () => void }) {
  return (
    <EmptyState
      title={words.nothingToDraw}
      icon="chart"
      actions={<Button onClick={onShowTable}>{words.showTable}</Button>}
    >
      {words.whatChartNeeds}
    </EmptyState>
  );
}
