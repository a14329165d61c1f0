// Shortcuts and the palette in a real Chromium.
import type { Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { advance, expect, launch, test } from './desk.ts';

const SALES = 'Mailbox Performance · Sales Department';

/** The listener comes after the page's first picture, with the button that does the same. */
async function open(page: Page, path = '/') {
  await page.goto(path);
  await expect(page.getByRole('button', { name: 'Find or do (Ctrl K)' })).toBeVisible();
}

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const field = (page: Page) => page.getByRole('combobox', { name: 'Find a run, a page or an action' });
const active = (page: Page) => page.getByRole('option', { selected: true });

async function palette(page: Page, query = '') {
  await page.keyboard.press('Control+k');
  await expect(field(page)).toBeFocused();
  await page.keyboard.type(query);
}

test('each shortcut does what the list of shortcuts says', async ({ page }) => {
  await open(page, '/connection');
  await page.keyboard.press('?');
  const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(dialog).toBeVisible();
  const rows = await dialog.getByRole('row').evaluateAll((all) => all.map((row) => row.textContent));
  await expectAccessible(page);
  await page.keyboard.press('Escape');

  const did: string[] = [];
  const goes = async (keys: readonly string[], name: string) => {
    for (const key of keys) await page.keyboard.press(key);
    await expect(heading(page)).toHaveText(name);
    await expect(heading(page)).toBeFocused();
    did.push(keys.join(' then '));
  };
  await goes(['g', 'b'], 'Board');
  await goes(['g', 's'], 'Saved copies');
  await goes(['g', 'c'], 'Connection');
  await goes(['g', 'l'], 'Launch a report');
  await page.keyboard.press('l');
  await expect(page.getByLabel('Report', { exact: true })).toBeFocused();
  did.push('l');
  await heading(page).focus();
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox').first()).toBeFocused();
  did.push('/');
  await heading(page).focus();
  await palette(page);
  did.push('Ctrl K');
  await page.keyboard.press('Control+k');
  await expect(field(page)).toHaveCount(0);
  await page.keyboard.press('?');
  await expect(dialog).toBeVisible();
  did.push('?');
  expect(rows).toHaveLength(did.length);
  for (const keys of did) expect(rows.filter((row) => row?.startsWith(keys))).not.toEqual([]);
});

test('plain keys are left alone in fields, dialogs and lists, with modifiers, and while a word is composed', async ({
  page,
}) => {
  await open(page, '/launch');
  const find = page.getByRole('searchbox').first();
  await find.fill('');
  await page.keyboard.type('g b l / ?');
  await expect(find).toHaveValue('g b l / ?');
  await page.getByLabel('Report', { exact: true }).focus();
  await page.keyboard.type('gb');
  await heading(page).focus();
  for (const keys of ['Alt+l', 'Shift+G', 'Control+b']) await page.keyboard.press(keys);
  await page.keyboard.press('b');
  for (const composing of [true, false]) {
    await page.evaluate((isComposing) => {
      document.body.dispatchEvent(
        new KeyboardEvent('keydown', { key: '?', code: 'Slash', bubbles: true, isComposing }),
      );
    }, composing);
    await expect(page.getByRole('dialog')).toHaveCount(composing ? 0 : 1);
  }
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).focus();
  await page.keyboard.press('g');
  await page.keyboard.press('b');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(heading(page)).toHaveText('Launch a report');
});

test('the second key of two may not come late', async ({ page }) => {
  await open(page);
  const press = (keys: readonly { key: string; at: number }[]) =>
    page.evaluate((all) => {
      for (const { key, at } of all) {
        const event = new KeyboardEvent('keydown', { key, code: `Key${key.toUpperCase()}`, bubbles: true });
        Object.defineProperty(event, 'timeStamp', { value: at });
        document.body.dispatchEvent(event);
      }
    }, keys);
  await press([
    { key: 'g', at: 10_000 },
    { key: 's', at: 11_500 },
  ]);
  await press([
    { key: 'g', at: 20_000 },
    { key: 'c', at: 21_499 },
  ]);
  await expect(heading(page)).toHaveText('Connection');
  // Nothing was gone to before.
  await page.goBack();
  await expect(heading(page)).toHaveText('Board');
});

