// The page of all parts: how it looks, compared with pictures, and what no picture tells. After a wanted change:
// `npx playwright test parts.spec --update-snapshots`, then look at the page in every look.
import type { Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { expect, test as deskTest } from './desk.ts';
import { fontsUsed, looksOf, ringsNotSeen, tooSmall, unroll } from './look.ts';
import { PACKAGED_FONT, pinnedChromium } from './pinned-chromium.ts';

const LEAST_TARGET_PX = 24;

const test = deskTest.extend({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the parameter's form
  launchOptions: [async ({}, provide) => provide(await pinnedChromium()), { scope: 'worker' }],
});

async function openParts(page: Page) {
  await page.goto('/sandbox/parts');
  await expect(page.getByRole('heading', { level: 1, name: 'Parts' })).toBeVisible();
}

test.describe('the parts look as in the picture', () => {
  // Half the pixels each way are enough to see a line that moves or a colour that changes, and a quarter of the bytes to keep.
  test.use({ deviceScaleFactor: 0.5 });

  for (const { look, colorScheme, width } of [
    { look: 'light', colorScheme: 'light', width: 1280 },
    { look: 'dark', colorScheme: 'dark', width: 1280 },
    { look: 'narrow', colorScheme: 'light', width: 320 },
  ] as const) {
    test(look, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await openParts(page);
      await unroll(page, width);
      expect(await fontsUsed(page), 'every text is drawn in the packaged font').toEqual([PACKAGED_FONT]);
      // Round corners and slanted lines have grey edges, which another processor may round otherwise.
      await expect(page.getByRole('main')).toHaveScreenshot(`parts-${look}.png`, {
        scale: 'device',
        threshold: 0.05,
        maxDiffPixels: 40,
      });
    });
  }
});

test('axe finds nothing on the page of the parts', async ({ page }) => {
  await openParts(page);
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectAccessible(page);
});

const brightness = (colour: string) => Math.max(...colour.split(' ').slice(0, 3).map(Number));

for (const path of ['/sandbox/parts', '/', '/launch', '/copies', '/connection']) {
  test(`every control of ${path} has a whole ring when it has the focus, and room to hit`, async ({
    page,
  }) => {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
    await expect(page.getByRole('button', { name: 'Drills' })).toBeVisible();
    expect(await tooSmall(page, LEAST_TARGET_PX)).toEqual([]);
    expect(await ringsNotSeen(page)).toEqual([]);
  });
}

test("the system's colours leave nothing to be told by a fill of ours", async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await openParts(page);
  const main = page.getByRole('main');
  const ground = (await looksOf(page.locator('html'))).background;

  const periods = main.getByRole('radiogroup', { name: 'Group by' });
  const period = (name: string) => looksOf(periods.locator('label', { hasText: name }));
  expect((await period('Day')).background, 'what is chosen').not.toBe((await period('Week')).background);
  expect((await period('Hour')).colour, 'what cannot be').not.toBe((await period('Week')).colour);

  const groups = main.getByRole('group', { name: 'Field groups' });
  await expect(groups.locator('label', { hasText: 'Day' }).locator('svg')).toBeVisible();
  await expect(groups.locator('label', { hasText: 'Week' }).locator('svg')).toBeHidden();
  const box = (name: string) => looksOf(main.getByRole('checkbox', { name }).first());
  const [ticked, open, barred] = [
    await box('Save a copy when it is done'),
    await box('Include details'),
    await box('Not for this report'),
  ];
  expect(ticked.background).not.toBe(open.background);
  expect(barred.border).not.toBe(open.border);

  const bar = main.getByRole('progressbar', { name: 'On its way' });
  expect((await looksOf(bar.locator('div'))).background).not.toBe((await looksOf(bar)).background);
  for (const framed of [
    bar,
    main.getByRole('meter').last(),
    main.getByRole('group', { name: 'Not sure it started' }),
    main.getByRole('button', { name: 'Edit and run' }).first(),
    main.getByRole('textbox', { name: 'Label' }),
  ]) {
    const { border, borderWidth } = await looksOf(framed);
    expect([borderWidth > 0, border === ground]).toEqual([true, false]);
  }
});

test('paper is white and its text dark, also where the desk is dark', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await openParts(page);
  await page.evaluate(() => {
    document.documentElement.dataset['theme'] = 'dark';
  });
  const screen = await looksOf(page.locator('html'));
  await page.emulateMedia({ media: 'print' });
  const paper = await looksOf(page.locator('html'));
  expect(paper.background).toBe('255 255 255 255');
  expect(brightness(paper.colour)).toBeLessThan(brightness(screen.colour) / 4);
});

test('who asks for no motion sees none, and what is quick shows no spinner', async ({ page }) => {
  const moving = () =>
    page.evaluate(
      () =>
        document
          .getAnimations()
          .filter((animation) => animation.effect?.getComputedTiming().endTime === Infinity).length,
    );
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await openParts(page);
  expect(await moving()).toBeGreaterThan(0);
  const waits = await page.evaluate(() =>
    [...document.querySelectorAll('[aria-busy="true"] > *')].flatMap((part) =>
      part
        .getAnimations()
        .filter((animation) => animation.effect?.getComputedTiming().endTime !== Infinity)
        .map((animation) => Number(animation.effect?.getTiming().delay)),
    ),
  );
  expect(waits.length).toBeGreaterThan(0);
  expect(Math.min(...waits)).toBeGreaterThanOrEqual(300);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  expect(await moving()).toBe(0);
});
