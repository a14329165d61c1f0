// What *Save a copy* on a card does. Fetched when it is pressed: reading, keeping and exporting take more code than the board has.
import type { Copies } from '#src/copies/copies.ts';
import { readResult } from '#src/copies/read-result.ts';
import { headOf } from '#src/exports/result-head.ts';
import type { RunRecord } from '#src/records/record.ts';
import type { Gathered } from '#src/rows/gather-pages.ts';
import type { RunEnvironment } from '#src/runs/environment.ts';
import { CopyNotSaved } from './copy-not-saved.tsx';
import { exportResult } from './export-result.ts';
import { rowsLine } from './result-text.ts';
import * as words from './words.ts';

type SaveOptions = {
  readonly environment: RunEnvironment;
  readonly copies: Copies;
  readonly signal: AbortSignal;
  /** How far the reading is, in words. */
  readonly onProgress: (line: string) => void;
};

/** What is said once it is kept; or the rows, which could not be kept, and when that was tried (epoch ms). */
export type CopyOutcome =
  | { readonly kind: 'saved'; readonly line: string }
  | { readonly kind: 'not-saved'; readonly gathered: Gathered; readonly at: number };

/** Rejects as `readResult` does. */
export async function saveCopy(
  record: RunRecord,
  { environment, copies, signal, onProgress }: SaveOptions,
): Promise<CopyOutcome> {
  const gathered = await readResult(environment, record, {
    upstream: environment.config.current()?.upstream ?? '',
    signal,
    onPage: (so) => onProgress(words.rowsSoFar(rowsLine(so))),
  });
  const at = environment.clock.now();
  const head = headOf(record, gathered, at);
  const saved = await copies.save({ head, rows: gathered.rows, source: 'operator' }, signal);
  if (saved === 'not-saved') return { kind: 'not-saved', gathered, at };
  return { kind: 'saved', line: gathered.end === 'complete' ? '' : words.partial(rowsLine(gathered)) };
}

type NotSavedProps = {
  readonly record: RunRecord;
  readonly outcome: CopyOutcome & { readonly kind: 'not-saved' };
  /** Gets what is said of the file. */
  readonly onExported: (line: string) => void;
  readonly now: () => number;
};

export function NotSaved({ record, outcome: { gathered, at }, onExported, now }: NotSavedProps) {
  return (
    <CopyNotSaved
      record={record}
      at={at}
      size="card"
      onExport={() => void exportResult('csv', { record, gathered }, { now: now() }).then(onExported)}
    />
  );
}
