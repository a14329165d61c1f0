// Every kind of failure that a run and its result can meet: polls, pages, keys and time. Rows that were loaded stay on screen, what is
// over is asked about no more, and nothing starts a run but a press that says so.
import type { Locator, Page } from '@playwright/test';
import type { RESULT_FAILURES } from '../../src/failures/result-failures.ts';
import { advance, launch } from './desk.ts';
import { cardOf, expect, goTo, moveClock, tell, test } from './kinds-desk.ts';
import type { Parts, Story } from './kinds-desk.ts';
import { button, expectKind, FIRST_POLL_MS, panelOf, POLL, UNASKED } from './kinds-panel.ts';
import { RUN_AGAIN, RUN_AGAIN_WITH_THIS_KEY } from './kinds-table.ts';

const SALES = 'Sales Department';
const WITNESS = 'Billing';
const REPORTING_ONLY = 'sandbox-key-reporting-only-0000';

/** Launches and waits until the run is under way. */
async function start({ page }: Parts, mailbox: string, options: { key?: string } = {}): Promise<Locator> {
  await launch(page, mailbox, options);
  const card = cardOf(page, mailbox);
  await expect(card.getByText('Running', { exact: true })).toBeVisible();
  return card;
}

/** Launches and moves the clock until the run is done. */
async function finish(parts: Parts, mailbox: string): Promise<Locator> {
  const card = await start(parts, mailbox);
  await moveClock(parts.page, '+ 5 minutes');
  await expect(card.getByText('Done', { exact: true })).toBeVisible();
  return card;
}

/** How often the API was asked about the result of the run that was launched first. */
async function readsOfFirst({ desk }: Pick<Parts, 'desk'>): Promise<number> {
  const reads = (await desk.log()).filter(
    ({ method, path }) => method === 'GET' && path.includes('/reports/results/'),
  );
  return reads.filter(({ path }) => path === reads[0]?.path).length;
}

/** Time goes by and another run is followed to its end meanwhile; that is the only one that is asked about, by the page and the desk. */
async function expectNoFurtherPolls(parts: Parts) {
  const { page, desk, watch } = parts;
  const [seen, asked] = [(await desk.log()).length, watch.asked.length];
  const witness = await start(parts, WITNESS);
  await moveClock(page, '+ 5 minutes');
  await expect(witness.getByText('Done', { exact: true })).toBeVisible();
  const arrived = (await desk.log()).slice(seen).map(({ path }) => path);
  for (const requests of [arrived, watch.asked.slice(asked)]) {
    const reads = requests.filter((request) => request.includes('/reports/results/'));
    expect(new Set(reads).size).toBe(1);
  }
}

async function giveKey(page: Page, label: string, value: string): Promise<Locator> {
  const dialog = page.getByRole('dialog', { name: 'Switch key' });
  await dialog.getByLabel('Label').fill(label);
  await dialog.getByLabel('Key value').fill(value);
  await button(dialog, 'Use this key').click();
  return dialog;
}

async function expectDialog(page: Page, name: string) {
  const dialog = page.getByRole('dialog', { name });
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
}

/** Saved copies and downloads have their stories where those are made. */
type ResultKind = Exclude<keyof typeof RESULT_FAILURES, 'copy-not-saved' | 'not-downloadable'>;

