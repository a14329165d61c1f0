// The desk: the records and the operator's verbs on them. What sends and follows is the engine, which is started once.
import type { LaunchRequest } from '#src/contract/reports.ts';
import type { createEngine, Engine } from './engine.ts';
import type { RunEnvironment } from './environment.ts';
import { positionAfterMove } from './queue.ts';
import type { QueueDirection, QueueSituation } from './queue.ts';
import { createRecord } from '#src/records/record.ts';
import type { RunRecord } from '#src/records/record.ts';
import { createRemovals } from '#src/records/removals.ts';
import type { Removals } from '#src/records/removals.ts';
import { createSituation } from './situation.ts';
import type { RunEvent } from '#src/records/transition.ts';

/** Presses of one button within this are one press, in ms. */
export const DOUBLE_PRESS_MS = 1_000;

/** Whose launch it is, and for which mailbox. */
type LaunchChoice = {
  readonly keyId: string;
  readonly keyLabel: string;
  readonly mailbox: RunRecord['mailbox'];
  /** The record that this one repeats on purpose. */
  readonly rerunOf?: string;
  /** See `RunRecord.batch`. */
  readonly batch?: string;
  /** See `RunRecord.comparedWith`. */
  readonly comparedWith?: string;
  /** The record's id, where others that are made with it name it. One that exists already is left as it is. */
  readonly id?: string;
  /** When the button was pressed, epoch ms: what one press launches shares its place in the queue. */
  readonly now?: number;
};

/** Loads the engine's code. */
type LoadEngine = () => Promise<{ readonly createEngine: typeof createEngine }>;

/** See {@link createDesk}. Every verb resolves when the record was written, not when the API answered. */
export type Desk = {
  readonly environment: RunEnvironment;
  /** Begins to send and to follow. Where the engine's code cannot be loaded, the status says so and nothing is sent or followed. */
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
  /** *Slower updates*: once a minute is enough. */
  slowUpdates(id: string): Promise<void>;
  /** Asks the gateway's ledger what became of a launch of unknown outcome. */
  askLedgerNow(id: string): Promise<void>;
  /** *Treat as not started*: the slot counts as free. */
  release(id: string): Promise<void>;
  /** Gives a queued launch the place before or after the one that it stands next to. */
  move(id: string, direction: QueueDirection): Promise<void>;
  /** Takes cards, or launches that are queued, off the board as they are shown; `removals.undo` brings them back. */
  remove(...ids: readonly string[]): Promise<void>;
  readonly removals: Removals;
  /** Id of the card for a launch that another browser made under this record's id; null where there is none. */
  findElsewhere(recordId: string): Promise<string | null>;
};

/** Puts the desk together. */
export function createDesk(
  environment: RunEnvironment,
  loadEngine: LoadEngine = () => import('./engine.ts'),
): Desk {
  const { clock, store, records, status, uuid } = environment;
  const situation = createSituation(environment);
  const removals = createRemovals(store);
  let loading: Promise<Engine> | null = null;
  let stopped = false;
  let stopEngine: () => void = () => undefined;

  function engine(): Promise<Engine> {
    loading ??= loadEngine().then(({ createEngine }) => createEngine(environment, situation));
    return loading;
  }

  async function take(id: string, event: RunEvent) {
    await (await engine()).take(id, event);
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
      const running = await engine().catch(() => null);
      if (running === null) status.setIncomplete();
      if (running === null || stopped) return;
      stopEngine = () => running.stop();
      running.start();
      await removals.clean(clock.now());
    },
    stop() {
      stopped = true;
      stopEngine();
      records.stop();
    },
    situation: () => situation.current(),
    launch: (request, choice) => add(createRecord({ id: uuid(), now: clock.now(), ...choice, request })),
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
      await (await engine()).check(id);
    },
    askLedgerNow: async (id) => (await engine()).askLedgerNow(id),
    sendNow: (id) => take(id, { type: 'confirm' }),
    pauseUpdates: (id) => take(id, { type: 'pause' }),
    slowUpdates: (id) => take(id, { type: 'slow-down' }),
    release: (id) => take(id, { type: 'release' }),
    async move(id, direction) {
      const position = positionAfterMove(await store.all(), id, direction);
      if (position !== null) await take(id, { type: 'move', position });
    },
    remove: (...ids) => removals.remove(ids.map((id) => records.get(id)).filter((seen) => seen !== null)),
    removals,
    findElsewhere: async (recordId) => (await engine()).findElsewhere(recordId),
  };
}
