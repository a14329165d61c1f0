// What a table of 100,000 rows of twelve columns costs Chromium: scrolling, sorting, filtering and typing, beside a bare table without
// columns to choose, bars, sums or stickiness. Needs the built app. Figures only; nothing here passes or fails.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import type { Browser, Page } from 'playwright';
import { startGateway } from '../browser/gateway-process.ts';
import { chromiumPath } from '../support/chromium.ts';
import type { BenchRow } from './gateway.ts';
import { pageRow, pressRows } from './presses.ts';
import { resultRows, watchFiles } from './result.ts';
import { traced } from './traced.ts';

const REPORT = 'Mailbox Performance';
/** Each figure is the median of so many. */
const TIMES = 3;
const SCROLL_FRAMES = 150;
/** A fast flick, and more than anybody does: all rows are other ones in each frame. */
const SPEEDS = [
  { how: 'a flick, 240 px a frame', px: 240, hasGoal: true },
  { how: 'a whole screen a frame', px: 900, hasGoal: false },
] as const;
/** A row of the bare table. */
const BARE_ROW_PX = 32;

/** Ms between frames of a scroll, and what each of them takes of the main thread's processor time. */
type Figures = { readonly p95: number; readonly longest: number; readonly own: number };

const SCROLLING = [
  { which: 'p95', name: 'p95', goal: '≤ 25 ms' },
  { which: 'longest', name: 'longest', goal: 'none > 50 ms' },
  { which: 'own', name: 'mean processor time', goal: 'none' },
] as const satisfies readonly { which: keyof Figures; name: string; goal: string }[];

