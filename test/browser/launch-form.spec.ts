// The launch form in a real browser: each report with the keyboard alone, a link that carries everything, and what axe finds.
import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { expect, test } from './desk.ts';

const REPORTS = ['Mailbox Performance', 'User Performance', 'Domain Performance', 'Message Detail'] as const;

const isFocused = (element: Locator) => element.evaluate((node) => node === document.activeElement);

/** Presses Tab until `element` has the focus. */
async function tabTo(page: Page, element: Locator) {
  for (let presses = 0; presses < 80 && !(await isFocused(element)); presses += 1) {
    await page.keyboard.press('Tab');
  }
  await expect(element).toBeFocused();
}

for (const report of REPORTS) {
  test(`${report} is launched with the keyboard alone, and axe finds nothing on its form`, async ({
    page,
    desk,
  }) => {
    await page.goto('/launch');
    await tabTo(page, page.getByLabel('Report', { exact: true }));
    await page.keyboard.type(report);
    const mailbox = page.getByLabel('Mailbox', { exact: true });
    await tabTo(page, mailbox);
    await page.keyboard.type('Support');
    await expect(mailbox.locator('option:checked')).toHaveText('Support');
    await expectAccessible(page);
    await tabTo(page, page.getByRole('button', { name: 'Launch report' }));
    await page.keyboard.press('Enter');
    await expect(page.getByRole('article', { name: `${report} · Support` })).toBeVisible();
    await expect.poll(async () => (await desk.launches()).length).toBe(1);
  });
}

test('a link that is opened in another browser launches the same request', async ({
  page,
  browser,
  desk,
}) => {
  await page.goto('/launch');
  await page.getByLabel('Report').selectOption({ label: 'Domain Performance' });
  await page.getByLabel('Mailbox', { exact: true }).selectOption({ label: 'Billing' });
  await page.getByText('Last month', { exact: true }).click();
  await page.getByText('Week', { exact: true }).click();
  await page.getByText('Closing', { exact: true }).click();
  await page.getByLabel(/^Domains/).fill('contoso.example\nnorthwind.example');
  await page.getByLabel(/^Domains/).blur();
  await expect(page).toHaveURL(/domains=/);
  const elsewhere = await browser.newContext({ baseURL: desk.origin });
  const other = await elsewhere.newPage();
  await other.goto(page.url());
  await expect(other.getByLabel(/^Domains/)).toHaveValue('contoso.example\nnorthwind.example');
  await other.getByRole('button', { name: 'Launch report' }).click();
  await other.waitForURL('/');
  await expect.poll(async () => (await desk.launches()).length).toBe(1);
  const [sent] = await desk.launches();
  expect(sent?.search).toBe('?fieldGroup=replyData%2CcloseData&max=500');
  expect(sent?.body).toMatchObject({
    parameters: { period: 'week', domains: ['contoso.example', 'northwind.example'] },
  });
  // What the first browser shows as the exact request is what the other one sent.
  await page.getByText('Exact request').click();
  await expect(page.getByText(JSON.stringify(sent?.body)).first()).toBeVisible();
  await elsewhere.close();
});

test('axe finds nothing with several mailboxes and all fields, dark, at 320 px', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize({ width: 320, height: 800 });
  await page.goto('/launch?report=mailboxUserPerformance&range=custom');
  await page.getByRole('button', { name: 'Several mailboxes' }).click();
  const mailboxes = page.getByRole('group', { name: 'Mailboxes' });
  await mailboxes.getByText('Sales Department', { exact: true }).click();
  await mailboxes.getByText('Support', { exact: true }).click();
  await page.getByLabel('Compare with the previous period').check();
  await expectAccessible(page);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBe(0);
});
