// What has to be known of a result beside its rows, wherever they are taken: what was asked for, with which key, when, and how much
// of it is there.
import type { LaunchRequest } from '#src/contract/reports.ts';
import { expiresAt } from '#src/records/derived.ts';
import { launchedAt } from '#src/records/record.ts';
import type { RunRecord } from '#src/records/record.ts';
import type { Gathered } from '#src/rows/gather-pages.ts';

/** See the top of this file. Times are epoch ms of the desk's clock. */
export type ResultHead = {
  /** Id of the run's record. */
  readonly id: string;
  readonly request: LaunchRequest;
  readonly mailbox: RunRecord['mailbox'];
  readonly keyId: string;
  readonly keyLabel: string;
  readonly launchedAt: number;
  /** When the rows were taken. */
  readonly capturedAt: number;
  /** Whether every row is there. */
  readonly complete: boolean;
  readonly rowCount: number;
  /** Rows of the whole result, or null where the API has not said. */
  readonly total: number | null;
  /** `dataCutoffTimestamp`; null = every period is final. */
  readonly cutoff: string | null;
};

/** The head of what was `gathered` for `record` by `now`. */
export function headOf(record: RunRecord, gathered: Gathered, now: number): ResultHead {
  const { id, request, mailbox, keyId, keyLabel } = record;
  const { rows, total, cutoff, end } = gathered;
  const complete = end === 'complete';
  return {
    id,
    request,
    mailbox,
    keyId,
    keyLabel,
    launchedAt: launchedAt(record),
    // Rows that are still on screen after their end were read before it.
    capturedAt: Math.min(now, expiresAt(record)),
    complete,
    rowCount: rows.length,
    total: complete ? rows.length : total,
    cutoff,
  };
}
