// Sends queued launches, one at a time: written down first, sent once, and followed by whatever the protocol's tables say.
import type { RunEnvironment } from './environment.ts';
import { failureFrom } from '#src/records/failure.ts';
import { launchVerdict } from './launch-answers.ts';
import type { LaunchVerdict } from './launch-answers.ts';
import { askLedger, buryLastAttempt, launchContext, replyOrNull } from './ledger-check.ts';
import { attemptKey } from '#src/records/attempt-key.ts';
import { isSendingHere, nextToSend, nextWake } from './queue.ts';
import { lastAttempt } from '#src/records/record.ts';
import type { RunRecord } from '#src/records/record.ts';
import type { SituationSource } from './situation.ts';
import { passStorageFault } from '#src/records/storage-fault.ts';
import { takeFor } from '#src/records/take.ts';
import { transition } from '#src/records/transition.ts';
import { transientWait, waitsFor } from '#src/records/waits.ts';

/** See {@link createLauncher}. */
export type Launcher = {
  /** Looks at the queue; call it after anything that may let a launch go. */
  wake(): void;
  stop(): void;
};

/** Longest sleep of the queue's timer, in ms: a clock that jumps is noticed. */
const LONGEST_NAP_MS = 60_000;

/** Makes the launcher. Nothing is sent before the first `wake`. `look` brings in what other browsers have launched. */
export function createLauncher(
  environment: RunEnvironment,
  situation: SituationSource,
  look: () => Promise<void>,
): Launcher {
  const { clock, store, records, status, lock } = environment;
  let working = false;
  let wokenAgain = false;
  let stopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lastCallFailed = false;

  function wake() {
    if (stopped || environment.config.current() === null) return;
    if (working) {
      wokenAgain = true;
      return;
    }
    working = true;
    void work()
      .catch(passStorageFault)
      .finally(() => {
        working = false;
        if (wokenAgain) {
          wokenAgain = false;
          wake();
        } else {
          setAlarm();
        }
      });
  }

  async function work() {
    const all = records.all();
    if (all.some(isSendingHere) || nextToSend(all, situation.current()) !== null) await lock(workAlone);
  }

  /** Under the lock no other tab sends, so a record found in `sending` was left behind by one that is gone. */
  async function workAlone() {
    for (const record of await store.all()) {
      if (isSendingHere(record) && !stopped) await settleByLedger(record);
    }
    for (;;) {
      if ((await choose()) === null) return;
      // Another browser may have taken the slot since: asking this desk's own gateway costs nothing.
      await look();
      const next = await choose();
      if (next === null || !(await launch(next))) return;
    }
  }

  async function choose(): Promise<RunRecord | null> {
    return stopped ? null : nextToSend(await store.all(), situation.current());
  }

  /** Sends one launch. False where nothing could be sent, so that the queue waits. */
  async function launch(next: RunRecord): Promise<boolean> {
    if (!(await gatewayAnswers())) {
      await hold(next);
      return false;
    }
    const config = environment.config.current();
    if (config === null) return false;
    const before = await buryLastAttempt(next, environment);
    if (before === 'alive') await recall(next);
    if (before === 'unknown') await hold(next);
    if (before !== 'dead') return before === 'alive';
    const sending = await claim(next.id, config.ledgerId);
    const attempt = sending === null ? null : lastAttempt(sending);
    // Another tab was first, or the operator took it out of the queue: look what is next.
    if (sending === null || attempt === null) return true;
    const reply = await replyOrNull(environment, {
      method: 'POST',
      target: sending.target,
      body: sending.body,
      keyId: sending.keyId,
      idempotencyKey: attempt.key,
    });
    lastCallFailed = (reply?.requestId ?? null) === null;
    const verdict = launchVerdict(reply, launchContext(sending, clock.now(), environment));
    await obey(sending, verdict);
    return true;
  }

  /** Writes a new attempt down, in one step with the check that nobody else did. Gives the record for the one that did it, else null. */
  async function claim(id: string, ledgerId: string): Promise<RunRecord | null> {
    const claimed: RunRecord[] = [];
    await store.update(id, (record) => {
      const key = attemptKey(record.id, record.attempts.length);
      const attempt = { key, ledgerId, sentAt: clock.now(), settledAt: null };
      const after = transition(record, { type: 'send', attempt });
      if (after !== record) claimed.push(after);
      return after;
    });
    // A store that failed half-way asks again.
    return claimed.at(-1) ?? null;
  }

  async function obey(record: RunRecord, verdict: LaunchVerdict) {
    if (verdict.queueWaitMs > 0) situation.holdUntil(clock.now() + verdict.queueWaitMs);
    if (verdict.pauses === 'key') status.pauseKey(record.keyId);
    if (verdict.pauses === 'sign-in') status.setSignedOut(true);
    // The gateway no longer has this key: read anew which it has, so that the card can say so.
    if (verdict.row === 3) void environment.config.refresh().catch(() => undefined);
    if (verdict.event === null) await settleByLedger(record);
    else await takeFor(store, record, verdict.event, clock.now());
  }

  /** A copy of the last attempt got through after all: its outcome is this launch's, and nothing else is sent. */
  async function recall(record: RunRecord) {
    const recalled = await takeFor(store, record, { type: 'recall' }, clock.now());
    if (recalled?.state === 'sending') await settleByLedger(recalled);
  }

  async function settleByLedger(record: RunRecord) {
    const event = await askLedger(record, environment, { patient: true });
    if (event !== null) await takeFor(store, record, event, clock.now());
  }

  /** Where a call just failed or the browser says it is offline, a launch leaves only after the gateway was heard. */
  async function gatewayAnswers(): Promise<boolean> {
    if (environment.online() && !lastCallFailed) return true;
    const reply = await replyOrNull(environment, { method: 'GET', target: '/healthz' });
    lastCallFailed = (reply?.requestId ?? null) === null;
    return !lastCallFailed;
  }

  async function hold(record: RunRecord) {
    const at = clock.now();
    const notBefore = at + transientWait(waitsFor('fault', record));
    // Said to this tab too: another one whose clock differs writes waits that mean nothing here.
    situation.holdUntil(notBefore);
    const failure = failureFrom('not-sent', { method: 'POST', target: record.target, at }, null, notBefore);
    await takeFor(store, record, { type: 'hold', notBefore, failure }, at);
  }

  function setAlarm() {
    clearTimeout(timer);
    const at = stopped ? null : nextWake(records.all(), situation.current());
    if (at === null) return;
    timer = setTimeout(wake, Math.min(LONGEST_NAP_MS, Math.max(0, at - clock.now())));
  }

  return {
    wake,
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
