// What networks, browsers, crashes and hasty operators do to a launch, in a real Chromium: one press starts one run at most, the
// run has a card, and where nobody can know whether it started the card says so.
import type { Browser, Page } from '@playwright/test';
import { launch } from './desk.ts';
import { cardOf, expect, expectLaunches, expectPanelCode, test } from './fault-desk.ts';
import type { Exchange, Fault, FaultProxy } from './fault-proxy.ts';

test.beforeEach(({ context }) => context.clock.install());

const SALES = 'Sales Department';
const NO_ANSWER = 'Drill: no answer';

/** Fills the form, leaves the browser used connections to choose from, and presses once. */
async function pressOnUsedConnections(page: Page, network: FaultProxy, mailbox = SALES) {
  await page.goto('/launch');
  await page.getByLabel('Mailbox').selectOption({ label: mailbox });
  await network.warm(page, 4);
  await page.getByRole('button', { name: 'Launch report' }).click();
}

async function expectDone(page: Page) {
  await expectFollowed(page);
  // Runs are over before they are asked about first.
  await page.clock.fastForward(3_000);
  await expect(cardOf(page, SALES).getByText('Done')).toBeVisible();
  await expect(page.getByRole('article')).toHaveCount(1);
}

/** The desk knows where the run is; what becomes of it then is another story. */
async function expectFollowed(page: Page) {
  await expect(cardOf(page, SALES).getByText(/^(Running|Done)$/)).toBeVisible();
  await expect(page.getByRole('article')).toHaveCount(1);
}

async function expectUnsure(page: Page) {
  await expect(cardOf(page, NO_ANSWER).getByRole('group', { name: 'Not sure it started' })).toBeVisible();
  await expect(page.getByRole('article')).toHaveCount(1);
}

const keysOf = ({ arrivals }: FaultProxy) => new Set(arrivals.map(({ key }) => key));

const dies: Fault = ({ cut }) => cut('reset');
const diesWithTheAnswer: Fault = async ({ forward, cut }) => {
  await forward();
  cut('reset');
};

test.describe('the browser sends the POST again by itself', () => {
  const cases: { when: string; faults: Fault[]; replayed: 'true' | null }[] = [
    { when: 'the connection dies before the gateway has it', faults: [dies], replayed: null },
    { when: 'the connection dies with the answer', faults: [diesWithTheAnswer], replayed: 'true' },
    {
      when: 'three connections die one after the other',
      faults: [diesWithTheAnswer, dies, ({ cut }) => cut('close')],
      replayed: 'true',
    },
    {
      when: 'something in between answers 408',
      faults: [
        async ({ forward, answer }) => {
          await forward();
          answer(408);
        },
      ],
      replayed: 'true',
    },
  ];
  for (const { when, faults, replayed } of cases) {
    test(`when ${when}, and one run starts`, async ({ page, api, network }) => {
      network.break(...faults);
      await pressOnUsedConnections(page, network);
      await expectDone(page);
      expect(network.arrivals).toHaveLength(faults.length + 1);
      expect(network.arrivals.slice(0, -1).every(({ isReused }) => isReused)).toBe(true);
      expect(keysOf(network).size).toBe(1);
      expect(network.arrivals.at(-1)?.replayed).toBe(replayed);
      expect(api.launches()).toHaveLength(1);
    });
  }

  test('when the connection hangs and then dies, and joins the launch under way', async ({
    page,
    api,
    network,
  }) => {
    const answerNow = api.hold();
    const seen = Promise.withResolvers<void>();
    network.break(async ({ forward, cut }) => {
      forward().catch(() => undefined);
      await seen.promise;
      cut('reset');
    });
    await pressOnUsedConnections(page, network);
    await expectLaunches(api, 1);
    await expect(cardOf(page, SALES).getByText('Sending')).toBeVisible();
    seen.resolve();
    await expect.poll(() => network.arrivals.length, { intervals: [20] }).toBe(2);
    answerNow();
    await expectDone(page);
    expect(keysOf(network).size).toBe(1);
    expect(network.arrivals.at(-1)?.replayed).toBe('true');
    expect(api.launches()).toHaveLength(1);
  });
});

