// Where the focus is: at the heading of each page that is gone to, back where it came from after a dialog, and never lost.
import type { Locator, Page } from '@playwright/test';
import { advance, expect, launch, test } from './desk.ts';

const card = (page: Page, mailbox: string) =>
  page.getByRole('article', { name: `Mailbox Performance · ${mailbox}` });
const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const ready = (page: Page) => expect(page.getByRole('button', { name: /^Find or do/ })).toBeVisible();

async function press(page: Page, control: Locator, key = 'Enter') {
  await control.focus();
  await page.keyboard.press(key);
}

test('each page that is gone to has the focus at its heading, also by Back', async ({ page, desk }) => {
  await launch(page, 'Sales Department');
  await expect(page.getByRole('progressbar', { name: 'Progress' })).toBeVisible();
  await advance(desk, '5m', page);
  await press(page, card(page, 'Sales Department').getByRole('link', { name: 'Open result' }));
  await expect(heading(page)).toHaveText('Mailbox Performance · Sales Department');
  await expect(heading(page)).toBeFocused();
  for (const name of ['Saved copies', 'Connection', 'Board']) {
    await press(page, page.getByRole('navigation').getByRole('link', { name, exact: true }));
    await expect(heading(page)).toHaveText(name);
    await expect(heading(page)).toBeFocused();
    await expect(page).toHaveTitle(`${name} · Report Desk`);
  }
  await page.goBack();
  await expect(heading(page)).toHaveText('Connection');
  await expect(heading(page)).toBeFocused();
});

test('the first Tab leads past the navigation to the page', async ({ page }) => {
  await page.goto('/connection');
  await expect(page.getByRole('button', { name: 'Forget key Full access' })).toBeVisible();
  await ready(page);
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to the page' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('Enter');
  await expect(heading(page)).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('main').locator(':focus')).toHaveCount(1);
});

test('a card that is removed, brought back or sent away leaves the focus on the page', async ({
  page,
  desk,
}) => {
  for (const mailbox of ['Sales Department', 'Support']) await launch(page, mailbox);
  await expect(page.getByRole('progressbar', { name: 'Progress' })).toHaveCount(2);
  await advance(desk, '5m', page);
  await expect(page.getByRole('link', { name: 'Open result' })).toHaveCount(2);
  await press(page, card(page, 'Support').getByRole('button', { name: 'Remove card' }));
  await expect(page.getByRole('article')).toHaveCount(1);
  await expect(heading(page)).toBeFocused();
  await press(page, page.getByRole('button', { name: 'Undo' }));
  await expect(page.getByRole('article')).toHaveCount(2);
  await expect(heading(page)).toBeFocused();
  await press(page, card(page, 'Support').getByRole('button', { name: 'Remove card' }));
  await press(page, page.getByRole('button', { name: 'Dismiss' }));
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveCount(0);
  await expect(heading(page)).toBeFocused();
});

test('filters that are cleared leave the focus on the page', async ({ page }) => {
  await launch(page, 'Sales Department');
  await page.goto('/?q=nobody');
  await ready(page);
  const find = page.getByRole('searchbox', { name: 'Find a run' });
  const clear = page.getByRole('search').getByRole('button', { name: 'Clear filters' });
  await expect(find).toHaveValue('nobody');
  await press(page, clear);
  await expect(clear).toHaveCount(0);
  // In the search field, and at the heading where so few runs need no filters.
  await expect(page.getByRole('main').locator(':focus')).toHaveCount(1);
});

test('what is taken away from elsewhere leaves the focus in its card, else at the heading', async ({
  page,
}) => {
  await page.goto('/');
  await ready(page);
  await page.evaluate(() => {
    document.querySelector('h1')?.insertAdjacentElement('afterend', document.createElement('article'));
    const place = document.querySelector('article');
    for (const name of ['Stays', 'Goes']) {
      const button = document.createElement('button');
      button.textContent = name;
      place?.append(button);
    }
  });
  await page.getByRole('button', { name: 'Goes' }).focus();
  await page.getByRole('button', { name: 'Goes' }).evaluate((button) => button.remove());
  await expect(page.getByRole('button', { name: 'Stays' })).toBeFocused();
  await page.getByRole('article').evaluate((place) => place.remove());
  await expect(heading(page)).toBeFocused();
});

