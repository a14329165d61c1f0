// What the stories of hostile payloads stand on: a live desk before an API whose answers can be changed, a list of everything that the
// page asked of others, and ways to fill lists and storage.
import type { Page } from '@playwright/test';
import { expect, test as deskTest } from './desk.ts';
import { startDesk, startUpstream } from './kinds-upstream.ts';
import type { Answering, Upstream } from './kinds-upstream.ts';

type Live = { readonly origin: string; readonly upstream: Upstream };

export const test = deskTest.extend<{ live: Live; foreign: string[] }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the parameter's form
  live: async ({}, provide) => {
    const upstream = await startUpstream(2_000);
    const desk = await startDesk({
      EMAILGISTICS_BASE_URL: upstream.origin,
      EMAILGISTICS_API_KEY: 'sandbox-key-full-access-0000',
    });
    await provide({ origin: desk.origin, upstream });
    await desk.stop();
    await upstream.close();
  },
  foreign: async ({ page, live }, provide) => {
    const asked: string[] = [];
    page.on('request', (request) => {
      const { origin, pathname } = new URL(request.url());
      if (origin !== live.origin || pathname === '/hostile') asked.push(request.url());
    });
    page.on('dialog', (dialog) => {
      asked.push(`dialog ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('popup', (popup) => asked.push(`popup ${popup.url()}`));
    await provide(asked);
  },
});

export { expect };

/** The list of mailboxes with one more for each of `texts`, which stands in all of its fields. */
export function addedMailboxes(texts: readonly string[]): Answering {
  return (request, truth) =>
    new URL(request.url).pathname.endsWith('/mailboxes')
      ? truth().then(async (answer) => {
          const list = (await answer.json()) as { mailboxes: object[] };
          const more = texts.map((text, index) => ({
            mailboxId: `mb_${String(index)} ${text}`,
            mailboxName: text,
            mailboxEmail: text,
            timeZone: text,
            active: true,
            users: [{ userId: text, userName: text, userEmail: text, active: true }],
            tags: [{ tagId: text, tagName: text, tagColor: text, active: true }],
          }));
          return Response.json({ ...list, mailboxes: [...more, ...list.mailboxes] });
        })
      : null;
}

/** A record in the browser's storage for each of `texts`, which stands in every field that is a text. */
export async function seedRecords(page: Page, texts: readonly string[]) {
  await page.evaluate(async (given) => {
    const opening = indexedDB.open('report-desk-runs');
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(new Error('The storage cannot be opened'));
    });
    const store = database.transaction('runs', 'readwrite').objectStore('runs');
    const kinds = [
      'settings-refused',
      'report-failed',
      'mailbox-out-of-reach',
      'answer-not-understood',
      'desk-refused',
      'not-recognised',
    ];
    const states = ['refused', 'failed', 'done', 'lost', 'unknown', 'running'];
    for (const [index, text] of given.entries()) {
      const at = Date.now() - index * 1000;
      const request = {
        report: index % 10 === 9 ? text : 'mailboxPerformance',
        options: { fieldGroup: text },
        parameters: { mailboxId: text, start: text, end: text, period: text, users: [text], [text]: text },
      };
      const failure = {
        kind: kinds[index % kinds.length],
        at,
        method: 'GET',
        target: `/api/v1/reports/results/r?${text}`,
        status: 400,
        code: text,
        message: text,
        requestId: text,
        retryAt: null,
        raw: text,
      };
      store.put({
        version: 2,
        id: `hostile-${String(index)}`,
        origin: 'here',
        request,
        target: '/api/v1/reports/mailboxPerformance?max=500',
        body: JSON.stringify({ parameters: request.parameters }),
        mailbox: { name: text, timeZone: text },
        keyId: text,
        keyLabel: text,
        fingerprint: text,
        pressedAt: at,
        position: at,
        state: states[index % states.length],
        attempts: [],
        notBefore: null,
        waits: 0,
        self: '/api/v1/reports/results/r',
        progress: 50,
        movedAt: null,
        checkedAt: null,
        pollFailures: 0,
        missingSince: null,
        polling: 'stopped',
        slower: false,
        endedAt: null,
        tookMs: null,
        summary: { total: 1, firstPage: 1, more: false, cutoff: text },
        failure: index % 2 === 0 ? failure : null,
        confirmed: false,
        released: false,
        rerunOf: text,
        batch: null,
        comparedWith: null,
        ignored: [],
      });
    }
    await new Promise((resolve) => {
      store.transaction.oncomplete = resolve;
    });
    database.close();
  }, texts);
}
