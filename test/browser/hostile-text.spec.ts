// Text from outside is text: whatever a server or an operator puts into a name, a message, a code, a link or a cell is shown to the
// letter, runs nowhere, loads nothing, leads nowhere and moves nothing else on the page.
import type { Page } from '@playwright/test';
import { expect, test } from './kinds-desk.ts';
import { button, panelOf } from './kinds-panel.ts';
import { problem, startDesk, startUpstream } from './kinds-upstream.ts';
import type { Answering, OwnDesk, Upstream } from './kinds-upstream.ts';

const FULL_ACCESS = 'sandbox-key-full-access-0000';
const LONG = 'x'.repeat(10_000);
const OVERRIDE = '\u202E';
/** Each would do something somewhere, were it ever taken for more than text. */
const PIECES = [
  '<img src="/hostile" onerror="globalThis.hacked=1">',
  '"><script>globalThis.hacked=1</script>',
  "'-globalThis.hacked=1-'",
  '<svg onload="globalThis.hacked=1"><iframe srcdoc="<script>parent.hacked=1</script>">',
  'javascript:globalThis.hacked=1',
  '<a href="javascript:globalThis.hacked=1">press</a> [press](javascript:globalThis.hacked=1)',
  '{{constructor.constructor("globalThis.hacked=1")()}} ${globalThis.hacked=1} <%= 1 %> %s',
  '</title></style><base href="https://elsewhere.invalid/">',
  '&lt;b&gt; &#x3C; %3Cscript%3E',
] as const;
const HOSTILE = PIECES.join(' ');
/** With what cannot be seen: it turns the order of what follows, ends lines, and never ends itself. */
const WORST = `${HOSTILE} ${OVERRIDE}gnp.exe\n\u0007 ${LONG}`;

type Envelope = Record<string, unknown> & { _links: Record<string, unknown> };

let upstream: Upstream;
let desk: OwnDesk;
/** Requests of the page to anybody but its own desk. */
let foreign: string[];

