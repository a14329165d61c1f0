// What else is done with a result of 100,000 rows costs: exports, figures and charts, saved copies, opening and closing it over and
// over. Each beside the plainest code that does as much in one go. For table.ts, which opens the result.
import type { Browser, Page } from 'playwright';
import type { BenchRow } from './gateway.ts';
import { traced } from './traced.ts';

const REPORT = 'Mailbox Performance';
const CYCLES = 7;

/** Files that the page hands to the browser, and when. */
type FilesWindow = Window & { files: { readonly at: number; readonly blob: Blob }[]; pressedAt: number };

/** To be called before the page is opened. */
export async function watchFiles(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const own = window as unknown as FilesWindow;
    own.files = [];
    const make = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob) => {
      if (blob instanceof Blob) own.files.push({ at: performance.now(), blob });
      return make(blob);
    };
    window.addEventListener('click', ({ timeStamp }) => (own.pressedAt = timeStamp), { capture: true });
  });
}

/** `page` shows the whole result, without filters. Leaves it there. */
export async function resultRows(browser: Browser, page: Page): Promise<BenchRow[]> {
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const longest = async (act: () => Promise<unknown>) => (await traced(browser, page, act)).longest;
  const settled = (act: () => Promise<unknown>) =>
    longest(async () => {
      await act();
      await page.waitForTimeout(1_000);
    });

  const csv = await settled(async () => {
    await button('Export CSV').click();
    await page.getByText(/^Exported 100,000 rows/).waitFor();
  });
  const { took, bare, fields } = await page.evaluate(bareExport);
  const json = await settled(async () => {
    await button('Export JSON').click();
    await page.getByText(/\.json\.$/).waitFor();
  });
  const parse = await page.evaluate(parseAtOnce);
  const chart = await settled(async () => {
    await page.getByRole('tab', { name: 'Chart' }).click();
    await page.locator('canvas').first().waitFor();
  });
  const byUser = await settled(async () => {
    await page.getByRole('radio', { name: 'By user' }).check({ force: true });
    await page.locator('canvas').first().waitFor({ state: 'detached' });
  });
  await page.getByRole('tab', { name: 'Table' }).click();
  const saving = await settled(async () => {
    await button('Save a copy').click();
    await page.getByText('Copy saved').first().waitFor({ timeout: 60_000 });
  });
  const growth = await cycles(page);
  await page.getByRole('link', { name: 'Saved copies' }).first().click();
  const opening = await settled(async () => {
    await page
      .getByRole('link', { name: /^Open / })
      .first()
      .click();
    await page.getByText('Over all 100,000 rows.').waitFor({ timeout: 120_000 });
  });
  await page.getByRole('link', { name: 'Saved copies' }).first().click();
  const importing = await settled(async () => {
    await page.locator('input[type=file]').waitFor({ state: 'attached' });
    await page.evaluate(readExport);
    await page.getByText(/is in the list/).waitFor({ timeout: 120_000 });
  });

  const atOnce = `${parse.toFixed(0)} ms, JSON.parse of it at once`;
  const task = (what: string, ms: number): BenchRow => ({
    name: `result, 100,000 rows: ${what}: longest task, processor time`,
    figure: `${ms.toFixed(0)} ms`,
    baseline: atOnce,
    ratio: (ms / parse).toFixed(2),
    goal: 'none > 50 ms',
  });
  return [
    task('Export CSV', csv),
    {
      name: `result, 100,000 rows: Export CSV, press to file (${String(fields)} fields)`,
      figure: `${took.toFixed(0)} ms`,
      baseline: `${bare.toFixed(0)} ms, a bare loop`,
      ratio: (took / bare).toFixed(2),
      goal: '< 2 × the bare loop',
    },
    task('Export JSON', json),
    task('chart over time', chart),
    task('chart by user', byUser),
    task('save a copy', saving),
    task('open a saved copy', opening),
    task('read a copy from a file', importing),
    ...growth,
  ];
}

