// Preferences and presence in a real browser: what a choice does to the page, what the tab's icon says, and that the desk can be installed.
import type { Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { advance, expect, launch, test } from './desk.ts';

const icon = (page: Page) =>
  page.evaluate(() => document.querySelector('link[rel="icon"]')?.getAttribute('href'));

test('compact sets cards and tables more closely, in every open tab, and lasts', async ({
  page,
  context,
  desk,
}) => {
  await launch(page, 'Sales Department');
  const card = page.getByRole('article', { name: 'Mailbox Performance · Sales Department' });
  await expect(card.getByText('Running')).toBeVisible();
  await advance(desk, '90s', page);
  await card.getByRole('link', { name: 'Open result' }).click();
  const row = page.getByRole('table').locator('tbody tr').first();
  await expect(row).toBeVisible();
  const roomy = await row.boundingBox();

  const other = await context.newPage();
  await other.goto('/preferences');
  await expectAccessible(other);
  await other.getByRole('radiogroup', { name: 'Density' }).getByText('Compact', { exact: true }).click();
  await expect.poll(async () => (await row.boundingBox())?.height ?? 0).toBeLessThan(roomy?.height ?? 0);

  await page.getByRole('navigation').getByRole('link', { name: 'Board' }).click();
  const padding = () => card.evaluate((element) => Number.parseFloat(getComputedStyle(element).paddingTop));
  const close = await padding();
  const button = await card.getByRole('button').first().boundingBox();
  expect(button?.height).toBeGreaterThanOrEqual(24);
  await page.reload();
  expect(await padding()).toBe(close);
  await other.getByRole('button', { name: 'Reset' }).click();
  await expect.poll(padding).toBeGreaterThan(close);
});

test('the Preferences page fits a phone in the dark', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto('/preferences');
  await expect(page.getByRole('heading', { level: 1, name: 'Preferences' })).toBeVisible();
  await expectAccessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});

test('the icon of the tab says that something runs, needs the operator, or neither', async ({
  page,
  desk,
}) => {
  await page.goto('/');
  await expect(page.getByRole('link', { name: 'Launch your first report' })).toBeVisible();
  expect(await icon(page)).toBe('/favicon.svg');
  await launch(page, 'Drill: slow');
  await expect.poll(() => icon(page)).toBe('/favicon-running.svg');
  await launch(page, 'Drill: settings refused');
  await expect.poll(() => icon(page)).toBe('/favicon-needs-you.svg');
  await page
    .getByRole('article', { name: /settings refused/ })
    .getByRole('button', { name: 'Remove card' })
    .click();
  await expect.poll(() => icon(page)).toBe('/favicon-running.svg');
  await advance(desk, '24h', page);
  await expect.poll(() => icon(page)).toBe('/favicon.svg');
  for (const path of ['/favicon.svg', '/favicon-running.svg', '/favicon-needs-you.svg']) {
    const { status, type } = await page.evaluate(async (address) => {
      const reply = await fetch(address);
      return { status: reply.status, type: reply.headers.get('Content-Type') };
    }, path);
    expect([status, type]).toEqual([200, 'image/svg+xml']);
  }
});

test('the desk can be installed, with icons that are what they say', async ({ page }) => {
  await page.goto('/');
  const session = await page.context().newCDPSession(page);
  const { errors, data } = await session.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  // A window that leaves no traces installs nothing, whatever the page is.
  expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([]);
  type Manifest = { icons: { src: string; sizes: string }[]; shortcuts: { url: string }[] };
  const { icons, shortcuts } = JSON.parse(data ?? '{}') as Manifest;
  const sizes = await page.evaluate(
    async (sources) => {
      const images = await Promise.all(
        sources.map(async (source) => {
          const image = new Image();
          image.src = source;
          await image.decode();
          return `${image.naturalWidth}x${image.naturalHeight}`;
        }),
      );
      return images;
    },
    icons.map(({ src }) => src),
  );
  expect(sizes.slice(1)).toEqual(icons.slice(1).map(({ sizes: said }) => said));
  for (const { url } of shortcuts) {
    await page.goto(url);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByText('There is no page at this address')).toHaveCount(0);
  }
});
