// What operators do, and what happens around them: one act at a time, drawn by chance.
import { addKey, forgetKey } from '#src/connection/queries.ts';
import type { LaunchRequest } from '#src/contract/reports.ts';
import { can } from '#src/records/can.ts';
import { loadedKeys } from '#src/runs/environment.ts';
import type { RunRecord, RunState } from '#src/records/record.ts';
import { shownState } from '#src/records/shown-state.ts';
import { MAILBOXES } from '#src/sandbox/mailboxes.ts';
import type { Api } from './sim-api.ts';
import type { Browser, Tab } from './sim-browser.ts';
import type { Site } from './sim-gateway.ts';
import { short } from './sim-world.ts';
import type { World } from './sim-world.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const MOST_TABS = 3;

/** Who takes part. */
export type Cast = {
  readonly world: World;
  readonly api: Api;
  readonly site: Site;
  readonly browsers: readonly Browser[];
};

/** See {@link createOperators}. */
export type Operators = {
  /** One act. */
  act(): Promise<void>;
  /** Every key that is missing in `tab` is typed in. */
  enterKeys(tab: Tab): Promise<void>;
};

/** The acts, and how often each is drawn. */
const ACTS = {
  launch: 16,
  'launch a drill': 9,
  'launch the same again': 4,
  'run again': 5,
  remove: 5,
  'check now': 5,
  'ask the ledger': 2,
  'send now': 2,
  'pause updates': 1,
  release: 3,
  wait: 18,
  'wait long': 5,
  'leap an hour': 2,
  'leap a day': 1,
  hide: 3,
  show: 3,
  'go offline': 3,
  'go online': 5,
  'open a tab': 4,
  reload: 5,
  crash: 5,
  'revoke a key': 1,
  'accept a key': 1,
  'forget a key': 1,
  'enter a key': 2,
  'save again': 1,
  reconnect: 2,
  'kill the gateway': 4,
  'restart the gateway': 2,
  'lose the ledger': 1,
  'move the clock': 2,
} as const;
/** Those of the second edition. */
const MORE_ACTS = {
  ...ACTS,
  'move the server’s clock': 2,
  'fill the storage': 2,
  'clear the storage': 2,
  'hide for long': 2,
} as const;
type Act = keyof typeof MORE_ACTS;

const DRILLS = MAILBOXES.filter(
  ({ listing }) => listing.mailboxName.startsWith('Drill: ') && listing.mailboxName !== 'Drill: huge result',
);
const ORDINARY = MAILBOXES.filter(({ listing }) => !listing.mailboxName.startsWith('Drill: '));