test('single keys are switched off for every tab and visit, and Ctrl K stays', async ({ page, context }) => {
  await open(page);
  const other = await context.newPage();
  await open(other);
  await page.keyboard.press('?');
  await page.getByRole('checkbox', { name: 'Shortcuts of single keys' }).uncheck();
  await page.keyboard.press('Escape');
  for (const one of [page, other]) {
    await one.bringToFront();
    for (const key of ['g', 'c', 'l', '?', '/']) await one.keyboard.press(key);
    await palette(one, 'shortcuts');
    await expect(heading(one)).toHaveText('Board');
    await one.keyboard.press('Escape');
  }
  await other.close();
  await open(page);
  await page.keyboard.press('l');
  await palette(page, 'keyboard shortcuts');
  await page.keyboard.press('Enter');
  await page.getByRole('checkbox', { name: 'Shortcuts of single keys' }).check();
  await page.keyboard.press('Escape');
  await expect(heading(page)).toHaveText('Board');
  await page.keyboard.press('l');
  await expect(heading(page)).toHaveText('Launch a report');
});

test('the palette is a combobox: words narrow its list, arrows lead through it, Enter does it', async ({
  page,
  desk,
}) => {
  for (const mailbox of ['Sales Department', 'Support']) await launch(page, mailbox);
  await expect(page.getByRole('progressbar', { name: 'Progress' })).toHaveCount(2);
  await advance(desk, '5m', page);
  await expect(page.getByRole('link', { name: 'Open result' })).toHaveCount(2);
  await palette(page);
  await expectAccessible(page);
  await expect(field(page)).toHaveAttribute('aria-expanded', 'true');
  await expect(active(page)).toHaveCount(1);
  expect(await active(page).getAttribute('id')).toBe(await field(page).getAttribute('aria-activedescendant'));
  const options = page.getByRole('listbox', { name: 'Found' }).getByRole('option');
  const last = (await options.last().textContent()) ?? '';
  await page.keyboard.press('ArrowUp');
  await expect(active(page)).toHaveText(last);
  await expect(active(page)).toBeInViewport();
  await page.keyboard.press('ArrowDown');
  await expect(active(page)).toHaveText(/^Board/);

  await page.keyboard.type('DÉPARTMENT done');
  await expect(page.getByRole('status').filter({ hasText: 'found' })).toHaveText('1 found.');
  const runs = page.getByRole('group', { name: 'Runs' });
  await expect(runs.getByRole('option')).toHaveText(/Sales Department.*Done · .* 2026/);
  await page.keyboard.press('Enter');
  await expect(heading(page)).toHaveText(SALES);
  await expect(heading(page)).toBeFocused();

  await palette(page);
  const lately = page.getByRole('group', { name: 'Recent' }).getByRole('option');
  await expect(lately).toHaveText([/^Mailbox Performance · Sales Department/]);
  await page.keyboard.type('nothing is called so');
  await expect(page.getByText('Nothing found.')).toBeVisible();
  await expect(page.getByText(/^Every word has to occur\./)).toBeVisible();
  await expect(field(page)).toHaveAttribute('aria-expanded', 'false');
  await expectAccessible(page);
  await field(page).fill('support');
  await page.getByRole('option', { name: /^Launch for Support/ }).click();
  await expect(page.getByLabel('Mailbox', { exact: true }).locator('option:checked')).toHaveText('Support');
});

test('the palette asks for one list of mailboxes, and for none where there is one', async ({
  page,
  desk,
}) => {
  const lists = async () => (await desk.log()).filter(({ path }) => path.endsWith('/mailboxes')).length;
  await open(page);
  expect(await lists()).toBe(0);
  for (let times = 0; times < 2; times += 1) {
    await palette(page, 'launch billing');
    await expect(active(page)).toHaveText('Launch for Billing');
    await page.keyboard.press('Escape');
  }
  expect(await lists()).toBe(1);
});

test('the palette acts: theme, time, drills, a key, the newest expired again', async ({ page, desk }) => {
  await launch(page, 'Sales Department');
  await expect(page.getByRole('progressbar', { name: 'Progress' })).toBeVisible();
  await advance(desk, '5m', page);
  await expect(page.getByRole('link', { name: 'Open result' })).toBeVisible();
  const root = page.locator('html');
  await palette(page, 'dark');
  await page.keyboard.press('Enter');
  await expect(root).toHaveAttribute('data-theme', 'dark');
  await palette(page, 'newest result');
  await page.keyboard.press('Enter');
  await expect(heading(page)).toHaveText(SALES);
  await palette(page, '24 hours');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('group', { name: 'Result expired' })).toBeVisible();
  await palette(page, 'expired again');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('article', { name: SALES })).toHaveCount(2);
  await expect.poll(async () => (await desk.launches()).length).toBe(2);
  await palette(page, 'drills');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: /^Drills/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await palette(page, 'add key');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Add a key' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('Label', { exact: true })).toBeFocused();
});
