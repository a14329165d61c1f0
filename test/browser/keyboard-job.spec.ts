// The main job by keyboard alone, as it is heard: every stop of the focus on the way with its role and name, and all that live regions
// say, in the order in which they are met.
import type { Page } from '@playwright/test';
import { expect, test } from './kinds-desk.ts';
import type { Watch } from './kinds-desk.ts';

/** Stops of one way: a page has fewer. */
const MOST_STOPS = 60;

/** Writes down what a screen reader would say. */
function walker(page: Page, watch: Watch) {
  const heard: string[] = [];
  let read = 0;

  async function stop() {
    if ((await page.locator(':focus').count()) === 0) return 'nothing';
    const snapshot = await page.locator(':focus').ariaSnapshot();
    return (snapshot.split('\n')[0] ?? '')
      .replace(/^- /, '')
      .replace(/^text: (.*)$/, 'disclosure "$1"')
      .replace(/ \[(?:active|level=1|cursor=pointer)\]|:$/g, '');
  }

  return {
    heard,
    /** What the live regions have said since, at least until they have said `until`, and where the focus is now. */
    listen: async (until?: string) => {
      if (until !== undefined)
        await expect.poll(async () => (await watch.said()).slice(read)).toContain(until);
      const said = await watch.said();
      heard.push(
        ...said
          .slice(read)
          .filter((text) => text !== '')
          .map((text) => `says: ${text}`),
      );
      read = said.length;
      heard.push(await stop());
    },
    /** Presses Tab until a control with this role and name has the focus. */
    tabTo: async (wanted: string) => {
      for (let presses = 0; presses < MOST_STOPS; presses += 1) {
        await page.keyboard.press('Tab');
        const at = await stop();
        heard.push(at);
        if (at.startsWith(wanted)) return;
      }
      throw new Error(`No way to ${wanted}: ${heard.join(', ')}`);
    },
  };
}

const SALES = 'Mailbox Performance · Sales Department';

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true });

async function palette(page: Page, query: string) {
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: 'Find a run, a page or an action' })).toBeFocused();
  await page.keyboard.type(query);
  await page.keyboard.press('Enter');
}

test('launch, watch, open, export, see it expire, run again: by keyboard alone', async ({
  page,
  desk,
  watch,
}) => {
  await page.goto('/');
  await expect(page.getByRole('button', { name: /^Find or do/ })).toBeVisible();
  const { heard, listen, tabTo } = walker(page, watch);

  await page.keyboard.press('l');
  await expect(heading(page, 'Launch a report')).toBeFocused();
  await expect(
    page.getByLabel('Mailbox', { exact: true }).locator('option', { hasText: 'Support' }),
  ).toBeAttached();
  await listen();
  await tabTo('combobox "Mailbox"');
  await page.keyboard.type('Sales');
  await tabTo('button "Launch report"');
  await page.keyboard.press('Enter');
  await expect(heading(page, 'Board')).toBeFocused();
  const card = page.getByRole('article', { name: SALES });
  await listen(`${SALES}: running`);

  await palette(page, '5 minutes');
  await expect(card.getByText('Done', { exact: true })).toBeVisible();
  await listen(`${SALES}: done`);
  await tabTo('link "Open result"');
  await page.keyboard.press('Enter');
  await expect(heading(page, SALES)).toBeFocused();
  await expect(page.getByRole('table', { name: /Mailbox Performance/ })).toBeVisible();
  await listen();

  await tabTo('button "Export CSV"');
  const saved = page.waitForEvent('download');
  await page.keyboard.press('Enter');
  expect((await saved).suggestedFilename()).toMatch(/\.csv$/);
  await listen();

  await palette(page, '24 hours');
  await expect(page.getByRole('group', { name: 'Result expired' })).toBeVisible();
  await listen('The sandbox’s time was moved on, + 24 hours.');
  await page.keyboard.press('g');
  await page.keyboard.press('b');
  await expect(heading(page, 'Board')).toBeFocused();
  await expect(card.getByRole('button', { name: /^Run again/ })).toBeVisible();
  await tabTo('button "Run again · uses 1 of 3 slots"');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('article')).toHaveCount(2);
  await expect.poll(async () => (await desk.launches()).length).toBe(2);
  await listen(`${SALES}: running`);
  expect(heard).toEqual(WALK);
});

/** In the order in which they are met. */
const WALK: readonly string[] = [
  'heading "Launch a report"',
  'button "Save as preset"',
  'button "Manage presets"',
  'combobox "Report"',
  'combobox "Key"',
  'combobox "Mailbox"',
  'searchbox "Find by name"',
  'button "Several mailboxes"',
  'radio "Last 7 days" [checked]',
  'radio "Day" [checked]',
  'checkbox "Compare with the previous period"',
  'checkbox "Replies" [checked]',
  'checkbox "Closing"',
  'disclosure "Other field groups"',
  'button "Add a parameter"',
  'disclosure "Exact request"',
  'button "Launch report"',
  'says: Mailbox Performance · Sales Department: running',
  'heading "Board"',
  'says: The sandbox’s time was moved on, + 5 minutes.',
  'says: Mailbox Performance · Sales Department: done',
  'heading "Board"',
  'link "Launch a report"',
  'button "Hide"',
  'button "Fill the form for one"',
  'link "Connection"',
  'button "Copy command"',
  'button "Remove card"',
  'link "Mailbox Performance · Sales Department"',
  'link "Open result"',
  'heading "Mailbox Performance · Sales Department"',
  'button "Run again · uses 1 of 3 slots"',
  'link "Edit and run"',
  'link "Show these messages"',
  'disclosure "3 more"',
  'button "Export CSV"',
  'button "Export CSV"',
  'says: Result expired: Mailbox Performance · Sales Department',
  'says: The sandbox’s time was moved on, + 24 hours.',
  'button "Export CSV"',
  'link "Launch a report"',
  'button "Hide"',
  'button "Fill the form for one"',
  'link "Connection"',
  'button "Copy command"',
  'button "Remove card"',
  'link "Mailbox Performance · Sales Department"',
  'button "Run again · uses 1 of 3 slots"',
  'says: Mailbox Performance · Sales Department: running',
  'button "Run again · uses 1 of 3 slots"',
];
