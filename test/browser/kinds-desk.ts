// What the stories of the failure kinds stand on: a page whose time can be moved on, a clipboard, and a record of what the page said
// aloud and what it sent.
import type { BrowserContext, Page, Request } from '@playwright/test';
import { expect, test as deskTest } from './desk.ts';
import type { DeskServer } from './desk.ts';

export type Watch = {
  /** What was put into the page's live regions since it was opened. */
  said(): Promise<string[]>;
  /** Launches that the browser itself has sent, by their `Idempotency-Key`. */
  readonly sent: readonly string[];
  /** Every other request to the gateway, as `GET /desk/usage`. */
  readonly asked: readonly string[];
};

export type Parts = {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly desk: DeskServer;
  readonly watch: Watch;
};

/** What happens, in a sentence, and how. */
export type Story = { readonly says: string; readonly run: (parts: Parts) => Promise<void> };

type Ears = { heard: string[] };

/** Writes down whatever is added to a live region, in every page that is opened from now on. */
async function listen(page: Page) {
  await page.addInitScript(() => {
    const heard: string[] = [];
    Object.assign(globalThis, { heard });
    new MutationObserver((changes) => {
      for (const { target, addedNodes } of changes) {
        if (!(target instanceof Element) || target.closest('[aria-live]') === null) continue;
        for (const node of addedNodes) heard.push(node.textContent ?? '');
      }
    }).observe(document, { subtree: true, childList: true });
  });
}

export const test = deskTest.extend<{ watch: Watch }>({
  watch: async ({ page, context }, provide) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.clock.install();
    await listen(page);
    const sent: string[] = [];
    const asked: string[] = [];
    page.on('request', (request: Request) => {
      const { pathname, search } = new URL(request.url());
      if (request.method() === 'POST' && pathname.startsWith('/api/')) {
        sent.push(request.headers()['idempotency-key'] ?? '');
      } else asked.push(`${request.method()} ${pathname}${search}`);
    });
    await provide({
      sent,
      asked,
      said: () => page.evaluate(() => (globalThis as unknown as Ears).heard),
    });
  },
});

/** One test for each story; a story that is missing does not compile. */
export function tell(stories: Readonly<Record<string, Story>>) {
  for (const [kind, { says, run }] of Object.entries(stories)) {
    test(`${kind}: ${says}`, async ({ page, context, desk, watch }) => {
      await run({ page, context, desk, watch });
    });
  }
}

/** The card of the mailbox, which must be the only one of it. */
export const cardOf = (page: Page, mailbox: string, report = 'Mailbox Performance') =>
  page.getByRole('article', { name: `${report} · ${mailbox}`, exact: true });

/** Where the operator goes without loading the page anew. */
export async function goTo(page: Page, name: 'Board' | 'Launch' | 'Connection') {
  await page.getByRole('navigation').getByRole('link', { name, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name);
}

/** Presses the sandbox's own button, which the page hears of at once. */
export async function moveClock(page: Page, step: '+ 5 minutes' | '+ 24 hours') {
  await page.getByRole('button', { name: `Move the sandbox's time on, ${step}` }).click();
}

/** A record that no page can show, beside the one that is there. */
export async function addBrokenRecord(page: Page) {
  await page.evaluate(async () => {
    const opening = indexedDB.open('report-desk-runs');
    const database = await new Promise<IDBDatabase>((resolve) => {
      opening.onsuccess = () => resolve(opening.result);
    });
    const store = database.transaction('runs', 'readwrite').objectStore('runs');
    const all = store.getAll();
    await new Promise((resolve) => {
      all.onsuccess = () => {
        const [record] = all.result as Record<string, unknown>[];
        store.put({ ...record, id: 'broken', state: 'done', request: null, pressedAt: 1 });
        store.transaction.oncomplete = resolve;
      };
    });
    database.close();
  });
}

export { expect };
