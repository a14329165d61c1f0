// Just enough of an answer to know how its run stands; the rows are left alone.
import { readRunEnvelope } from '#src/contract/envelope.ts';
import type { RunStatus } from '#src/contract/envelope.ts';

/** The value of a JSON body, or undefined where it is none. */
export function parseJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body)) as unknown;
  } catch {
    return undefined;
  }
}

/** Status and progress in the body of a poll or page, or null when it is not in the documented form. */
export function readRunStatus(body: Uint8Array): { status: RunStatus; progress: number | null } | null {
  const value = parseJson(body);
  if (typeof value !== 'object' || value === null) return null;
  const run = readRunEnvelope({ ...value, result: null });
  return run === null ? null : { status: run.status, progress: run.progress ?? null };
}
