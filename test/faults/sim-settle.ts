// The end of a story: nothing fails any more, every key works, and time passes until nothing is left to do.
import { isExpired } from '#src/records/derived.ts';
import type { RunRecord } from '#src/records/record.ts';
import type { Browser, Tab } from './sim-browser.ts';
import type { Cast, Operators } from './sim-operators.ts';
import { isOwn } from './sim-rules.ts';
import { short } from './sim-world.ts';

const MINUTE = 60_000;
/** A run that ends has ended after this, and a slot that nobody can look at counts as free. */
const LONGEST_RUN = 31 * MINUTE;
/** Longer than the API's limits ask to wait for. */
const SHORT_WAIT = 6 * MINUTE;
const LEAP = 60 * 60 * MINUTE;
/** As long as a gateway that was killed may be down. */
const DOWN = 30_000;
/** Rounds after which whoever has not finished never will. */
const MOST_ROUNDS = 60;
/**
 * In this round the account's clock leaps over the life of every result, so that runs which never end are over, too, and over every
 * wait that was written down while a computer's clock was ahead.
 */
const LEAP_ROUND = 3;

/** Records that something still has to happen to. */
function unfinished(records: readonly RunRecord[], now: number): RunRecord[] {
  return records.filter(
    (record) =>
      isOwn(record) &&
      // A launch with a key that never works waits for the operator's word, and rightly so.
      !(record.state === 'queued' && record.keyLabel === 'Expired') &&
      (record.state === 'queued' ||
        record.state === 'sending' ||
        (record.state === 'running' && record.polling === 'on' && !isExpired(record, now))),
  );
}

async function restOf(browser: Browser): Promise<RunRecord[]> {
  const now = browser.tabs[0]?.services.desk.environment.clock.now() ?? 0;
  return unfinished(await browser.records(), now);
}

/** By its answers a tab hears how late it is, also where there is nothing to poll. */
async function readMeter({ services }: Tab): Promise<void> {
  await services.desk.environment.client.send({ method: 'GET', target: '/desk/usage' }).catch(() => null);
}

/** Lets `cast` come to rest; a record that does not is against the rules. */
export async function settle(cast: Cast, operators: Operators): Promise<void> {
  const { world, api, site, browsers } = cast;
  const { time, journal } = world;
  world.faulty = false;
  journal.note(() => 'everything works again');
  api.revoked.clear();
  site.setClock(0);
  await time.pass(3_000);
  if (!site.isUp()) await time.pass(DOWN);
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const busy = new Map<Browser, RunRecord[]>();
    for (const browser of browsers) {
      const rest = await restOf(browser);
      if (rest.length > 0) busy.set(browser, rest);
    }
    if (busy.size === 0) return;
    for (const [browser, rest] of busy) {
      if (round === 0) await wakeUp(browser);
      for (const tab of browser.tabs) {
        void operators.enterKeys(tab);
        if (round > LEAP_ROUND) void readMeter(tab);
        for (const { id, state, confirmed } of rest) {
          if (state === 'queued' && !confirmed) void tab.services.desk.sendNow(id);
        }
      }
    }
    api.leap(round === LEAP_ROUND ? LEAP : round % 2 === 0 ? LONGEST_RUN : SHORT_WAIT);
    await time.pass(round < 2 ? 4_000 : 12_000);
  }
  for (const browser of browsers) {
    for (const record of unfinished(await browser.records(), Infinity)) {
      journal.violate('everything comes to rest', `${short(record.id)} stays ${record.state}`);
    }
  }
}

/** The browser is online, looked at and on the right clock; a tab that cannot save is closed, and what it left is taken up. */
async function wakeUp(browser: Browser): Promise<void> {
  browser.setClock(0);
  browser.setOnline(true);
  for (const tab of browser.tabs.filter(({ saving }) => saving.state() !== 'saved')) tab.close();
  if (browser.tabs.length === 0) await browser.open();
  for (const tab of browser.tabs) tab.setVisible(true);
}
