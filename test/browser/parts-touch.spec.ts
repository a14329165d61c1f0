// The parts under a finger.
import { expect, test as deskTest } from './desk.ts';
import { tooSmall } from './look.ts';
import { pinnedChromium } from './pinned-chromium.ts';

const FINGER_PX = 44;

const test = deskTest.extend({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the parameter's form
  launchOptions: [async ({}, provide) => provide(await pinnedChromium('coarse')), { scope: 'worker' }],
});

test('where a finger points, every part is large enough for one', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/sandbox/parts');
  await expect(page.getByRole('heading', { level: 1, name: 'Parts' })).toBeVisible();
  expect(await page.evaluate(() => matchMedia('(pointer: coarse)').matches)).toBe(true);
  expect(await tooSmall(page, FINGER_PX)).toEqual([]);
});
