// A desk in use for hours of simulated time: one tab that stays open, others that come and go, launches that succeed, fail and expire,
// results that are read, exported, saved and downloaded. Once an hour everything is put away and what is left is counted.
import type { LaunchRequest } from '#src/contract/reports.ts';
import { can } from '#src/records/can.ts';
import type { RunRecord } from '#src/records/record.ts';
import { shownState } from '#src/records/shown-state.ts';
import { loadedKeys } from '#src/runs/environment.ts';
import { ATTACHMENTS_MAILBOX } from '#src/sandbox/drill-mailboxes.ts';
import { MAILBOXES } from '#src/sandbox/mailboxes.ts';
import type { Mailbox } from '#src/sandbox/mailboxes.ts';
import { createApi } from '../faults/sim-api.ts';
import { createBrowser } from '../faults/sim-browser.ts';
import type { Tab } from '../faults/sim-browser.ts';
import { createChance } from '../faults/sim-chance.ts';
import { createSite } from '../faults/sim-gateway.ts';
import { createJournal } from '../faults/sim-journal.ts';
import type { Violation } from '../faults/sim-journal.ts';
import { createRules } from '../faults/sim-rules.ts';
import type { VirtualTime } from '../faults/sim-time.ts';
import type { World } from '../faults/sim-world.ts';
import { createVisit } from './visit.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** So much of an hour the operators work; then pages that nobody looks at are forgotten, which takes five minutes. */
const WORK_MS = 50 * MINUTE;
/** A Wednesday, far from any change of clocks. */
const START = Date.UTC(2026, 8, 16, 14);
const CARDS_KEPT = 20;

/** What is left of an hour's work. */
export type Leftovers = {
  /** Timers that are set, in the page and in the gateway. */
  readonly timers: number;
  /** Listeners that tabs have left with the browser: visibility, being online, storage. */
  readonly listeners: number;
  /** Queries in the cache of the tab that stays open. */
  readonly queries: number;
  /** Cards on the board. */
  readonly cards: number;
  /** Cards that were removed and can still be brought back, for 48 hours. */
  readonly removed: number;
  /** Launches of the last 48 hours in the ledger. */
  readonly submissions: number;
};

/** See {@link createDay}. */
export type Day = {
  /** One more hour, in which operators work or only leave a tab open. */
  hour(works: boolean): Promise<Leftovers>;
  readonly counts: ReadonlyMap<string, number>;
  readonly violations: readonly Violation[];
};

const FAULTS = { pageFaults: 0.02, apiFaults: 0.02 };

/** What operators do, and how often each is drawn. */
const ACTS = {
  launch: 5,
  'launch a drill': 3,
  'launch a list of messages': 2,
  'run again': 2,
  read: 4,
  export: 3,
  'save a copy': 3,
  'download a file': 3,
  'check now': 2,
  'open a tab': 3,
  'close a tab': 3,
  hide: 2,
  show: 3,
} as const;
type Act = keyof typeof ACTS;

const named = (mailbox: Mailbox) => mailbox.listing.mailboxName;
const ORDINARY = MAILBOXES.filter((mailbox) => !named(mailbox).startsWith('Drill: '));
const WITH_FILES = MAILBOXES.filter((mailbox) => named(mailbox) === ATTACHMENTS_MAILBOX);
// The huge result is for the bench: 200 pages would be most of the account's minute.
const DRILLS = MAILBOXES.filter(
  (mailbox) => named(mailbox).startsWith('Drill: ') && named(mailbox) !== 'Drill: huge result',
);

/** Made here, so that it keeps nothing of the tab that launched. */
const always = () => true;

