// The keys while the gateway cannot say which it has: those that the records were launched with, so that each card shows what it was last
// known to be, under the notice that the connection is lost. For what is shown only: nothing is sent on it.
import type { LoadedKeys } from './derived.ts';
import type { RunRecord } from './record.ts';

/** See the top of this file. */
export function assumedKeys(records: readonly RunRecord[]): LoadedKeys {
  return new Set(records.map(({ keyId }) => keyId));
}
