// The failures of the first form in a real browser: reached by a drill, said in the product's words, accessible, and left by their
// primary action.
import type { Page } from '@playwright/test';
import { expect, expectAccessible, launch, test } from './desk.ts';

const card = (page: Page, mailbox: string) =>
  page.getByRole('article', { name: `Mailbox Performance · ${mailbox}` });
const panel = (page: Page, mailbox: string, title: string) =>
  card(page, mailbox).getByRole('group', { name: title });

test('a missing permission is asked for, and the launch goes out once more after confirmation', async ({
  page,
  desk,
}) => {
  await launch(page, 'Sales Department', { key: 'Reporting only', report: 'Message Detail' });
  const refused = page
    .getByRole('article', { name: 'Message Detail · Sales Department' })
    .getByRole('group', { name: 'This key lacks a permission' });
  await expect(refused).toBeVisible();
  await expectAccessible(page);
  await refused.getByRole('button', { name: 'Use a key with more scopes' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Label').fill('Wider key');
  await dialog.getByLabel('Key value').fill('sandbox-key-full-access-0000');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Use this key' }).click();
  expect(await desk.launches()).toHaveLength(1);
  await page.getByRole('button', { name: /^Send once more/ }).click();
  await expect(page.getByRole('article')).toHaveCount(2);
  await expect.poll(async () => (await desk.launches()).length).toBe(2);
  expect(await page.content()).not.toContain('sandbox-key-full-access-0000');
});

test('a key that is refused while the form is filled leaves the form as it is', async ({ page }) => {
  await page.goto('/launch');
  await page.getByLabel('Mailbox').selectOption({ label: 'Support' });
  await page.getByLabel('Group by').getByText('Week').click();
  await page.getByLabel('Key', { exact: true }).selectOption({ label: 'Expired' });
  await expect(page.getByRole('group', { name: 'Key not accepted' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Enter key' }).click();
  await expect(page.getByRole('dialog', { name: 'Enter key' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByLabel('Key', { exact: true }).selectOption({ label: 'Full access' });
  await expect(page.getByLabel('Mailbox')).toHaveValue(/.+/);
  await expect(page.getByLabel('Mailbox').locator('option:checked')).toHaveText('Support');
  await expect(page.getByRole('radio', { name: 'Week', exact: true })).toBeChecked();
});

test('refused settings lead back to the filled form and point at the field', async ({ page }) => {
  await launch(page, 'Drill: settings refused');
  const refused = panel(page, 'Drill: settings refused', 'Check these settings');
  await expectAccessible(page);
  await refused.getByRole('button', { name: 'Edit and run' }).click();
  await expect(page.getByLabel('Mailbox').locator('option:checked')).toHaveText(/^Drill: settings refused/);
  await expect(page.getByText(/out of range/)).toBeVisible();
  await expectAccessible(page);
});

test('a launch that may have started is never sent again by itself', async ({ page, desk }) => {
  await launch(page, 'Drill: 503 on launch after accepting');
  const unsure = panel(page, 'Drill: 503 on launch after accepting', 'Not sure it started');
  await expect(unsure.getByRole('button', { name: 'Keep waiting' })).toBeVisible();
  await expectAccessible(page);
  await page.reload();
  await expect(unsure).toBeVisible();
  await page.getByRole('button', { name: /\+ 5 minutes/ }).click();
  expect(await desk.launches()).toHaveLength(1);
  await unsure.getByRole('button', { name: 'Treat as not started' }).click();
  await expect(page.getByRole('meter', { name: 'Slots' })).toHaveAttribute('aria-valuetext', /^0 of 3/);
});

test('a broken connection on a launch reads the same', async ({ page, desk }) => {
  await launch(page, 'Drill: connection dropped');
  await expect(panel(page, 'Drill: connection dropped', 'Not sure it started')).toBeVisible();
  expect(await desk.launches()).toHaveLength(1);
});

test('updates that fail leave the card as it was', async ({ page }) => {
  await launch(page, 'Drill: updates delayed');
  const delayed = panel(page, 'Drill: updates delayed', 'Update delayed');
  await expect(delayed).toBeVisible();
  await expect(card(page, 'Drill: updates delayed').getByRole('progressbar')).toBeVisible();
  await expectAccessible(page);
  await delayed.getByRole('button', { name: 'Check now' }).click();
  await expect(card(page, 'Drill: updates delayed').getByText('Done')).toBeVisible();
});

test('an unreadable update keeps what was known', async ({ page }) => {
  await launch(page, 'Drill: unreadable 200');
  await expect(panel(page, 'Drill: unreadable 200', 'Answer not understood')).toBeVisible();
  await expectAccessible(page);
  await expect(card(page, 'Drill: unreadable 200').getByText('Done')).toBeVisible();
});

test('a run that fails says why, and can be run again', async ({ page, desk }) => {
  await launch(page, 'Drill: fails while running');
  const failed = panel(page, 'Drill: fails while running', 'Report failed while running');
  await expect(failed).toBeVisible();
  await expectAccessible(page);
  await failed.getByRole('button', { name: /^Run again/ }).click();
  await expect.poll(async () => (await desk.launches()).length).toBe(2);
});

test('a record that breaks its card breaks nothing else', async ({ page }) => {
  await launch(page, 'Sales Department');
  await expect(card(page, 'Sales Department').getByText('Done')).toBeVisible();
  await page.evaluate(async () => {
    const open = indexedDB.open('report-desk-runs');
    const database = await new Promise<IDBDatabase>((resolve) => {
      open.onsuccess = () => resolve(open.result);
    });
    const store = database.transaction('runs', 'readwrite').objectStore('runs');
    const all = store.getAll();
    await new Promise((resolve) => {
      all.onsuccess = () => {
        const [record] = all.result as Record<string, unknown>[];
        store.put({ ...record, id: 'broken', request: null, pressedAt: 1 });
        store.transaction.oncomplete = resolve;
      };
    });
    database.close();
  });
  await page.reload();
  await expect(page.getByRole('group', { name: 'Something broke in this panel' })).toBeVisible();
  await expect(card(page, 'Sales Department').getByText('Done')).toBeVisible();
  await expectAccessible(page);
});
