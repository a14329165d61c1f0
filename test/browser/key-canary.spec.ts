// The value of a key goes from its field to the gateway and is nowhere afterwards: not in the page, not in any storage of the
// browser, not in an address, a header or an answer, not in what is printed and not on the gateway's disk.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { launch } from './desk.ts';
import { expect, expectLaunches, test } from './fault-desk.ts';

/** Opens nothing anywhere: the API refuses it. */
const REFUSED = 'canary-key-that-nobody-knows-5b1f';
/** Opens everything: the desk works with it afterwards. */
const ACCEPTED = 'sandbox-key-full-access-0000';
const GIVEN = 'sandbox-key-reporting-only-0000';

test.use({ direct: true, key: GIVEN });

/** All that the browser keeps or shows of the page, as text. */
async function tracesOf(page: Page, context: BrowserContext): Promise<string> {
  const inPage = await page.evaluate(async () => {
    const parts: unknown[] = [
      document.documentElement.outerHTML,
      [...document.querySelectorAll('input, textarea, select')].map(
        (field) => (field as HTMLInputElement).value,
      ),
      Object.entries(localStorage),
      Object.entries(sessionStorage),
      document.cookie,
      location.href,
      history.state,
      performance.getEntries().map(({ name }) => name),
    ];
    const { navigation } = globalThis as unknown as {
      navigation?: { entries(): { url: string; getState(): unknown }[] };
    };
    parts.push(navigation?.entries().map((entry) => [entry.url, entry.getState()]));
    for (const { name = '' } of await indexedDB.databases()) {
      const opening = indexedDB.open(name);
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(new Error(name));
      });
      for (const store of database.objectStoreNames) {
        const objects = database.transaction(store).objectStore(store);
        for (const asked of [objects.getAll(), objects.getAllKeys()] as IDBRequest<unknown[]>[]) {
          parts.push(
            await new Promise((resolve) => {
              asked.onsuccess = () => resolve(asked.result);
            }),
          );
        }
      }
      database.close();
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        parts.push(name, request.url, await (await cache.match(request))?.text());
      }
    }
    return JSON.stringify(parts);
  });
  return inPage + JSON.stringify(await context.storageState({ indexedDB: true }));
}

test('a key that is typed is nowhere afterwards', async ({ page, context, api, gateway }) => {
  const heard: string[] = [];
  let keysSent = 0;
  page.on('console', (message) => heard.push(message.text()));
  page.on('request', (request) => {
    heard.push(request.url(), JSON.stringify(request.headers()));
    const body = request.postData() ?? '';
    // The one request that carries it.
    if (request.method() === 'POST' && new URL(request.url()).pathname === '/desk/keys') keysSent += 1;
    else heard.push(body);
  });
  const answers: Promise<string>[] = [];
  page.on('response', (response) => {
    answers.push(
      response
        .text()
        .catch(() => '')
        .then((text) => text + JSON.stringify(response.headers())),
    );
  });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);

  const expectNoTrace = async () => {
    const files = readdirSync(gateway.data).map((name) => readFileSync(join(gateway.data, name), 'latin1'));
    const traces = [
      await tracesOf(page, context),
      ...heard,
      ...(await Promise.all(answers)),
      gateway.printed(),
      ...files,
    ];
    for (const value of [REFUSED, ACCEPTED, GIVEN]) {
      expect(traces.filter((trace) => trace.includes(value))).toEqual([]);
    }
    // The same traces do hold what they may hold.
    for (const value of ['First key', '/desk/keys']) expect(traces.join(' ')).toContain(value);
  };

  await page.goto('/connection');
  await page.getByLabel('Label').fill('Canary');
  await page.getByLabel('Key value').fill(REFUSED);
  await page.getByRole('button', { name: 'Add key' }).click();
  await expect(page.getByText('Emailgistics does not accept this key')).toBeVisible();
  await expectNoTrace();

  await launch(page, 'Sales Department', { report: 'Message Detail' });
  const refused = page.getByRole('group', { name: 'This key lacks a permission' });
  await refused.getByRole('button', { name: 'Copy request for administrator' }).click();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('messages:read');
  heard.push(copied);
  await refused.getByRole('button', { name: 'Use a key with more scopes' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Label').fill('Wider');
  await dialog.getByLabel('Key value').fill(REFUSED);
  await dialog.getByRole('button', { name: 'Use this key' }).click();
  await expect(dialog.getByText('Emailgistics does not accept this key')).toBeVisible();
  await dialog.getByLabel('Key value').fill(ACCEPTED);
  await dialog.getByRole('button', { name: 'Use this key' }).click();
  await expectLaunches(api, 1);
  await page.getByRole('button', { name: /^Send once more/ }).click();
  await expectLaunches(api, 2);
  await expectNoTrace();

  await expect(page.getByRole('link', { name: 'Open result' })).toBeVisible();
  await page.getByRole('link', { name: 'Open result' }).click();
  await expect(page.getByRole('table')).toBeVisible();
  await expectNoTrace();
  expect(keysSent).toBe(3);
});
