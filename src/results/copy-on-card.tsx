// *Save a copy* on a card: reads the whole result and keeps it, and says that it is kept.
import { useState } from 'react';
import { useCopies, useCopy } from '#src/copies/copies-context.tsx';
import { readResult } from '#src/copies/read-result.ts';
import { headOf } from '#src/exports/result-head.ts';
import { CATALOGUE } from '#src/failures/catalogue.ts';
import { explain } from '#src/failures/explain.ts';
import { expiresAt } from '#src/records/derived.ts';
import type { RunRecord } from '#src/records/record.ts';
import type { Gathered } from '#src/rows/gather-pages.ts';
import { useDesk } from '#src/runs/desk-context.tsx';
import { Button } from '#src/ui/button.tsx';
import { CopyNotSaved } from './copy-not-saved.tsx';
import { exportResult } from './export-result.ts';
import { rowsLine } from './result-words.ts';
import styles from './copy-view.module.css';

type State =
  | { readonly kind: 'idle' }
  | { readonly kind: 'reading'; readonly gathered: Gathered | null; readonly stop: AbortController }
  | { readonly kind: 'saved' | 'stopped'; readonly text: string }
  | { readonly kind: 'not-saved'; readonly gathered: Gathered; readonly at: number };

const IDLE: State = { kind: 'idle' };

export function CopyOnCard({ record }: { record: RunRecord }) {
  const { environment } = useDesk();
  const { clock, config, status } = environment;
  const copies = useCopies();
  const copy = useCopy(record.id);
  const [state, setState] = useState<State>(IDLE);
  const whole = copy?.complete === true;

  async function save() {
    const stop = new AbortController();
    setState({ kind: 'reading', gathered: null, stop });
    try {
      const gathered = await readResult(environment, record, {
        upstream: config.current()?.upstream ?? '',
        signal: stop.signal,
        onPage: (so) => setState({ kind: 'reading', gathered: so, stop }),
      });
      const at = clock.now();
      const head = headOf(record, gathered, at);
      const saved = await copies.save({ head, rows: gathered.rows, source: 'operator' }, stop.signal);
      if (saved === 'not-saved') setState({ kind: 'not-saved', gathered, at });
      else
        setState({
          kind: 'saved',
          text: gathered.end === 'complete' ? '' : `Partial: ${rowsLine(gathered)}`,
        });
    } catch (error) {
      if (stop.signal.aborted) return setState(IDLE);
      const { kind } = explain(error, 'page', { at: clock.now(), expiresAt: expiresAt(record) });
      if (kind === 'key-refused') status.pauseKey(record.keyId);
      setState({ kind: 'stopped', text: `${CATALOGUE[kind].title}. No copy was saved.` });
    }
  }

  async function exportRows(gathered: Gathered) {
    const text = await exportResult('csv', { record, gathered }, { now: clock.now() });
    setState({ kind: 'saved', text });
  }

  return (
    <>
      <Button
        size="small"
        variant="quiet"
        icon={whole ? 'check' : undefined}
        busy={state.kind === 'reading'}
        disabledReason={whole ? 'All its rows are kept in this browser' : undefined}
        onClick={() => void save()}
      >
        {whole ? 'Copy saved' : 'Save a copy'}
      </Button>
      {state.kind === 'reading' && (
        <Button size="small" variant="quiet" onClick={() => state.stop.abort()}>
          Stop
        </Button>
      )}
      <output className={styles['cardLine']}>
        {state.kind === 'reading' && state.gathered !== null && `${rowsLine(state.gathered)}.`}
        {(state.kind === 'saved' || state.kind === 'stopped') && state.text}
        {state.kind === 'idle' && copy?.complete === false && 'A part of it is saved.'}
      </output>
      {state.kind === 'not-saved' && (
        <div className={styles['cardPanel']}>
          <CopyNotSaved
            record={record}
            at={state.at}
            size="card"
            onExport={() => void exportRows(state.gathered)}
          />
        </div>
      )}
    </>
  );
}
