// What needs layout: which rows of the list are rendered, and that a narrow page does not scroll sideways.
import '#src/ui/tokens.css';
import '#src/ui/base.css';
import { beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { App } from '#src/app/app.tsx';
import { Pages } from '#src/app/routes.tsx';
import { createServices } from '#src/app/services.ts';
import { createLocalLock } from '#src/runs/launch-lock.ts';
import { createMemoryStore } from '#src/records/memory-store.ts';
import { createDensityStore, createThemeStore } from '#src/ui/theme.ts';
import { createMemoryRouter } from '#test/support/memory-router.tsx';
import { pastRuns } from './many-runs.ts';

const KEY = 'key-1';
const NOW = Date.UTC(2026, 10, 23, 6);
const CONFIG = {
  mode: 'live',
  upstream: 'https://api.test',
  version: '1',
  now: new Date(NOW).toISOString(),
  ledgerId: 'ledger-1',
  keys: [{ id: KEY, label: 'Full access', source: 'entered' }],
  limits: { requestsPerMinute: 100, concurrentRuns: 3 },
};

/** A gateway that knows its settings and nothing else. */
async function fetch(target: string): Promise<Response> {
  const headers = { 'Content-Type': 'application/json', 'Desk-Request-Id': 'request-1' };
  if (target === '/desk/config') return new Response(JSON.stringify(CONFIG), { headers });
  return new Response('{}', { status: 404, headers });
}

async function open(path: string, count = 1_000) {
  const services = createServices({
    store: createMemoryStore(pastRuns(count, NOW, KEY)),
    fetch,
    localNow: () => NOW,
    lock: createLocalLock(),
    visibility: { visible: () => true, subscribe: () => () => undefined },
    random: () => 0.5,
    uuid: () => '00000000-0000-4000-8000-000000000001',
    sleep: () => new Promise(() => undefined),
    online: () => true,
  });
  await services.desk.environment.records.loaded;
  const router = createMemoryRouter([path]);
  await render(
    <App services={services} theme={createThemeStore()} density={createDensityStore()}>
      <router.Router>
        <Pages />
      </router.Router>
    </App>,
  );
  void services.desk.environment.config.refresh();
  return { router, services };
}

/** Links of the rows that are rendered, first to last. */
async function openList(count?: number) {
  const { services } = await open('/?view=list', count);
  const list = page.getByRole('region', { name: 'Runs, rows' });
  await expect.element(list).toBeVisible();
  const view = list.element();
  return { view, services, rows: () => [...view.querySelectorAll('th[scope="row"]')] };
}

beforeEach(() => page.viewport(1280, 800));

it('renders the rows in view and few more, from the first to the last', async () => {
  const { view, rows } = await openList();
  await expect.poll(() => rows().length).toBeGreaterThan(0);
  expect(rows().length).toBeLessThan(60);
  view.scrollTop = view.scrollHeight;
  await expect.poll(() => rows().at(-1)?.closest('tr')?.getAttribute('aria-rowindex')).toBe('1001');
  expect(rows().length).toBeLessThan(60);
  const last = rows().at(-1)?.getBoundingClientRect();
  const frame = view.getBoundingClientRect();
  expect(last?.bottom).toBeLessThanOrEqual(frame.bottom + 1);
  expect(last?.bottom).toBeGreaterThan(frame.bottom - 40);
});

it('keeps the headings in sight and goes back to the top for another order', async () => {
  const { view, rows } = await openList();
  view.scrollTop = 5_000;
  await expect.poll(() => rows()[0]?.closest('tr')?.getAttribute('aria-rowindex')).not.toBe('2');
  const heading = view.querySelector('th[scope="col"]')?.getBoundingClientRect();
  expect(heading?.top).toBeCloseTo(view.getBoundingClientRect().top, -1);
  await page.getByRole('columnheader', { name: 'Mailbox' }).getByRole('button').click();
  await expect.poll(() => view.scrollTop).toBe(0);
  await expect.poll(() => rows()[0]?.closest('tr')?.children[3]?.textContent).toBe('Billing');
});

it('ticks and removes rows that are not rendered', async () => {
  const { services } = await openList();
  await page.getByRole('checkbox', { name: 'Select all 1,000 runs that match' }).click();
  await page.getByRole('button', { name: 'Remove selected (1,000)' }).click();
  await expect.element(page.getByRole('heading', { name: 'No runs yet' })).toBeVisible();
  expect(services.desk.environment.records.all()).toHaveLength(0);
});

it('leaves the ticked rows ticked when they come back into view', async () => {
  const { view, rows } = await openList();
  const box = () => view.querySelector<HTMLInputElement>('tbody input');
  await expect.poll(() => box()).not.toBeNull();
  await userEvent.click(box() ?? view);
  view.scrollTop = view.scrollHeight;
  await expect.poll(() => rows().at(-1)?.closest('tr')?.getAttribute('aria-rowindex')).toBe('1001');
  view.scrollTop = 0;
  await expect.poll(() => rows()[0]?.closest('tr')?.getAttribute('aria-rowindex')).toBe('2');
  expect(box()?.checked).toBe(true);
});

it.each(['/', '/?view=list', '/?q=nothing+like+it'])('fits a page of 320 px: %s', async (path) => {
  await page.viewport(320, 800);
  await open(path, 40);
  await expect.element(page.getByRole('search')).toBeVisible();
  const settled =
    path === '/' ? page.getByRole('article').first() : page.getByText(/^Remove selected|^No run matches/);
  await expect.element(settled).toBeVisible();
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
});

it('cuts long names short instead of widening the row', async () => {
  await page.viewport(1280, 800);
  const { services, rows, view } = await openList(3);
  const [first] = services.desk.environment.records.all();
  const name = 'An address book of all the world and its neighbours '.repeat(4);
  await services.desk.environment.store.update(first?.id ?? '', (record) => ({
    ...record,
    mailbox: { ...record.mailbox, name },
  }));
  await expect.poll(() => view.textContent).toContain(name);
  const heights = rows().map((row) => row.getBoundingClientRect().height);
  expect(new Set(heights).size).toBe(1);
  expect(view.scrollWidth).toBeLessThanOrEqual(view.clientWidth);
});

it('keeps the cards of a row equally tall, and what can be done right below what is said', async () => {
  await open('/', 20);
  await expect.element(page.getByText('Report failed while running')).toBeVisible();
  const cards = page.getByRole('article').elements().slice(0, 3);
  const boxes = cards.map((card) => card.getBoundingClientRect());
  expect(new Set(boxes.map(({ top }) => top)).size).toBe(1);
  expect(new Set(boxes.map(({ height }) => Math.round(height))).size).toBe(1);
  // Neither a gap above the last line nor a last line that takes the room to spare.
  const lines = cards.map((card) => card.querySelector(':scope > details')?.getBoundingClientRect());
  expect(new Set(lines.map((line) => line?.height)).size).toBe(1);
  const tops = lines.map((line) => line?.top);
  expect(new Set(tops).size).toBeGreaterThan(1);
});