test.beforeEach(async ({ page }) => {
  await page.clock.install();
  upstream = await startUpstream(100);
  desk = await startDesk({
    EMAILGISTICS_BASE_URL: upstream.origin,
    EMAILGISTICS_API_KEY: FULL_ACCESS,
    EMAILGISTICS_KEY_LABEL: 'First key',
  });
  const { origin } = desk;
  foreign = [];
  page.on('request', (request) => {
    const { origin: asked, pathname } = new URL(request.url());
    if (asked !== origin || pathname === '/hostile') foreign.push(request.url());
  });
  page.on('dialog', (dialog) => {
    foreign.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
});

test.afterEach(async ({ page }) => {
  await expectHarmless(page);
  await desk.stop();
  await upstream.close();
});

async function expectHarmless(page: Page) {
  const found = await page.evaluate(() => ({
    hacked: 'hacked' in globalThis,
    alive: document.querySelectorAll(
      'iframe, base, object, embed, [onerror], [onload], img:not([src^="/assets/"]), a[href^="javascript:" i], body script',
    ).length,
    sideways: document.documentElement.scrollWidth - innerWidth,
    at: location.origin,
  }));
  expect(found).toEqual({ hacked: false, alive: 0, sideways: 0, at: desk.origin });
  expect(foreign, 'nothing is asked of anybody else').toEqual([]);
  await page.setViewportSize({ width: 320, height: 800 });
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(sideways, 'nor does a small page scroll sideways').toBe(0);
}

const isLaunch = (request: Request) => request.method === 'POST';
const isResult = (request: Request) => new URL(request.url).pathname.includes('/reports/results/');

/** The true answer, changed. */
async function changed(truth: Promise<Response>, change: (envelope: Envelope) => Envelope) {
  const answer = await truth;
  return Response.json(change((await answer.json()) as Envelope), { status: answer.status });
}

async function launchFirst(page: Page) {
  await page.goto(`${desk.origin}/launch`);
  const mailbox = page.getByLabel('Mailbox');
  await expect(mailbox.locator('option')).not.toHaveCount(1);
  await mailbox.selectOption({ index: 1 });
  await button(page, 'Launch report').click();
}

/** Runs are over before they are asked about first. */
async function followRun(page: Page) {
  await expect(page.getByRole('article').getByText(/^(?:Running|Done)$/)).toBeVisible();
  await page.clock.fastForward(3_000);
}

const answering = (which: (request: Request) => boolean, answer: () => Response): Answering => {
  return (request) => (which(request) ? Promise.resolve(answer()) : null);
};

test('in the names of mailboxes and users', async ({ page }) => {
  upstream.answerWith((request, truth) =>
    new URL(request.url).pathname.endsWith('/mailboxes')
      ? truth().then(async (answer) => {
          const list = (await answer.json()) as Record<string, Record<string, unknown>[]>;
          const entries = Object.entries(list).map(([name, mailboxes]) => [
            name,
            Array.isArray(mailboxes)
              ? mailboxes.map((mailbox, index) => ({
                  ...mailbox,
                  mailboxName: index === 0 ? WORST : (PIECES[index % PIECES.length] ?? ''),
                  mailboxEmail: WORST,
                  users: (mailbox['users'] as object[]).map((user) => ({ ...user, userName: WORST })),
                }))
              : mailboxes,
          ]);
          return Response.json(Object.fromEntries(entries));
        })
      : null,
  );
  await page.goto(`${desk.origin}/launch`);
  await page.getByLabel('Report').selectOption({ label: 'User Performance' });
  const options = page.getByLabel('Mailbox').locator('option');
  await expect(options).not.toHaveCount(1);
  // Where two have the same name, what else is known of each stands behind it.
  expect((await options.nth(2).textContent())?.startsWith(PIECES[1])).toBe(true);
  await page.getByLabel('Mailbox').selectOption({ index: 1 });
  await expect(page.getByText(PIECES[0]).last()).toBeVisible();
  await expectHarmless(page);
  await page.setViewportSize({ width: 1280, height: 800 });
  await button(page, 'Launch report').click();
  const card = page.getByRole('article');
  await followRun(page);
  await expect(card.getByText('Done', { exact: true })).toBeVisible();
  await expect(card.getByRole('heading')).toContainText(HOSTILE);
  await expectHarmless(page);
  await page.setViewportSize({ width: 1280, height: 800 });
  await card.getByRole('link', { name: 'Open result' }).click();
  await expect(page.getByRole('table')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(HOSTILE);
});

test('in the message and the code of a refused launch', async ({ page }) => {
  upstream.answerWith(answering(isLaunch, () => problem(400, `'end' ${WORST}`, WORST)));
  await launchFirst(page);
  const panel = panelOf(page, 'settings-refused');
  await expect(panel).toContainText(HOSTILE.slice(0, 200));
  await panel.locator('summary', { hasText: /^Details$/ }).click();
  const details = panel.locator('dl');
  await expect(details).toContainText(HOSTILE);
  expect(await details.textContent()).not.toContain(OVERRIDE);
  await expectHarmless(page);
  await page.setViewportSize({ width: 1280, height: 800 });
  await button(panel, 'Edit and run').click();
  await expect(page.getByText(/^Refused last time: /)).toContainText(HOSTILE);
});

test('in the reason of a run that failed, and in its origin', async ({ page }) => {
  upstream.answerWith((request, truth) =>
    isResult(request)
      ? changed(truth(), (envelope) => ({
          ...envelope,
          status: 'error',
          error: { code: WORST, message: WORST },
          _links: {
            ...envelope._links,
            origin: { href: 'javascript:globalThis.hacked=1', method: WORST, body: WORST },
          },
        }))
      : null,
  );
  await launchFirst(page);
  await followRun(page);
  const panel = panelOf(page, 'report-failed');
  await expect(panel).toContainText(HOSTILE.slice(0, 200));
  expect(await panel.innerText()).not.toContain(OVERRIDE);
  await button(panel, 'Edit and run').click();
  await expect(page.getByRole('heading', { level: 1, name: 'Launch a report' })).toBeVisible();
});

test('in a page in place of an answer, whose source can be read', async ({ page }) => {
  const body = `<html><script>globalThis.hacked=1</script>${HOSTILE}</html>`;
  upstream.answerWith(
    answering(isResult, () => new Response(body, { headers: { 'content-type': 'text/html' } })),
  );
  await launchFirst(page);
  await followRun(page);
  const panel = panelOf(page, 'answer-not-understood');
  await button(panel, 'Show raw reply').click();
  await expect(panel.getByRole('region', { name: 'Raw reply' })).toContainText(HOSTILE);
});

test('in the names and values of a row', async ({ page }) => {
  upstream.answerWith((request, truth) =>
    isResult(request)
      ? changed(truth(), (envelope) => ({
          ...envelope,
          status: 'done',
          result: {
            data: [
              { id: 'row-1', startDateTime: HOSTILE, [HOSTILE]: HOSTILE, long: LONG, turned: OVERRIDE },
              { id: HOSTILE, startDateTime: null, [HOSTILE]: { [HOSTILE]: [HOSTILE] }, __proto__: 1 },
            ],
            total: 2,
          },
          _links: { ...envelope._links, next: null, prev: null },
        }))
      : null,
  );
  await launchFirst(page);
  await followRun(page);
  await page.getByRole('link', { name: 'Open result' }).click();
  const table = page.getByRole('table');
  await expect(table.getByRole('row')).toHaveCount(3);
  const first = table.getByRole('row').nth(1);
  await expect(first.getByRole('rowheader')).toHaveText(HOSTILE.slice(0, 400).concat('…'));
  await expect(table.getByRole('columnheader').nth(1)).toContainText('<img src="/hostile"');
});

for (const href of [
  'javascript:globalThis.hacked=1',
  '//elsewhere.invalid/api/v1/reports/results/one?max=500',
  'https://elsewhere.invalid/api/v1/reports/results/one?max=500',
  '/api/v1/../../desk/keys',
]) {
  test(`in a link, which is not followed: ${href}`, async ({ page }) => {
    upstream.answerWith((request, truth) =>
      isLaunch(request)
        ? changed(truth(), (envelope) => ({
            ...envelope,
            _links: { ...envelope._links, self: { href, method: 'GET' } },
          }))
        : null,
    );
    await launchFirst(page);
    const panel = panelOf(page, 'started-without-link');
    await expect(panel).toBeVisible();
    expect(upstream.log.filter(({ path }) => !/\/(?:mailboxes|mailboxPerformance)$/.test(path))).toEqual([]);
  });
}

test('in the label of a key, typed by an operator', async ({ page }) => {
  await page.goto(`${desk.origin}/connection`);
  const label = PIECES.slice(0, 2).join(' ');
  await page.getByLabel('Label').fill(label);
  await page.getByLabel('Key value').fill('sandbox-key-reporting-only-0000');
  await button(page, 'Add key').click();
  const forget = page.getByRole('button', { name: `Forget key ${label}` });
  await expect(forget).toBeVisible();
  await expectHarmless(page);
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.getByRole('navigation').getByRole('link', { name: 'Launch' }).click();
  await page.getByLabel('Key', { exact: true }).selectOption({ label });
  await page.getByLabel('Mailbox').selectOption({ label: 'Support' });
  await button(page, 'Launch report').click();
  await followRun(page);
  await expect(page.getByRole('article').getByText('Done', { exact: true })).toBeVisible();
  await page.getByRole('navigation').getByRole('link', { name: 'Connection' }).click();
  await forget.click();
  await expect(forget).toHaveCount(0);
  await page.getByRole('navigation').getByRole('link', { name: 'Board' }).click();
  await expect(panelOf(page, 'result-other-key')).toContainText(`key “${label}”`);
});
