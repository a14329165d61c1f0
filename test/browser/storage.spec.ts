// Storage that is blocked, full, cleared or taken over, in a real Chromium: the desk works on, says so, and sends nothing twice.
import type { Page } from '@playwright/test';
import { expect, launch, test } from './desk.ts';
import type { DeskServer } from './desk.ts';

const SLOW = 'Drill: slow';
const ENDLESS = 'Drill: never ends';
const DATABASE = 'report-desk-runs';

const card = (page: Page, mailbox: string) =>
  page.getByRole('article', { name: `Mailbox Performance · ${mailbox}` });
const notice = (page: Page, title: string) => page.getByRole('heading', { name: title });

/** Launches and waits until it runs; the API must have got exactly `count` launches by then. */
async function launchAndSee(page: Page, desk: DeskServer, mailbox: string, count: number) {
  await launch(page, mailbox);
  await expect(card(page, mailbox).getByText('Running', { exact: true })).toBeVisible();
  expect(await desk.launches()).toHaveLength(count);
}

/** As {@link launchAndSee}, without leaving the page: what is only in memory would go with it. */
async function launchInPlace(page: Page, desk: DeskServer, mailbox: string, count: number) {
  await page.getByRole('navigation').getByRole('link', { name: 'Launch' }).click();
  await page.getByLabel('Mailbox', { exact: true }).selectOption({ label: mailbox });
  await page.getByRole('button', { name: 'Launch report' }).click();
  await expect(card(page, mailbox).getByText('Running', { exact: true })).toBeVisible();
  expect(await desk.launches()).toHaveLength(count);
}

/** What the browser lets this origin keep, in bytes; null for what it usually does. */
async function overrideQuota(page: Page, desk: DeskServer, quotaSize: number | null) {
  const session = await page.context().newCDPSession(page);
  await session.send('Storage.overrideQuotaForOrigin', {
    origin: desk.origin,
    ...(quotaSize !== null && { quotaSize }),
  });
}

/** Fills what is left with a database of its own, down to the last few bytes. */
function fillStorage(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('ballast', 1);
      opening.addEventListener('upgradeneeded', () =>
        opening.result.createObjectStore('bytes', { autoIncrement: true }),
      );
      opening.addEventListener('success', () => resolve(opening.result));
      opening.addEventListener('error', () => reject(opening.error ?? new Error('ballast')));
    });
    const write = (bytes: number) =>
      new Promise<boolean>((resolve) => {
        const transaction = database.transaction('bytes', 'readwrite');
        transaction.objectStore('bytes').add(crypto.getRandomValues(new Uint8Array(bytes)));
        transaction.addEventListener('complete', () => resolve(true));
        transaction.addEventListener('abort', () => resolve(false));
      });
    let written = 0;
    for (let bytes = 65_536; bytes >= 256; bytes /= 2) while (await write(bytes)) written += bytes;
    return written;
  });
}

test('blocked: the desk works from memory, and finds its launch again through the gateway', async ({
  page,
  desk,
}) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('The user denied permission to access the database.', 'SecurityError');
    };
  });
  await page.goto('/');
  await expect(notice(page, 'This browser saves nothing here')).toBeVisible();
  await launchInPlace(page, desk, SLOW, 1);
  await page.reload();
  await expect(card(page, SLOW).getByText('Running', { exact: true })).toBeVisible();
  await expect(card(page, SLOW).getByText('From another browser')).toBeVisible();
  await page.getByRole('button', { name: 'Save again' }).click();
  await expect(page.getByText('It was tried and still does not work.')).toBeVisible();
  expect(await desk.launches()).toHaveLength(1);
});

test('full: a launch still goes out once, and is saved when there is space', async ({ page, desk }) => {
  await overrideQuota(page, desk, 400_000);
  await launchAndSee(page, desk, SLOW, 1);
  expect(await fillStorage(page)).toBeGreaterThan(0);
  await launchInPlace(page, desk, ENDLESS, 2);
  await expect(notice(page, 'No space left to save')).toBeVisible();
  await expect(card(page, SLOW).getByText('Running', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Save again' }).click();
  await expect(page.getByText('It was tried and still does not work.')).toBeVisible();
  await overrideQuota(page, desk, null);
  await page.getByRole('button', { name: 'Save again' }).click();
  await expect(notice(page, 'No space left to save')).toHaveCount(0);
  await page.reload();
  for (const mailbox of [SLOW, ENDLESS]) {
    await expect(card(page, mailbox).getByText('Running', { exact: true })).toBeVisible();
    await expect(card(page, mailbox).getByText('From another browser')).toHaveCount(0);
  }
  expect(await desk.launches()).toHaveLength(2);
});

test('cleared while the desk is open: what was on screen stays, and is saved again', async ({
  page,
  desk,
}) => {
  await launchAndSee(page, desk, SLOW, 1);
  const session = await page.context().newCDPSession(page);
  await session.send('Storage.clearDataForOrigin', { origin: desk.origin, storageTypes: 'indexeddb' });
  await expect(notice(page, 'This site’s data was cleared')).toBeVisible();
  await expect(card(page, SLOW).getByText('Running', { exact: true })).toBeVisible();
  await launchInPlace(page, desk, ENDLESS, 2);
  await page.getByRole('button', { name: 'Save again' }).click();
  await expect(notice(page, 'This site’s data was cleared')).toHaveCount(0);
  await page.reload();
  for (const mailbox of [SLOW, ENDLESS]) {
    await expect(card(page, mailbox).getByText('Running', { exact: true })).toBeVisible();
    await expect(card(page, mailbox).getByText('From another browser')).toHaveCount(0);
  }
  expect(await desk.launches()).toHaveLength(2);
});

test('taken over by a newer version in another tab: this one works on and asks to be reloaded', async ({
  page,
  context,
  desk,
}) => {
  await launchAndSee(page, desk, SLOW, 1);
  const newer = await context.newPage();
  await newer.goto('/favicon.svg');
  const kept = await newer.evaluate(
    (name) =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open(name, 99);
        opening.addEventListener('success', () => {
          const counting = opening.result.transaction('runs').objectStore('runs').count();
          counting.addEventListener('success', () => resolve(counting.result));
        });
        opening.addEventListener('error', () => reject(new Error('the newer version did not open')));
      }),
    DATABASE,
  );
  expect(kept).toBe(1);
  await expect(notice(page, 'A newer version of this desk is open')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Reload' })).toBeVisible();
  await expect(card(page, SLOW).getByText('Running', { exact: true })).toBeVisible();
  await launchInPlace(page, desk, ENDLESS, 2);
});
