// From each key or press to the paint after it, over a mix of what people do with a thousand runs on the board, on a processor four
// times slower, beside the bare board with the same runs. Needs the built app. Figures only; nothing here passes or fails.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import type { Page } from 'playwright';
import { startGateway } from '../browser/gateway-process.ts';
import { chromiumPath } from '../support/chromium.ts';
import { startBareDesk } from './bare-desk.ts';
import { median, openBenchPage, putRuns, quantile, SLOWER } from './board-page.ts';
import type { BenchPage, BenchWindow } from './board-page.ts';
import type { BenchRow } from './gateway.ts';

const MANY = 1_000;
/** Each act is done so often. */
const TIMES = 4;
/** Long enough after an act that its event was noted, and what follows it is over. */
const SETTLED_AFTER_MS = 700;
/** What is quicker than this leaves no note. */
const LEAST_MS = 16;

type Act = {
  readonly name: string;
  readonly run: (page: Page) => Promise<void>;
};

const text = (page: Page, words: string) => page.getByText(words, { exact: true }).first();

/** In an order in which each finds the page as it needs it. */
const ACTS: readonly Act[] = [
  { name: 'About this run opened', run: (page) => text(page, 'About this run').click() },
  { name: 'About this run closed', run: (page) => text(page, 'About this run').click() },
  {
    name: 'a letter typed into the filter',
    async run(page) {
      await page.getByLabel('Find a run').focus();
      await page.keyboard.press('m');
    },
  },
  { name: 'a second letter', run: (page) => page.keyboard.press('o') },
  { name: 'a letter taken back', run: (page) => page.keyboard.press('Backspace') },
  { name: 'the filter emptied', run: (page) => page.keyboard.press('Backspace') },
  { name: 'from cards to the list', run: (page) => text(page, 'List').click() },
  {
    name: 'sorted by mailbox',
    run: (page) => page.locator('thead').getByRole('button', { name: 'Mailbox' }).click(),
  },
  { name: 'all selected', run: (page) => page.getByLabel(/^Select all/).click() },
  { name: 'all but one', run: (page) => page.locator('tbody input').nth(2).click() },
  {
    name: 'sorted the other way',
    run: (page) => page.locator('thead').getByRole('button', { name: 'Mailbox' }).click(),
  },
  { name: 'from the list to cards', run: (page) => text(page, 'Cards').click() },
  { name: 'a run opened', run: (page) => page.locator('article h2 a').first().click() },
];

/** Runs the whole bench, some two minutes. */
export async function boardClicksBench(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'desk-bench-clicks-'));
  const gateway = await startGateway({ DESK_PORT: '0', DESK_DATA_DIR: folder });
  const browser = await chromium.launch({ executablePath: await chromiumPath(), args: ['--no-sandbox'] });
  try {
    const own = await openBenchPage(browser);
    const runs = await putRuns(own.page, gateway.origin, MANY);
    const bareDesk = await startBareDesk(runs, Math.max(...runs.map(({ pressedAt }) => pressedAt)));
    const bare = await openBenchPage(browser);
    const taken = { own: ACTS.map((): number[] => []), bare: ACTS.map((): number[] => []) };
    // In turns, so that both see the same machine.
    for (let time = 0; time < TIMES; time += 1) {
      await round(own, gateway.origin, taken.own);
      await round(bare, bareDesk.origin, taken.bare);
    }
    await bareDesk.stop();
    return rows(taken);
  } finally {
    await browser.close();
    await gateway.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

type Taken = readonly (readonly number[])[];

function rows({ own, bare }: { own: Taken; bare: Taken }): BenchRow[] {
  const row = (name: string, goal: string, of: (taken: Taken) => number): BenchRow => ({
    name: `board, ${String(MANY)} runs, ${String(SLOWER)} times slower, click to paint: ${name}`,
    figure: `${of(own).toFixed(0)} ms`,
    baseline: `${of(bare).toFixed(0)} ms, bare board`,
    ratio: (of(own) / of(bare)).toFixed(2),
    goal,
  });
  return [
    row('median over all', '< 50 ms', (taken) => median(taken.flat())),
    row('p95 over all', '< 100 ms', (taken) => quantile(taken.flat(), 0.95)),
    ...ACTS.map(({ name }, place) => row(name, 'none', (taken) => median(taken[place] ?? []))),
  ];
}

/** Each act once, from a fresh load on; what each took is added to its place in `taken`. */
async function round(
  { page, session }: BenchPage,
  origin: string,
  taken: readonly number[][],
): Promise<void> {
  await page.goto(origin);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await page.getByLabel('Find a run').waitFor();
  await page.locator('article').first().waitFor();
  // What the board does ahead of its use is done.
  await page.waitForTimeout(4_000);
  for (const [place, { run }] of ACTS.entries()) {
    await page.evaluate(() => {
      const { interactions } = (window as unknown as BenchWindow).noted;
      for (const id of Object.keys(interactions)) delete interactions[id];
    });
    await run(page);
    await page.waitForTimeout(SETTLED_AFTER_MS);
    const noted = await page.evaluate(() =>
      Object.values((window as unknown as BenchWindow).noted.interactions),
    );
    taken[place]?.push(Math.max(LEAST_MS, ...noted));
  }
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
}

if (import.meta.main) console.table(await boardClicksBench());
