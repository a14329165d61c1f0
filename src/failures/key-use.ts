// What needs a key: what would be orphaned without it (contract.md section 2).
import { isExpired } from '#src/records/derived.ts';
import { isTerminal } from '#src/records/record.ts';
import type { RunRecord } from '#src/records/record.ts';
import { formatList } from '#src/ui/number-format.ts';
import * as words from './panel-words.tsx';

/** Records of one key by what they need it for. */
export type KeyUse = {
  /** Runs that are alive, or may be. */
  readonly alive: number;
  /** Finished runs whose results can still be read. */
  readonly readable: number;
  /** Launches that wait to be sent with it. */
  readonly queued: number;
};

/** What needs the key `keyId` at `now`, epoch ms. */
export function keyUse(keyId: string, records: readonly RunRecord[], now: number): KeyUse {
  const own = records.filter((record) => record.keyId === keyId && !isExpired(record, now));
  const queued = own.filter((record) => record.state === 'queued').length;
  return {
    alive: own.filter((record) => !isTerminal(record.state) && !record.released).length - queued,
    readable: own.filter((record) => record.state === 'done').length,
    queued,
  };
}

/** Whether nothing needs the key. */
export function isUnused({ alive, readable, queued }: KeyUse): boolean {
  return alive + readable + queued === 0;
}

/** "2 runs that are alive, 1 result that can still be read and 1 launch in the queue"; '' where nothing needs the key. */
export function keyUseWords({ alive, readable, queued }: KeyUse): string {
  return formatList([
    ...(alive === 0 ? [] : [words.aliveRuns(alive)]),
    ...(readable === 0 ? [] : [words.readableResults(readable)]),
    ...(queued === 0 ? [] : [words.queuedLaunches(queued)]),
  ]);
}