/** Runs the whole bench, some two minutes, most of which is reading the rows. `start` gives a desk to measure. */
export async function tableBench(start = startGateway): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'desk-bench-table-'));
  const desk = await start({
    DESK_PORT: '0',
    DESK_DATA_DIR: folder,
    DESK_REQUESTS_PER_MINUTE: '1000000',
    SANDBOX_SPEED: '100',
  });
  const browser = await chromium.launch({ executablePath: await chromiumPath(), args: ['--no-sandbox'] });
  try {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 900 },
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    await watchFiles(page);
    const reading = await openHugeResult(browser, page, desk.origin);
    const scrolls = await atEachSpeed(browser, page, `[aria-label="${REPORT}, rows"]`);
    const bareSort = (await traced(browser, page, () => sortAtOnce(page))).longest;
    const steps = [
      { name: 'sort by a number, 100,000 rows', act: () => press(page, 'Received') },
      { name: 'sort by text, then a number', act: () => sortByTwo(page) },
      { name: 'filter a column: at least 200', act: () => fill(page, 'Received, at least', '200') },
      { name: 'words over all columns, typed', act: () => type(page, 'Find in rows', 'emily') },
    ];
    await page.getByRole('button', { name: /^Filters/ }).click();
    const rows: BenchRow[] = [];
    for (const { name, act } of steps) {
      const { settled, longest } = await whileWorking(browser, page, act);
      rows.push({
        name: `table: ${name}: longest task, processor time`,
        figure: `${longest.toFixed(0)} ms, settled within ${settled.toFixed(0)} ms`,
        baseline: `${bareSort.toFixed(0)} ms, Array.sort of 100,000 at once`,
        ratio: (longest / bareSort).toFixed(2),
        goal: 'none > 50 ms',
      });
    }
    await page.getByRole('button', { name: 'Clear filters' }).click();
    rows.push(...(await pressRows(page, REPORT)));
    const other = await context.newPage();
    rows.push(await pageRow(other, page.url()));
    await other.close();
    rows.push(...(await resultRows(browser, page)));
    await page.goto('about:blank');
    await drawBareTable(page);
    const bares = await atEachSpeed(browser, page, '#bare');
    return [
      ...SPEEDS.flatMap(({ how, hasGoal }, speed) =>
        SCROLLING.map(({ which, name, goal }) => {
          const figure = scrolls[speed]?.[which] ?? NaN;
          const bare = bares[speed]?.[which] ?? NaN;
          return {
            name: `table: frame while scrolling 100,000 rows, ${how}, ${name}`,
            figure: `${figure.toFixed(1)} ms`,
            baseline: `${bare.toFixed(1)} ms, bare table`,
            ratio: (figure / bare).toFixed(2),
            goal: hasGoal ? goal : 'none',
          };
        }),
      ),
      {
        name: 'table: reading 100,000 rows, 200 pages of 500: longest task, processor time',
        figure: `${reading.toFixed(0)} ms`,
        baseline: `${bareSort.toFixed(0)} ms, Array.sort of 100,000 at once`,
        ratio: (reading / bareSort).toFixed(2),
        goal: 'none > 50 ms',
      },
      ...rows,
    ];
  } finally {
    await browser.close();
    await desk.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Gives the longest task while all rows are read. */
async function openHugeResult(browser: Browser, page: Page, origin: string): Promise<number> {
  await page.goto(`${origin}/launch`);
  await page.getByLabel('Mailbox', { exact: true }).selectOption({ label: 'Drill: huge result' });
  await page.getByRole('button', { name: /^Launch report/ }).click();
  await page.getByRole('link', { name: 'Open result' }).click({ timeout: 60_000 });
  const { longest } = await traced(browser, page, async () => {
    await page.getByRole('button', { name: 'Load all rows' }).click();
    await page.getByText('100,000 rows', { exact: true }).first().waitFor({ timeout: 300_000 });
    await page.waitForTimeout(2_000);
  });
  return longest;
}

async function medianOf(measure: () => Promise<Figures>): Promise<Figures> {
  const taken: Figures[] = [];
  for (let time = 0; time < TIMES; time += 1) taken.push(await measure());
  const median = (which: keyof Figures) =>
    taken.map((one) => one[which]).toSorted((one, other) => one - other)[Math.floor(TIMES / 2)] ?? NaN;
  return { p95: median('p95'), longest: median('longest'), own: median('own') };
}

async function atEachSpeed(browser: Browser, page: Page, selector: string): Promise<Figures[]> {
  const found: Figures[] = [];
  for (const { px } of SPEEDS) found.push(await medianOf(() => scrollThrough(browser, page, selector, px)));
  return found;
}

/** Scrolls the element by so many px at each frame. */
async function scrollThrough(
  browser: Browser,
  page: Page,
  selector: string,
  pxAFrame: number,
): Promise<Figures> {
  let frames: number[] = [];
  const { total } = await traced(browser, page, async () => {
    frames = await page.evaluate(
      ([found, count, px]) =>
        new Promise<number[]>((resolve, reject) => {
          const element = document.querySelector(found);
          if (element === null) {
            reject(new Error(`No ${found}`));
            return;
          }
          element.scrollTop = 0;
          const taken: number[] = [];
          let last = 0;
          const step = (at: number) => {
            if (last !== 0) taken.push(at - last);
            last = at;
            element.scrollTop += px;
            if (taken.length < count) requestAnimationFrame(step);
            else resolve(taken.sort((one, other) => one - other));
          };
          requestAnimationFrame(step);
        }),
      [selector, SCROLL_FRAMES, pxAFrame] as const,
    );
  });
  return {
    p95: frames[Math.floor(SCROLL_FRAMES * 0.95)] ?? NaN,
    longest: frames.at(-1) ?? NaN,
    own: total / SCROLL_FRAMES,
  };
}

/** From `act` until the table no longer says that it is busy: how long that took, and its longest task. */
async function whileWorking(
  browser: Browser,
  page: Page,
  act: () => Promise<void>,
): Promise<{ settled: number; longest: number }> {
  let settled = NaN;
  const { longest } = await traced(browser, page, async () => {
    const begun = performance.now();
    await act();
    // What was chosen is on its way to the address, and then sums are worked out.
    await page.waitForTimeout(300);
    await page.locator(`[aria-label="${REPORT}, rows"][aria-busy="false"]`).waitFor();
    settled = performance.now() - begun;
    await page.waitForTimeout(500);
  });
  return { settled, longest };
}

const heading = (page: Page, name: string) =>
  page.getByRole('columnheader', { name, exact: true }).getByRole('button');
const press = (page: Page, name: string) => heading(page, name).click();

async function sortByTwo(page: Page): Promise<void> {
  await press(page, 'User');
  await heading(page, 'Initiated').click({ modifiers: ['Shift'] });
}

const fill = (page: Page, label: string, text: string) => page.getByLabel(label, { exact: true }).fill(text);

async function type(page: Page, label: string, text: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).pressSequentially(text, { delay: 60 });
}

/** As many names sorted in one go: the task that slices are there to avoid. */
function sortAtOnce(page: Page): Promise<void> {
  return page.evaluate(() => {
    const names = Array.from({ length: 100_000 }, (_, place) => `User ${(place * 7_919) % 100_003}`);
    names.sort(new Intl.Collator('en-GB', { numeric: true }).compare);
  });
}

/** As many rows and columns with nothing but their texts, drawn by the fewest lines that can do it. */
function drawBareTable(page: Page): Promise<void> {
  return page.evaluate(
    ([rowPx]) => {
      document.body.innerHTML = `<div id="bare" style="height:640px;overflow:auto"><div style="height:${100_000 * rowPx}px;position:relative"><table style="position:absolute"></table></div></div>`;
      const view = document.querySelector('#bare');
      const table = document.querySelector('table');
      if (view === null || table === null) return;
      const draw = () => {
        const first = Math.floor(view.scrollTop / rowPx);
        table.style.top = `${first * rowPx}px`;
        table.replaceChildren(
          ...Array.from({ length: 44 }, (_, row) => {
            const line = document.createElement('tr');
            for (let column = 0; column < 12; column += 1) {
              line.insertCell().textContent = String((first + row) * column);
            }
            return line;
          }),
        );
      };
      view.addEventListener('scroll', draw);
      draw();
    },
    [BARE_ROW_PX] as const,
  );
}

if (import.meta.main) console.table(await tableBench());
