// Every kind of failure that a launch can meet: reached as an operator reaches it, said in the product's words, and left by its buttons,
// each of which does what it says and nothing else.
import type { Page } from '@playwright/test';
import type { LAUNCH_FAILURES } from '../../src/failures/launch-failures.ts';
import { launch } from './desk.ts';
import { expectPanelCode } from './fault-desk.ts';
import { cardOf, expect, goTo, moveClock, tell, test } from './kinds-desk.ts';
import type { Parts, Story } from './kinds-desk.ts';
import { button, expectKind, LAUNCH, panelOf, POLL, UNASKED } from './kinds-panel.ts';
import { RUN_AGAIN, START_ANOTHER } from './kinds-table.ts';

const SALES = 'Sales Department';
const slots = (page: Page) => page.getByRole('meter', { name: 'Slots' });
const chosenMailbox = (page: Page) => page.getByLabel('Mailbox').locator('option:checked');
const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());
const isBusy = (used: number) => new RegExp(`^${String(used)} of 3 slots in use`);

async function expectSlots(page: Page, used: number) {
  await expect(slots(page)).toHaveAttribute('aria-valuetext', isBusy(used));
}

/** Three runs that hold every slot, and a fourth launch that waits for one. */
async function fillSlots({ page }: Parts) {
  for (const report of ['Mailbox Performance', 'User Performance', 'Domain Performance']) {
    await launch(page, 'Drill: never ends', { report });
    await expect(
      cardOf(page, 'Drill: never ends', report).getByText('Running', { exact: true }),
    ).toBeVisible();
  }
  await launch(page, SALES);
  await expect(cardOf(page, SALES).getByText('Queued', { exact: true })).toBeVisible();
}

/** The tick that a second launch of unknown need asks for, and the second launch. */
async function startAnother({ page, desk }: Parts, panel: ReturnType<typeof panelOf>) {
  const another = button(panel, START_ANOTHER);
  await expect(another).toHaveAttribute('aria-disabled', 'true');
  // Reachable, so that it can say why it does not work yet.
  await another.click({ force: true });
  await panel.getByRole('checkbox', { name: 'I know that this may make a duplicate' }).check();
  expect(await desk.launches()).toHaveLength(1);
  await another.dblclick();
  await expect(page.getByRole('article')).toHaveCount(2);
  await expect.poll(async () => (await desk.launches()).length).toBe(2);
}

/** *Keep waiting* asks the ledger and says that nothing else has to be done. */
async function keepWaiting({ page }: Parts, panel: ReturnType<typeof panelOf>) {
  const question = page.waitForRequest(/\/desk\/submissions\/[0-9a-f-]{36}$/);
  await button(panel, 'Keep waiting').click();
  expect((await question).method()).toBe('GET');
  await expect(panel.getByText('The desk goes on waiting. Nothing else has to be done.')).toBeVisible();
}

type LaunchKind = keyof typeof LAUNCH_FAILURES;

