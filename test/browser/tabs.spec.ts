// Several tabs and several browsers on one desk, in a real Chromium: what one does the others show, nothing is sent twice, and the
// account is asked no more than by one.
import type { Browser, BrowserContext, Locator, Page } from '@playwright/test';
import type { SandboxLogEntry } from '../../src/sandbox/sandbox.ts';
import { advance, expect, launch, test } from './desk.ts';
import type { DeskServer } from './desk.ts';
import { startDesk } from './kinds-upstream.ts';

const REPORTS = ['Mailbox Performance', 'User Performance', 'Domain Performance', 'Message Detail'] as const;
/** Ends fifty minutes after its launch. */
const SLOW = 'Drill: slow';
const ENDLESS = 'Drill: never ends';
/** How long requests are counted. */
const WATCHED_MS = 12_000;

const cards = (page: Page) => page.getByRole('article');
const card = (page: Page, mailbox: string, report: string = REPORTS[0]) =>
  page.getByRole('article', { name: `${report} · ${mailbox}` });
const isFrom = (shown: Locator) => shown.getByText('From another browser');

async function expectLaunches(desk: DeskServer, count: number) {
  await expect.poll(async () => (await desk.launches()).length, { intervals: [50] }).toBe(count);
}

/** Another browser: nothing is shared but the gateway. */
async function withOtherBrowser(browser: Browser, desk: DeskServer, task: (page: Page) => Promise<void>) {
  const context = await browser.newContext({ baseURL: desk.origin });
  const page = await context.newPage();
  await task(page);
  await context.close();
}

/** Launches the slow report of each kind: three runs. */
async function fillSlots(page: Page) {
  for (const report of REPORTS.slice(0, 3)) {
    await launch(page, SLOW, { report });
    await expect(card(page, SLOW, report).getByText('Running', { exact: true })).toBeVisible();
  }
}

test.describe('two browsers', () => {
  test('what one launches the other one shows by itself, and follows to its end', async ({
    page,
    browser,
    desk,
  }) => {
    await withOtherBrowser(browser, desk, async (other) => {
      await other.clock.install();
      await other.goto('/');
      await expect(other.getByRole('heading', { name: 'Board' })).toBeVisible();
      await launch(page, SLOW);
      await expect(card(page, SLOW).getByText('Running', { exact: true })).toBeVisible();
      const theirs = card(other, SLOW);
      await expect(theirs).toHaveCount(0);
      // It looks by itself every quarter of a minute.
      await other.clock.fastForward(15_000);
      await expect(theirs.getByText('Running', { exact: true })).toBeVisible();
      await expect(isFrom(theirs)).toBeVisible();
      await expect(isFrom(card(page, SLOW))).toHaveCount(0);
      await advance(desk, '51m', page, other);
      await expect(theirs.getByText('Done', { exact: true })).toBeVisible();
      await expect(card(page, SLOW).getByText('Done', { exact: true })).toBeVisible();
      expect(await desk.launches()).toHaveLength(1);
    });
  });

  test('three runs of one keep a launch of the other in the queue, until one ends', async ({
    page,
    browser,
    desk,
  }) => {
    await withOtherBrowser(browser, desk, async (other) => {
      // Open before the three are launched, and sent before it has looked again: it looks before it sends.
      await other.goto('/launch');
      await other.getByLabel('Mailbox').selectOption({ label: ENDLESS });
      await fillSlots(page);
      await other.getByRole('button', { name: 'Launch report' }).click();
      await expect(card(other, ENDLESS).getByText('Queued', { exact: true })).toBeVisible();
      await expect(cards(other)).toHaveCount(4);
      expect(await desk.launches()).toHaveLength(3);
      await advance(desk, '51m', page, other);
      await expect(card(other, ENDLESS).getByText('Running', { exact: true })).toBeVisible();
      await expectLaunches(desk, 4);
    });
  });

  test('a result opens in the other one by its address, and can be run again there', async ({
    page,
    browser,
    desk,
  }) => {
    await launch(page, 'Sales Department');
    await expect(card(page, 'Sales Department').getByText('Running', { exact: true })).toBeVisible();
    await advance(desk, '5m', page);
    await card(page, 'Sales Department').getByRole('link', { name: 'Open result' }).click();
    await expect(page.getByRole('table', { name: /Mailbox Performance/ })).toBeVisible();
    await withOtherBrowser(browser, desk, async (other) => {
      await other.goto(new URL(page.url()).pathname);
      await expect(other.getByRole('table', { name: /Mailbox Performance/ })).toBeVisible();
      await other.goto('/');
      const theirs = card(other, 'Sales Department');
      await expect(isFrom(theirs)).toBeVisible();
      await advance(desk, '25h', other);
      await theirs.getByRole('button', { name: /^Run again/ }).click();
      await expect(cards(other)).toHaveCount(2);
      await expectLaunches(desk, 2);
      const [first, second] = await desk.launches();
      expect([second?.search, second?.body]).toEqual([first?.search, first?.body]);
    });
  });

  test('a card that was removed does not come back', async ({ page, browser, desk }) => {
    await launch(page, 'Drill: fails while running');
    await expect(
      card(page, 'Drill: fails while running').getByText('Running', { exact: true }),
    ).toBeVisible();
    await advance(desk, '5m', page);
    await expect(card(page, 'Drill: fails while running').getByText('Failed').first()).toBeVisible();
    await withOtherBrowser(browser, desk, async (other) => {
      await other.goto('/');
      const theirs = card(other, 'Drill: fails while running');
      await expect(theirs.getByText('Failed').first()).toBeVisible();
      await theirs.getByRole('button', { name: /^Remove card/ }).click();
      await expect(theirs).toHaveCount(0);
      const looked = other.waitForResponse(/\/desk\/submissions\?since=/);
      await other.reload();
      await looked;
      await expect(other.getByRole('heading', { name: 'Board' })).toBeVisible();
      await expect(theirs).toHaveCount(0);
      await expect(card(page, 'Drill: fails while running')).toHaveCount(1);
    });
  });
});

