// What every browser story stands on: a gateway process of its own per worker, a fresh sandbox per test, and the proof that the
// page's policy was never violated and nothing was printed as an error.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import type { SandboxLogEntry } from '../../src/sandbox/sandbox.ts';
import { startGateway } from './gateway-process.ts';

/** Runs last for a minute or more, so that a story moves on when it moves the clock and not while it looks. */
const SPEED = 0.2;

export type DeskServer = {
  origin: string;
  /** What the API was asked since the last reset. */
  log(): Promise<SandboxLogEntry[]>;
  launches(): Promise<SandboxLogEntry[]>;
  post(path: string, body?: unknown): Promise<void>;
};

export const test = base.extend<{ desk: DeskServer; watched: void }, { server: string }>({
  server: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the parameter's form
    async ({}, provide) => {
      const data = mkdtempSync(join(tmpdir(), 'report-desk-browser-'));
      const gateway = await startGateway({
        DESK_PORT: '0',
        DESK_DATA_DIR: data,
        SANDBOX_SPEED: String(SPEED),
      });
      await provide(gateway.origin);
      await gateway.stop();
      rmSync(data, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
  desk: async ({ server, request }, provide) => {
    const post = async (path: string, body?: unknown) => {
      const answer = await request.post(server + path, { headers: { Origin: server }, data: body ?? {} });
      expect(answer.ok(), `POST ${path} answers ${answer.status()}`).toBe(true);
    };
    const log = async () =>
      (await (
        await request.get(`${server}/sandbox/log`, { headers: { Origin: server } })
      ).json()) as SandboxLogEntry[];
    await post('/sandbox/reset');
    await provide({
      origin: server,
      log,
      launches: async () => (await log()).filter((entry) => entry.method === 'POST'),
      post,
    });
  },
  baseURL: async ({ server }, provide) => {
    await provide(server);
  },
  watched: [
    async ({ page, desk: _desk }, provide) => {
      const printed: string[] = [];
      page.on('console', (message) => {
        // The browser itself reports every failed request here; the stories about failures cause them on purpose.
        if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
          printed.push(message.text());
        }
      });
      page.on('pageerror', (error) => printed.push(String(error)));
      await page.exposeFunction('policyViolated', (what: string) => printed.push(`policy: ${what}`));
      await page.addInitScript(() => {
        document.addEventListener('securitypolicyviolation', (event) => {
          const { policyViolated } = globalThis as unknown as { policyViolated: (what: string) => void };
          policyViolated(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`);
        });
      });
      await provide();
      expect(printed, 'nothing is printed as an error, and the policy is never violated').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/**
 * Fills the form by mailbox, presses the button and waits until the press was written down: a page that is left before has kept
 * nothing of it. Goes to the form as an operator does, without loading an open desk anew.
 */
export async function launch(page: Page, mailbox: string, options: { key?: string; report?: string } = {}) {
  const form = page.getByRole('navigation').getByRole('link', { name: 'Launch', exact: true });
  if (page.url() === 'about:blank' || new URL(page.url()).pathname === '/launch') await page.goto('/launch');
  else await form.click();
  await expect(page.getByRole('heading', { level: 1, name: 'Launch a report' })).toBeVisible();
  if (options.key !== undefined)
    await page.getByLabel('Key', { exact: true }).selectOption({ label: options.key });
  if (options.report !== undefined) await page.getByLabel('Report').selectOption({ label: options.report });
  await page.getByLabel('Mailbox', { exact: true }).selectOption({ label: mailbox });
  await page.getByRole('button', { name: 'Launch report' }).click();
  await page.waitForURL('/');
}

/** Moves the sandbox's time on by a step such as `90s`, and lets pages hear of it now and not with their next question. */
export async function advance(desk: DeskServer, by: string, ...pages: readonly Page[]) {
  await desk.post('/sandbox/clock', { advance: by });
  for (const page of pages) await page.evaluate(() => dispatchEvent(new Event('online')));
}
