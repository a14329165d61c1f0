// The main job in a real browser, against the built app.
import type { Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { advance, expect, launch, test } from './desk.ts';

const card = (page: Page, mailbox: string) =>
  page.getByRole('article', { name: `Mailbox Performance · ${mailbox}` });

test('launch, watch, read, expire, run again', async ({ page, desk }) => {
  await page.goto('/');
  await page.getByRole('link', { name: 'Launch your first report' }).click();
  await page.getByLabel('Mailbox').selectOption({ label: 'Sales Department' });
  await page.getByRole('button', { name: 'Launch report' }).click();

  const sales = card(page, 'Sales Department');
  await expect(sales.getByText('Running', { exact: true })).toBeVisible();
  await expect(sales.getByRole('progressbar', { name: 'Progress' })).toBeVisible();
  await page.getByRole('button', { name: /\+ 5 minutes/ }).click();
  await expect(sales.getByText('Done')).toBeVisible();
  await sales.getByRole('link', { name: 'Open result' }).click();
  const table = page.getByRole('table', { name: /Mailbox Performance/ });
  await expect(table).toBeVisible();
  expect(await table.getByRole('row').count()).toBeGreaterThan(1);

  await page.getByRole('navigation').getByRole('link', { name: 'Board' }).click();
  const asked = (await desk.log()).length;
  await page.getByRole('button', { name: /\+ 24 hours/ }).click();
  await expect(sales.getByRole('group', { name: 'Result expired' })).toBeVisible();
  expect((await desk.log()).length).toBe(asked);

  await sales.getByRole('button', { name: /^Run again/ }).click();
  await expect(page.getByRole('article')).toHaveCount(2);
  await expect.poll(async () => (await desk.launches()).length).toBe(2);
  await expect(sales.getByText('Running', { exact: true })).toBeVisible();
  await advance(desk, '5m', page);
  await expect(sales.getByText('Done')).toBeVisible();
  const launches = await desk.launches();
  expect(launches).toHaveLength(2);
  expect(launches[1]?.body).toEqual(launches[0]?.body);
  expect(launches[1]?.search).toBe(launches[0]?.search);
});

test('a double click on the button launches one report', async ({ page, desk }) => {
  await page.goto('/launch');
  await page.getByLabel('Mailbox').selectOption({ label: 'Support' });
  await page.getByRole('button', { name: 'Launch report' }).dblclick();
  await expect(card(page, 'Support')).toHaveCount(1);
  await expect(card(page, 'Support').getByText('Running', { exact: true })).toBeVisible();
  await advance(desk, '5m', page);
  await expect(card(page, 'Support').getByText('Done')).toBeVisible();
  expect(await desk.launches()).toHaveLength(1);
});

test('a reload in the middle of a run keeps the card and starts nothing', async ({ page, desk }) => {
  await launch(page, 'Drill: slow');
  const slow = card(page, 'Drill: slow');
  await expect(slow.getByText('Running', { exact: true })).toBeVisible();
  await page.reload();
  await expect(slow.getByText('Running', { exact: true })).toBeVisible();
  expect(await desk.launches()).toHaveLength(1);
});

test('two tabs show the same cards and send one launch', async ({ page, context, desk }) => {
  await page.goto('/');
  const other = await context.newPage();
  await other.goto('/');
  await launch(page, 'Drill: slow');
  await expect(card(other, 'Drill: slow').getByText('Running', { exact: true })).toBeVisible();
  expect(await desk.launches()).toHaveLength(1);
  await other.close();
});

test('the whole job can be done with the keyboard alone', async ({ page, desk }) => {
  await page.goto('/launch');
  await page.getByLabel('Mailbox').focus();
  await page.keyboard.type('Billing');
  const button = page.getByRole('button', { name: 'Launch report' });
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab');
    if (await button.evaluate((element) => element === document.activeElement)) break;
  }
  await expect(button).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(card(page, 'Billing').getByText('Running', { exact: true })).toBeVisible();
  await advance(desk, '5m', page);
  const open = card(page, 'Billing').getByRole('link', { name: 'Open result' });
  await expect(open).toBeVisible();
  await open.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('table', { name: /Mailbox Performance/ })).toBeVisible();
  expect(await desk.launches()).toHaveLength(1);
});

for (const look of [
  { name: 'light at 1280 px', colorScheme: 'light', width: 1280 },
  { name: 'dark at 320 px', colorScheme: 'dark', width: 320 },
] as const) {
  test(`every page is accessible and fits, ${look.name}`, async ({ page, desk }) => {
    await page.emulateMedia({ colorScheme: look.colorScheme });
    await page.setViewportSize({ width: look.width, height: 800 });
    await page.goto('/');
    await expect(page.getByRole('heading', { name: 'Board' })).toBeVisible();
    await expectAccessible(page);
    await launch(page, 'Sales Department');
    await expect(card(page, 'Sales Department').getByText('Running', { exact: true })).toBeVisible();
    await advance(desk, '5m', page);
    await expect(card(page, 'Sales Department').getByText('Done')).toBeVisible();
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await card(page, 'Sales Department').getByRole('link', { name: 'Open result' }).click();
    await expect(page.getByRole('table')).toBeVisible();
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    // At rest: what is still loading changes under the eyes of the check.
    const pages = [
      { path: '/launch', last: page.getByLabel('Mailbox').locator('option', { hasText: 'Support' }) },
      { path: '/connection', last: page.getByRole('button', { name: 'Forget key Full access' }) },
      { path: '/copies', last: page.getByRole('heading', { name: 'Saved copies' }) },
      { path: '/nowhere', last: page.getByRole('link', { name: 'Go to the board' }) },
    ];
    for (const { path, last } of pages) {
      await page.goto(path);
      await expect(last).toBeAttached();
      await expect(page.getByRole('button', { name: 'Drills' })).toBeVisible();
      if (path === '/launch') await expect(page.getByRole('button', { name: 'Launch report' })).toBeEnabled();
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
    }
  });
}

async function expectNoSidewaysScroll(page: Page) {
  const extra = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(extra, 'the page does not scroll sideways').toBeLessThanOrEqual(0);
}
