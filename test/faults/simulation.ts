// One story: tabs of one or two browsers, the real gateway and the real sandbox, under faults, all decided by a seed. Then everything
// works again, the queue drains, and the rules are judged.
import { environmentManager } from '@tanstack/react-query';
// Loaded here, because the desk loads it when it is first needed, which takes real time.
import '#src/runs/engine.ts';
import { API_FAULTS, createApi } from './sim-api.ts';
import { createBrowser } from './sim-browser.ts';
import type { Browser } from './sim-browser.ts';
import { createChance } from './sim-chance.ts';
import type { Chance } from './sim-chance.ts';
import { createSite } from './sim-gateway.ts';
import { createJournal } from './sim-journal.ts';
import type { Violation } from './sim-journal.ts';
import { MORE_PAGE_FAULTS, PAGE_FAULTS } from './sim-network.ts';
import { createOperators } from './sim-operators.ts';
import type { Cast } from './sim-operators.ts';
import { createRules } from './sim-rules.ts';
import { settle } from './sim-settle.ts';
import { installVirtualTime } from './sim-time.ts';
import { installLightWeb } from './sim-web.ts';
import { installWindow } from './sim-window.ts';
import type { Conditions, Edition, World } from './sim-world.ts';

/** A Wednesday, far from midnight and from any change of clocks. */
const START = Date.UTC(2026, 8, 16, 14);
const MOST_ACTS = 40;

/** What became of one seed. */
export type StoryResult = {
  readonly seed: number;
  readonly violations: readonly Violation[];
  readonly counts: ReadonlyMap<string, number>;
  /** Every step, where the story was told. */
  readonly lines: readonly string[];
};

function conditionsOf(chance: Chance, more: Chance, edition: Edition): Conditions {
  const first = firstConditions(chance);
  if (edition === 1) return { ...first, edition, latencyMs: 0, blocked: false, throttled: false };
  const blocked = more.is(0.05);
  return {
    ...first,
    edition,
    oftenPage: first.oftenPage === null || more.is(0.7) ? first.oftenPage : more.weighted(MORE_PAGE_FAULTS),
    latencyMs: more.pick([0, 0, 0, 300, 3_000]),
    blocked,
    throttled: more.is(0.5),
    storageFaults: blocked ? 0.05 : first.storageFaults,
  };
}

function firstConditions(
  chance: Chance,
): Omit<Conditions, 'edition' | 'latencyMs' | 'blocked' | 'throttled'> {
  return {
    pageFaults: chance.pick([0, 0.1, 0.25, 0.5]),
    apiFaults: chance.pick([0, 0.1, 0.25, 0.5]),
    oftenPage: chance.is(0.5) ? chance.weighted(PAGE_FAULTS) : null,
    oftenApi: chance.is(0.5) ? chance.weighted(API_FAULTS) : null,
    lateCopies: chance.pick([0, 0.5, 1]),
    requestsPerMinute: chance.pick([100, 100, 12, 6]),
    speed: chance.pick([1, 4, 4, 20]),
    slowStorage: chance.is(0.4),
    storageFaults: chance.is(0.1) ? 0.05 : 0,
    sharedLock: chance.is(0.9),
    calls: chance.pick([8, 12, 16, 24, 40]),
  };
}

/** Takes over the thread's time and errors, and gives what plays a story. Call once in a thread. */
export function createSimulation(): (
  seed: number,
  isTold?: boolean,
  edition?: Edition,
) => Promise<StoryResult> {
  const time = installVirtualTime();
  if (process.env['SIM_WEB'] !== 'node') installLightWeb();
  installWindow();
  // Outside browsers React Query takes itself for a server, where nothing is polled.
  environmentManager.setIsServer(() => false);
  let unexpected: (what: string) => void = () => undefined;
  process.on('unhandledRejection', (error) => {
    unexpected(
      `unhandled rejection: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
  });
  globalThis.console.error = (...parts: unknown[]) => {
    unexpected(`console.error: ${parts.map(String).join(' ')}`);
  };

  return async (seed, isTold = false, edition = 2) => {
    time.restart(START);
    // Errors are part of every story; where they came from is told with the rest of it.
    Error.stackTraceLimit = isTold ? 10 : 0;
    const chance = createChance(seed, 0);
    const journal = createJournal(isTold, () => time.now(), START);
    const conditions = conditionsOf(chance, createChance(seed, 1), edition);
    journal.note(() => JSON.stringify(conditions));
    const world: World = {
      time,
      chance,
      journal,
      rules: createRules(journal, conditions),
      conditions,
      faulty: true,
      calls: 0,
    };
    unexpected = (what) => {
      journal.violate('nothing unexpected', what);
    };
    const api = createApi(world);
    const site = createSite(world, api);
    const names = chance.is(0.3) ? ['A', 'B'] : ['A'];
    const browsers: Browser[] = names.map((name) => createBrowser(world, site, name));
    const cast: Cast = { world, api, site, browsers };
    const operators = createOperators(cast);
    for (const browser of browsers) {
      await browser.open();
      if (chance.is(0.4)) await browser.open();
    }
    await time.pass(chance.int(0, 200));
    for (let acts = 0; acts < MOST_ACTS && world.calls < conditions.calls; acts += 1) {
      await operators.act();
      if (chance.is(0.3)) await time.turn();
    }
    const storyCalls = world.calls;
    await settle(cast, operators);
    const kept = (await Promise.all(browsers.map((browser) => browser.records()))).flat();
    world.rules.judge(kept);
    for (const { state } of kept) journal.count(`ended ${state}`);
    journal.count('stories');
    if ([...journal.counts.keys()].some((name) => name.includes('fault')))
      journal.count('stories with faults');
    for (let call = 0; call < storyCalls; call += 1) journal.count('calls of stories');
    for (const browser of browsers) browser.closeAll();
    site.close();
    await time.turn();
    return { seed, violations: journal.violations, counts: journal.counts, lines: journal.lines };
  };
}
