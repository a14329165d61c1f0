// The offline shell in a real Chromium: what opens without a server, what is never kept, and how a newer build comes in.
import type { Page } from '@playwright/test';
import { createServer } from 'vite';
import { expectAccessible } from './accessible.ts';
import { expect, launch, test as deskTest } from './desk.ts';
import { startShellDesk } from './shell-desk.ts';
import type { ShellDesk } from './shell-desk.ts';

const test = deskTest.extend<{ shellDesk: ShellDesk }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the parameter's form
  shellDesk: async ({}, provide) => {
    const desk = await startShellDesk();
    await provide(desk);
    await desk.close();
  },
  baseURL: async ({ shellDesk }, provide) => {
    await provide(shellDesk.origin);
  },
});

test.use({ serviceWorkers: 'allow' });

/** Opens `path` and waits until the app is kept. */
async function openAndKeep(page: Page, path = '/') {
  await page.goto(path);
  await settle(page);
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
}

/** Lets the time pass after which the page minds more than itself. */
async function settle(page: Page) {
  await expect(page.getByRole('meter', { name: 'Slots' })).toBeVisible();
  await page.waitForFunction(async () => (await navigator.serviceWorker.getRegistration()) !== undefined);
}

const kept = (page: Page) =>
  page.evaluate(async () => {
    const addresses: string[] = [];
    for (const name of await caches.keys()) {
      for (const { url } of await (await caches.open(name)).keys()) addresses.push(new URL(url).pathname);
    }
    return addresses.toSorted();
  });

const versionShown = (page: Page) =>
  page.evaluate(() => document.querySelector<HTMLMetaElement>('meta[name="desk-build"]')?.content);

const offer = (page: Page) => page.getByRole('region', { name: 'New version' });

test('without a server the board, a run and a saved copy open, and nothing but the app itself was kept', async ({
  page,
  shellDesk,
}) => {
  await launch(page, 'Sales Department');
  const card = page.getByRole('article', { name: 'Mailbox Performance · Sales Department' });
  await card.getByRole('link', { name: 'Open result' }).click();
  await page.getByRole('button', { name: 'Save a copy' }).click();
  await expect(page.getByText('Copy saved')).toBeVisible();
  const runPage = page.url();
  await openAndKeep(page);

  const paths = await kept(page);
  expect(paths).toContain('/index.html');
  expect(
    paths.filter(
      (path) => !/^\/(?:assets\/|[a-z0-9-]+\.(?:html|svg|png|webmanifest)$|in-charge$)/.test(path),
    ),
  ).toEqual([]);

  await shellDesk.stop();
  await page.reload();
  await expect(card).toBeVisible();
  await expect(page.getByRole('group', { name: 'Connection lost' })).toBeVisible();

  await page.goto('/copies');
  await page
    .getByRole('link', { name: /Mailbox Performance/ })
    .first()
    .click();
  await expect(page.getByRole('table')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('table')).toBeVisible();

  await page.goto(runPage);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Mailbox Performance');

  await shellDesk.start();
  await page.reload();
  await expect(page.getByRole('group', { name: 'Connection lost' })).toHaveCount(0);
});

test('a newer build is offered, taken when asked for, and open tabs keep what they show', async ({
  page,
  context,
  shellDesk,
}) => {
  await openAndKeep(page);
  const first = await versionShown(page);
  const other = await context.newPage();
  await openAndKeep(other, '/connection');

  shellDesk.upgrade('second');
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
  await expect(offer(page)).toBeVisible();
  await expect(offer(other)).toBeVisible();
  await expectAccessible(page);
  expect(await versionShown(page)).toBe(first);

  await offer(page).getByRole('button', { name: 'Reload now' }).click();
  await expect.poll(() => versionShown(page).catch(() => null)).toBe('second');
  await settle(page);
  await expect(offer(page)).toHaveCount(0);

  // The other tab was not touched, still has what its own build needs, and says what has happened.
  expect(await versionShown(other)).toBe(first);
  await expect(offer(other)).toBeVisible();
  const session = await context.newCDPSession(other);
  await session.send('Network.clearBrowserCache');
  await shellDesk.stop();
  await other.getByRole('navigation').getByRole('link', { name: 'Saved copies' }).click();
  await expect(other.getByRole('heading', { level: 1, name: 'Saved copies' })).toBeVisible();
  await other.getByRole('button', { name: 'Later' }).click();
  await expect(offer(other)).toHaveCount(0);
});

test('whoever loads the page has the newer build already: nothing is offered, and it is what opens offline from then on', async ({
  page,
  shellDesk,
}) => {
  await openAndKeep(page);
  shellDesk.upgrade('third');
  await page.reload();
  expect(await versionShown(page)).toBe('third');
  await settle(page);
  await expect
    .poll(() => page.evaluate(async () => (await (await caches.match('/in-charge'))?.text()) ?? ''))
    .toBe('third');
  await expect(offer(page)).toHaveCount(0);
  await shellDesk.stop();
  await page.reload();
  expect(await versionShown(page)).toBe('third');
});

test('where the server has no worker any more, the next load takes it away with all that it kept', async ({
  page,
  shellDesk,
}) => {
  await openAndKeep(page);
  shellDesk.replace((incoming, outgoing) => {
    const isPage = incoming.url === '/';
    outgoing.writeHead(isPage ? 200 : 404, { 'Content-Type': 'text/html' });
    outgoing.end(isPage ? '<title>Something else</title>' : '');
  });
  await page.reload();
  await expect(page).toHaveTitle('Something else');
  await expect
    .poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length))
    .toBe(0);
  await expect.poll(() => kept(page)).toEqual([]);
});

test('while a proxy says that the desk is down, the kept page opens', async ({ page, shellDesk }) => {
  await openAndKeep(page);
  shellDesk.replace((_incoming, outgoing) => {
    outgoing.writeHead(502, { 'Content-Type': 'text/html' });
    outgoing.end('<title>Bad gateway</title>');
  });
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Board' })).toBeVisible();
});

test('the development server has none', async ({ page }) => {
  const server = await createServer({
    logLevel: 'silent',
    cacheDir: 'node_modules/.cache/shell-spec',
    server: { port: 0, host: '127.0.0.1' },
    configFile: 'vite.config.ts',
  });
  await server.listen();
  try {
    const [origin = ''] = server.resolvedUrls?.local ?? [];
    await page.clock.install();
    await page.goto(origin);
    await expect(page.getByRole('meter', { name: 'Slots' })).toBeVisible();
    await page.clock.fastForward(60_000);
    expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(
      0,
    );
    const script = await page.request.get(`${origin}sw.js`);
    expect(script.headers()['content-type']).not.toContain('javascript');
  } finally {
    await server.close();
  }
});