test.describe('the answer is lost, and the ledger knows', () => {
  const cases: { when: string; fault: Fault; repeats: boolean }[] = [
    {
      when: 'something in between answers 502',
      fault: async ({ forward, answer }) => {
        await forward();
        answer(502);
      },
      repeats: false,
    },
    {
      when: 'something in between answers 200',
      fault: async ({ forward, answer }) => {
        await forward();
        answer(200);
      },
      repeats: false,
    },
    {
      when: 'the answer breaks off',
      fault: async ({ forward, passHalf }) => passHalf(await forward()),
      repeats: false,
    },
    { when: 'every connection dies', fault: diesWithTheAnswer, repeats: true },
  ];
  for (const { when, fault, repeats } of cases) {
    test(`when ${when}`, async ({ page, api, network }) => {
      network.break(...Array.from({ length: repeats ? 10 : 1 }, () => fault));
      await pressOnUsedConnections(page, network);
      await expectFollowed(page);
      expect(network.arrivals.length > 1).toBe(repeats);
      expect(keysOf(network).size).toBe(1);
      expect(api.launches()).toHaveLength(1);
    });
  }

  test('when the launch never arrived: it goes out under a new key, and the old one is dead', async ({
    page,
    api,
    network,
  }) => {
    let late: Exchange | null = null;
    network.break((exchange) => {
      late = exchange;
      exchange.answer(502);
    });
    await pressOnUsedConnections(page, network);
    await expectFollowed(page);
    expect(keysOf(network).size).toBe(2);
    // What was held up on the way arrives after all.
    const answer = await (late as Exchange | null)?.forward();
    expect(answer?.status).toBe(409);
    expect(answer?.body.toString()).toContain('submission-void');
    expect(api.launches()).toHaveLength(1);
  });
});

test.describe('the gateway is killed while a launch is under way', () => {
  test.describe('under the open page', () => {
    test.use({ direct: true });

    test('and the card says that nobody knows, also after a reload', async ({ page, api, gateway }) => {
      await launch(page, NO_ANSWER);
      await expectLaunches(api, 1);
      await expect(cardOf(page, NO_ANSWER).getByText('Sending')).toBeVisible();
      await expectPanelCode(page);
      await gateway.kill();
      await gateway.startAgain();
      await expectUnsure(page);
      await page.reload();
      await expectUnsure(page);
      expect(api.launches()).toHaveLength(1);
    });

    test('and a page that was reloaded before says it too', async ({ page, api, gateway }) => {
      await launch(page, NO_ANSWER);
      await expectLaunches(api, 1);
      await page.reload();
      await expect(cardOf(page, NO_ANSWER).getByText('Sending')).toBeVisible();
      await expectPanelCode(page);
      await gateway.kill();
      await gateway.startAgain();
      await expectUnsure(page);
      expect(api.launches()).toHaveLength(1);
    });

    test('and a page that is opened afterwards says it too', async ({ page, context, api, gateway }) => {
      await launch(page, NO_ANSWER);
      await expectLaunches(api, 1);
      await page.close();
      await gateway.kill();
      await gateway.startAgain();
      const next = await context.newPage();
      await next.goto('/');
      await expectUnsure(next);
      expect(api.launches()).toHaveLength(1);
    });
  });

  test('and the repeat of the browser meets the next one, which sends nothing', async ({
    page,
    api,
    gateway,
    network,
  }) => {
    const up = Promise.withResolvers<void>();
    network.break(
      async ({ forward, cut }) => {
        await forward().catch(() => undefined);
        cut('reset');
      },
      async ({ forward, pass }) => {
        await up.promise;
        pass(await forward());
      },
    );
    await pressOnUsedConnections(page, network, NO_ANSWER);
    await expectLaunches(api, 1);
    await expectPanelCode(page);
    await gateway.kill();
    await expect.poll(() => network.arrivals.length, { intervals: [20] }).toBe(2);
    await gateway.startAgain();
    up.resolve();
    await expectUnsure(page);
    expect(keysOf(network).size).toBe(1);
    expect(api.launches()).toHaveLength(1);
  });
});

test.describe('the page goes away while it is sending', () => {
  test.describe('and the gateway has the launch', () => {
    test.use({ direct: true });

    test('it is reloaded', async ({ page, api }) => {
      const answerNow = api.hold();
      await launch(page, SALES);
      await expectLaunches(api, 1);
      await page.reload();
      await expect(cardOf(page, SALES).getByText('Sending')).toBeVisible();
      answerNow();
      await expectDone(page);
      expect(api.launches()).toHaveLength(1);
    });

    test('it is closed, and opened again', async ({ page, context, api }) => {
      const answerNow = api.hold();
      await launch(page, SALES);
      await expectLaunches(api, 1);
      await page.close();
      answerNow();
      const next = await context.newPage();
      await next.goto('/');
      await expectDone(next);
      expect(api.launches()).toHaveLength(1);
    });
  });

  test('and the launch is still on its way: it comes too late', async ({ page, context, api, network }) => {
    let late: Exchange | null = null;
    network.break((exchange) => {
      late = exchange;
    });
    await pressOnUsedConnections(page, network);
    await expect.poll(() => network.arrivals.length, { intervals: [20] }).toBe(1);
    await page.close();
    const next = await context.newPage();
    await next.goto('/');
    await expectDone(next);
    expect(keysOf(network).size).toBe(2);
    const answer = await (late as Exchange | null)?.forward();
    expect(answer?.body.toString()).toContain('submission-void');
    expect(api.launches()).toHaveLength(1);
  });
});

