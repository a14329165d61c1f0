// Asks the gateway's ledger what became of a launch, until it can say (protocol.md table 2).
import type { Call } from '#src/client/api-client.ts';
import { ApiError } from '#src/client/api-error.ts';
import type { Reply } from '#src/client/reply.ts';
import type { DeskCode } from '#src/contract/desk.ts';
import { canLook, isExpired, slotsHeld, workingKeys } from '#src/records/derived.ts';
import { loadedKeys } from './environment.ts';
import type { RunEnvironment } from './environment.ts';
import type { LaunchContext } from './launch-answers.ts';
import { entryOf, FORWARDING_WAIT_MS, ledgerVerdict } from './ledger-answers.ts';
import { lastAttempt } from '#src/records/record.ts';
import type { RunRecord } from '#src/records/record.ts';
import type { RunEvent } from '#src/records/transition.ts';

const LOGIN_REQUIRED: DeskCode = 'desk-login-required';

/** What table 1 needs to know about everything but the answer itself. */
export function launchContext(record: RunRecord, at: number, environment: RunEnvironment): LaunchContext {
  const keys = loadedKeys(environment);
  const working = workingKeys(keys, environment.status.snapshot().pausedKeys);
  const others = environment.records.all().filter((other) => other.id !== record.id);
  const held = slotsHeld(others, at, working);
  const slots = environment.config.current()?.limits.concurrentRuns ?? 0;
  return {
    request: { method: 'POST', target: record.target, at },
    upstreamOrigin: environment.config.current()?.upstream ?? '',
    slotsHeld: held,
    // Where the queue would not hold the launch back itself, only a time keeps it from being sent again at once.
    endObservable: held >= slots && others.some((other) => canLook(other, working) && !isExpired(other, at)),
    waited: record,
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
    if (reply?.problem?.code === LOGIN_REQUIRED) environment.status.setSignedOut(true);
    if (verdict.step === 'take') {
      pauseRefusedKey(verdict.event, record, environment);
      return verdict.event;
    }
    if (verdict.step === 'void' && method === 'GET') {
      method = 'DELETE';
      continue;
    }
    if (!patient) return null;
    method = 'GET';
    await environment.sleep(verdict.step === 'again' ? verdict.waitMs : FORWARDING_WAIT_MS);
  }
}

/**
 * Makes sure that the last attempt of a queued `record` can start nothing any more, so that another one may leave: a copy of its
 * request may still be on the way. `dead`: its key is unusable, or the ledger has its proof that nothing started. `alive`: the
 * ledger has it under way or done. `unknown`: the gateway did not say.
 */
export async function buryLastAttempt(
  record: RunRecord,
  environment: RunEnvironment,
): Promise<'dead' | 'alive' | 'unknown'> {
  const attempt = lastAttempt(record);
  if (attempt === null) return 'dead';
  const target = `/desk/submissions/${encodeURIComponent(attempt.key)}`;
  const reply = await replyOrNull(environment, { method: 'DELETE', target });
  const entry = reply === null ? null : entryOf(reply);
  if (reply?.problem?.code === LOGIN_REQUIRED) environment.status.setSignedOut(true);
  if (entry === null) return 'unknown';
  return entry.state === 'void' || entry.state === 'refused' ? 'dead' : 'alive';
}

/** A stored 401 means the same as one that came at once (table 1, row 20). */
function pauseRefusedKey(event: RunEvent, record: RunRecord, { status }: RunEnvironment): void {
  if (event.type === 'refuse' && event.failure.kind === 'key-refused') status.pauseKey(record.keyId);
}

async function currentLedger(environment: RunEnvironment): Promise<string | null> {
  try {
    return (await environment.config.refresh()).ledgerId;
  } catch {
    return null;
  }
}
