// What becomes of a result in a real browser: its chart, its files, and a copy that opens after the API has forgotten it.
import { readFileSync } from 'node:fs';
import type { Download, Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { advance, expect, launch, test } from './desk.ts';
import type { DeskServer } from './desk.ts';

const SALES = 'Sales Department';

async function openResult(page: Page, desk: DeskServer, report: string) {
  await page.goto('/launch');
  await launch(page, SALES, { report });
  await expect.poll(async () => (await desk.launches()).length).toBe(1);
  await advance(desk, '5m', page);
  await page
    .getByRole('article', { name: `${report} · ${SALES}` })
    .getByRole('link', { name: 'Open result' })
    .click();
  await expect(page.getByRole('table', { name: new RegExp(report) })).toBeVisible();
}

async function linesOf(download: Download) {
  return readFileSync(await download.path(), 'utf8').split('\r\n');
}

test('all rows leave as CSV and JSON, under a name that tells what they are', async ({ page, desk }) => {
  await openResult(page, desk, 'User Performance');
  const said = await page.getByText(/^\d+ rows$/).textContent();
  const rows = Number.parseInt(said ?? '', 10);
  const [csv] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export CSV' }).click(),
  ]);
  expect(csv.suggestedFilename()).toMatch(/^user-performance-sales-department-[\d-]+\.csv$/);
  const lines = await linesOf(csv);
  // One for the headings, and the last line ends like every other.
  expect(lines).toHaveLength(rows + 2);
  expect(lines.at(-1)).toBe('');
  const [json] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export JSON' }).click(),
  ]);
  const file = JSON.parse(readFileSync(await json.path(), 'utf8')) as { rows: unknown[] };
  expect(file.rows).toHaveLength(rows);
});

test('on paper the result stands alone, with every row that is loaded', async ({ page, desk }) => {
  await openResult(page, desk, 'User Performance');
  const said = await page.getByText(/^\d+ rows$/).textContent();
  const rows = page.getByRole('table', { name: 'User Performance' }).locator('tbody tr[aria-rowindex]');
  await page.setViewportSize({ width: 1280, height: 500 });
  await expect.poll(() => rows.count()).toBeLessThan(Number.parseInt(said ?? '', 10));
  await page.emulateMedia({ media: 'print' });
  await expect(rows).toHaveCount(Number.parseInt(said ?? '', 10));
  await expect(page.getByRole('navigation')).toBeHidden();
  await expect(page.getByRole('button', { name: 'Export CSV' })).toBeHidden();
  const view = page.getByLabel('User Performance, rows');
  expect(await view.evaluate((element) => element.scrollHeight - element.clientHeight)).toBeLessThan(2);
  await page.emulateMedia({ media: 'screen' });
  await expect.poll(() => rows.count()).toBeLessThan(Number.parseInt(said ?? '', 10));
});

test('the chart and the comparison are there, and axe finds nothing on them', async ({ page, desk }) => {
  await openResult(page, desk, 'Mailbox Performance');
  await expectAccessible(page);
  await page.getByRole('tab', { name: 'Chart' }).click();
  await expect(page.locator('canvas')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('tab', { name: 'Compare' }).click();
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize({ width: 320, height: 800 });
  await page.getByRole('tab', { name: 'Chart' }).click();
  await expectAccessible(page);
});

test('a saved copy opens after the result has expired, with the network off', async ({
  page,
  context,
  desk,
}) => {
  await openResult(page, desk, 'Mailbox Performance');
  const first = await page.getByRole('table').getByRole('row').nth(1).textContent();
  await page.getByRole('button', { name: 'Save a copy' }).click();
  await expect(page.getByText(/^Copy saved/).first()).toBeVisible();
  await page.getByRole('navigation').getByRole('link', { name: 'Saved copies' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Saved copies' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('navigation').getByRole('link', { name: 'Board' }).click();
  await page.getByRole('button', { name: /\+ 24 hours/ }).click();
  const panel = page.getByRole('group', { name: 'Result expired' });
  await expect(panel).toBeVisible();
  const asked = (await desk.log()).length;
  await context.setOffline(true);
  await panel.getByRole('button', { name: 'Open saved copy' }).click();
  await expect(page.getByRole('table').getByRole('row').nth(1)).toHaveText(first ?? '');
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize({ width: 320, height: 800 });
  await expectAccessible(page);
  await context.setOffline(false);
  expect((await desk.log()).length).toBe(asked);
});
