// Saved copies for tests: made by the product's own functions.
import type { ResultRow } from '#src/contract/envelope.ts';
import { chunksOf, copyFrom } from '#src/copies/saved-copy.ts';
import type { CopySource, SavedCopy } from '#src/copies/saved-copy.ts';
import type { ResultHead } from '#src/exports/result-head.ts';
import { KEY, launchRequest, NOW } from './records.ts';

/** What is known of a whole result of `rowCount` rows, launched and taken at `NOW`. */
export function head(changes: Partial<ResultHead> = {}): ResultHead {
  const rowCount = changes.rowCount ?? 3;
  return {
    id: 'record-1',
    request: launchRequest(),
    mailbox: { name: 'Sales', timeZone: 'America/Toronto' },
    keyId: KEY,
    keyLabel: 'Full access',
    launchedAt: NOW,
    capturedAt: NOW,
    complete: true,
    rowCount,
    total: rowCount,
    cutoff: null,
    ...changes,
  };
}

/** `count` rows of Mailbox Performance. */
export function rowsOf(count: number): ResultRow[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `row-${index}`,
    startDateTime: '2026-09-01T00:00:00',
    received: index,
  }));
}

/** A copy and the pieces that its rows are kept in. */
export async function copyOf(
  changes: Partial<ResultHead> = {},
  source: CopySource = 'operator',
): Promise<{ copy: SavedCopy; chunks: string[] }> {
  const told = head(changes);
  const chunks = await chunksOf(rowsOf(told.rowCount));
  return { copy: copyFrom(told, chunks, source), chunks };
}