test.describe('tabs of one browser', () => {
  async function openTabs(context: BrowserContext, count: number) {
    const tabs = await Promise.all(Array.from({ length: count }, () => context.newPage()));
    await Promise.all(tabs.map((tab) => tab.goto('/')));
    return tabs;
  }

  test('four tabs show every change at once, whoever makes it', async ({ page, context, desk }) => {
    const tabs = await openTabs(context, 3);
    await launch(page, SLOW);
    for (const tab of tabs) await expect(card(tab, SLOW).getByText('Running', { exact: true })).toBeVisible();
    await advance(desk, '51m', page);
    for (const tab of tabs) await expect(card(tab, SLOW).getByText('Done', { exact: true })).toBeVisible();
    const [first, second] = tabs;
    await first?.getByRole('button', { name: /^Remove card/ }).click();
    for (const tab of [page, ...tabs]) await expect(cards(tab)).toHaveCount(0);
    await first?.getByRole('button', { name: 'Undo' }).click();
    for (const tab of [page, ...tabs]) await expect(cards(tab)).toHaveCount(1);
    await expect(card(second ?? page, SLOW)).toBeVisible();
    expect(await desk.launches()).toHaveLength(1);
  });

  test('four tabs ask the API no more than one', async ({ browser, request }) => {
    /** Requests of the API within the first seconds of a run that nobody touches, on a desk with so many tabs. */
    async function count(tabs: number) {
      const desk = await startDesk({});
      const context = await browser.newContext({ baseURL: desk.origin });
      const read = async () =>
        (await (
          await request.get(`${desk.origin}/sandbox/log`, { headers: { Origin: desk.origin } })
        ).json()) as SandboxLogEntry[];
      try {
        const [tab] = await openTabs(context, tabs);
        if (tab === undefined) return 0;
        await launch(tab, ENDLESS);
        await expect(card(tab, ENDLESS).getByText('Running', { exact: true })).toBeVisible();
        const from = (await read()).findLast(({ method }) => method === 'POST')?.at ?? 0;
        const isOver = async () => (await read()).some(({ at }) => at > from + WATCHED_MS);
        await expect.poll(isOver, { timeout: 30_000 }).toBe(true);
        return (await read()).filter(({ at }) => at > from && at <= from + WATCHED_MS).length;
      } finally {
        await context.close();
        await desk.stop();
      }
    }
    const [alone, together] = await Promise.all([count(1), count(4)]);
    expect(alone).toBeGreaterThan(2);
    expect(Math.abs(together - alone)).toBeLessThanOrEqual(Math.max(1, alone * 0.1));
  });

  test('five launches wait while three runs are on, and one end lets exactly one go', async ({
    page,
    context,
    desk,
  }) => {
    test.slow();
    const [other] = await openTabs(context, 1);
    await launch(page, SLOW);
    await expect(card(page, SLOW).getByText('Running', { exact: true })).toBeVisible();
    await advance(desk, '25m', page);
    for (const report of REPORTS.slice(1, 3)) await launch(page, SLOW, { report });
    await expectLaunches(desk, 3);
    const waiting = [...REPORTS.map((report) => [ENDLESS, report] as const), [SLOW, REPORTS[3]] as const];
    for (const [index, [mailbox, report]] of waiting.entries()) {
      await launch(index % 2 === 0 ? page : (other ?? page), mailbox, { report });
    }
    await expect(cards(page)).toHaveCount(8);
    await expect(page.getByRole('article').filter({ hasText: 'Queued' })).toHaveCount(5);
    expect(await desk.launches()).toHaveLength(3);
    await advance(desk, '26m', page);
    await expect(card(page, SLOW).getByText('Done', { exact: true })).toBeVisible();
    await expectLaunches(desk, 4);
    await page.reload();
    await expect(page.getByRole('article').filter({ hasText: 'Queued' })).toHaveCount(4);
    await expect(cards(page)).toHaveCount(8);
    expect(await desk.launches()).toHaveLength(4);
  });

  test('a tab that comes back from the back/forward cache shows what it missed', async ({
    page,
    context,
  }) => {
    // A page that is kept for Back hears nothing. Headless Chromium keeps none, so this one is made deaf instead.
    await page.addInitScript(() => {
      const Heard = BroadcastChannel;
      globalThis.BroadcastChannel = class extends Heard {
        override addEventListener(type: string, listener: EventListenerOrEventListenerObject | null) {
          super.addEventListener(type, (event) => {
            if (!('deaf' in window) && typeof listener === 'function') listener.call(this, event);
          });
        }
      };
    });
    await page.goto('/');
    await expect(page.getByRole('heading', { name: 'Board' })).toBeVisible();
    await page.evaluate(() => Object.assign(window, { deaf: true }));
    const other = await context.newPage();
    await launch(other, SLOW);
    await expect(card(other, SLOW).getByText('Running', { exact: true })).toBeVisible();
    await expect(cards(page)).toHaveCount(0);
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
    await expect(card(page, SLOW).getByText('Running', { exact: true })).toBeVisible({ timeout: 3_000 });
    await expect(isFrom(card(page, SLOW))).toHaveCount(0);
  });
});

