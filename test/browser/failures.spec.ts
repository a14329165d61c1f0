// What breaks in the app itself, or cannot be fetched: it costs the part that it happened in, says so, and leaves a way on. A newer
// version of the desk that was put in its place has other files, which is the commonest way for a part to be missing.
import type { Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { launch } from './desk.ts';
import { addBrokenRecord, cardOf, expect, moveClock, test } from './kinds-desk.ts';
import { button, panelOf } from './kinds-panel.ts';

const SALES = 'Sales Department';

/** From now on files whose name begins so are no longer there. Gives the way back. */
async function remove(page: Page, name: string) {
  const files = `**/assets/${name}*.js`;
  await page.route(files, (route) => route.fulfill({ status: 404, body: 'Not found' }));
  return () => page.unroute(files);
}

test('a panel whose code is gone says so in its card, and is there after a reload', async ({
  page,
  desk,
}) => {
  await launch(page, 'Drill: settings refused');
  const card = cardOf(page, 'Drill: settings refused');
  await expect(panelOf(card, 'settings-refused')).toBeVisible();
  const bringBack = await remove(page, 'board-late');
  await page.reload();
  const lost = card.getByRole('group', { name: 'Connection lost' });
  await expect(lost).toBeVisible();
  await expect(card.getByText('Refused', { exact: true })).toBeVisible();
  await expectAccessible(page);
  await bringBack();
  await button(lost, 'Reload the page').click();
  await expect(panelOf(card, 'settings-refused')).toBeVisible();
  expect(await desk.launches()).toHaveLength(1);
});

test('a page whose code is gone leaves the rest standing, and opens after a reload', async ({ page }) => {
  const bringBack = await remove(page, 'settings-late');
  await page.goto('/');
  await page.getByRole('navigation').getByRole('link', { name: 'Connection' }).click();
  const lost = panelOf(page, 'connection-lost');
  await expect(lost).toBeVisible();
  await expect(page.getByRole('meter', { name: 'Slots' })).toBeVisible();
  await expectAccessible(page);
  await bringBack();
  await button(lost, 'Reconnect now').click();
  await expect(page.getByRole('heading', { level: 1, name: 'Connection' })).toBeVisible();
  await expect(page).toHaveURL('/connection');
});

test('a dialog whose code is gone leaves the page as it is', async ({ page, desk }) => {
  await launch(page, 'Drill: permission missing');
  const card = cardOf(page, 'Drill: permission missing');
  const bringBack = await remove(page, 'settings-late');
  await button(panelOf(card, 'scope-missing'), 'Use a key with more scopes').click();
  const lost = page.getByRole('group', { name: 'Connection lost' });
  await expect(lost).toBeVisible();
  await expect(card.getByText('Refused', { exact: true })).toBeVisible();
  await bringBack();
  await button(lost, 'Reload the page').click();
  await button(panelOf(card, 'scope-missing'), 'Use a key with more scopes').click();
  await expect(page.getByRole('dialog', { name: 'Use a key with more scopes' })).toBeVisible();
  expect(await desk.launches()).toHaveLength(1);
});

test('a desk without the part that sends says that nothing moves, and sends after a reload', async ({
  page,
  desk,
}) => {
  const bringBack = await remove(page, 'engine');
  await launch(page, SALES);
  const incomplete = page.getByRole('group', { name: 'This desk did not load whole' });
  await expect(incomplete).toBeVisible();
  await expect(cardOf(page, SALES).getByText('Queued', { exact: true })).toBeVisible();
  await expectAccessible(page);
  expect(await desk.launches()).toHaveLength(0);
  await bringBack();
  await button(incomplete, 'Reload the page').click();
  await expect(cardOf(page, SALES).getByText('Running', { exact: true })).toBeVisible();
  expect(await desk.launches()).toHaveLength(1);
});

test('a page that crashes leaves the frame standing, can be copied, and leads on', async ({
  page,
  watch,
}) => {
  await launch(page, 'Drill: slow');
  await expect(cardOf(page, 'Drill: slow').getByText('Running', { exact: true })).toBeVisible();
  await addBrokenRecord(page);
  await page.goto('/runs/broken');
  const crashed = panelOf(page, 'crashed');
  await expect(crashed.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(crashed).toContainText('the page /runs/broken');
  await expectAccessible(page);
  await button(crashed, 'Copy details').first().click();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('Something broke in this panel (crashed)');
  expect(copied).toMatch(/Error: .+/);
  await button(crashed, 'Reload this panel').click();
  await expect(crashed).toHaveCount(1);
  expect(watch.sent).toHaveLength(1);
  await page.getByRole('navigation').getByRole('link', { name: 'Launch' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Launch a report' })).toBeVisible();
});

test('rows that are no rows cost themselves', async ({ page }) => {
  await launch(page, 'Drill: broken rows');
  const card = cardOf(page, 'Drill: broken rows');
  await expect(card.getByText('Running', { exact: true })).toBeVisible();
  await moveClock(page, '+ 5 minutes');
  await card.getByRole('link', { name: 'Open result' }).click();
  const rows = page.getByRole('table').getByRole('row');
  await expect(rows.first()).toBeVisible();
  expect(await rows.count()).toBeGreaterThan(1);
  await expect(panelOf(page, 'crashed')).toHaveCount(0);
});

test('parts that cannot be drawn are called a mistake, and come back when they can', async ({
  page,
  desk,
}) => {
  await launch(page, 'Drill: slow');
  const card = cardOf(page, 'Drill: slow');
  await expect(card.getByText('Running', { exact: true })).toBeVisible();
  await page.addInitScript(() => {
    const { DateTimeFormat } = Intl;
    const state = { broken: true };
    Object.assign(globalThis, { state });
    // What every time on the page stands on.
    Intl.DateTimeFormat = new Proxy(DateTimeFormat, {
      construct(target, args: ConstructorParameters<typeof DateTimeFormat>) {
        if (state.broken) throw new RangeError('no formats');
        return new target(...args);
      },
    });
  });
  await page.reload();
  const broken = panelOf(page, 'crashed');
  await expect(broken).not.toHaveCount(0);
  await expect(panelOf(page, 'connection-lost')).toHaveCount(0);
  await expect(broken.first()).toContainText('RangeError: no formats');
  await expect(page.getByRole('navigation').getByRole('link', { name: 'Launch' })).toBeVisible();
  await expectAccessible(page);
  await page.evaluate(() => {
    (globalThis as unknown as { state: { broken: boolean } }).state.broken = false;
  });
  while ((await broken.count()) > 0) await button(broken.first(), 'Reload this panel').click();
  await expect(page.getByRole('complementary', { name: 'Sandbox' })).toBeVisible();
  await expect(card.getByText('Running', { exact: true })).toBeVisible();
  expect(await desk.launches()).toHaveLength(1);
});
