// Two results side by side: what each comes to, and one figure row by row.
import { useMemo, useState } from 'react';
import { compareSteps, isEqual } from '#src/charts/compare-rows.ts';
import type { Compared, Comparison as Task } from '#src/charts/compare-rows.ts';
import type { Side } from '#src/charts/match-rows.ts';
import { coverage } from '#src/charts/figures.ts';
import { useSame } from '#src/charts/fold-rows.ts';
import { measuresOf } from '#src/charts/measures.ts';
import type { Measure } from '#src/charts/measures.ts';
import { splitsOf } from '#src/charts/splits.ts';
import type { RunRecord } from '#src/records/record.ts';
import type { TimeStyle } from '#src/rows/cells.ts';
import type { ResultColumn } from '#src/rows/columns.ts';
import type { Gathered } from '#src/rows/gather-pages.ts';
import { allAtOnce } from '#src/rows/sort-rows.ts';
import { Button } from '#src/ui/button.tsx';
import { Checkbox } from '#src/ui/checkbox.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { Field } from '#src/ui/field.tsx';
import { Heading } from '#src/ui/heading.tsx';
import { Select } from '#src/ui/select.tsx';
import { ComparedRows, ComparedTotals } from './compare-tables.tsx';
import * as words from './compare-words.ts';
import { useSlices } from './table-slices.ts';
import type { ResultReading } from './use-result-pages.ts';
import { AT_ONCE } from './use-row-order.ts';
import styles from './compare.module.css';

/** The result that is on the page. */
export type ComparedResult = {
  readonly record: RunRecord;
  readonly gathered: Gathered;
  /** As they are shown: the operator may have said what numbers are in. */
  readonly columns: readonly ResultColumn[];
  readonly timeStyle: TimeStyle;
};

type ComparisonProps = {
  readonly here: ComparedResult;
  readonly there: Pick<ComparedResult, 'record' | 'gathered'>;
  /** Of the other run; null where nothing more of it can be read. */
  readonly reading: ResultReading | null;
};

export function Comparison({ here, there, reading }: ComparisonProps) {
  const [measureId, setMeasureId] = useState<string | null>(null);
  const [onlyDifferent, setOnlyDifferent] = useState(false);
  const { period } = here.timeStyle;
  const theirs = measuresOf(there.gathered.columns);
  // Told apart by the field: what the operator said of its unit here goes for both.
  const measures = useSame(measuresOf(here.columns).filter(({ id }) => theirs.some((one) => one.id === id)));
  const measure = measures.find(({ id }) => id === measureId) ?? measures[0];
  const sides = useSides(here, there);
  if (measure === undefined || sides === null || period === null) {
    return (
      <EmptyState title={words.nothingToCompare} icon="table">
        {words.nothingInCommon}
      </EmptyState>
    );
  }
  return (
    <>
      <p className={styles['note']}>
        {words.coverages(
          coverage(here.gathered.rows.length, here.gathered),
          coverage(there.gathered.rows.length, there.gathered),
        )}
      </p>
      {reading !== null && there.gathered.end === 'more' && (
        <div>
          <Button icon="download" busy={reading.reading} onClick={reading.loadAll}>
            {words.loadOther}
          </Button>
        </div>
      )}
      <Heading level={2}>{words.inAll}</Heading>
      <ComparedTotals measures={measures} here={here.gathered.rows} there={there.gathered.rows} />
      <Heading level={2}>{words.rowByRow}</Heading>
      <div className={styles['controls']}>
        <Field label={words.figure} className={styles['choice']}>
          {(control) => (
            <Select {...control} value={measure.id} onChange={({ target }) => setMeasureId(target.value)}>
              {measures.map(({ id, label }) => (
                <option key={id} value={id}>
                  {label}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Checkbox
          label={words.hideEqual}
          checked={onlyDifferent}
          onChange={({ target }) => setOnlyDifferent(target.checked)}
        />
      </div>
      <RowByRow {...{ here, there, sides, period, measure, onlyDifferent }} />
    </>
  );
}

/** Null where rows of one of them have no time. */
function useSides(
  here: ComparedResult,
  there: Pick<ComparedResult, 'record' | 'gathered'>,
): { readonly here: Side; readonly there: Side } | null {
  return useMemo(() => {
    const split = splitsOf(here.gathered.columns)[0];
    const otherSplit = splitsOf(there.gathered.columns).find(
      ({ id, key }) => id === split?.id && key === split.key,
    );
    function sideOf(
      { record, gathered }: Pick<ComparedResult, 'record' | 'gathered'>,
      own: typeof split,
    ): Side | null {
      const timeKey = gathered.columns.find(
        ({ key, kind }) => key === 'startDateTime' || kind === 'time',
      )?.key;
      if (timeKey === undefined) return null;
      const { start } = record.request.parameters;
      return {
        rows: gathered.rows,
        timeKey,
        timeZone: record.mailbox.timeZone,
        start: typeof start === 'string' ? start : null,
        // Both or neither: rows that are told apart by a name match none that are not.
        split: otherSplit === undefined ? null : (own ?? null),
      };
    }
    const sides = [sideOf(here, split), sideOf(there, otherSplit)] as const;
    return sides[0] === null || sides[1] === null ? null : { here: sides[0], there: sides[1] };
  }, [here, there]);
}

const COMPARING = {
  steps: compareSteps,
  serves: (begun: Task, wanted: Task) => begun.measure === wanted.measure,
};

type RowByRowProps = Omit<ComparisonProps, 'reading'> & {
  readonly sides: { readonly here: Side; readonly there: Side };
  readonly period: Task['period'];
  readonly measure: Measure;
  readonly onlyDifferent: boolean;
};

/** Rows in the table at first, and how many more each press shows. */
const SHOWN = 100;

function RowByRow({ here, there, sides, period, measure, onlyDifferent }: RowByRowProps) {
  const [most, setMost] = useState(SHOWN);
  const compared = useCompared(useMemo(() => ({ ...sides, period, measure }), [sides, period, measure]));
  if (compared === null) return <p className={styles['note']}>{words.comparing}</p>;
  const rows = onlyDifferent ? compared.filter((row) => !isEqual(row)) : compared;
  if (rows.length === 0) return <p>{words.allEqual(compared.length)}</p>;
  const hidden = compared.length - rows.length;
  return (
    <>
      <ComparedRows
        rows={rows.slice(0, most)}
        measure={measure}
        here={{
          timeStyle: here.timeStyle,
          complete: here.gathered.end === 'complete',
          timeKey: sides.here.timeKey,
        }}
        there={{
          timeStyle: { period, timeZone: there.record.mailbox.timeZone },
          complete: there.gathered.end === 'complete',
          timeKey: sides.there.timeKey,
        }}
        entity={sides.here.split?.label ?? null}
      />
      <p className={styles['note']} aria-live="polite">
        {words.rowsShown(rows.length, rows.length > most ? most : null, hidden)}
      </p>
      {rows.length > most && (
        <div>
          <Button onClick={() => setMost(most + SHOWN)}>
            {words.showMore(Math.min(SHOWN, rows.length - most))}
          </Button>
        </div>
      )}
    </>
  );
}

/** Few rows are compared at once, many while the page stays usable. */
function useCompared(task: Task): readonly Compared[] | null {
  const small = task.here.rows.length + task.there.rows.length <= AT_ONCE;
  const atOnce = useMemo(() => (small ? allAtOnce(compareSteps(task)) : null), [small, task]);
  const done = useSlices(small ? null : task, COMPARING);
  return atOnce ?? (done !== null && done.task.measure === task.measure ? done.result : null);
}