test.describe('a tab that goes', () => {
  const ENDS: Readonly<Record<string, (page: Page) => Promise<void>>> = {
    reloads: async (page) => {
      await page.reload();
    },
    'is closed': (page) => page.close({ runBeforeUnload: false }),
    crashes: async (page) => {
      const session = await page.context().newCDPSession(page);
      const crashed = page.waitForEvent('crash');
      session.send('Page.crash').catch(() => undefined);
      await crashed;
      await page.close();
    },
  };
  const STEPS = [
    'before the launch has left',
    'before its answer has come',
    'while it runs',
    'when it is done',
  ] as const;
  const MAILBOXES = ['Sales Department', 'Support', 'Billing', 'Drill: slow'] as const;

  for (const [name, end] of Object.entries(ENDS)) {
    test(`${name}: at no step of a launch a card is lost, or a second run started`, async ({
      context,
      desk,
    }) => {
      test.slow();
      for (const [index, step] of STEPS.entries()) {
        const mailbox = MAILBOXES[index] ?? '';
        const page = await context.newPage();
        const reached = Promise.withResolvers<void>();
        if (index < 2) {
          await page.route('**/api/v1/reports/mailboxPerformance?*', async (route) => {
            if (step === 'before its answer has come') await route.fetch();
            reached.resolve();
          });
        }
        await launch(page, mailbox);
        if (index < 2) await reached.promise;
        else await expect(card(page, mailbox).getByText(/^(?:Running|Done)$/)).toBeVisible();
        if (step === 'when it is done') {
          await advance(desk, '51m', page);
          await expect(card(page, mailbox).getByText('Done', { exact: true })).toBeVisible();
        }
        await page.unroute('**/api/v1/reports/mailboxPerformance?*');
        await end(page);
        const after = page.isClosed() ? await context.newPage() : page;
        await after.goto('/');
        await expect(card(after, mailbox), step).toHaveCount(1);
        await expect(card(after, mailbox).getByText(/^(?:Running|Done)$/), step).toBeVisible();
        await expect(isFrom(card(after, mailbox)), step).toHaveCount(0);
        await expectLaunches(desk, index + 1);
        // Its slot is free for the next one.
        await advance(desk, '51m', after);
        await expect(card(after, mailbox).getByText('Done', { exact: true }), step).toBeVisible();
        await after.close();
      }
    });
  }
});
