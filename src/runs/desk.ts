// The desk: records, the launcher that sends them and the watcher that follows them, as one thing with the operator's verbs.
import type { LaunchRequest } from '#src/contract/reports.ts';
import { loadedKeys } from './environment.ts';
import type { RunEnvironment } from './environment.ts';
import { holdsSlot } from './derived.ts';
import { createLauncher } from './launcher.ts';
import { askLedger } from './ledger-check.ts';
import type { QueueSituation } from './queue.ts';
import { createRecord } from './record.ts';
import type { RunRecord } from './record.ts';
import { takeFor } from './take.ts';
import { transition } from './transition.ts';
import type { RunEvent } from './transition.ts';
import { createWatcher } from './watcher.ts';

/** How often the ledger is asked about a launch of unknown outcome while its slot is held. */
const DOUBT_CHECK_MS = 60_000;

/** Presses of one button within this are one press. */
const DOUBLE_PRESS_MS = 1_000;

/** Whose launch it is, and for which mailbox. */
type LaunchChoice = {
  readonly keyId: string;
  readonly keyLabel: string;
  readonly mailbox: RunRecord['mailbox'];
  /** The record that this one repeats on purpose. */
  readonly rerunOf?: string;
};

/** See {@link createDesk}. Every verb resolves when the record was written, not when the API answered. */
export type Desk = {
  readonly environment: RunEnvironment;
  /** Takes up what earlier visits left, and begins to send and to follow. */
  start(): Promise<void>;
  stop(): void;
  /** What the queue is decided on, now. */
  situation(): QueueSituation;
  launch(request: LaunchRequest, choice: LaunchChoice): Promise<RunRecord>;
  /** Launches the stored request once more as a new record; with another key where one is given. A double press makes one. */
  runAgain(record: RunRecord, key?: { id: string; label: string }): Promise<RunRecord>;
  /** Asks about a run now. Takes up polling where it had stopped. */
  checkNow(id: string): Promise<void>;
  /** *Send now*: lets a launch go that has waited since before the desk was opened. */
  sendNow(id: string): Promise<void>;
  pauseUpdates(id: string): Promise<void>;
  /** Asks the gateway's ledger what became of a launch of unknown outcome. */
  askLedgerNow(id: string): Promise<void>;
  /** *Treat as not started*: the slot counts as free. */
  release(id: string): Promise<void>;
  remove(id: string): Promise<void>;
};

/** Puts the moving parts together. */
export function createDesk(environment: RunEnvironment): Desk {
  const { clock, store, records, status, uuid } = environment;
  const launcher = createLauncher(environment);
  const watcher = createWatcher(environment);
  const endings: (() => void)[] = [];
  let doubtTimer: ReturnType<typeof setInterval> | undefined;

  function adapt() {
    watcher.sync();
    launcher.wake();
  }

  function backOnline() {
    watcher.catchUp();
    launcher.wake();
    void askAboutDoubts();
  }

  async function take(id: string, event: RunEvent) {
    await store.update(id, (record) => transition(record, event));
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

  async function askAbout(record: RunRecord) {
    const event = await askLedger(record, environment, { patient: false });
    if (event !== null && event.type !== 'doubt') await takeFor(store, record, event);
  }

  /** The last record made from another, so that a double press of *Run again* makes one run. */
  let lastAgain: { of: string; keyId: string; at: number; made: Promise<RunRecord> } | null = null;

  async function add(record: RunRecord): Promise<RunRecord> {
    await store.add(record);
    return record;
  }

  return {
    environment,
    async start() {
      await records.loaded;
      endings.push(
        records.subscribe(adapt),
        status.subscribe(adapt),
        clock.subscribe(adapt),
        environment.config.subscribe(adapt),
        environment.onOnline?.(backOnline) ?? (() => undefined),
      );
      doubtTimer = setInterval(() => void askAboutDoubts(), DOUBT_CHECK_MS);
      adapt();
      await askAboutDoubts();
    },
    stop() {
      for (const end of endings) end();
      clearInterval(doubtTimer);
      launcher.stop();
      watcher.stop();
      records.stop();
    },
    situation: () => launcher.situation(),
    launch: (request, choice) => add(createRecord({ ...choice, id: uuid(), request, now: clock.now() })),
    runAgain(record, key = { id: record.keyId, label: record.keyLabel }) {
      const { request, mailbox, target, body } = record;
      const now = clock.now();
      const isRepeat = lastAgain?.of === record.id && lastAgain.keyId === key.id;
      if (lastAgain !== null && isRepeat && now - lastAgain.at < DOUBLE_PRESS_MS) return lastAgain.made;
      const again = createRecord({
        id: uuid(),
        request,
        mailbox,
        keyId: key.id,
        keyLabel: key.label,
        now,
        rerunOf: record.id,
      });
      // The bytes that were sent then, also where this version would write them differently.
      const made = add({ ...again, target, body });
      lastAgain = { of: record.id, keyId: key.id, at: now, made };
      return made;
    },
    async checkNow(id) {
      await take(id, { type: 'resume' });
      await watcher.check(id);
    },
    async askLedgerNow(id) {
      const record = await store.get(id);
      if (record?.state === 'unknown') await askAbout(record);
    },
    sendNow: (id) => take(id, { type: 'confirm' }),
    pauseUpdates: (id) => take(id, { type: 'pause' }),
    release: (id) => take(id, { type: 'release' }),
    remove: (id) => store.remove(id),
  };
}