test('a press of the pointer on the page itself takes the focus nowhere else', async ({ page }) => {
  await page.goto('/connection');
  await ready(page);
  await page.getByText('Base address').click();
  await expect(heading(page)).not.toBeFocused();
  await page.keyboard.press('Tab');
  const below = await page.evaluate(
    () => (document.activeElement?.getBoundingClientRect().top ?? 0) > 200 || window.scrollY > 0,
  );
  expect(below, 'Tab goes on from where the pointer was').toBe(true);
});

const DIALOGS: readonly { opener: string; path: string; dialog: RegExp }[] = [
  { opener: 'Find or do (Ctrl K)', path: '/', dialog: /^Find or do$/ },
  { opener: 'Drills', path: '/', dialog: /^Drills/ },
  { opener: 'Save as preset', path: '/launch', dialog: /preset/i },
  { opener: 'Manage presets', path: '/launch', dialog: /^Presets$/ },
];

for (const { opener, path, dialog } of DIALOGS) {
  test(`the dialog of “${opener}” has the focus inside and gives it back`, async ({ page }) => {
    await page.goto(path);
    await ready(page);
    const button = page.getByRole('button', { name: opener, exact: true });
    await press(page, button);
    const shown = page.getByRole('dialog', { name: dialog });
    await expect(shown).toBeVisible();
    const isInside = () => page.evaluate(() => document.activeElement?.closest('dialog') !== null);
    await expect.poll(isInside).toBe(true);
    for (let presses = 0; presses < 6; presses += 1) {
      await page.keyboard.press('Shift+Tab');
      // Beyond its first control a browser leads to itself, never to the page behind.
      expect(
        await page.evaluate(
          () =>
            (document.activeElement?.closest('dialog') ?? null) === null &&
            document.activeElement !== document.body,
        ),
      ).toBe(false);
    }
    await shown.evaluate((element) => (element as HTMLElement).focus());
    await page.keyboard.press('Escape');
    await expect(shown).toHaveCount(0);
    await expect(button).toBeFocused();
  });
}

for (const path of ['/', '/launch', '/copies', '/connection']) {
  test(`on ${path} Tab goes from top to bottom, and where it is can be seen`, async ({ page }) => {
    await page.goto(path);
    await ready(page);
    if (path === '/launch')
      await expect(
        page.getByLabel('Mailbox', { exact: true }).locator('option', { hasText: 'Support' }),
      ).toBeAttached();
    await expect(page.getByRole('button', { name: 'Drills' })).toBeVisible();
    const seen: { name: string; ring: boolean; order: number }[] = [];
    for (let presses = 0; presses < 80; presses += 1) {
      await page.keyboard.press('Tab');
      const at = await page.evaluate(() => {
        const focused = document.activeElement;
        if (focused === null || focused === document.body) return null;
        // The parts of a date have rings of the browser's own.
        if (focused.matches('[type=date], [type=datetime-local]')) return 'drawn by the browser';
        const { outlineStyle, outlineWidth, borderColor } = getComputedStyle(focused);
        const label = focused.closest('label') ?? focused.parentElement;
        const outer = label === null ? null : getComputedStyle(label);
        const drawn = [outlineStyle, outer?.outlineStyle].some(
          (style) => style !== undefined && style !== 'none',
        );
        const { width, height } = focused.getBoundingClientRect();
        return {
          name: `${focused.tagName} ${focused.textContent?.slice(0, 30) ?? ''} ${outlineWidth} ${borderColor}`,
          ring: drawn && width > 0 && height > 0,
          order: [...document.querySelectorAll('*')].indexOf(focused),
        };
      });
      if (at === null) break;
      if (typeof at !== 'string') seen.push(at);
    }
    expect(seen.length).toBeGreaterThan(8);
    expect(seen.filter(({ ring }) => !ring)).toEqual([]);
    const orders = seen.map(({ order }) => order);
    expect(orders).toEqual(orders.toSorted((left, right) => left - right));
  });
}
