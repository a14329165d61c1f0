// What a thousand runs cost the board in Chromium on a processor four times slower, beside the same board with ten. Needs the built
// app. Figures only; nothing here passes or fails.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import type { Browser, Page } from 'playwright';
import { pastRuns } from '../board/many-runs.ts';
import { startGateway } from '../browser/gateway-process.ts';
import { chromiumPath } from '../support/chromium.ts';
import type { BenchRow } from './gateway.ts';

const MANY = 1_000;
const FEW = 10;
const SLOWER = 4;
/** Each figure is the median of so many. */
const TIMES = 3;
const DATABASE = 'report-desk-runs';

/** What the page notes of itself: when a wish came true, painted, in ms of `performance.now()`. */
type BenchWindow = Window & { painted: (isTrue: () => boolean) => Promise<number> };

type Measure = {
  readonly name: string;
  readonly goal: string;
  readonly run: (page: Page) => Promise<number>;
};

const MEASURES: readonly Measure[] = [
  {
    name: 'load to usable: cards and filters painted',
    goal: '< 1500 ms',
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
    goal: '< 100 ms',
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
    goal: '< 200 ms',
    async run(page) {
      // The first letter is the dearest: it puts every run into words.
      await page.reload();
      const field = page.getByLabel('Find a run');
      await page.locator('article').first().waitFor();
      await field.focus();
      await page.waitForTimeout(1_000);
      const done = page.evaluate(
        () =>
          new Promise<number>((resolve) => {
            const pressed = (event: Event) => {
              window.removeEventListener('keydown', pressed);
              void (window as unknown as BenchWindow)
                .painted(() => /^\d.* of /.test(document.querySelector('[role=search] p')?.textContent ?? ''))
                .then((at) => resolve(at - event.timeStamp));
            };
            window.addEventListener('keydown', pressed);
          }),
      );
      await page.waitForTimeout(50);
      await page.keyboard.press('m');
      const took = await done;
      await field.fill('');
      await page.waitForTimeout(600);
      return took;
    },
  },
  {
    name: 'About this run opened, painted',
    goal: '< 200 ms',
    async run(page) {
      const summary = page.locator('article').first().getByText('About this run');
      await summary.focus();
      const done = page.evaluate(
        () =>
          new Promise<number>((resolve) => {
            const pressed = (event: Event) => {
              window.removeEventListener('keydown', pressed);
              void (window as unknown as BenchWindow)
                .painted(() => document.querySelector('article details[open] dl') !== null)
                .then((at) => resolve(at - event.timeStamp));
            };
            window.addEventListener('keydown', pressed);
          }),
      );
      await page.waitForTimeout(50);
      await page.keyboard.press('Enter');
      const took = await done;
      await page.waitForTimeout(500);
      await summary.click();
      await page.locator('article details[open] dl').first().waitFor({ state: 'detached' });
      return took;
    },
  },
  {
    name: 'from cards to the list, painted',
    goal: '< 300 ms',
    async run(page) {
      const done = page.evaluate(
        () =>
          new Promise<number>((resolve) => {
            const pressed = (event: Event) => {
              window.removeEventListener('click', pressed, true);
              void (window as unknown as BenchWindow)
                .painted(() => document.querySelector('table a') !== null)
                .then((at) => resolve(at - event.timeStamp));
            };
            window.addEventListener('click', pressed, true);
          }),
      );
      await page.waitForTimeout(50);
      await page.getByText('List', { exact: true }).click();
      const took = await done;
      await page.getByText('Cards', { exact: true }).click();
      await page.locator('article').first().waitFor();
      await page.waitForTimeout(300);
      return took;
    },
  },
];

/** Runs the whole bench, about a minute. */
export async function boardBench(): Promise<BenchRow[]> {
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
  const context = await browser.newContext({
    reducedMotion: 'reduce',
    viewport: { width: 1280, height: 900 },
  });
  const page = await context.newPage();
  await page.addInitScript(() => {
    (window as unknown as BenchWindow).painted = (isTrue) =>
      new Promise((resolve, reject) => {
        setTimeout(() => reject(new Error('It was never painted.')), 10_000);
        const look = () => {
          // A task after the next frame: what is there now has been painted.
          if (isTrue()) requestAnimationFrame(() => setTimeout(() => resolve(performance.now())));
          return isTrue();
        };
        if (look()) return;
        const observer = new MutationObserver(() => {
          if (look()) observer.disconnect();
        });
        observer.observe(document, { childList: true, subtree: true, characterData: true, attributes: true });
      });
  });
  await page.goto(origin);
  await page.getByRole('heading', { name: 'Board' }).waitFor();
  const config = await page.evaluate(
    async () => (await (await fetch('/desk/config')).json()) as { now: string; keys: { id: string }[] },
  );
  const runs = pastRuns(count, Date.parse(config.now), config.keys[0]?.id ?? '');
  await page.evaluate(
    ({ name, records }) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.addEventListener('error', () => reject(opening.error ?? new Error('not opened')));
        opening.addEventListener('success', () => {
          const writing = opening.result.transaction('runs', 'readwrite');
          for (const record of records) writing.objectStore('runs').put(record);
          writing.addEventListener('complete', () => {
            opening.result.close();
            resolve();
          });
        });
      }),
    { name: DATABASE, records: runs },
  );
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  const medians: number[] = [];
  for (const { run } of MEASURES) {
    const taken: number[] = [];
    for (let time = 0; time < TIMES; time += 1) {
      taken.push(await run(page));
      await page.waitForTimeout(500);
    }
    medians.push(taken.toSorted((one, other) => one - other)[Math.floor(TIMES / 2)] ?? NaN);
  }
  await context.close();
  return medians;
}

if (import.meta.main) console.table(await boardBench());
