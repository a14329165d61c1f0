// Two hundred payloads at once in every field that something outside can fill: of the API's lists and rows, of what the browser has
// stored, and of addresses. None runs, loads, leads away or moves the page, and the page's policy is never even asked.
import type { Page } from '@playwright/test';
import { addedMailboxes, expect, seedRecords, test } from './payload-desk.ts';
import { PAYLOADS } from './payloads.ts';

async function expectHarmless(page: Page, origin: string) {
  const found = await page.evaluate(() => ({
    hacked: 'hacked' in globalThis,
    polluted: 'polluted' in {},
    alive: document.querySelectorAll(
      'iframe, base, object, embed, [onerror], [onload], [onfocus], [ontoggle], meta[http-equiv=refresh], a[href^="javascript:" i], body script, body style',
    ).length,
    sideways: document.documentElement.scrollWidth - innerWidth,
    at: location.origin,
  }));
  expect(found).toEqual({ hacked: false, polluted: false, alive: 0, sideways: 0, at: origin });
}

test('are two hundred, each another', () => {
  expect(PAYLOADS.length).toBeGreaterThanOrEqual(200);
  expect(new Set(PAYLOADS).size).toBe(PAYLOADS.length);
});

test('in mailboxes, users and zones of the lists', async ({ page, live, foreign }) => {
  live.upstream.answerWith(addedMailboxes(PAYLOADS));
  await page.goto(`${live.origin}/launch`);
  await page.getByLabel('Report').selectOption({ label: 'User Performance' });
  const options = page.getByLabel('Mailbox', { exact: true }).locator('option');
  await expect.poll(() => options.count()).toBeGreaterThanOrEqual(PAYLOADS.length);
  await expectHarmless(page, live.origin);
  // The zone of each is taken for one, or told to be none.
  for (const index of [1, 40, 80, 120, 160, 199]) {
    await page.getByLabel('Mailbox', { exact: true }).selectOption({ index });
    await expectHarmless(page, live.origin);
  }
  await page.goto(`${live.origin}/connection`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expectHarmless(page, live.origin);
  expect(foreign).toEqual([]);
});

test('in the names and the values of rows', async ({ page, live, foreign }) => {
  const rows = PAYLOADS.map((payload, index) => ({
    id: `row ${String(index)}`,
    startDateTime: payload,
    subject: payload,
    list: [payload],
  }));
  const wide = Object.fromEntries(PAYLOADS.map((payload) => [payload, payload]));
  live.upstream.answerWith((request, truth) =>
    new URL(request.url).pathname.includes('/reports/results/')
      ? truth().then(async (answer) => {
          const envelope = (await answer.json()) as { _links: object };
          const result = { data: [...rows, wide], total: rows.length + 1, dataCutoffTimestamp: PAYLOADS[0] };
          return Response.json({
            ...envelope,
            status: 'done',
            result,
            _links: { ...envelope._links, next: null },
          });
        })
      : null,
  );
  await page.goto(`${live.origin}/launch`);
  const mailbox = page.getByLabel('Mailbox', { exact: true });
  await expect(mailbox.locator('option')).not.toHaveCount(1);
  await mailbox.selectOption({ index: 1 });
  await page.getByRole('button', { name: 'Launch report' }).click();
  const link = page.getByRole('link', { name: 'Open result' });
  await expect(link).toBeVisible({ timeout: 20_000 });
  await link.click();
  const table = page.getByRole('table');
  await expect(table).toBeVisible();
  await expectHarmless(page, live.origin);
  for (const share of [0.25, 0.5, 0.75, 1]) {
    await table.evaluate((element, part) => {
      const scroller = element.closest('[tabindex]') ?? element.parentElement ?? element;
      scroller.scrollTo(scroller.scrollWidth * part, scroller.scrollHeight * part);
    }, share);
    await expectHarmless(page, live.origin);
  }
  await page.getByRole('tab', { name: 'Chart' }).click();
  await expectHarmless(page, live.origin);
  expect(foreign).toEqual([]);
});

test('in records that the browser has stored', async ({ page, live, foreign }) => {
  await page.goto(live.origin);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await seedRecords(page, PAYLOADS);
  for (const view of ['', '?view=list', `?q=${encodeURIComponent('<img')}`]) {
    await page.goto(`${live.origin}/${view}`);
    await expect(page.getByText(/of \d+|\d+ runs|more/).first()).toBeVisible();
    await expectHarmless(page, live.origin);
  }
  expect(foreign).toEqual([]);
});

test('in addresses', async ({ page, live, foreign }) => {
  await page.goto(live.origin);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const NAMES = [
    'q',
    'mailbox',
    'users',
    'domains',
    'more',
    'fields',
    'f',
    'sort',
    'record',
    'from',
    'key',
    'state',
  ];
  for (const path of ['/', '/launch', '/runs/x']) {
    await page.goto(`${live.origin}${path}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    // Ten in one address: browsers ignore addresses that change more often than some two hundred times in half a minute.
    for (let place = 0; place < PAYLOADS.length; place += 10) {
      await page.evaluate(
        ([at, names, texts]) => {
          const query = new URLSearchParams(names.flatMap((name) => texts.map((text) => [name, text])));
          history.pushState(null, '', `${at}?${query.toString()}#${encodeURIComponent(texts.join(' '))}`);
          dispatchEvent(new PopStateEvent('popstate'));
        },
        [path, NAMES, PAYLOADS.slice(place, place + 10).map((text) => text.toWellFormed())] as const,
      );
    }
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectHarmless(page, live.origin);
  }
  expect(foreign).toEqual([]);
});