/** Draws and does acts. Acts are begun, not waited for: the next one comes whatever became of the last. */
export function createOperators({ world, api, site, browsers }: Cast): Operators {
  const { time, chance, journal, rules } = world;
  const asked: LaunchRequest[] = [];

  const anyBrowser = () => chance.pick(browsers);
  const anyTab = (): Tab | null => {
    const { tabs } = anyBrowser();
    return tabs.length === 0 ? null : chance.pick(tabs);
  };
  const anyRecord = (tab: Tab, state?: RunState): RunRecord | null => {
    const all = tab.services.desk.environment.records.all();
    const found = state === undefined ? all : all.filter((record) => record.state === state);
    return found.length === 0 ? null : chance.pick(found);
  };

  /** Begins what an operator asks for. None of it may fail. */
  function begin(tab: Tab, what: string, work: Promise<unknown>): void {
    journal.note(() => `${tab.name} operator: ${what}`);
    work.catch((error: unknown) => {
      if (!tab.isGone()) journal.violate('verbs do not fail', `${what}: ${String(error)}`);
    });
  }

  /** Whether what `tab` has just written outlives it, or the tab is still there. */
  function keptBy(tab: Tab): () => boolean {
    const isSaved = tab.saving.state() === 'saved';
    return () => isSaved || !tab.isGone();
  }

  function requestFor(mailboxes: readonly (typeof MAILBOXES)[number][]): LaunchRequest {
    const { mailboxId } = chance.pick(mailboxes).listing;
    const day = String(chance.int(1, 25)).padStart(2, '0');
    const report = chance.pick([
      'mailboxPerformance',
      'mailboxPerformance',
      'mailboxUserPerformance',
    ] as const);
    const range = { start: `2026-08-${day}T00:00:00`, end: `2026-08-${day}T23:59:59`, period: 'day' };
    return { report, options: {}, parameters: { mailboxId, ...range } };
  }

  function launch(tab: Tab, request: LaunchRequest): void {
    const { desk } = tab.services;
    const keys = desk.environment.config.current()?.keys ?? [];
    const key = chance.is(0.85) ? keys[0] : keys.at(-1);
    const { mailboxId } = request.parameters;
    const listing = MAILBOXES.find((mailbox) => mailbox.listing.mailboxId === mailboxId)?.listing;
    // The form has nothing to choose from before the config is there.
    if (key === undefined || listing === undefined) return;
    asked.push(request);
    const choice = {
      keyId: key.id,
      keyLabel: key.label,
      mailbox: { name: listing.mailboxName, timeZone: listing.timeZone },
    };
    rules.pressed();
    const work = desk.launch(request, choice).then(({ id }) => {
      rules.written(id, keptBy(tab));
    });
    begin(tab, `launch ${listing.mailboxName} with ${key.label}`, work);
  }

  function runAgain(tab: Tab): void {
    const record = anyRecord(tab);
    if (record === null || !mayDo(tab, record, 'run-again')) return;
    const { desk } = tab.services;
    rules.pressed();
    const presses = [desk.runAgain(record), ...(chance.is(0.5) ? [desk.runAgain(record)] : [])];
    const work = Promise.all(presses).then((made) => {
      for (const { id } of made) rules.written(id, keptBy(tab));
      if (new Set(made.map(({ id }) => id)).size > 1) {
        journal.violate('a double press makes one', short(record.id));
      }
    });
    begin(tab, `run ${short(record.id)} again`, work);
  }

  function mayDo(tab: Tab, record: RunRecord, action: Parameters<typeof can>[0]): boolean {
    const { environment } = tab.services.desk;
    return can(action, shownState(record, environment.clock.now(), loadedKeys(environment))).allowed;
  }

  function remove(tab: Tab): void {
    const record = anyRecord(tab, chance.is(0.5) ? 'queued' : undefined);
    if (record === null) return;
    if (!mayDo(tab, record, 'remove-card') && !mayDo(tab, record, 'remove-from-queue')) return;
    begin(tab, `remove ${short(record.id)}, seen ${record.state}`, tab.services.desk.remove(record.id));
  }

  function verb(
    tab: Tab,
    state: RunState,
    name: 'release' | 'sendNow' | 'pauseUpdates' | 'askLedgerNow' | 'checkNow',
  ) {
    const record = anyRecord(tab, state);
    if (record !== null) begin(tab, `${name} ${short(record.id)}`, tab.services.desk[name](record.id));
  }

  /** The operator types in every key that is missing, and says of the others that they work, as the dialogs do. */
  async function enterKeys(tab: Tab): Promise<void> {
    const { client, status, config } = tab.services.desk.environment;
    const loaded = new Set(config.current()?.keys.map(({ label }) => label));
    for (const keyId of status.snapshot().pausedKeys) status.resumeKey(keyId);
    const missing = api.sandbox.keys.filter(({ label }) => !loaded.has(label));
    for (const { label, key } of missing) {
      const added = await addKey(client, { label, key }).catch(() => null);
      if (added !== null) status.resumeKey(added.id);
    }
    if (missing.length > 0) await config.refresh().catch(() => undefined);
  }

  function forget(tab: Tab): void {
    const { client, config } = tab.services.desk.environment;
    const key = config.current()?.keys[0];
    if (key === undefined) return;
    journal.note(() => `${tab.name} operator: forget ${key.label}`);
    void forgetKey(client, key.id)
      .then(() => config.refresh())
      .catch(() => undefined);
  }

  /** Closes the tab at this very moment, or at some await a little later. */
  function end(tab: Tab, name: string): void {
    const close = () => {
      if (tab.isGone()) return;
      journal.note(() => `${tab.name} ${name}`);
      tab.close();
      if (name === 'reloads') void tab.browser.open();
    };
    const hops = chance.is(0.5) ? chance.int(0, 60) : 0;
    let later: Promise<unknown> = Promise.resolve();
    for (let hop = 0; hop < hops; hop += 1) later = later.then(() => undefined);
    void later.then(close);
  }

  const onTab = (work: (tab: Tab) => void) => () => {
    const tab = anyTab();
    if (tab !== null) work(tab);
  };
  const acts: Record<Act, () => void | Promise<void>> = {
    launch: onTab((tab) => launch(tab, requestFor(ORDINARY))),
    'launch a drill': onTab((tab) => launch(tab, requestFor(DRILLS))),
    'launch the same again': onTab((tab) => {
      if (asked.length > 0) launch(tab, chance.pick(asked));
    }),
    'run again': onTab(runAgain),
    remove: onTab(remove),
    'check now': onTab((tab) => verb(tab, chance.pick(['running', 'running', 'lost']), 'checkNow')),
    'ask the ledger': onTab((tab) => verb(tab, 'unknown', 'askLedgerNow')),
    'send now': onTab((tab) => verb(tab, 'queued', 'sendNow')),
    'pause updates': onTab((tab) => verb(tab, 'running', 'pauseUpdates')),
    release: onTab((tab) => verb(tab, 'unknown', 'release')),
    wait: () => time.pass(chance.int(0, 3_000)),
    'wait long': () => time.pass(chance.pick([5_000, 20_000, 70_000])),
    'leap an hour': () => api.leap(chance.pick([5 * MINUTE, 11 * MINUTE, 31 * MINUTE, HOUR])),
    'leap a day': () => api.leap(25 * HOUR),
    hide: onTab((tab) => tab.setVisible(false)),
    show: onTab((tab) => tab.setVisible(true)),
    'go offline': () => anyBrowser().setOnline(false),
    'go online': () => anyBrowser().setOnline(true),
    'open a tab'() {
      const browser = anyBrowser();
      if (browser.tabs.length < MOST_TABS) void browser.open();
    },
    reload: onTab((tab) => end(tab, 'reloads')),
    crash: onTab((tab) => end(tab, 'crashes')),
    'revoke a key': () => void api.revoked.add(chance.pick(api.sandbox.keys).key),
    'accept a key': () => api.revoked.clear(),
    'forget a key': onTab(forget),
    'enter a key': onTab((tab) => void enterKeys(tab)),
    'save again': onTab((tab) => begin(tab, 'save again', tab.saving.retry())),
    reconnect: onTab((tab) => void tab.services.desk.environment.config.refresh().catch(() => undefined)),
    'kill the gateway': () => site.kill(chance.pick([1, 2_000, 30_000]), false),
    'restart the gateway': () => site.restart(),
    // Storage that fails and a ledger that is deleted: then nobody is left who knows what was sent.
    'lose the ledger': () => site.kill(1_000, world.conditions.storageFaults === 0),
    'move the clock'() {
      const browser = anyBrowser();
      const ms = chance.pick([-2 * HOUR, -MINUTE, 30_000, HOUR, 26 * HOUR]);
      journal.note(() => `${browser.name}'s clock moves by ${String(ms / MINUTE)} min`);
      browser.moveClock(ms);
    },
    'move the server’s clock'() {
      const ms = chance.pick([-HOUR, -MINUTE, 30_000, HOUR]);
      journal.note(() => `gate   clock moves by ${String(ms / MINUTE)} min`);
      site.moveClock(ms);
    },
    // Only where the story allows for tabs that cannot save: what they know then is theirs alone.
    'fill the storage': () => anyBrowser().setFull(world.conditions.storageFaults > 0),
    'clear the storage': () => anyBrowser().setFull(false),
    async 'hide for long'() {
      const tab = anyTab();
      tab?.setVisible(false);
      await time.pass(chance.pick([30_000, 6 * MINUTE]));
      if (chance.is(0.5)) tab?.setVisible(true);
    },
  };
  const drawn = world.conditions.edition === 1 ? ACTS : MORE_ACTS;

  return {
    async act() {
      const name = chance.weighted<Act>(drawn);
      journal.count(`act ${name}`);
      await acts[name]();
    },
    enterKeys,
  };
}
