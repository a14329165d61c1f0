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

const REPORT = 'Mailbox Performance';
/** Each figure is the median of so many. */
const TIMES = 3;
const SCROLL_FRAMES = 150;
const SCROLL_PX = 900;
/** A row of the bare table. */
const BARE_ROW_PX = 32;

/** What the page notes of itself: its long tasks, and the frames of a scroll. */
type BenchWindow = Window & { longTasks: number[] };

type Figures = { readonly p95: number; readonly longest: number };

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
    const page = await openPage(browser);
    await openHugeResult(page, desk.origin);
    const scroll = await medianOf(() => scrollThrough(page, `[aria-label="${REPORT}, rows"]`));
    const steps = [
      { name: 'sort by a number, 100,000 rows', act: () => press(page, 'Received') },
      { name: 'sort by text, then a number', act: () => sortByTwo(page) },
      { name: 'filter a column: at least 200', act: () => fill(page, 'Received, at least', '200') },
      { name: 'words over all columns, typed', act: () => type(page, 'Find in rows', 'emily') },
    ];
    await page.getByRole('button', { name: /^Filters/ }).click();
    const rows: BenchRow[] = [];
    for (const { name, act } of steps) {
      const { settled, longest } = await whileWorking(page, act);
      const bare = await bareLoop(page);
      rows.push({
        name: `table: ${name}: longest task`,
        figure: `${longest.toFixed(0)} ms, settled after ${settled.toFixed(0)} ms`,
        baseline: `${bare.toFixed(0)} ms, Array.sort of 100,000 at once`,
        ratio: (longest / bare).toFixed(2),
        goal: 'none > 50 ms',
      });
    }
    await page.goto('about:blank');
    await drawBareTable(page);
    const bare = await medianOf(() => scrollThrough(page, '#bare'));
    return [
      ...(['p95', 'longest'] as const).map((which) => ({
        name: `table: frame while scrolling 100,000 rows, ${which}`,
        figure: `${scroll[which].toFixed(1)} ms`,
        baseline: `${bare[which].toFixed(1)} ms, bare table`,
        ratio: (scroll[which] / bare[which]).toFixed(2),
        goal: which === 'p95' ? '≤ 25 ms' : 'none > 50 ms',
      })),
      ...rows,
    ];
  } finally {
    await browser.close();
    await desk.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function openPage(browser: Browser): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
  await page.addInitScript(() => {
    const notes = window as unknown as BenchWindow;
    notes.longTasks = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) notes.longTasks.push(entry.duration);
    }).observe({ type: 'longtask' });
  });
  return page;
}

async function openHugeResult(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/launch`);
  await page.getByLabel('Mailbox', { exact: true }).selectOption({ label: 'Drill: huge result' });
  await page.getByRole('button', { name: /^Launch report/ }).click();
  await page.getByRole('link', { name: 'Open result' }).click({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Load all rows' }).click();
  await page.getByText('100,000 rows', { exact: true }).first().waitFor({ timeout: 300_000 });
  await page.waitForTimeout(2_000);
}

async function medianOf(measure: () => Promise<Figures>): Promise<Figures> {
  const taken: Figures[] = [];
  for (let time = 0; time < TIMES; time += 1) taken.push(await measure());
  const median = (which: keyof Figures) =>
    taken.map((one) => one[which]).toSorted((one, other) => one - other)[Math.floor(TIMES / 2)] ?? NaN;
  return { p95: median('p95'), longest: median('longest') };
}

/** Time between frames while the element scrolls a screen at each of them. */
function scrollThrough(page: Page, selector: string): Promise<Figures> {
  return page.evaluate(
    ([found, count, px]) =>
      new Promise<Figures>((resolve, reject) => {
        const element = document.querySelector(found);
        if (element === null) {
          reject(new Error(`No ${found}`));
          return;
        }
        element.scrollTop = 0;
        const frames: number[] = [];
        let last = 0;
        const step = (at: number) => {
          if (last !== 0) frames.push(at - last);
          last = at;
          element.scrollTop += px;
          if (frames.length < count) requestAnimationFrame(step);
          else {
            frames.sort((one, other) => one - other);
            resolve({ p95: frames[Math.floor(count * 0.95)] ?? NaN, longest: frames.at(-1) ?? NaN });
          }
        };
        requestAnimationFrame(step);
      }),
    [selector, SCROLL_FRAMES, SCROLL_PX] as const,
  );
}

/** The longest task from `act` until the table no longer says that it is busy, and how long that took. Tasks under 50 ms count as 50. */
async function whileWorking(
  page: Page,
  act: () => Promise<void>,
): Promise<{ settled: number; longest: number }> {
  await page.evaluate(() => {
    (window as unknown as BenchWindow).longTasks.length = 0;
  });
  const begun = performance.now();
  await act();
  await page.locator(`[aria-label="${REPORT}, rows"][aria-busy="false"]`).waitFor();
  const settled = performance.now() - begun;
  await page.waitForTimeout(500);
  const longest = await page.evaluate(() => Math.max(50, ...(window as unknown as BenchWindow).longTasks));
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

/** What sorting as many names takes in one go: the task that slices are there to avoid. */
function bareLoop(page: Page): Promise<number> {
  return page.evaluate(() => {
    const names = Array.from({ length: 100_000 }, (_, place) => `User ${(place * 7_919) % 100_003}`);
    const { compare } = new Intl.Collator('en-GB', { numeric: true });
    const begun = performance.now();
    names.sort(compare);
    return performance.now() - begun;
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