/** A desk with one open tab, before its first hour. */
export async function createDay(time: VirtualTime, seed: number): Promise<Day> {
  time.restart(START);
  const chance = createChance(seed, 0);
  const journal = createJournal(false, () => time.now(), START);
  const conditions = {
    ...FAULTS,
    oftenPage: null,
    oftenApi: null,
    lateCopies: 0,
    requestsPerMinute: 100,
    speed: 4,
    slowStorage: false,
    storageFaults: 0,
    sharedLock: true,
    calls: Infinity,
    edition: 1 as const,
    latencyMs: 0,
    blocked: false,
    throttled: false,
  };
  const rules = createRules(journal, conditions);
  const world: World = { time, chance, journal, rules, conditions, faulty: true, calls: 0 };
  const api = createApi(world);
  const site = createSite(world, api);
  const browser = createBrowser(world, site, 'A');
  const visit = createVisit();
  await browser.open();
  await time.pass(MINUTE);
  const [kept] = browser.tabs;
  if (kept === undefined) throw new Error('No tab is open');

  const anyTab = () => chance.pick(browser.tabs);
  const anyOf = (tab: Tab, fits: (record: RunRecord) => boolean): RunRecord | null => {
    const found = tab.services.desk.environment.records.all().filter(fits);
    return found.length === 0 ? null : chance.pick(found);
  };

  /** Begins what an operator asks for. What comes of it is counted; a network that fails is part of the day. */
  function begin(name: Act, work: () => Promise<unknown>): void {
    work().then(
      (got) => journal.count(got === 0 ? `${name}: nothing there` : `${name}: done`),
      () => journal.count(`${name}: failed`),
    );
  }

  function launch(name: Act, mailboxes: readonly Mailbox[], report: LaunchRequest['report']): void {
    const tab = anyTab();
    const { desk } = tab.services;
    const key = desk.environment.config.current()?.keys[0];
    const { mailboxId, mailboxName, timeZone } = chance.pick(mailboxes).listing;
    if (key === undefined) return;
    const day = String(chance.int(1, 25)).padStart(2, '0');
    const range = { start: `2026-08-${day}T00:00:00`, end: `2026-08-${day}T23:59:59`, period: 'day' };
    const activity = {
      activityType: 'received',
      activityStart: `2026-08-${day}T00:00:00`,
      activityEnd: `2026-08-${day}T23:59:59`,
    };
    const parameters = { mailboxId, ...(report === 'receivedMessageDetail' ? activity : range) };
    const choice = {
      keyId: key.id,
      keyLabel: key.label,
      mailbox: { name: mailboxName, timeZone },
    };
    rules.pressed();
    begin(name, async () => {
      const { id } = await desk.launch({ report, options: {}, parameters }, choice);
      rules.written(id, always);
    });
  }

  /** With a result that is there, in the tab that stays: what it leaves behind would pile up. */
  function withResult(
    name: Act,
    work: (tab: Tab, record: RunRecord) => Promise<number>,
    isList = false,
  ): void {
    const record = anyOf(
      kept as Tab,
      (one) => one.state === 'done' && (!isList || one.mailbox.name === ATTACHMENTS_MAILBOX),
    );
    if (record !== null) begin(name, () => work(kept as Tab, record));
  }

  const acts: Record<Act, () => void> = {
    launch: () => launch('launch', ORDINARY, 'mailboxPerformance'),
    'launch a drill': () => launch('launch a drill', DRILLS, 'mailboxUserPerformance'),
    'launch a list of messages': () =>
      launch('launch a list of messages', WITH_FILES, 'receivedMessageDetail'),
    'run again'() {
      const tab = anyTab();
      const record = anyOf(tab, ({ state }) => state === 'done' || state === 'failed');
      if (record === null) return;
      rules.pressed();
      begin('run again', async () => {
        const { id } = await tab.services.desk.runAgain(record);
        rules.written(id, always);
      });
    },
    read: () => withResult('read', visit.read),
    export: () => withResult('export', visit.exportCsv),
    'save a copy': () => withResult('save a copy', visit.saveCopy),
    'download a file': () => withResult('download a file', visit.downloadFile, true),
    'check now'() {
      const tab = anyTab();
      const record = anyOf(tab, ({ state }) => state === 'running');
      if (record !== null) begin('check now', () => tab.services.desk.checkNow(record.id));
    },
    'open a tab'() {
      if (browser.tabs.length < 3) begin('open a tab', () => browser.open());
    },
    'close a tab'() {
      const tab = anyTab();
      if (tab === kept) return;
      tab.close();
      journal.count('close a tab: done');
    },
    hide: () => anyTab().setVisible(false),
    show: () => anyTab().setVisible(true),
  };

  /** Everything that can be put away: other tabs, launches that wait, runs that never end, and all cards but the newest. */
  async function putAway(tab: Tab): Promise<void> {
    for (const other of browser.tabs.slice()) if (other !== tab) other.close();
    tab.setVisible(true);
    const { desk } = tab.services;
    const { records, clock } = desk.environment;
    const shown = (record: RunRecord) => shownState(record, clock.now(), loadedKeys(desk.environment));
    const queued = records.all().filter(({ state }) => state === 'queued');
    await desk.remove(...queued.map(({ id }) => id));
    for (const { id, state } of records.all()) if (state === 'running') await desk.pauseUpdates(id);
    await time.turn();
    const old = records.all().filter((record) => can('remove-card', shown(record)).allowed);
    await desk.remove(...old.slice(CARDS_KEPT).map(({ id }) => id));
    desk.removals.dismiss();
    await desk.removals.clean(clock.now());
  }

  return {
    async hour(works) {
      const endsAt = time.now() + HOUR;
      while (works && time.now() < endsAt - HOUR + WORK_MS) {
        // So many in a few minutes would be a loop; in a whole hour they are not.
        world.calls = 0;
        acts[chance.weighted(ACTS)]();
        await time.pass(chance.int(10_000, 2 * MINUTE));
      }
      await putAway(kept);
      // The emulator keeps what it was asked for as long as it runs, for tests; here that would hide what the desk keeps.
      (api.sandbox.log as unknown[]).length = 0;
      world.calls = 0;
      await time.pass(endsAt - time.now());
      return {
        timers: time.timers(),
        listeners: browser.listeners(),
        queries: kept.services.queryClient.getQueryCache().getAll().length,
        cards: kept.services.desk.environment.records.all().length,
        removed: (await browser.removed()).length,
        submissions: site.submissions(),
      };
    },
    counts: journal.counts,
    violations: journal.violations,
  };
}
