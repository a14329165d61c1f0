// What the board fetches by itself: nothing that other pages are for.
import { expect, launch, test } from './desk.ts';

/** The board's own, what it shares, and what it fetches ahead once it stands. */
const OF_THE_BOARD = [
  'board-late',
  'desk',
  'engine',
  'failure-panel',
  'frame-late',
  'parts',
  'rolldown-runtime',
  'run-list',
  'trial',
  'update-offer',
];

/** Requests until the board can be used: the page, its style, its scripts, and what it asks the gateway. */
const MOST_REQUESTS = 12;

test('the board fetches few files, and none of another page', async ({ page }) => {
  await launch(page, 'Sales Department');
  await page.waitForLoadState('networkidle');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto('/');
  await expect(page.getByRole('article', { name: 'Mailbox Performance · Sales Department' })).toBeVisible();
  const untilUsable = asked.length;
  await expect(page.getByRole('complementary', { name: 'Sandbox' })).toBeVisible();
  // The list of runs comes last, a second after the rest.
  await expect.poll(() => asked.some((path) => path.includes('/run-list-'))).toBe(true);
  const scripts = asked
    .filter((path) => path.endsWith('.js'))
    .map((path) => /([^/]+)-.{8}\.js$/.exec(path)?.[1]);
  expect(scripts).toContain('desk');
  expect(scripts.filter((name) => !OF_THE_BOARD.includes(name ?? ''))).toEqual([]);
  expect(scripts.filter((name, place) => scripts.indexOf(name) !== place)).toEqual([]);
  expect(untilUsable).toBeLessThanOrEqual(MOST_REQUESTS);
});
