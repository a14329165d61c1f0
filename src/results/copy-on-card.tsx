// *Save a copy* on a card: reads the whole result and keeps it, and says that it is kept.
import { useState } from 'react';
import type { ComponentProps, ComponentType } from 'react';
import { useCopies, useCopy } from '#src/copies/copies-context.tsx';
import { CATALOGUE } from '#src/failures/catalogue.ts';
import { explain } from '#src/failures/explain.ts';
import { expiresAt } from '#src/records/derived.ts';
import type { FailureKind } from '#src/records/failure-kind.ts';
import type { RunRecord } from '#src/records/record.ts';
import { useDesk } from '#src/runs/desk-context.tsx';
import { Button } from '#src/ui/button.tsx';
import type { CopyOutcome, NotSaved as WholeNotSaved } from './copy-on-card-work.tsx';
import * as words from './copy-words.ts';
import styles from './copy-on-card.module.css';

type State =
  | { readonly kind: 'idle' }
  | { readonly kind: 'reading'; readonly line: string; readonly stop: AbortController }
  | { readonly kind: 'saved' | 'stopped'; readonly line: string }
  | {
      readonly kind: 'not-saved';
      readonly outcome: CopyOutcome & { readonly kind: 'not-saved' };
      readonly NotSaved: ComponentType<ComponentProps<typeof WholeNotSaved>>;
    };

const IDLE: State = { kind: 'idle' };

export function CopyOnCard({ record }: { record: RunRecord }) {
  const { environment } = useDesk();
  const { clock, status } = environment;
  const copies = useCopies();
  const copy = useCopy(record.id);
  const [state, setState] = useState<State>(IDLE);
  const whole = copy?.complete === true;
  const stopped = (kind: FailureKind) =>
    setState({ kind: 'stopped', line: `${CATALOGUE[kind].title}. ${words.noCopySaved}` });

  async function save() {
    const stop = new AbortController();
    const reading = (line: string) => setState({ kind: 'reading', line, stop });
    reading('');
    const work = await import('./copy-on-card-work.tsx').catch(() => null);
    if (stop.signal.aborted) return setState(IDLE);
    // Not even the code for it could be fetched.
    if (work === null) return stopped('connection-lost');
    try {
      const outcome = await work.saveCopy(record, {
        environment,
        copies,
        signal: stop.signal,
        onProgress: reading,
      });
      setState(outcome.kind === 'saved' ? outcome : { kind: 'not-saved', outcome, NotSaved: work.NotSaved });
    } catch (error) {
      if (stop.signal.aborted) return setState(IDLE);
      const { kind } = explain(error, 'page', { at: clock.now(), expiresAt: expiresAt(record) });
      if (kind === 'key-refused') status.pauseKey(record.keyId);
      stopped(kind);
    }
  }

  return (
    <>
      <Button
        size="small"
        variant="quiet"
        icon={whole ? 'check' : undefined}
        busy={state.kind === 'reading'}
        disabledReason={whole ? words.allRowsKept : undefined}
        onClick={() => void save()}
      >
        {whole ? words.copySaved : words.saveCopy}
      </Button>
      {state.kind === 'reading' && (
        <Button size="small" variant="quiet" onClick={() => state.stop.abort()}>
          {words.stop}
        </Button>
      )}
      <output className={styles['line']}>
        {(state.kind === 'reading' || state.kind === 'saved' || state.kind === 'stopped') && state.line}
        {state.kind === 'idle' && copy?.complete === false && words.partSaved}
      </output>
      {state.kind === 'not-saved' && (
        <div className={styles['panel']}>
          <state.NotSaved
            record={record}
            outcome={state.outcome}
            now={() => clock.now()}
            onExported={(line) => setState({ kind: 'saved', line })}
          />
        </div>
      )}
    </>
  );
}
