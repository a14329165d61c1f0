// What is left of the desk when its gateway cannot be reached: everything that was there, one notice, and a way back.
import { expect, launch, test } from './desk.ts';

test('a page whose code cannot be fetched says so, and opens when the connection is back', async ({
  page,
  context,
}) => {
  await page.goto('/');
  await expect(page.getByRole('link', { name: 'Launch your first report' })).toBeVisible();
  await page.waitForLoadState('networkidle');
  await context.setOffline(true);
  await page.getByRole('navigation').getByRole('link', { name: 'Saved copies' }).click();
  const lost = page.getByRole('group', { name: 'Connection lost' }).first();
  await expect(lost).toBeVisible();
  await expect(page.getByRole('meter', { name: 'Slots' })).toBeVisible();
  await context.setOffline(false);
  await lost.getByRole('button', { name: /^Re(?:connect now|load the page)$/ }).click();
  await expect(page.getByRole('heading', { name: 'Saved copies' })).toBeVisible();
});

test('a lost connection is said once for the page, and the cards go on when it is back', async ({
  page,
  context,
}) => {
  await launch(page, 'Drill: slow');
  const card = page.getByRole('article', { name: 'Mailbox Performance · Drill: slow' });
  await expect(card.getByText('Running')).toBeVisible();
  await context.setOffline(true);
  const lost = page.getByRole('group', { name: 'Connection lost' });
  await expect(lost).toHaveCount(1);
  await expect(card.getByRole('progressbar')).toBeVisible();
  await context.setOffline(false);
  await expect(lost).toHaveCount(0);
  await expect(card.getByText('Running')).toBeVisible();
});
