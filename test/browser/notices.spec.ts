// What ends while nobody looks: counted in the tab's title and, where asked for, told by the system. A headless browser shows every
// tab, so the page is told that it is hidden, and its notifications are written down instead of shown.
import type { Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { advance, expect, launch, test } from './desk.ts';

type Told = { title: string; body: string | undefined; tag: string | undefined };
type Recording = { told: Told[]; asked: number; press: () => void };
type Recorder = { recording: Recording };

/** A browser whose operator says yes to notifications when it asks. */
async function recordNotifications(page: Page, permission: NotificationPermission) {
  await page.addInitScript((initial) => {
    const recording: Recording = { told: [], asked: 0, press: () => undefined };
    let now = initial;
    class Recorded extends EventTarget {
      static get permission() {
        return now;
      }
      static async requestPermission() {
        recording.asked += 1;
        now = 'granted';
        return now;
      }
      constructor(title: string, { body, tag }: NotificationOptions) {
        super();
        recording.told.push({ title, body, tag });
        recording.press = () => this.dispatchEvent(new Event('click'));
      }
      close() {}
    }
    Object.assign(globalThis, { Notification: Recorded, recording });
  }, permission);
}

const asked = (page: Page) => page.evaluate(() => (globalThis as unknown as Recorder).recording.asked);
const told = (page: Page) => page.evaluate(() => (globalThis as unknown as Recorder).recording.told);

async function setVisibility(page: Page, state: DocumentVisibilityState) {
  await page.evaluate((next) => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => next });
    document.dispatchEvent(new Event('visibilitychange'));
  }, state);
}

test('who has waited for a while is offered to be told, and the browser is asked at the press only', async ({
  page,
}) => {
  await recordNotifications(page, 'default');
  await page.clock.install();
  await launch(page, 'Drill: slow');
  await expect(page.getByText('Running', { exact: true })).toBeVisible();
  await page.clock.fastForward(10_000);
  const offer = page.getByRole('region', { name: 'Notifications' });
  await expect(offer).toBeVisible();
  await expectAccessible(page);
  expect(await asked(page)).toBe(0);
  // Nothing else on the page moves for it, and it hides nothing that has the focus.
  const card = page.getByRole('article', { name: 'Mailbox Performance · Drill: slow' });
  await expect(card.getByText('Running')).toBeInViewport();
  await offer.getByRole('button', { name: 'Tell me when a run ends' }).click();
  await expect(offer).toHaveCount(0);
  expect(await asked(page)).toBe(1);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();

  await page.getByRole('banner').getByRole('link', { name: 'Preferences' }).click();
  const setting = page.getByRole('checkbox', { name: 'System notifications when a run ends' });
  await expect(setting).toBeChecked();
  await expectAccessible(page);
  await setting.uncheck();
  await page.reload();
  await expect(setting).not.toBeChecked();
});

test('an end that nobody sees is counted in the title and told by the system, and a press opens the run', async ({
  page,
  desk,
}) => {
  await recordNotifications(page, 'granted');
  await page.addInitScript(() => {
    localStorage.setItem('desk-run-notices', 'yes');
  });
  await launch(page, 'Drill: progress goes backwards');
  await expect(page).toHaveTitle('Board · Report Desk');
  const card = page.getByRole('article', { name: 'Mailbox Performance · Drill: progress goes backwards' });
  await expect(card.getByText('Running')).toBeVisible();
  await setVisibility(page, 'hidden');
  await advance(desk, '5m', page);
  await expect(page).toHaveTitle('(1) Board · Report Desk');
  await expect
    .poll(() => told(page))
    .toMatchObject([{ title: 'Done', body: 'Mailbox Performance · Drill: progress goes backwards' }]);
  await page.evaluate(() => (globalThis as unknown as Recorder).recording.press());
  await setVisibility(page, 'visible');
  const [notification] = await told(page);
  await expect(page).toHaveURL(`/runs/${notification?.tag ?? 'none'}`);
  await expect(page).toHaveTitle('Mailbox Performance · Drill: progress goes backwards · Report Desk');
  await expect(page.getByRole('table', { name: /Mailbox Performance/ })).toBeVisible();
});