const STORIES: Readonly<Record<LaunchKind, Story>> = {
  'settings-refused': {
    says: 'the filled form comes back and points at the field, and is sent only when it was changed',
    async run({ page, desk, watch }) {
      await launch(page, 'Drill: settings refused');
      const panel = panelOf(cardOf(page, 'Drill: settings refused'), 'settings-refused');
      await expectKind(page, panel, 'settings-refused', {
        watch,
        evidence: {
          status: '400',
          code: '400',
          message: "Parameter 'end' is out of range.",
          request: LAUNCH,
          curl: true,
        },
      });
      await button(panel, 'Copy details').first().click();
      expect(await clipboard(page)).toContain("Parameter 'end' is out of range.");
      await button(panel, 'Edit and run').click();
      await expect(chosenMailbox(page)).toHaveText('Drill: settings refused');
      await expect(page.getByText("Refused last time: Parameter 'end' is out of range.")).toBeVisible();
      expect(watch.sent).toHaveLength(1);
      await page.getByLabel('Mailbox').selectOption({ label: SALES });
      await button(page, 'Launch report').click();
      await expect(cardOf(page, SALES).getByText('Running', { exact: true })).toBeVisible();
      const [first, second] = (await desk.launches()).map(({ body }) => JSON.stringify(body));
      expect(second).not.toBe(first);
    },
  },

  'scope-missing': {
    says: 'another key is asked for, and the same launch goes out once more only when it is confirmed',
    async run({ page, desk, watch }) {
      await launch(page, SALES, { key: 'Reporting only', report: 'Message Detail' });
      const card = page.getByRole('article', { name: `Message Detail · ${SALES}` });
      const panel = panelOf(card, 'scope-missing');
      await expectKind(page, panel, 'scope-missing', {
        watch,
        evidence: {
          status: '403',
          code: '403',
          message: /scope/,
          request: 'POST /api/v1/reports/receivedMessageDetail?',
          curl: true,
        },
      });
      await expect(panel).toContainText('This call needs reporting and messages:read');
      await expect(panel).toContainText('Not known to work: messages:read');
      await expect(panel).toContainText('with exactly these scopes and the same mailboxes');
      await button(panel, 'Copy request for administrator').click();
      await expect.poll(() => clipboard(page)).toMatch(/^Hello,[^]*reporting and messages:read/);

      await button(panel, 'Use a key with more scopes').click();
      const dialog = page.getByRole('dialog', { name: 'Use a key with more scopes' });
      await dialog.getByLabel('Label').fill('Wider key');
      await dialog.getByLabel('Key value').fill('sandbox-key-full-access-0000');
      await button(dialog, 'Use this key').click();
      const confirm = page.getByRole('button', { name: /^Send once more/ });
      await expect(confirm).toBeVisible();
      expect(watch.sent).toHaveLength(1);
      await confirm.click();
      await expect(page.getByRole('article')).toHaveCount(2);
      await expect.poll(async () => (await desk.launches()).length).toBe(2);
      const [refused, sent] = await desk.launches();
      expect(sent).toMatchObject({ path: refused?.path, search: refused?.search, body: refused?.body });
      expect(sent?.key).toBe('Full access');
      expect(await page.content()).not.toContain('sandbox-key-full-access-0000');
    },
  },

  'mailbox-out-of-reach': {
    says: 'the form comes back for another mailbox, and the list of mailboxes can be read anew',
    async run({ page, desk, watch }) {
      await launch(page, 'Drill: out of reach');
      const panel = panelOf(cardOf(page, 'Drill: out of reach'), 'mailbox-out-of-reach');
      await expectKind(page, panel, 'mailbox-out-of-reach', {
        watch,
        evidence: { status: '404', code: '404', message: 'Mailbox not found.', request: LAUNCH, curl: true },
      });
      await expect(panel).toContainText('the API does not say which');
      await button(panel, 'Copy request for administrator').click();
      await expect.poll(() => clipboard(page)).toMatch(/^Hello,[^]*“Drill: out of reach”/);
      const lists = async () => (await desk.log()).filter(({ path }) => path.endsWith('/mailboxes')).length;
      const before = await lists();
      await button(panel, 'Refresh mailbox list').click();
      await expect.poll(lists).toBe(before + 1);
      await expect(panel).toBeVisible();
      await button(panel, 'Choose another mailbox').click();
      await expect(chosenMailbox(page)).toHaveText('Drill: out of reach');
      await expect(page.getByText(/^Outside of this key’s list, or gone/)).toBeVisible();
      expect(watch.sent).toHaveLength(1);
    },
  },

  'slots-full': {
    says: 'nothing is sent until a run ends, and then the launch that waited goes out by itself',
    async run(parts) {
      const { page, desk, watch } = parts;
      await fillSlots(parts);
      const panel = panelOf(cardOf(page, SALES), 'slots-full');
      await expectKind(page, panel, 'slots-full', {
        watch,
        evidence: { ...UNASKED, request: LAUNCH, curl: true },
      });
      await button(panel, 'Keep in queue').click();
      await expect(panel.getByText('It stays in the queue. Nothing else has to be done.')).toBeVisible();
      await expect(page.getByRole('button', { name: /cancel|stop/i })).toHaveCount(0);

      await launch(page, 'Billing');
      await button(panelOf(cardOf(page, 'Billing'), 'slots-full'), 'Remove from queue').click();
      await expect(cardOf(page, 'Billing')).toHaveCount(0);
      expect(await desk.launches()).toHaveLength(3);
      await expectSlots(page, 3);

      await moveClock(page, '+ 24 hours');
      await expect(cardOf(page, SALES).getByText('Running', { exact: true })).toBeVisible();
      expect(await desk.launches()).toHaveLength(4);
      await expectSlots(page, 1);
    },
  },

  'limit-undecided': {
    says: 'the launch waits with a countdown, first in line, and goes out when the time has come',
    async run({ page, desk, watch }) {
      await launch(page, 'Drill: limit reached');
      const card = cardOf(page, 'Drill: limit reached');
      const panel = panelOf(card, 'limit-undecided');
      await expectKind(page, panel, 'limit-undecided', {
        watch,
        evidence: { status: '429', code: '429', message: /.+/, request: LAUNCH, curl: true },
      });
      await expect(panel).toContainText('the API does not say which');
      await expect(card.getByText('Queued', { exact: true })).toBeVisible();
      await expectSlots(page, 0);
      expect(await desk.launches()).toHaveLength(1);
      await moveClock(page, '+ 5 minutes');
      await expect(card.getByText('Running', { exact: true })).toBeVisible();
      expect(await desk.launches()).toHaveLength(2);

      await launch(page, 'Drill: limit reached', { report: 'User Performance' });
      const second = cardOf(page, 'Drill: limit reached', 'User Performance');
      await button(panelOf(second, 'limit-undecided'), 'Remove from queue').click();
      await expect(second).toHaveCount(0);
      expect(await desk.launches()).toHaveLength(3);
    },
  },

  'outcome-unknown': {
    says: 'it is never sent again by itself, and the operator decides what it was',
    async run(parts) {
      const { page, desk, watch } = parts;
      await launch(page, 'Drill: 503 on launch after accepting');
      const panel = panelOf(cardOf(page, 'Drill: 503 on launch after accepting'), 'outcome-unknown');
      await expectKind(page, panel, 'outcome-unknown', {
        watch,
        evidence: { status: '503', code: '503', message: /unavailable/, request: LAUNCH, curl: true },
      });
      await expect(panel).toContainText('Sending it again could make two runs.');
      await keepWaiting(parts, panel);
      await page.reload();
      await expect(panel).toBeVisible();
      await moveClock(page, '+ 5 minutes');
      await expectSlots(page, 1);
      expect(await desk.launches()).toHaveLength(1);

      await startAnother(parts, panel.first());
      await expect(panel).toHaveCount(2);
      await expectSlots(page, 2);
      await button(panel.first(), 'Treat as not started').click();
      await button(panel.last(), 'Treat as not started').click();
      await expectSlots(page, 0);
      expect(await desk.launches()).toHaveLength(2);
    },
  },

  'not-sent': {
    says: 'a launch made offline holds no slot and goes out once when the connection is back',
    async run({ page, context, desk, watch }) {
      await page.goto('/launch');
      await page.getByLabel('Mailbox').selectOption({ label: SALES });
      await expectPanelCode(page);
      await context.setOffline(true);
      await button(page, 'Launch report').click();
      const panel = panelOf(cardOf(page, SALES), 'not-sent');
      await expectKind(page, panel, 'not-sent', {
        watch,
        evidence: { ...UNASKED, request: LAUNCH, curl: true },
      });
      await expect(cardOf(page, SALES).getByText('Queued', { exact: true })).toBeVisible();
      await expectSlots(page, 0);
      await button(panel, 'Keep in queue').click();
      await expect(panel.getByText('It stays in the queue. Nothing else has to be done.')).toBeVisible();
      expect(await desk.launches()).toHaveLength(0);
      await context.setOffline(false);
      await expect(cardOf(page, SALES).getByText('Running', { exact: true })).toBeVisible();
      await expect(panel).toHaveCount(0);
      expect(await desk.launches()).toHaveLength(1);

      await goTo(page, 'Launch');
      await page.getByLabel('Mailbox').selectOption({ label: 'Billing' });
      await context.setOffline(true);
      await button(page, 'Launch report').click();
      await button(panelOf(cardOf(page, 'Billing'), 'not-sent'), 'Remove from queue').click();
      await expect(cardOf(page, 'Billing')).toHaveCount(0);
      const heard = page.waitForResponse((response) => response.ok());
      await context.setOffline(false);
      await heard;
      expect(await desk.launches()).toHaveLength(1);
    },
  },

  'started-without-link': {
    says: 'an accepted launch without a link holds its slot, and another is started only with a tick',
    async run(parts) {
      const { page, desk, watch } = parts;
      await launch(page, 'Drill: started without link');
      const card = cardOf(page, 'Drill: started without link');
      const panel = panelOf(card, 'started-without-link');
      await expectKind(page, panel, 'started-without-link', {
        watch,
        evidence: { status: '200', code: 'None', request: LAUNCH, curl: true },
      });
      await expect(panel).toContainText('accepted the launch');
      await expect(card.getByText('Not sure it started')).toHaveCount(0);
      await expectSlots(page, 1);
      await keepWaiting(parts, panel);
      await moveClock(page, '+ 5 minutes');
      await startAnother(parts, panel.first());
      // An address that nobody gave is never asked.
      expect((await desk.log()).filter(({ path }) => path.includes('/reports/results/'))).toEqual([]);
    },
  },

  'report-failed': {
    says: 'the reason is given, nothing is asked any more, and it can be run again or edited',
    async run({ page, desk, watch }) {
      await launch(page, 'Drill: fails while running');
      const card = cardOf(page, 'Drill: fails while running');
      await expect(card.getByText('Running', { exact: true })).toBeVisible();
      await moveClock(page, '+ 5 minutes');
      const panel = panelOf(card, 'report-failed');
      await expectKind(page, panel, 'report-failed', {
        watch,
        evidence: {
          status: '200',
          code: 'report_failed',
          message: /mailbox data was not available/,
          request: POLL,
          curl: true,
        },
      });
      await expect(panel).toContainText('“The report could not be completed');
      await expectSlots(page, 0);
      await button(panel, RUN_AGAIN).dblclick();
      await expect(page.getByRole('article')).toHaveCount(2);
      await expect.poll(async () => (await desk.launches()).length).toBe(2);
      const [first, second] = await desk.launches();
      expect(second).toMatchObject({ path: first?.path, search: first?.search, body: first?.body });

      await button(panel.first(), 'Edit and run').click();
      await expect(chosenMailbox(page)).toHaveText('Drill: fails while running');
      expect(await desk.launches()).toHaveLength(2);
    },
  },

  overdue: {
    says: 'a run that does not end is watched on and keeps its slot, and can be asked about less often',
    async run({ page, desk, watch }) {
      await launch(page, 'Drill: never ends');
      const card = cardOf(page, 'Drill: never ends');
      await expect(card.getByText('Running', { exact: true })).toBeVisible();
      await desk.post('/sandbox/clock', { advance: '29m' });
      await moveClock(page, '+ 5 minutes');
      const panel = panelOf(card, 'overdue');
      await expectKind(page, panel, 'overdue', {
        watch,
        evidence: { ...UNASKED, request: POLL, curl: true },
      });
      await expect(card.getByRole('progressbar', { name: 'Progress' })).toBeVisible();
      await expectSlots(page, 1);
      await button(panel, 'Keep watching').click();
      await expect(panel.getByText(/^The desk goes on watching this run\./)).toBeVisible();
      const polls = async () => (await desk.log()).filter(({ path }) => path.includes('/results/')).length;
      const before = await polls();
      await button(panel, 'Slower updates').click();
      await expect(panel).toContainText('goes on watching it, once a minute');
      await moveClock(page, '+ 5 minutes');
      await expect.poll(polls).toBeGreaterThan(before);
      expect(await desk.launches()).toHaveLength(1);
    },
  },
};

tell(STORIES);

test('a broken connection on a launch reads as not sure, too', async ({ page, desk, watch }) => {
  await launch(page, 'Drill: connection dropped');
  await expect(panelOf(cardOf(page, 'Drill: connection dropped'), 'outcome-unknown')).toBeVisible();
  await moveClock(page, '+ 5 minutes');
  await expectSlots(page, 1);
  expect(await desk.launches()).toHaveLength(1);
  expect(watch.sent).toHaveLength(1);
});