// Playwright switches the back/forward cache off; here it is left on. A Chromium that is built without one (the packaged one is)
// loads the page anew, and the same has to hold.
test.describe('a page that is left and returned to', () => {
  let browser: Browser;
  test.beforeAll(async ({ playwright, launchOptions }) => {
    browser = await playwright.chromium.launch({
      ...launchOptions,
      ignoreDefaultArgs: ['--disable-back-forward-cache'],
    });
  });
  test.afterAll(() => browser.close());

  for (const during of ['Sending', 'Running']) {
    test(`starts nothing while its card reads ${during}`, async ({ api, gateway }) => {
      const page = await browser.newPage({ baseURL: gateway.origin });
      await page.clock.install();
      const answerNow = during === 'Sending' ? api.hold() : () => {};
      await launch(page, SALES);
      await expectLaunches(api, 1);
      await expect(cardOf(page, SALES).getByText(during)).toBeVisible();
      await page.goto(api.origin);
      answerNow();
      await page.goBack();
      await expectDone(page);
      expect(api.launches()).toHaveLength(1);
      await page.close();
    });
  }
});

test.describe('hasty operators', () => {
  test.use({ direct: true });

  test('Enter and a click at once are one press', async ({ page, api }) => {
    await page.goto('/launch');
    await page.getByLabel('Mailbox').selectOption({ label: SALES });
    const button = page.getByRole('button', { name: 'Launch report' });
    await button.hover();
    await page.mouse.down();
    await Promise.all([page.keyboard.press('Enter'), page.mouse.up()]);
    await expectFollowed(page);
    expect(api.launches()).toHaveLength(1);
  });

  test('three submissions before anything is rendered are one press', async ({ page, api }) => {
    await page.goto('/launch');
    await page.getByLabel('Mailbox').selectOption({ label: SALES });
    const button = page.getByRole('button', { name: 'Launch report' });
    await button.evaluate((element: HTMLButtonElement) => {
      element.click();
      element.form?.requestSubmit();
      element.click();
    });
    await expectFollowed(page);
    expect(api.launches()).toHaveLength(1);
  });

  test('two tabs that press at once share the one slot that is left', async ({ page, context, api }) => {
    const mailbox = 'Drill: never ends';
    for (const [at, report] of ['Mailbox Performance', 'User Performance'].entries()) {
      await launch(page, mailbox, { report });
      await expectLaunches(api, at + 1);
    }
    const tabs = [page, await context.newPage()];
    for (const [at, report] of ['Domain Performance', 'Message Detail'].entries()) {
      await tabs[at]?.goto('/launch');
      await tabs[at]?.getByLabel('Report').selectOption({ label: report });
      await tabs[at]?.getByLabel('Mailbox').selectOption({ label: mailbox });
    }
    await Promise.all(tabs.map((tab) => tab.getByRole('button', { name: 'Launch report' }).click()));
    for (const tab of tabs) {
      const cards = tab.getByRole('article');
      await expect(cards).toHaveCount(4);
      await expect(cards.getByText('Running', { exact: true })).toHaveCount(3);
      await expect(cards.getByRole('group', { name: 'Three reports are running' })).toHaveCount(1);
    }
    expect(api.launches().map(({ status }) => status)).toEqual([200, 200, 200]);
  });
});

test.describe('without a connection', () => {
  test.use({ direct: true });

  test('a press is kept, and goes out once there is one', async ({ page, context, api }) => {
    await page.goto('/launch');
    await page.getByLabel('Mailbox').selectOption({ label: SALES });
    await expectPanelCode(page);
    await context.setOffline(true);
    await page.getByRole('button', { name: 'Launch report' }).click();
    await expect(cardOf(page, SALES).getByRole('group', { name: 'Not sent' })).toBeVisible();
    expect(api.launches()).toHaveLength(0);
    await context.setOffline(false);
    // The wait that follows a call without an answer.
    await page.clock.fastForward(5_000);
    await expectFollowed(page);
    expect(api.launches()).toHaveLength(1);
  });

  test('a failure whose panel cannot be fetched leaves the board standing', async ({ page }) => {
    await launch(page, 'Drill: out of reach');
    await expect(page.getByRole('group', { name: 'Mailbox out of reach' })).toBeVisible();
    await page.route(/board-late/, (route) => route.abort());
    await page.goto('/');
    const card = cardOf(page, 'Drill: out of reach');
    await expect(card.getByRole('group', { name: 'Connection lost' })).toBeVisible();
    await expect(card.getByText('Refused')).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Board' })).toBeVisible();
    await page.unrouteAll();
    await card.getByRole('button', { name: 'Reload the page' }).click();
    await expect(card.getByRole('group', { name: 'Mailbox out of reach' })).toBeVisible();
  });
});
