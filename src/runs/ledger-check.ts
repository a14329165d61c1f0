// Asks the gateway's ledger what became of a launch, until it can say (protocol.md table 2).
import type { Call } from '#src/client/api-client.ts';
import { ApiError } from '#src/client/api-error.ts';
import type { Reply } from '#src/client/reply.ts';
import { slotsHeld } from './derived.ts';
import { loadedKeys } from './environment.ts';
import type { RunEnvironment } from './environment.ts';
import type { LaunchContext } from './launch-answers.ts';
import { ledgerVerdict } from './ledger-answers.ts';
import { lastAttempt } from './record.ts';
import type { RunRecord } from './record.ts';
import type { RunEvent } from './transition.ts';

/** What table 1 needs to know about everything but the answer itself. */
export function launchContext(record: RunRecord, at: number, environment: RunEnvironment): LaunchContext {
  const keys = loadedKeys(environment);
  const others = environment.records.all().filter((other) => other.id !== record.id);
  return {
    request: { method: 'POST', target: record.target, at },
    upstreamOrigin: environment.config.current()?.upstream ?? '',
    slotsHeld: slotsHeld(others, at, keys),
    endObservable: others.some((other) => other.state === 'running' && keys.has(other.keyId)),
    waits: record.waits,
    anyKey: keys.size > 0,
  };
}

/** One reply, or null where none came. Anything but an `ApiError` is a programming error and thrown on. */
export async function replyOrNull(environment: RunEnvironment, call: Call): Promise<Reply | null> {
  try {
    return await environment.client.send(call);
  } catch (error) {
    if (error instanceof ApiError) return null;
    throw error;
  }
}

/**
 * The event that the ledger's knowledge makes of `record`. With `patient`, asks again for as long as table 2 says so; without,
 * asks once and gives null where there is nothing new.
 */
export async function askLedger(
  record: RunRecord,
  environment: RunEnvironment,
  { patient }: { patient: boolean },
): Promise<RunEvent | null> {
  const attempt = lastAttempt(record);
  if (attempt === null) return null;
  const target = `/desk/submissions/${encodeURIComponent(attempt.key)}`;
  const askedSince = environment.clock.now();
  let method: 'GET' | 'DELETE' = 'GET';
  for (;;) {
    const reply = await replyOrNull(environment, { method, target });
    const ledgerId = reply?.status === 404 ? await currentLedger(environment) : null;
    const at = environment.clock.now();
    const verdict = ledgerVerdict(reply, {
      ...launchContext(record, at, environment),
      record,
      ledgerId,
      askedSince,
    });
    if (verdict.step === 'take') return verdict.event;
    if (verdict.step === 'void') {
      method = 'DELETE';
      continue;
    }
    if (!patient) return null;
    method = 'GET';
    await environment.sleep(verdict.waitMs);
  }
}

async function currentLedger(environment: RunEnvironment): Promise<string | null> {
  try {
    return (await environment.config.refresh()).ledgerId;
  } catch {
    return null;
  }
}
