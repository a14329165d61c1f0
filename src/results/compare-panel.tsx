// A result beside that of another run: which one, and what stands in the way of reading it.
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { Link } from 'react-router';
import { configQuery } from '#src/connection/queries.ts';
import type { DeskConfig } from '#src/contract/desk.ts';
import { useRecordFailure } from '#src/failures/use-record-failure.ts';
import type { LoadedKeys } from '#src/records/derived.ts';
import type { RunRecord } from '#src/records/record.ts';
import { runTitle } from '#src/records/describe-request.ts';
import { useDesk, useRecords } from '#src/runs/desk-context.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { Field } from '#src/ui/field.tsx';
import { useNow } from '#src/ui/now.tsx';
import { Select } from '#src/ui/select.tsx';
import { SkeletonLines, SkeletonRegion } from '#src/ui/skeleton.tsx';
import { Comparison } from './compare-rows.tsx';
import type { ComparedResult } from './compare-rows.tsx';
import * as words from './compare-words.ts';
import { companionOf, comparableRuns, runChoiceText } from './compare-runs.ts';
import { ResultTrouble } from './result-trouble.tsx';
import { useResultPages } from './use-result-pages.ts';
import styles from './compare.module.css';

const MINUTE_MS = 60_000;

export function ComparePanel(props: ComparedResult) {
  const { record } = props;
  const { client } = useDesk().environment;
  const { data: config } = useQuery(configQuery(client));
  const keys = useMemo<LoadedKeys>(() => new Set(config?.keys.map(({ id }) => id)), [config]);
  const records = useRecords();
  const now = useNow(MINUTE_MS);
  const [chosen, setChosen] = useState<string | null>(null);
  const runs = comparableRuns(record, records, keys, now);
  // What was chosen stays, also after it has expired: its own panel says so.
  const other = records.find(({ id }) => id === chosen) ?? runs[0];
  if (config === undefined || other === undefined) return <NothingToCompare />;

  const options = runs.includes(other) ? runs : [other, ...runs];
  return (
    <div className={styles['panel']}>
      <Field label={words.compareWith} className={styles['choice']}>
        {(control) => (
          <Select {...control} value={other.id} onChange={({ target }) => setChosen(target.value)}>
            {options.map((run) => (
              <option key={run.id} value={run.id}>
                {runChoiceText(record, run, now)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {other.id === companionOf(record, records)?.id && (
        <p className={styles['note']}>{words.launchedToCompare}</p>
      )}
      {other.state === 'done' ? (
        <OtherRun key={other.id} here={props} other={other} config={config} keys={keys} />
      ) : (
        <p>
          {words.noRowsYet} <Link to={`/runs/${other.id}`}>{words.open(runTitle(other))}</Link>
        </p>
      )}
    </div>
  );
}

type OtherRunProps = {
  readonly here: ComparedResult;
  readonly other: RunRecord;
  readonly config: DeskConfig;
  readonly keys: LoadedKeys;
};

/** Reads the first page of the other run at once, the rest when it is asked for. */
function OtherRun({ here, other, config, keys }: OtherRunProps) {
  const trouble = useRecordFailure(other, keys);
  const reading = useResultPages(other, config.upstream, trouble === null);
  const { gathered, failure } = reading;
  return (
    <>
      <ResultTrouble record={other} keys={keys} trouble={trouble} reading={reading} />
      {gathered === null ? (
        trouble === null &&
        failure === null && (
          <SkeletonRegion label={words.loadingOther}>
            <SkeletonLines lines={8} />
          </SkeletonRegion>
        )
      ) : (
        <Comparison
          here={here}
          there={{ record: other, gathered }}
          reading={trouble === null && failure?.kind !== 'page-link-refused' ? reading : null}
        />
      )}
    </>
  );
}

function NothingToCompare() {
  return (
    <EmptyState title={words.noOtherRun} icon="table">
      {words.launchAnother}
    </EmptyState>
  );
}
