// Pages opened and left over and over in Chromium: heap, listeners and nodes come back to where they were. Needs the built app.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import type { Page } from 'playwright';
import { startGateway } from '../browser/gateway-process.ts';
import { chromiumPath } from '../support/chromium.ts';

const CYCLES = 7;
/**
 * The first visits keep what they loaded for good, and the engine what it compiled and learnt of it: after some ten visits it compiles
 * what makes a chart, and from then on holds the last one by the shape of its object. Twenty more visits add nothing.
 */
const WARM_UP_CYCLES = 16;
/** Growth of the heap a cycle. */
const MOST_GROWTH = 0.01;
/** Listeners and nodes that come and go with what is just being shown. */
const LOOSE_LISTENERS = 5;
const LOOSE_NODES = 50;
/** Removed parts are let go by the next idle moment. */
const REST_MS = 1_000;

type Counts = { readonly heap: number; readonly listeners: number; readonly nodes: number };

const go = (page: Page, name: string) =>
  page.getByRole('navigation').getByRole('link', { name, exact: true }).first().click();

/** What is opened from the board, and left by its link in the navigation. */
const VISITS: readonly { readonly name: string; readonly visit: (page: Page) => Promise<void> }[] = [
  {
    name: 'the form',
    async visit(page) {
      await go(page, 'Launch');
      await page.getByLabel('Mailbox', { exact: true }).selectOption({ label: 'Support' });
      await page.getByRole('button', { name: /^Launch report/ }).waitFor();
    },
  },
  {
    name: 'a result',
    async visit(page) {
      await page.locator('article').getByRole('link', { name: 'Open result' }).first().click();
      await page.getByRole('tab', { name: 'Chart' }).click();
      await page.getByRole('tab', { name: 'Table' }).click();
      await page.locator('[aria-label$=", rows"]').first().waitFor();
    },
  },
  {
    name: 'saved copies and the connection',
    async visit(page) {
      await go(page, 'Saved copies');
      await page.getByRole('heading', { name: 'Saved copies' }).first().waitFor();
      await go(page, 'Connection');
      await page.getByRole('heading', { name: 'Connection' }).first().waitFor();
    },
  },
];

/** Opens each of them {@link CYCLES} times. Gives how many leave something behind; each is told. */
export async function playPages(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'desk-soak-pages-'));
  const desk = await startGateway({ DESK_PORT: '0', DESK_DATA_DIR: folder, SANDBOX_SPEED: '100' });
  const browser = await chromium.launch({ executablePath: await chromiumPath(), args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(60_000);
    await page.goto(`${desk.origin}/launch`);
    await page.getByLabel('Mailbox', { exact: true }).selectOption({ label: 'Sales Department' });
    await page.getByRole('button', { name: /^Launch report/ }).click();
    await page.getByRole('link', { name: 'Open result' }).first().waitFor();
    let wrong = 0;
    for (const { name, visit } of VISITS) if (!(await isLeftClean(page, name, visit))) wrong += 1;
    return wrong;
  } finally {
    await browser.close();
    await desk.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function isLeftClean(page: Page, name: string, visit: (page: Page) => Promise<void>): Promise<boolean> {
  const taken: Counts[] = [];
  for (let cycle = 0; cycle < WARM_UP_CYCLES + CYCLES; cycle += 1) {
    await visit(page);
    await go(page, 'Board');
    await page.locator('article').first().waitFor();
    await page.waitForTimeout(REST_MS);
    taken.push(await counts(page));
  }
  const [first, last] = [taken[WARM_UP_CYCLES - 1], taken.at(-1)];
  if (first === undefined || last === undefined) return false;
  const growth = (last.heap / first.heap - 1) / CYCLES;
  const listeners = last.listeners - first.listeners;
  const nodes = last.nodes - first.nodes;
  const isClean = growth < MOST_GROWTH && listeners <= LOOSE_LISTENERS && nodes <= LOOSE_NODES;
  process.stdout.write(
    `${name}, ${String(CYCLES)} times: heap ${(growth * 100).toFixed(2)} % a time (${(last.heap / 1e6).toFixed(1)} MB), ` +
      `${String(listeners)} more listeners (${String(last.listeners)}), ${String(nodes)} more nodes (${String(last.nodes)}): ` +
      `${isClean ? 'ok' : 'LEFT BEHIND'}\n`,
  );
  return isClean;
}

async function counts(page: Page): Promise<Counts> {
  const session = await page.context().newCDPSession(page);
  // Twice: the first makes weak references go.
  for (let time = 0; time < 2; time += 1) await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
  await session.detach();
  return { heap: usedSize, listeners: jsEventListeners, nodes };
}
