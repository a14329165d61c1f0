// A desk with an access token: the shell opens for anybody, nothing else does before the log-in, and nothing is lost by it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expectAccessible } from './accessible.ts';
import { expect, test } from './desk.ts';
import { startGateway } from './gateway-process.ts';

const TOKEN = 'a-token-of-this-test';

test('sign in, be signed out in the middle, sign in again', async ({ page, context }) => {
  const data = mkdtempSync(join(tmpdir(), 'report-desk-sign-in-'));
  const gateway = await startGateway({
    DESK_PORT: '0',
    DESK_DATA_DIR: data,
    DESK_ACCESS_TOKEN: TOKEN,
  });
  try {
    await page.goto(`${gateway.origin}/launch`);
    const panel = page
      .getByRole('group', { name: 'Signed out of this desk' })
      .filter({ has: page.getByLabel('Access token') });
    await expect(panel).toBeVisible();
    await expectAccessible(page);
    await panel.getByLabel('Access token').fill('a wrong token, clearly');
    await panel.getByRole('button', { name: 'Sign in' }).click();
    await expect(panel.getByText('This is not the access token of this desk.')).toBeVisible();
    await panel.getByLabel('Access token').fill(TOKEN);
    await page.keyboard.press('Enter');
    await expect(panel).toBeHidden();
    await page.getByLabel('Mailbox').selectOption({ label: 'Support' });

    const cookies = await context.cookies(gateway.origin);
    expect(cookies).toMatchObject([
      { name: '__Host-desk', httpOnly: true, secure: true, sameSite: 'Strict' },
    ]);
    expect(cookies[0]?.value).not.toContain(TOKEN);
    expect(await page.content()).not.toContain(TOKEN);

    await context.clearCookies();
    await page.getByRole('button', { name: 'Launch report' }).click();
    await expect(panel).toBeVisible();
    const card = page.getByRole('article', { name: 'Mailbox Performance · Support' });
    await expect(card.getByText('Queued')).toBeVisible();
    await panel.getByLabel('Access token').fill(TOKEN);
    await panel.getByRole('button', { name: 'Sign in' }).click();
    await expect(card.getByText('Running')).toBeVisible();
    expect(gateway.printed()).not.toContain(TOKEN);
  } finally {
    await gateway.stop();
    rmSync(data, { recursive: true, force: true });
  }
});
