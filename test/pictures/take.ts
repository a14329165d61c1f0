// Takes pictures of the desk for README and for people who look the pages over: `npm run pictures [folder]`.
// Needs a built app; starts a gateway of its own.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import type { Page } from 'playwright';
import { chromiumPath } from '../support/chromium.ts';

const folder = process.argv[2] ?? import.meta.dirname;
mkdirSync(folder, { recursive: true });

const data = mkdtempSync(join(tmpdir(), 'report-desk-pictures-'));
const gateway = spawn(process.execPath, ['src/gateway/main.ts'], {
  stdio: ['ignore', 'pipe', 'ignore'],
  env: { ...process.env, DESK_PORT: '4790', DESK_DATA_DIR: data, SANDBOX_SPEED: '8' },
});
const stopped = new Promise((resolve) => gateway.on('exit', resolve));
const origin = await new Promise<string>((resolve, reject) => {
  gateway.on('exit', () => reject(new Error('The gateway did not start.')));
  gateway.stdout.on('data', (chunk: Buffer) => {
    const found = /ready on (\S+)/.exec(chunk.toString())?.[1];
    if (found !== undefined) resolve(found);
  });
});

const browser = await chromium.launch({ executablePath: await chromiumPath(), args: ['--no-sandbox'] });

async function launch(page: Page, mailbox: string, report?: string) {
  await page.goto(`${origin}/launch`);
  if (report !== undefined) await page.getByLabel('Report').selectOption({ label: report });
  await page.getByLabel('Mailbox', { exact: true }).selectOption({ label: mailbox });
  await page.getByRole('button', { name: 'Launch report' }).click();
  await page.getByRole('heading', { name: 'Board' }).waitFor();
}

const card = (page: Page, mailbox: string) =>
  page.getByRole('article', { name: new RegExp(`· ${mailbox}$`) });

/** A board on which most states can be seen. */
async function fillBoard(page: Page) {
  await launch(page, 'Billing');
  await card(page, 'Billing').getByText('Done').waitFor();
  await page.getByRole('button', { name: /\+ 24 hours/ }).click();
  await launch(page, 'Sales Department');
  await card(page, 'Sales Department').getByText('Done').waitFor();
  await launch(page, 'Drill: permission missing');
  await card(page, 'Drill: permission missing').getByRole('group').first().waitFor();
  await launch(page, 'Support', 'User Performance');
  await card(page, 'Support').getByText('Done').waitFor();
  await launch(page, 'Drill: 503 on launch after accepting');
  await card(page, 'Drill: 503 on launch after accepting').getByRole('group').first().waitFor();
  await launch(page, 'Drill: slow');
  await launch(page, 'Drill: never ends');
  await launch(page, 'Orders');
  await page.waitForTimeout(4_000);
}

const looks = [
  { name: 'light', colorScheme: 'light', width: 1280, height: 900 },
  { name: 'dark', colorScheme: 'dark', width: 1280, height: 900 },
  { name: 'narrow', colorScheme: 'light', width: 360, height: 780 },
] as const;

const context = await browser.newContext({
  locale: 'en-GB',
  timezoneId: 'Europe/London',
  reducedMotion: 'reduce',
  // Its first work would show in what is measured and taken.
  serviceWorkers: 'block',
});
const page = await context.newPage();
page.on('console', (message) => {
  if (message.type() === 'error') process.stdout.write(`console: ${message.text()}\n`);
});

async function take(name: string) {
  for (const look of looks) {
    await page.emulateMedia({ colorScheme: look.colorScheme });
    await page.setViewportSize(look);
    await page.waitForTimeout(200);
    await page.screenshot({
      path: join(folder, `${name}-${look.name}.png`),
      fullPage: look.name === 'narrow',
    });
  }
  await page.setViewportSize(looks[0]);
}

/** One card, as it stands on the board. */
async function takeCard(name: string, mailbox: string) {
  for (const look of looks.slice(0, 2)) {
    await page.emulateMedia({ colorScheme: look.colorScheme });
    await card(page, mailbox).screenshot({ path: join(folder, `${name}-${look.name}.png`) });
  }
}

try {
  await page.goto(origin);
  await page.getByRole('heading', { name: 'Board' }).waitFor();
  await take('empty');
  await fillBoard(page);
  await take('board');
  await takeCard('failure', 'Drill: permission missing');
  await page.goto(`${origin}/launch`);
  await page.getByLabel('Mailbox', { exact: true }).selectOption({ label: 'Sales Department' });
  await take('launch');
  await page.getByRole('link', { name: 'Board', exact: true }).click();
  await card(page, 'Support').getByRole('link', { name: 'Open result' }).click();
  await page.getByRole('table').waitFor();
  await take('result');
  await page.goto(`${origin}/connection`);
  await page.getByRole('button', { name: 'Forget key Full access' }).waitFor();
  await take('connection');
  await page.goto(`${origin}/copies`);
  await page.getByRole('heading', { level: 1, name: 'Saved copies' }).waitFor();
  await take('copies');
} finally {
  await browser.close();
  gateway.kill('SIGTERM');
  await stopped;
  rmSync(data, { recursive: true, force: true });
}
