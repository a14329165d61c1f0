// The fixed series of waits that the protocol names (protocol.md tables 1 and 3, failures.md).
import { RATE_LIMIT_WAIT_MS } from '#src/contract/limits.ts';

const TRANSIENT_S = [5, 10, 20, 40, 80, 120] as const;
const LIMIT_S = [60, 120, 240, 300] as const;

function step(seconds: readonly number[], repeats: number): number {
  return (seconds[Math.min(Math.max(0, repeats), seconds.length - 1)] ?? 0) * 1000;
}

/** 5, 10, 20 … 120 s, in ms: after a passing fault. `repeats` counts the waits in a row before this one. */
export function transientWait(repeats: number): number {
  return step(TRANSIENT_S, repeats);
}

/** After a 429 from the API: max(`Retry-After`, 60 s) the first time, then 120, 240, 300 s, in ms. */
export function limitWait(repeats: number, retryAfterMs: number | null): number {
  return repeats <= 0 ? Math.max(retryAfterMs ?? 0, RATE_LIMIT_WAIT_MS) : step(LIMIT_S, repeats);
}
