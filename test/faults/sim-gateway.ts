// The gateway as a process: it can be killed at any moment, told to stop, and started again on the same ledger.
//
// The ledger is a real SQLite database in memory that outlives the process which opened it, so that a start finds what a crash
// has left.
import { DatabaseSync } from 'node:sqlite';
import { threadId } from 'node:worker_threads';
import { createGateway } from '#src/gateway/gateway.ts';
import type { Gateway } from '#src/gateway/gateway.ts';
import { openLedger } from '#src/ledger/ledger.ts';
import type { Ledger } from '#src/ledger/ledger.ts';
import type { Api } from './sim-api.ts';
import { never } from './sim-world.ts';
import type { World } from './sim-world.ts';

/** Where pages reach the desk. */
export const ORIGIN = 'http://desk.test';

const DATABASE = `file:/simulation-${String(threadId)}?vfs=memdb`;

/** What a ledger takes from its story. The first one of a story may be the last one of the story before, emptied. */
type Surroundings = { now: () => number; randomUUID: () => string };
const nowhere: Surroundings = { now: () => 0, randomUUID: () => crypto.randomUUID() };
let around = nowhere;

let keeper: DatabaseSync | null = null;
let spare: Ledger | null = null;

function openAgain(): Ledger {
  return openLedger(DATABASE, { now: () => around.now(), randomUUID: () => around.randomUUID() });
}

/** Keeps the database between processes. Its tables are made here, so that the first story is like every other. */
function keepDatabase(): DatabaseSync {
  const database = new DatabaseSync(DATABASE);
  spare = openAgain();
  return database;
}

/** See {@link createSite}. */
export type Site = {
  /** One connection to the gateway: refused where none runs, cut where it dies. */
  fetch(request: Request, key: string | null): Promise<Response>;
  /** Ends the process as it stands; it starts again after `downMs`. */
  kill(downMs: number, isLedgerLost: boolean): void;
  isUp(): boolean;
  /** How many ledgers there have been. */
  ledgers(): number;
  /** How many launches the ledger speaks of. */
  submissions(): number;
  /** Lets the launches under way end, then starts again. */
  restart(): void;
  /** Moves the clock of the gateway's computer, and no other. */
  moveClock(ms: number): void;
  setClock(aheadMs: number): void;
  close(): void;
};

type Process = {
  readonly gateway: Gateway;
  readonly ledger: Ledger;
  /** What the calls under way are told when the process ends. */
  readonly callers: Set<(reason: Error) => void>;
  dead: boolean;
  /** `isOver`: the story, and with it everything that the process might still have written. */
  die(isOver: boolean): void;
};

/** Rejects as a page's `fetch` does. */
export function networkError(): TypeError {
  return new TypeError('Failed to fetch');
}

/** A site with an empty ledger and a gateway that runs. */
export function createSite(world: World, api: Api): Site {
  const { time, chance, journal, conditions } = world;
  around = nowhere;
  keeper ??= keepDatabase();
  let current: Process | null = null;
  let ledgers = 0;
  let aheadMs = 0;

  function start(isLedgerLost: boolean) {
    const ledger = spare ?? openAgain();
    spare = null;
    if (isLedgerLost) {
      ledger.clear();
      ledgers += 1;
    }
    const callers: Process['callers'] = new Set();
    const isDead = () => started.dead;
    const started: Process = {
      ledger,
      callers,
      dead: false,
      die(isOver) {
        started.dead = true;
        if (isOver) spare = ledger;
        else ledger.close();
        for (const cut of callers) cut(networkError());
        callers.clear();
      },
      gateway: createGateway({
        upstream: api.upstreamOf({ isDead }),
        origins: [ORIGIN],
        keys: api.sandbox.keys.map((key) => ({ ...key, source: 'sandbox' as const })),
        ledger,
        limits: { requestsPerMinute: conditions.requestsPerMinute },
        now,
        // Nothing wakes in a process that has ended.
        sleep: (ms, signal) => time.sleep(ms, signal).then(() => (isDead() ? never<undefined>() : undefined)),
        randomUUID,
      }),
    };
    current = started;
    journal.note(() => 'gate   runs');
  }

  const now = () => api.sandbox.now() + aheadMs;

  function setClock(ms: number) {
    if (ms === aheadMs) return;
    aheadMs = ms;
    api.noteJump();
  }

  const randomUUID = () => chance.uuid();
  around = { now, randomUUID };
  start(true);
  return {
    async fetch(request, key) {
      const process = current;
      if (process === null) throw networkError();
      // No race with one promise for the whole life of the process: that would keep every answer as long.
      return new Promise<Response>((resolve, reject) => {
        process.callers.add(reject);
        const done = () => process.callers.delete(reject);
        const answer = api.onBehalfOf(key, () => process.gateway.fetch(request));
        answer.then(resolve, reject);
        answer.then(done, done);
      });
    },
    kill(downMs, isLedgerLost) {
      if (current === null) return;
      journal.note(() => `gate   killed${isLedgerLost ? ', ledger lost' : ''}`);
      current.die(false);
      current = null;
      time.after(downMs, () => {
        start(isLedgerLost);
      });
    },
    isUp: () => current !== null,
    ledgers: () => ledgers,
    submissions: () => Object.values(current?.ledger.counts() ?? {}).reduce((sum, more) => sum + more, 0),
    restart() {
      const process = current;
      if (process === null) return;
      journal.note(() => 'gate   asked to stop');
      void process.gateway.drain().then(() => {
        if (process.dead) return;
        process.die(false);
        current = null;
        time.after(500, () => {
          start(false);
        });
      });
    },
    moveClock: (ms) => setClock(aheadMs + ms),
    setClock,
    close() {
      if (current !== null && !current.dead) current.die(true);
      current = null;
    },
  };
}