/** Both in this page, one after the other: the export that has just been made, and the plainest loop over the same fields. */
async function bareExport(): Promise<{ took: number; bare: number; fields: number }> {
  const { files, pressedAt } = window as unknown as FilesWindow;
  const file = files.at(-1);
  const text = (await file?.blob.text()) ?? '';
  const rows = text
    .trimEnd()
    .split('\r\n')
    .map((line) =>
      Object.fromEntries(line.split(',').map((field, place) => [`field${String(place)}`, field])),
    );
  const names = Object.keys(rows[0] ?? {});
  const begun = performance.now();
  const lines: string[] = [];
  for (const row of rows) lines.push(names.map((name) => String(row[name] ?? '')).join(','));
  const blob = new Blob([lines.join('\r\n')]);
  const bare = performance.now() - begun;
  return {
    took: (file?.at ?? NaN) - pressedAt,
    bare,
    fields: blob.size === 0 ? 0 : names.length * rows.length,
  };
}

async function parseAtOnce(): Promise<number> {
  const text = (await (window as unknown as FilesWindow).files.at(-1)?.blob.text()) ?? '';
  const begun = performance.now();
  JSON.parse(text);
  return performance.now() - begun;
}

/** Hands the file that was exported last to the page's own field. */
function readExport(): void {
  const file = (window as unknown as FilesWindow).files.at(-1);
  const input = document.querySelector<HTMLInputElement>('input[type=file]');
  if (file === undefined || input === null) throw new Error('No file, or no field for it.');
  const given = new DataTransfer();
  given.items.add(new File([file.blob], 'copy.json', { type: 'application/json' }));
  input.files = given.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

/** Heap, listeners and nodes over opening the result, scrolling it and closing it again. */
async function cycles(page: Page): Promise<BenchRow[]> {
  const session = await page.context().newCDPSession(page);
  const counts = async () => {
    // Twice: the first makes weak references go.
    for (let time = 0; time < 2; time += 1) await session.send('HeapProfiler.collectGarbage');
    const { usedSize } = await session.send('Runtime.getHeapUsage');
    const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
    return { heap: usedSize, nodes, listeners: jsEventListeners };
  };
  const taken: Awaited<ReturnType<typeof counts>>[] = [];
  // The first cycle makes what is kept for good.
  for (let cycle = 0; cycle <= CYCLES; cycle += 1) {
    await page.getByRole('link', { name: 'Board' }).first().click();
    await page.locator('article').first().waitFor();
    await page.waitForTimeout(700);
    taken.push(await counts());
    await page.locator('article').getByRole('link', { name: 'Open result' }).first().click();
    const view = page.locator(`[aria-label="${REPORT}, rows"]`);
    for (let step = 1; step <= 10; step += 1) {
      await view.evaluate((element, px) => (element.scrollTop = px), step * 20_000);
    }
  }
  await session.detach();
  const [, first] = taken;
  const last = taken.at(-1);
  if (first === undefined || last === undefined) return [];
  const perCycle = ((last.heap / first.heap - 1) / (taken.length - 2)) * 100;
  const more = (which: 'nodes' | 'listeners') => `${String(last[which] - first[which])} more`;
  return [
    {
      name: `result, 100,000 rows: heap growth a cycle of open, scroll, close (${String(taken.length - 2)} cycles)`,
      figure: `${perCycle.toFixed(2)} %`,
      baseline: `${(first.heap / 1e6).toFixed(0)} MB at the start`,
      ratio: (last.heap / first.heap).toFixed(3),
      goal: '< 1 %',
    },
    {
      name: 'result, 100,000 rows: nodes, listeners after the cycles',
      figure: `${more('nodes')}, ${more('listeners')}`,
      baseline: `${String(first.nodes)}, ${String(first.listeners)} at the start`,
      ratio: `${(last.nodes / first.nodes).toFixed(2)}, ${(last.listeners / first.listeners).toFixed(2)}`,
      goal: 'as at the start',
    },
  ];
}
