// What a thousand runs cost the board in Chromium on a processor four times slower, beside the same board with ten. Needs the built
// app. Figures only; nothing here passes or fails.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import type { Browser, Page } from 'playwright';
import { startGateway } from '../browser/gateway-process.ts';
import { chromiumPath } from '../support/chromium.ts';
import { boardClicksBench } from './board-clicks.ts';
import { boardLoadBench } from './board-load.ts';
import { DATABASE, median, openBenchPage, putRuns, SLOWER } from './board-page.ts';
import type { BenchWindow } from './board-page.ts';
import type { BenchRow } from './gateway.ts';

const MANY = 1_000;
const FEW = 10;
/** Each figure is the median of so many. */
const TIMES = 3;

type Measure = {
  readonly name: string;
  readonly goal: string;
  readonly run: (page: Page) => Promise<number>;
};

const MEASURES: readonly Measure[] = [
  {
    name: 'load to usable: cards and filters painted',
    goal: '< 1000 ms with 25 cards',
    async run(page) {
      await page.reload({ waitUntil: 'commit' });
      return page.evaluate(() =>
        (window as unknown as BenchWindow).painted(
          () =>
            document.querySelector('article') !== null && document.querySelector('[type=search]') !== null,
        ),
      );
    },
  },
  {
    name: 'one run’s change to paint, written by another tab',
    goal: 'none',
    run: (page) =>
      page.evaluate(async (name) => {
        const link = document.querySelector<HTMLAnchorElement>('article h2 a');
        const id = link?.getAttribute('href')?.split('/').at(-1) ?? '';
        const before = link?.textContent ?? '';
        await new Promise<void>((resolve, reject) => {
          const opening = indexedDB.open(name);
          opening.addEventListener('error', () => reject(opening.error ?? new Error('not opened')));
          opening.addEventListener('success', () => {
            const writing = opening.result.transaction('runs', 'readwrite');
            const runs = writing.objectStore('runs');
            const reading = runs.get(id);
            reading.addEventListener('success', () => {
              const record = reading.result as { mailbox: { name: string } };
              runs.put({ ...record, mailbox: { ...record.mailbox, name: `${record.mailbox.name}.` } });
            });
            writing.addEventListener('complete', () => {
              opening.result.close();
              resolve();
            });
          });
        });
        const channel = new BroadcastChannel(name);
        const begun = performance.now();
        channel.postMessage([id]);
        const at = await (window as unknown as BenchWindow).painted(
          () => document.querySelector('article h2 a')?.textContent === `${before}.`,
        );
        channel.close();
        return at - begun;
      }, DATABASE),
  },
  {
    name: 'a letter typed into the filter to what it finds, painted',
    goal: '< 100 ms',
    async run(page) {
      // The first letter is the dearest: it puts every run into words.
      await page.reload();
      const field = page.getByLabel('Find a run');
      await page.locator('article').first().waitFor();
      await field.focus();
      await page.waitForTimeout(1_000);
      const took = await fromInput(
        page,
        () => /^\d.* of /.test(document.querySelector('[role=search] p')?.textContent ?? ''),
        () => page.keyboard.press('m'),
      );
      await field.fill('');
      await page.waitForTimeout(600);
      return took;
    },
  },
  {
    name: 'About this run opened, painted',
    goal: '< 100 ms',
    async run(page) {
      const summary = page.locator('article').first().getByText('About this run');
      await summary.focus();
      const took = await fromInput(
        page,
        () => document.querySelector('article details[open] dl') !== null,
        () => page.keyboard.press('Enter'),
      );
      await page.waitForTimeout(500);
      await summary.click();
      await page.locator('article details[open] dl').first().waitFor({ state: 'detached' });
      return took;
    },
  },
  {
    name: 'from cards to the list, painted',
    goal: '< 100 ms',
    async run(page) {
      const took = await fromInput(
        page,
        () => document.querySelector('table a') !== null,
        () => page.getByText('List', { exact: true }).click(),
      );
      await page.getByText('Cards', { exact: true }).click();
      await page.locator('article').first().waitFor();
      await page.waitForTimeout(300);
      return took;
    },
  },
];

/** Ms from the next key or click, which `act` makes, to the paint after which `isTrue` holds in the page. */
async function fromInput(page: Page, isTrue: () => boolean, act: () => Promise<void>): Promise<number> {
  // The watch is set when this resolves; what it sees is asked for later.
  await page.evaluate(`
    window.fromInput = new Promise((resolve, reject) => {
      const stop = new AbortController();
      const begin = ({ timeStamp }) => {
        stop.abort();
        window.painted(${isTrue.toString()}).then((at) => resolve(at - timeStamp), reject);
      };
      for (const type of ['keydown', 'click']) {
        window.addEventListener(type, begin, { capture: true, signal: stop.signal });
      }
    });
    undefined;
  `);
  await act();
  return page.evaluate(() => (window as unknown as BenchWindow).fromInput);
}

/** Runs everything that is measured of the board, some six minutes. */
export async function boardBench(): Promise<BenchRow[]> {
  return [...(await boardLoadBench()), ...(await boardClicksBench()), ...(await manyRunsBench())];
}

/** About a minute. */
async function manyRunsBench(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'desk-bench-board-'));
  const gateway = await startGateway({ DESK_PORT: '0', DESK_DATA_DIR: folder });
  const browser = await chromium.launch({ executablePath: await chromiumPath(), args: ['--no-sandbox'] });
  try {
    const many = await figures(browser, gateway.origin, MANY);
    const few = await figures(browser, gateway.origin, FEW);
    return MEASURES.map(({ name, goal }, place) => {
      const [one = NaN, other = NaN] = [many[place], few[place]];
      return {
        name: `board, ${String(MANY)} runs, ${String(SLOWER)} times slower: ${name}`,
        figure: `${one.toFixed(0)} ms`,
        baseline: `${other.toFixed(0)} ms with ${String(FEW)} runs`,
        ratio: (one / other).toFixed(2),
        goal,
      };
    });
  } finally {
    await browser.close();
    await gateway.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The median of each measure on a board with `count` runs. */
async function figures(browser: Browser, origin: string, count: number): Promise<number[]> {
  const { context, page, session } = await openBenchPage(browser);
  await putRuns(page, origin, count);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  const medians: number[] = [];
  for (const { run } of MEASURES) {
    const taken: number[] = [];
    for (let time = 0; time < TIMES; time += 1) {
      taken.push(await run(page));
      await page.waitForTimeout(500);
    }
    medians.push(median(taken));
  }
  await context.close();
  return medians;
}

if (import.meta.main) console.table(await boardBench());
