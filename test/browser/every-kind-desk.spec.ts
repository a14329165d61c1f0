// Every kind of failure of the desk itself: its key, its log-in, its connection, its own refusals and its own mistakes. The form and the
// board stay as they are, and nothing is held against the runs.
import type { DESK_FAILURES } from '../../src/failures/desk-failures.ts';
import { launch } from './desk.ts';
import { expectPanelCode } from './fault-desk.ts';
import { addBrokenRecord, cardOf, expect, goTo, tell, test } from './kinds-desk.ts';
import type { Story } from './kinds-desk.ts';
import { button, expectKind, FIRST_POLL_MS, LAUNCH, panelOf, POLL } from './kinds-panel.ts';
import { problem, startDesk, startUpstream } from './kinds-upstream.ts';

const SALES = 'Sales Department';
const FULL_ACCESS = 'sandbox-key-full-access-0000';
const TOKEN = 'a-token-of-this-test';
/** A young run is asked about at least this often, and so is the desk about other browsers. */
const LONGEST_GAP_MS = 15_000;

type DeskKind = keyof typeof DESK_FAILURES;

const STORIES: Readonly<Record<DeskKind, Story>> = {
  'key-refused': {
    says: 'polls and the queue pause, the form stays, and the same key takes up where it stopped',
    async run({ page, watch }) {
      const upstream = await startUpstream(0.2);
      const desk = await startDesk({
        EMAILGISTICS_BASE_URL: upstream.origin,
        EMAILGISTICS_API_KEY: FULL_ACCESS,
        EMAILGISTICS_KEY_LABEL: 'First key',
      });
      const calls = () => upstream.log.length;
      try {
        await page.goto(`${desk.origin}/launch`);
        await page.getByLabel('Mailbox').selectOption({ label: SALES });
        await button(page, 'Launch report').click();
        const card = cardOf(page, SALES);
        await expect(card.getByText('Running', { exact: true })).toBeVisible();
        let refused = 0;
        upstream.answerWith(() => {
          refused += 1;
          return Promise.resolve(problem(401, 'The API key has expired.'));
        });
        await page.clock.fastForward(FIRST_POLL_MS);
        const panel = panelOf(card, 'key-refused');
        await expectKind(page, panel, 'key-refused', {
          watch,
          evidence: {
            status: '401',
            code: '401',
            message: 'The API key has expired.',
            request: POLL,
            curl: true,
          },
        });
        const [before, asked] = [calls(), refused];
        await goTo(page, 'Launch');
        await page.getByLabel('Mailbox').selectOption({ label: 'Support' });
        await button(page, 'Launch report').click();
        await expect(cardOf(page, 'Support').getByText('Queued', { exact: true })).toBeVisible();
        expect(refused).toBe(asked);

        await button(panel, 'Enter key').click();
        const dialog = page.getByRole('dialog', { name: 'Enter key' });
        await dialog.getByLabel('Label').fill('The same key');
        await dialog.getByLabel('Key value').fill(FULL_ACCESS);
        await button(dialog, 'Use this key').click();
        await expect(dialog.getByText(/^Emailgistics does not accept this key/)).toBeVisible();
        expect(calls()).toBe(before);
        upstream.answerWith(null);
        await dialog.getByLabel('Key value').fill(FULL_ACCESS);
        await button(dialog, 'Use this key').click();
        await expect(dialog).toHaveCount(0);
        await expect(panelOf(page, 'key-refused')).toHaveCount(0);
        await expect(card.getByText('Running', { exact: true })).toBeVisible();
        await expect(cardOf(page, 'Support').getByText('Running', { exact: true })).toBeVisible();
        expect(upstream.log.filter(({ method }) => method === 'POST')).toHaveLength(2);
        expect(await page.content()).not.toContain(FULL_ACCESS);
      } finally {
        await desk.stop();
        await upstream.close();
      }
    },
  },

  'not-recognised': {
    says: 'an answer that nobody has described leads to the connection',
    async run({ page, desk, watch }) {
      await launch(page, 'Drill: unexpected refusal');
      const card = cardOf(page, 'Drill: unexpected refusal');
      const panel = panelOf(card, 'not-recognised');
      await expectKind(page, panel, 'not-recognised', {
        watch,
        evidence: { status: '451', code: 'None', request: LAUNCH, curl: true },
      });
      await expect(card.getByText('Refused', { exact: true })).toBeVisible();
      await button(panel, 'Check connection').click();
      await expect(page.getByRole('heading', { level: 1, name: 'Connection' })).toBeVisible();
      expect(await desk.launches()).toHaveLength(1);
    },
  },

  'connection-lost': {
    says: 'it is said once for the page, nothing on it goes away, and it is over when the desk answers',
    async run({ page, context, desk, watch }) {
      for (const mailbox of ['Drill: never ends', 'Drill: slow']) await launch(page, mailbox);
      await expect(page.getByRole('progressbar', { name: 'Progress' })).toHaveCount(2);
      await expectPanelCode(page);
      await context.setOffline(true);
      await page.clock.fastForward(LONGEST_GAP_MS);
      const panel = panelOf(page, 'connection-lost');
      await expectKind(page, panel, 'connection-lost', {
        watch,
        evidence: { status: 'None', code: 'None', request: /^GET \//, curl: false },
      });
      await expect(page.getByRole('progressbar', { name: 'Progress' })).toHaveCount(2);
      await expect(page.getByText('Failed', { exact: true })).toHaveCount(0);
      const question = page.waitForRequest((request) => request.method() === 'GET');
      await button(panel, 'Reconnect now').click();
      await question;
      await context.setOffline(false);
      await page.clock.fastForward(LONGEST_GAP_MS);
      await expect(panel).toHaveCount(0);
      await expect(page.getByText('Running', { exact: true })).toHaveCount(2);
      expect(await desk.launches()).toHaveLength(2);
    },
  },

  'signed-out': {
    says: 'what was typed and what runs stays, and the queue goes on after the log-in',
    async run({ page, context, watch }) {
      const desk = await startDesk({ DESK_ACCESS_TOKEN: TOKEN, SANDBOX_SPEED: '0.2' });
      try {
        await page.goto(`${desk.origin}/launch`);
        await page.getByLabel('Access token').fill(TOKEN);
        await button(page, 'Sign in').click();
        await page.getByLabel('Mailbox').selectOption({ label: SALES });
        await button(page, 'Launch report').click();
        await expect(cardOf(page, SALES).getByText('Running', { exact: true })).toBeVisible();
        await goTo(page, 'Launch');
        await page.getByLabel('Mailbox').selectOption({ label: 'Support' });
        await page.getByLabel('Group by').getByText('Week').click();
        await context.clearCookies();
        await page.clock.fastForward(LONGEST_GAP_MS);

        const panel = panelOf(page, 'signed-out');
        await expectKind(page, panel, 'signed-out', {
          watch,
          // On the way in, and now.
          times: 2,
          evidence: {
            status: /^(?:401|None)$/,
            code: /^(?:desk-login-required|None)$/,
            request: 'GET /desk/',
            curl: false,
          },
        });
        await expect(page.getByLabel('Mailbox').locator('option:checked')).toHaveText('Support');
        await expect(page.getByRole('radio', { name: 'Week', exact: true })).toBeChecked();
        await button(page, 'Launch report').click();
        await expect(cardOf(page, 'Support').getByText('Queued', { exact: true })).toBeVisible();
        await expect(page.getByText('Failed', { exact: true })).toHaveCount(0);
        expect(watch.sent).toHaveLength(1);
        await panel.getByLabel('Access token').fill(TOKEN);
        await button(panel, 'Sign in').click();
        await expect(panel).toHaveCount(0);
        await expect(page.getByText('Running', { exact: true })).toHaveCount(2);
        expect(watch.sent).toHaveLength(2);
      } finally {
        await desk.stop();
      }
    },
  },

  'desk-refused': {
    says: 'nothing was sent, and the details are there for whoever runs the desk',
    async run({ page, desk, watch }) {
      await page.goto('/launch');
      await page.getByLabel('Report').selectOption({ label: 'Domain Performance' });
      await page.getByLabel('Mailbox').selectOption({ label: SALES });
      const long = Array.from({ length: 3 }, () => 'd'.repeat(60)).join('.');
      const many = Array.from({ length: 360 }, (_, index) => `${String(index)}.${long}.example.com`);
      await page.getByLabel('Domains').fill(many.join('\n'));
      await button(page, 'Launch report').click();
      const panel = panelOf(cardOf(page, SALES, 'Domain Performance'), 'desk-refused');
      await expectKind(page, panel, 'desk-refused', {
        watch,
        evidence: {
          status: '413',
          code: 'body-too-large',
          message: /.+/,
          request: 'POST /api/v1/reports/mailboxDomainPerformance?max=500',
          curl: true,
        },
      });
      await button(panel, 'Copy details').first().click();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('body-too-large');
      await button(panel, 'Check connection').click();
      await expect(page.getByRole('heading', { level: 1, name: 'Connection' })).toBeVisible();
      expect(await desk.launches()).toHaveLength(0);
    },
  },

  crashed: {
    says: 'the card that cannot be shown costs itself, and the others go on',
    async run({ page, desk, watch }) {
      await launch(page, 'Drill: slow');
      await expect(cardOf(page, 'Drill: slow').getByText('Running', { exact: true })).toBeVisible();
      await addBrokenRecord(page);
      await page.reload();
      const panel = panelOf(page, 'crashed');
      await expectKind(page, panel, 'crashed', {
        watch,
        evidence: { status: 'None', code: 'None', message: /Error: .+/, request: 'None', curl: false },
      });
      await expect(panel).toContainText('The rest of the desk works');
      await button(panel, 'Reload this panel').click();
      await expect(panel).toHaveCount(1);
      expect(watch.sent).toHaveLength(1);
      await button(panel, 'Copy details').first().click();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('Error: ');
      await expect(cardOf(page, 'Drill: slow').getByText('Running', { exact: true })).toBeVisible();
      expect(await desk.launches()).toHaveLength(1);
    },
  },
};

tell(STORIES);

test('a key that is refused while the form is filled leaves the form as it is', async ({ page, desk }) => {
  await page.goto('/launch');
  await page.getByLabel('Mailbox').selectOption({ label: 'Support' });
  await page.getByLabel('Group by').getByText('Week').click();
  await page.getByLabel('Key', { exact: true }).selectOption({ label: 'Expired' });
  const panel = panelOf(page, 'key-refused');
  await button(panel, 'Enter key').click();
  const dialog = page.getByRole('dialog', { name: 'Enter key' });
  await dialog.getByLabel('Label').fill('A working key');
  await dialog.getByLabel('Key value').fill(FULL_ACCESS);
  await button(dialog, 'Use this key').click();
  await expect(dialog).toHaveCount(0);
  await expect(panel).toHaveCount(0);
  await expect(page.getByLabel('Mailbox').locator('option:checked')).toHaveText('Support');
  await expect(page.getByRole('radio', { name: 'Week', exact: true })).toBeChecked();
  expect(await desk.launches()).toHaveLength(0);
});

test('a budget that is used up pauses updates and says when they go on', async ({ page, watch }) => {
  const desk = await startDesk({ DESK_REQUESTS_PER_MINUTE: '2', SANDBOX_SPEED: '0.2' });
  try {
    await page.goto(`${desk.origin}/launch`);
    await page.getByLabel('Mailbox').selectOption({ label: SALES });
    await button(page, 'Launch report').click();
    const card = cardOf(page, SALES);
    await expect(card.getByText('Running', { exact: true })).toBeVisible();
    await page.clock.fastForward(FIRST_POLL_MS);
    const panel = panelOf(card, 'rate-limited');
    await expectKind(page, panel, 'rate-limited', {
      watch,
      evidence: { status: '429', code: 'desk-budget', message: /.+/, request: POLL, curl: true },
    });
    await expect(card.getByText('Running', { exact: true })).toBeVisible();
    const polls = watch.asked.filter((request) => request.includes('/reports/results/'));
    expect(polls).toHaveLength(1);
  } finally {
    await desk.stop();
  }
});