const STORIES: Readonly<Record<ResultKind, Story>> = {
  'page-link-refused': {
    says: 'the rows stay, and the first page is read anew without a new run',
    async run(parts) {
      const { page, desk, watch } = parts;
      const card = await finish(parts, 'Drill: page link refused');
      await card.getByRole('link', { name: 'Open result' }).click();
      const table = page.getByRole('table', { name: /^Mailbox Performance/ });
      await expect(table).toBeVisible();
      const rows = await table.getByRole('row').count();
      await button(page, 'Load all rows').click();
      const panel = panelOf(page, 'page-link-refused');
      await expectKind(page, panel, 'page-link-refused', {
        watch,
        evidence: {
          status: '400',
          code: '400',
          message: /starting_after/,
          request: /^GET \/api\/v1\/reports\/results\/\S+/,
          curl: true,
        },
      });
      await expect(panel).toContainText('The run is intact.');
      expect(await table.getByRole('row').count()).toBe(rows);
      const first = page.waitForRequest(
        (request) => request.url().includes('/reports/results/') && !request.url().includes('starting_after'),
      );
      await button(panel, 'Reload from first page').click();
      expect((await first).method()).toBe('GET');
      await expect(panel).toHaveCount(0);
      await expect(table).toBeVisible();
      expect(await desk.launches()).toHaveLength(1);
    },
  },

  'run-key-mismatch': {
    says: 'updates stop, the key can be switched, and the card can be hidden and brought back',
    async run(parts) {
      const { page, desk, watch } = parts;
      await launch(page, 'Drill: wrong key for the run');
      const card = cardOf(page, 'Drill: wrong key for the run');
      const panel = panelOf(card, 'run-key-mismatch');
      await expect(card.getByText('Running', { exact: true })).toBeVisible();
      await page.clock.fastForward(FIRST_POLL_MS);
      await expectKind(page, panel, 'run-key-mismatch', {
        watch,
        evidence: {
          status: '403',
          code: '403',
          message: 'The API key may not read this result.',
          request: POLL,
          curl: true,
        },
      });
      await expectNoFurtherPolls(parts);
      await button(panel, 'Switch key').click();
      await expectDialog(page, 'Switch key');
      await button(panel, 'Hide card').click();
      await expect(card).toHaveCount(0);
      await button(page, 'Undo').click();
      await expect(card).toBeVisible();
      expect(await desk.launches()).toHaveLength(2);
    },
  },

  'result-expired': {
    says: 'nobody has to ask for it, and the same request runs again as a new run',
    async run(parts) {
      const { page, desk, watch } = parts;
      const card = await finish(parts, SALES);
      const before = await readsOfFirst(parts);
      await moveClock(page, '+ 24 hours');
      const panel = panelOf(card, 'result-expired');
      await expectKind(page, panel, 'result-expired', {
        watch,
        evidence: { ...UNASKED, request: POLL, curl: true },
      });
      await expect(card.getByText('Expired', { exact: true })).toBeVisible();
      expect(await readsOfFirst(parts)).toBe(before);

      await card.getByRole('link', { name: `Mailbox Performance · ${SALES}` }).click();
      await expect(panelOf(page, 'result-expired')).toBeVisible();
      expect(await readsOfFirst(parts)).toBe(before);
      await button(page, 'Edit and run').click();
      await expect(page.getByLabel('Mailbox').locator('option:checked')).toHaveText(SALES);

      await goTo(page, 'Board');
      expect(await desk.launches()).toHaveLength(1);
      await button(panel, RUN_AGAIN).dblclick();
      await expect(page.getByRole('article')).toHaveCount(2);
      await expect.poll(async () => (await desk.launches()).length).toBe(2);
      const [first, second] = await desk.launches();
      expect(second).toMatchObject({ path: first?.path, search: first?.search, body: first?.body });
    },
  },

  'result-other-key': {
    says: 'nothing is asked without the key, and only the key that started it opens it again',
    async run(parts) {
      const { page, desk, watch } = parts;
      const card = await start(parts, SALES, { key: 'Reporting only' });
      await goTo(page, 'Connection');
      await page.getByRole('button', { name: 'Forget key Reporting only' }).click();
      await expect(page.getByRole('button', { name: 'Forget key Reporting only' })).toHaveCount(0);
      await goTo(page, 'Board');
      const panel = panelOf(card, 'result-other-key');
      await expectKind(page, panel, 'result-other-key', {
        watch,
        evidence: { ...UNASKED, request: POLL, curl: true },
      });
      await expect(panel).toContainText('key “Reporting only”');
      await expectNoFurtherPolls(parts);

      await button(panel, 'Switch key').click();
      const dialog = await giveKey(page, 'Another', 'sandbox-key-full-access-0000');
      await expect(dialog.getByText(/it is not the one that started this run/)).toBeVisible();
      await giveKey(page, 'The right one', REPORTING_ONLY);
      await expect(dialog).toHaveCount(0);
      await expect(panel).toHaveCount(0);
      await expect(card.getByText('Done', { exact: true })).toBeVisible();
      expect((await desk.launches()).map(({ key }) => key)).toEqual(['Reporting only', 'Full access']);
    },
  },

  'result-missing': {
    says: 'after a second look it is asked for no more, until the operator checks and it is back',
    async run(parts) {
      const { page, desk, watch } = parts;
      const card = await start(parts, 'Drill: result comes back');
      await moveClock(page, '+ 5 minutes');
      const panel = panelOf(card, 'result-missing');
      await expect(panel).toContainText('It is tried again by itself');
      await advance(desk, '70s', page);
      await expect(card.getByText('Lost', { exact: true })).toBeVisible();
      // Once when it was missed, and once when it was lost.
      await expectKind(page, panel, 'result-missing', {
        watch,
        times: 2,
        evidence: {
          status: '404',
          code: '404',
          message: 'Result not found.',
          request: POLL,
          curl: true,
        },
      });
      await expect(panel).toContainText('What was checked. Its age: launched');
      await expectNoFurtherPolls(parts);

      await button(panel, RUN_AGAIN).click();
      await expect.poll(async () => (await desk.launches()).length).toBe(3);
      await button(panel, 'Check once more').click();
      await expect(panel).toHaveCount(0);
      await expect(card.getByText('Done', { exact: true })).toBeVisible();
      expect(await desk.launches()).toHaveLength(3);
    },
  },

  'rate-limited': {
    says: 'nothing is asked until the time has come, and then it goes on by itself',
    async run(parts) {
      const { page, desk, watch } = parts;
      await launch(page, 'Drill: too many requests');
      const card = cardOf(page, 'Drill: too many requests');
      const panel = panelOf(card, 'rate-limited');
      await expect(card.getByText('Running', { exact: true })).toBeVisible();
      await page.clock.fastForward(FIRST_POLL_MS);
      await expect(panel.getByRole('timer', { name: 'Continues in' })).toHaveText(/^(?:1:00|0:[345]\d)$/);
      await expectKind(page, panel, 'rate-limited', {
        watch,
        evidence: { status: '429', code: '429', message: /.+/, request: POLL, curl: true },
      });
      await expect(card.getByText('Running', { exact: true })).toBeVisible();
      await expect(card.getByRole('progressbar')).toBeVisible();
      await button(panel, 'What used the budget').click();
      await expectDialog(page, 'What used the budget');
      expect(await readsOfFirst(parts)).toBe(1);
      await moveClock(page, '+ 5 minutes');
      await expect(panel).toHaveCount(0);
      await expect(card.getByText('Done', { exact: true })).toBeVisible();
      expect(await desk.launches()).toHaveLength(1);
    },
  },

  'update-delayed': {
    says: 'the card stays as it was, can be checked and paused, and goes on when it is checked again',
    async run(parts) {
      const { page, desk, watch } = parts;
      await launch(page, 'Drill: updates delayed');
      const card = cardOf(page, 'Drill: updates delayed');
      const panel = panelOf(card, 'update-delayed');
      await expect(card.getByText('Running', { exact: true })).toBeVisible();
      await page.clock.fastForward(FIRST_POLL_MS);
      await expectKind(page, panel, 'update-delayed', {
        watch,
        evidence: { status: '503', code: '503', message: /unavailable/, request: POLL, curl: true },
      });
      await expect(card.getByText('Running', { exact: true })).toBeVisible();
      await expect(card.getByRole('progressbar')).toBeVisible();
      const before = await readsOfFirst(parts);
      await button(panel, 'Check now').click();
      await expect.poll(() => readsOfFirst(parts)).toBeGreaterThan(before);
      await button(panel, 'Pause updates').click();
      await expect(panel).not.toContainText('tried again by itself');
      await expectNoFurtherPolls(parts);
      await card.getByRole('button', { name: 'Check now' }).click();
      await expect(card.getByText('Done', { exact: true })).toBeVisible();
      expect(await desk.launches()).toHaveLength(2);
    },
  },

  'answer-not-understood': {
    says: 'what was known stays, the raw reply can be read as text, and the card goes on',
    async run(parts) {
      const { page, desk, watch } = parts;
      const card = await start(parts, 'Drill: unreadable 200');
      const panel = panelOf(card, 'answer-not-understood');
      await expect(async () => {
        await advance(desk, '20s', page);
        await expect(panel).toBeVisible({ timeout: 3_000 });
      }).toPass();
      await expectKind(page, panel, 'answer-not-understood', {
        watch,
        evidence: { status: '200', code: 'None', request: POLL, curl: true },
      });
      await expect(card.getByRole('progressbar')).toBeVisible();
      await button(panel, 'Show raw reply').click();
      const raw = panel.getByRole('region', { name: 'Raw reply' });
      await expect(raw).toContainText('<');
      await expect(raw).toContainText('Maintenance');
      const before = await readsOfFirst(parts);
      await button(panel, 'Check once more').click();
      await expect.poll(() => readsOfFirst(parts)).toBeGreaterThan(before);
      await moveClock(page, '+ 5 minutes');
      await expect(card.getByText('Done', { exact: true })).toBeVisible();
      expect(await desk.launches()).toHaveLength(1);
    },
  },
};

tell(STORIES);

test('a run of a key that is not loaded can be run again with one that is', async ({
  page,
  context,
  desk,
  watch,
}) => {
  await start({ page, context, desk, watch }, SALES, { key: 'Reporting only' });
  await goTo(page, 'Connection');
  await page.getByRole('button', { name: 'Forget key Reporting only' }).click();
  await goTo(page, 'Board');
  await button(panelOf(page, 'result-other-key'), RUN_AGAIN_WITH_THIS_KEY).click();
  await expect(page.getByRole('article')).toHaveCount(2);
  await expect.poll(async () => (await desk.launches()).length).toBe(2);
  const [first, second] = await desk.launches();
  expect(second).toMatchObject({ key: 'Full access', path: first?.path, body: first?.body });
});
