// The moving parts: the launcher that sends, the watcher that follows, and what is asked of the ledger. Not needed to show a
// board, so its code comes after the first page's.
import { loadedKeys } from './environment.ts';
import type { RunEnvironment } from './environment.ts';
import { holdsSlot } from '#src/records/derived.ts';
import { createElsewhere } from './elsewhere.ts';
import { createLauncher } from './launcher.ts';
import { askLedger } from './ledger-check.ts';
import type { RunRecord } from '#src/records/record.ts';
import type { SituationSource } from './situation.ts';
import { passStorageFault } from '#src/records/storage-fault.ts';
import { takeFor } from '#src/records/take.ts';
import { isAllowed, transition } from '#src/records/transition.ts';
import type { RunEvent } from '#src/records/transition.ts';
import { createWatcher } from './watcher.ts';

/** How often the ledger is asked about a launch of unknown outcome while its slot is held. */
const DOUBT_CHECK_MS = 60_000;

/** How often the ledger is asked what other browsers have launched, while somebody looks. */
const LOOK_ELSEWHERE_MS = 15_000;

/** A timer that is late by this much was asleep with the machine. */
const SLEPT_MS = 120_000;

/** See {@link createEngine}. */
export type Engine = {
  /** Takes up what earlier visits left, and begins to send and to follow. The records must have been read. */
  start(): void;
  stop(): void;
  /** Writes what the operator decided. One that the record's state does not allow changes nothing. */
  take(id: string, event: RunEvent): Promise<void>;
  /** Asks about a run now, past the shared answer. Resolves when the record was written. */
  check(id: string): Promise<void>;
  /** Asks the ledger what became of a launch of unknown outcome. */
  askLedgerNow(id: string): Promise<void>;
  /** Id of the card for a launch that another browser made under this record's id; null where there is none. */
  findElsewhere(recordId: string): Promise<string | null>;
};

/** Puts the moving parts together. */
export function createEngine(environment: RunEnvironment, situation: SituationSource): Engine {
  const { clock, store, records, status, visibility } = environment;
  const elsewhere = createElsewhere(environment);
  const launcher = createLauncher(environment, situation, () => elsewhere.look());
  const watcher = createWatcher(environment);
  const endings: (() => void)[] = [];
  let keysThere = loadedKeys(environment);
  let lookedAt = 0;
  let hasAsked = false;

  function adapt() {
    watcher.sync();
    launcher.wake();
  }

  /** A key that is back, by whichever browser, was accepted by the API when it was entered. */
  function takeUpKeys() {
    const before = keysThere;
    keysThere = loadedKeys(environment);
    for (const id of keysThere) if (!before.has(id)) status.resumeKey(id);
  }

  /** Which keys the gateway has, while one of them stands in the way. */
  function reviewKeys() {
    if (status.snapshot().pausedKeys.size > 0) void environment.config.refresh().catch(() => undefined);
  }

  function catchUp() {
    watcher.catchUp();
    launcher.wake();
    askSoon();
    reviewKeys();
    void elsewhere.look();
  }

  /** Word from other tabs and whole hours may have been missed. */
  async function resume() {
    await records.reload().catch(() => undefined);
    catchUp();
  }

  function lookAround() {
    const now = clock.now();
    const slept = now - lookedAt > LOOK_ELSEWHERE_MS + SLEPT_MS;
    lookedAt = now;
    if (slept) void resume();
    else if (visibility.visible()) {
      reviewKeys();
      void elsewhere.look();
    }
  }

  /** Launches of unknown outcome whose slot is still held: the ledger may know better by now. */
  async function askAboutDoubts() {
    const now = clock.now();
    const keys = loadedKeys(environment);
    const doubts = (await store.all()).filter(
      (record) => record.state === 'unknown' && holdsSlot(record, now, keys),
    );
    for (const record of doubts) await askAbout(record);
  }

  function askSoon() {
    void askAboutDoubts().catch(passStorageFault);
  }

  /** What earlier visits and other browsers left. Only the config says which API the ledger's links belong to. */
  function askFirst() {
    if (hasAsked || environment.config.current() === null) return;
    hasAsked = true;
    askSoon();
    void elsewhere.look();
  }

  async function askAbout(record: RunRecord) {
    const event = await askLedger(record, environment, { patient: false });
    if (event === null || event.type === 'doubt') return;
    // It never started, and it is not this browser's to send.
    const isNothing = event.type === 'requeue' || event.type === 'refuse';
    if (record.origin === 'elsewhere' && isNothing) await store.remove([record.id]);
    else if (isAllowed(record, event.type)) await takeFor(store, record, event, clock.now());
  }

  function every(ms: number, task: () => void) {
    const timer = setInterval(task, ms);
    endings.push(() => clearInterval(timer));
  }

  return {
    start() {
      const none = () => undefined;
      endings.push(
        records.subscribe(adapt),
        status.subscribe(adapt),
        clock.subscribe(adapt),
        environment.config.subscribe(() => {
          takeUpKeys();
          adapt();
          askFirst();
        }),
        environment.onOnline?.(catchUp) ?? none,
        environment.onResume?.(() => void resume()) ?? none,
        visibility.subscribe(lookAround),
      );
      every(DOUBT_CHECK_MS, askSoon);
      every(LOOK_ELSEWHERE_MS, lookAround);
      lookedAt = clock.now();
      adapt();
      askFirst();
    },
    stop() {
      for (const end of endings) end();
      launcher.stop();
      watcher.stop();
    },
    async take(id, event) {
      await store.update(id, (record) => transition(record, event));
    },
    check: (id) => watcher.check(id),
    async askLedgerNow(id) {
      const record = await store.get(id);
      if (record?.state === 'unknown') await askAbout(record);
    },
    findElsewhere: (recordId) => elsewhere.find(recordId),
  };
}
