// A result kept in this browser: what it is, beside its rows.
import type { ResultRow } from '#src/contract/envelope.ts';
import { isReportId } from '#src/contract/reports.ts';
import type { LaunchRequest } from '#src/contract/reports.ts';
import { rowJson } from '#src/exports/row-json.ts';
import type { ResultHead } from '#src/exports/result-head.ts';
import { inSlices } from '#src/exports/slices.ts';
import { fingerprintOf } from '#src/records/fingerprint.ts';
import { createRecord } from '#src/records/record.ts';
import type { RunRecord } from '#src/records/record.ts';

/** The form of a copy that this version writes. */
const COPY_VERSION = 1;

/** Who had it saved: the operator, the desk by itself as the operator wished, or a file that was read in. */
export type CopySource = 'operator' | 'automatic' | 'file';

/** See the top of this file. `id` is that of the run's record, but for one from a file, which stands for no run of this desk. */
export type SavedCopy = ResultHead & {
  readonly version: typeof COPY_VERSION;
  readonly fingerprint: string;
  readonly source: CopySource;
  /** Id of the record that the rows belong to. */
  readonly runId: string;
  /** Pieces that the rows are kept in. */
  readonly chunks: number;
  /** Length of all pieces, about the bytes that they take. */
  readonly size: number;
};

/** Rows in one piece. */
const CHUNK_ROWS = 500;

/** Rows as pieces of JSON, each an array, made in slices. */
export async function chunksOf(rows: readonly ResultRow[], signal?: AbortSignal): Promise<string[]> {
  const chunks: string[] = [];
  let lines: string[] = [];
  await inSlices(
    rows.length,
    (place) => {
      lines.push(rowJson(rows[place] ?? {}));
      if (lines.length < CHUNK_ROWS && place < rows.length - 1) return;
      chunks.push(`[${lines.join(',')}]`);
      lines = [];
    },
    { signal },
  );
  return chunks;
}

/** The copy that `head` and its rows, as `chunks`, make. */
export function copyFrom(
  head: ResultHead,
  chunks: readonly string[],
  source: CopySource,
  runId: string = head.id,
): SavedCopy {
  return {
    ...head,
    version: COPY_VERSION,
    fingerprint: fingerprintOf(head.request),
    source,
    runId,
    chunks: chunks.length,
    size: chunks.reduce((sum, chunk) => sum + chunk.length, 0),
  };
}

/** Whether `next` may take the place of `kept`: a part never takes that of a whole. */
export function mayReplace(kept: SavedCopy | null, next: SavedCopy): boolean {
  return kept?.complete !== true || next.complete;
}

/** In the place of a request whose report this version does not know: nothing can be worked out of such a one. */
const NO_REQUEST: LaunchRequest = {
  report: 'mailboxPerformance',
  options: {},
  parameters: { mailboxId: '' },
};

/** A finished run's record as it would be, for parts that show one. */
export function recordOf(copy: SavedCopy): RunRecord {
  const { id, request, mailbox, keyId, keyLabel, total, rowCount, complete, cutoff, fingerprint } = copy;
  const workable = isReportId(request.report) ? request : NO_REQUEST;
  return {
    ...createRecord({ id, request: workable, mailbox, keyId, keyLabel, now: copy.launchedAt }),
    request,
    fingerprint,
    state: 'done',
    progress: 100,
    endedAt: copy.capturedAt,
    summary: { total, firstPage: rowCount, more: !complete, cutoff },
  };
}
