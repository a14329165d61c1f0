// The attachments of a message in a real browser: by keyboard from the table, saved under a plain name by the page's own policy, and
// explained where there is nothing to save.
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { launch } from './desk.ts';
import { cardOf, expect, moveClock, test } from './kinds-desk.ts';
import { button, expectKind, panelOf, UNASKED } from './kinds-panel.ts';

/** Opens the attachments of the first message with nothing but keys. */
async function openAttachments(page: Page, mailbox: string): Promise<Locator> {
  await launch(page, mailbox, { report: 'Message Detail' });
  const card = cardOf(page, mailbox, 'Message Detail');
  await expect(card.getByText('Running', { exact: true })).toBeVisible();
  await moveClock(page, '+ 5 minutes');
  await card.getByRole('link', { name: 'Open result' }).click();
  await page.getByRole('rowheader').first().getByRole('button').focus();
  await page.keyboard.press('Enter');
  await button(page, 'Attachments').focus();
  await page.keyboard.press('Enter');
  return page.getByRole('dialog', { name: 'Attachments' });
}

const itemOf = (dialog: Locator, name: string) => dialog.getByRole('listitem').filter({ hasText: name });

async function save(page: Page, item: Locator) {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    item.getByRole('button', { name: /^Download/ }).click(),
  ]);
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

test('attachments are saved as they are, under plain names, and the focus goes back the way it came', async ({
  page,
  desk,
}) => {
  const dialog = await openAttachments(page, 'Drill: attachments');
  const script = await save(page, itemOf(dialog, 'newsletter.html'));
  expect(script.name).toBe('newsletter.html');
  expect(script.bytes.toString()).toContain('document.title = "ran"');
  await expect(itemOf(dialog, 'newsletter.html').getByText(/^Saved to/)).toBeVisible();
  const hostile = await save(page, itemOf(dialog, 'photo-'));
  expect(hostile.name).toBe('_.._photo-gpj.exe');
  const large = await save(page, itemOf(dialog, 'scans.zip'));
  expect(large.bytes.byteLength).toBe(24_000_000);
  expect(await page.title()).not.toBe('ran');
  await page.keyboard.press('Escape');
  await expect(button(page, 'Attachments')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('rowheader').first().getByRole('button')).toBeFocused();
  const reads = (await desk.log()).filter(({ path }) => path.includes('/messages/'));
  expect(reads.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
});

test('not-downloadable: what is no file says so, without a request and without a talk of permissions', async ({
  page,
  desk,
  watch,
}) => {
  const dialog = await openAttachments(page, 'Drill: attachments');
  const item = itemOf(dialog, 'shared folder.url');
  await item.getByRole('button', { name: /^Download/ }).click();
  const panel = panelOf(item, 'not-downloadable');
  await expectKind(page, panel, 'not-downloadable', {
    watch,
    evidence: { ...UNASKED, request: /^GET \/api\/v1\/messages\/\S+\/download$/, curl: true },
  });
  await expect(panel).toContainText('a link to a file that is kept elsewhere');
  const downloads = (await desk.log()).filter(({ path }) => path.endsWith('/download'));
  expect(downloads).toEqual([]);
});

test('not-downloadable: a file that Exchange no longer has is gone, and not at a wrong address', async ({
  page,
  watch,
}) => {
  const dialog = await openAttachments(page, 'Drill: attachments');
  const item = itemOf(dialog, 'removed.docx');
  await item.getByRole('button', { name: /^Download/ }).click();
  const panel = panelOf(item, 'not-downloadable');
  await expectKind(page, panel, 'not-downloadable', {
    watch,
    evidence: {
      status: '404',
      code: '404',
      message: 'The attachment is no longer available.',
      request: /^GET \/api\/v1\/messages\/\S+\/download$/,
      curl: true,
    },
  });
  await expect(panel).toContainText('its content is gone');
});
