// What an operator waits for with a result of 100,000 rows open: from a press to what it changes, painted, on a processor four times
// slower; and from the text of a page of 500 rows to the table on screen. For table.ts, which opens the result.
import type { Page } from 'playwright';
import type { BenchRow } from './gateway.ts';

const SLOWER = 4;
const TIMES = 5;
/** The browser tells of no press that took less, and tells times in steps of 8 ms. */
const SHORTEST_MS = 16;

type PressWindow = Window & { presses: Map<number, number> };
type PageWindow = Window & { pages: Promise<number>; pageText: string };

/** `page` shows the whole result, without filters. */
export async function pressRows(page: Page, report: string): Promise<BenchRow[]> {
  const button = (name: RegExp) => page.getByRole('button', { name });
  const steps: readonly (() => Promise<void>)[] = [
    () => page.locator('[data-place]').nth(10).click(),
    () => page.keyboard.press('Escape'),
    () => button(/^Filters/).click(),
    () => button(/^Filters/).click(),
    () => button(/^Columns/).click(),
    () => page.keyboard.press('Escape'),
    () => page.getByRole('columnheader', { name: 'Received', exact: true }).getByRole('button').click(),
    () => page.getByLabel('Find in rows').press('e'),
    () => button(/^Clear filters/).click(),
  ];
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await page.evaluate(watchPresses);
  const taken: number[] = [];
  for (let time = 0; time < TIMES; time += 1) {
    for (const step of steps) taken.push(await pressed(page, step));
  }
  await page.evaluate(() => {
    const bare = document.createElement('button');
    bare.textContent = 'bare';
    bare.style.cssText = 'position:fixed;inset:auto auto 0 0;z-index:2147483647';
    bare.addEventListener('click', () => (bare.textContent += '.'));
    document.body.append(bare);
  });
  const bares: number[] = [];
  for (let time = 0; time < TIMES * 2; time += 1)
    bares.push(await pressed(page, () => button(/^bare/).click()));
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await session.detach();
  return (
    [
      ['median', 0.5, '< 50 ms'],
      ['p95', 0.95, '< 100 ms'],
    ] as const
  ).map(([which, share, goal]) => {
    const [figure, baseline] = [atShare(taken, share), atShare(bares, share)];
    return {
      name: `${report}, 100,000 rows, ${String(SLOWER)} times slower: press to paint, ${which} of ${String(taken.length)}`,
      figure: `${figure.toFixed(0)} ms`,
      baseline: `${baseline.toFixed(0)} ms, a bare button on the same page`,
      ratio: (figure / baseline).toFixed(2),
      goal,
    };
  });
}

function watchPresses(): void {
  const presses = new Map<number, number>();
  (window as unknown as PressWindow).presses = presses;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { interactionId?: number })[]) {
      const id = entry.interactionId ?? 0;
      if (id !== 0) presses.set(id, Math.max(presses.get(id) ?? 0, entry.duration));
    }
  }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
}

/** How long the page took to paint after a press; the shortest time where the browser says nothing of it. */
async function pressed(page: Page, act: () => Promise<void>): Promise<number> {
  await page.evaluate(() => (window as unknown as PressWindow).presses.clear());
  await act();
  await page.waitForTimeout(600);
  return page.evaluate(
    (shortest) => Math.max(shortest, ...(window as unknown as PressWindow).presses.values()),
    SHORTEST_MS,
  );
}

function atShare(taken: readonly number[], share: number): number {
  const sorted = taken.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

/** Opens the result at `address` over and over in a page of its own. */
export async function pageRow(page: Page, address: string): Promise<BenchRow> {
  await page.addInitScript(() => {
    const own = window as unknown as PageWindow;
    const parse = JSON.parse.bind(JSON);
    own.pages = new Promise((resolve) => {
      JSON.parse = (text: string, ...rest) => {
        if (text.length < 50_000) return parse(text, ...rest) as unknown;
        JSON.parse = parse;
        own.pageText = text;
        const begun = performance.now();
        const look = () => {
          if (document.querySelectorAll('tbody [data-place]').length < 10) return;
          observer.disconnect();
          // A task after the next frame: what is there now has been painted.
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - begun)));
        };
        const observer = new MutationObserver(look);
        observer.observe(document, { childList: true, subtree: true });
        return parse(text, ...rest) as unknown;
      };
    });
  });
  const taken: number[] = [];
  const bares: number[] = [];
  for (let time = 0; time < TIMES; time += 1) {
    await page.goto(address);
    taken.push(await page.evaluate(() => (window as unknown as PageWindow).pages));
    bares.push(await page.evaluate(barePage));
  }
  const [figure, baseline] = [atShare(taken, 0.5), atShare(bares, 0.5)];
  return {
    name: 'result: a page of 500 rows, parsed to painted',
    figure: `${figure.toFixed(0)} ms`,
    baseline: `${baseline.toFixed(0)} ms, JSON.parse and a bare table of 30`,
    ratio: (figure / baseline).toFixed(2),
    goal: '< 30 ms',
  };
}

async function barePage(): Promise<number> {
  const begun = performance.now();
  const { result } = JSON.parse((window as unknown as PageWindow).pageText) as {
    result: { data: Record<string, unknown>[] };
  };
  const table = document.createElement('table');
  for (const row of result.data.slice(0, 30)) {
    const line = table.insertRow();
    for (const value of Object.values(row)) line.insertCell().textContent = String(value);
  }
  document.body.prepend(table);
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - begun)));
  });
}
