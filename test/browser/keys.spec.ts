// Keys in a real browser: the Connection page and the key dialogs are accessible, fit a narrow window, and keep no key value.
import type { Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { expect, launch, test } from './desk.ts';

/** As narrow as WCAG 2.2 asks a page to fit (1.4.10). */
const NARROW = { width: 320, height: 800 };

async function expectToFit(page: Page) {
  const { scrolled, inner } = await page.evaluate(() => ({
    scrolled: document.documentElement.scrollWidth,
    inner: document.documentElement.clientWidth,
  }));
  expect(scrolled).toBeLessThanOrEqual(inner);
}

const item = (page: Page, label: string) =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: label, exact: true }) });

test('the Connection page tells what each key can do, and remembers when it expires', async ({
  page,
  desk,
}) => {
  await page.goto('/connection');
  await expect(item(page, 'Full access')).toContainText('Seen to work: reporting.');
  await expect(item(page, 'Expired').getByRole('group', { name: 'Key not accepted' })).toBeVisible();
  await item(page, 'Full access').getByText('Mailboxes of Full access').click();
  await expect(item(page, 'Full access').getByText('Careers 2024 (inactive)')).toBeVisible();
  await item(page, 'Full access').getByLabel('Expires on').fill('2020-01-31');
  await expect(item(page, 'Full access')).toContainText('This key may have expired: you noted 31 Jan 2020.');
  await expectAccessible(page);
  await page.setViewportSize(NARROW);
  await expectToFit(page);
  await expectAccessible(page);
  await page.reload();
  await expect(item(page, 'Full access').getByLabel('Expires on')).toHaveValue('2020-01-31');
  expect(JSON.stringify(await desk.log())).not.toContain('2020-01-31');
});

test('without a key the steps lead to one, and forgetting leaves a way back', async ({ page }) => {
  await page.goto('/connection');
  for (const label of ['Full access', 'Reporting only', 'Expired']) {
    await page.getByRole('button', { name: `Forget key ${label}` }).click();
    await expect(page.getByRole('button', { name: `Forget key ${label}` })).toBeHidden();
  }
  await page.getByRole('link', { name: 'Launch', exact: true }).click();
  const steps = page.getByRole('group', { name: 'No key yet' });
  await expect(steps).toContainText('Admin → API Access → Add Key');
  await expectAccessible(page);
  await page.setViewportSize(NARROW);
  await expectToFit(page);
  await steps.getByRole('button', { name: 'Enter key' }).click();
  const dialog = page.getByRole('dialog', { name: 'Enter key' });
  await dialog.getByLabel('Label').fill('Full access');
  await dialog.getByLabel('Key value').fill('sandbox-key-full-access-0000');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Use this key' }).click();
  await expect(page.getByLabel('Mailbox', { exact: true })).toBeVisible();
  expect(await page.content()).not.toContain('sandbox-key-full-access-0000');
});

test('the dialog for more scopes tells the steps and keeps the old key for its runs', async ({
  page,
  desk,
}) => {
  await launch(page, 'Sales Department', { key: 'Reporting only' });
  await launch(page, 'Support', { key: 'Reporting only', report: 'Message Detail' });
  await page.getByRole('button', { name: 'Use a key with more scopes' }).click();
  const dialog = page.getByRole('dialog', { name: 'Use a key with more scopes' });
  await expect(dialog).toContainText('Sales Department, Support and Billing');
  await expect(dialog.getByRole('checkbox', { name: 'Keep old key for current runs' })).toBeChecked();
  await expectAccessible(page);
  await page.setViewportSize(NARROW);
  await expectToFit(page);
  await dialog.getByRole('button', { name: 'Full access' }).click();
  await page.getByRole('button', { name: /^Send once more/ }).click();
  await expect.poll(async () => (await desk.launches()).length).toBe(3);
  await page.goto('/launch');
  await expect(page.getByLabel('Key', { exact: true }).locator('option:checked')).toHaveText('Full access');
});

test('an expired key stands beside the chosen mailbox, and can be tried again in place', async ({ page }) => {
  await page.goto('/launch');
  await page.getByLabel('Mailbox', { exact: true }).selectOption({ label: 'Support' });
  await page.getByLabel('Key', { exact: true }).selectOption({ label: 'Expired' });
  const panel = page.getByRole('group', { name: 'Key not accepted' });
  await expect(panel).toBeVisible();
  await expect(page.getByLabel('Mailbox', { exact: true }).locator('option:checked')).toHaveText('Support');
  await expectAccessible(page);
  await panel.getByRole('button', { name: 'Enter key' }).click();
  const dialog = page.getByRole('dialog', { name: 'Enter key' });
  await dialog.getByRole('button', { name: 'Check key again' }).click();
  await expect(dialog.getByText('It is still not accepted.')).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize(NARROW);
  await expectToFit(page);
});
