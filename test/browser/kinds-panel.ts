// What every failure panel has in common, whatever its kind: its words, its buttons, its evidence, one announcement, and no barrier.
import type { Locator, Page } from '@playwright/test';
import type { FailureKind } from '../../src/records/failure-kind.ts';
import { expectAccessible } from './accessible.ts';
import { expect } from './desk.ts';
import type { Watch } from './kinds-desk.ts';
import { KIND_ROWS, NEVER_SAID } from './kinds-table.ts';

/** What *Details* must hold. */
type Evidence = {
  readonly status: string | RegExp;
  readonly code: string | RegExp;
  /** Left out where the words are not those of a server. */
  readonly message?: string | RegExp;
  /** Method, path and query. */
  readonly request: string | RegExp;
  /** Whether it was a call of the API, so that it can be made again with cURL. */
  readonly curl: boolean;
};

/** No request was made: the clock, the loaded keys or the full slots decided. */
export const UNASKED = { status: 'None', code: 'None', message: 'None' } as const;
export const LAUNCH = 'POST /api/v1/reports/mailboxPerformance?max=500';
/** By so long after its launch a run has been asked about. */
export const FIRST_POLL_MS = 3_000;
export const POLL = /^GET \/api\/v1\/reports\/results\/[^?]+\?/;

/** The panel of `kind` inside `place`. */
export const panelOf = (place: Page | Locator, kind: FailureKind) =>
  place.getByRole('group', { name: KIND_ROWS[kind].title, exact: true });

/** A button by its whole name. */
export const button = (place: Page | Locator, name: string) =>
  place.getByRole('button', { name, exact: true });

/** Everything that holds for each panel. The story itself shows what its buttons do. */
export async function expectKind(
  page: Page,
  panel: Locator,
  kind: FailureKind,
  { watch, evidence, times = 1 }: { watch: Watch; evidence: Evidence; times?: number },
) {
  const { title } = KIND_ROWS[kind];
  await expect(panel).toHaveCount(1);
  await expect(panel.getByRole('heading', { name: title, exact: true })).toBeVisible();
  await expectButtons(panel, kind);
  await expectWords(panel, kind);
  const { primary } = KIND_ROWS[kind];
  if (primary !== null && primary !== 'countdown') await tabTo(page, button(panel, primary).first());
  await expectAccessible(page);
  await expectEvidence(page, panel, evidence);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize({ width: 320, height: 800 });
  await expectAccessible(page);
  const extra = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(extra, 'the page does not scroll sideways').toBeLessThanOrEqual(0);
  await page.emulateMedia({ colorScheme: null });
  await page.setViewportSize({ width: 1280, height: 800 });
  const news = (await watch.said()).filter((message) => message.startsWith(title));
  expect(news, 'it is announced, and not again and again').toHaveLength(times);
}

/** Presses Tab, from the page's heading on, until `control` has the focus. */
export async function tabTo(page: Page, control: Locator) {
  await page.getByRole('heading', { level: 1 }).evaluate((heading) => {
    heading.tabIndex = -1;
    heading.focus();
  });
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab');
    if (await control.evaluate((element) => element === document.activeElement)) return;
  }
  await expect(control, 'Tab leads to it').toBeFocused();
}

/** The first button is the primary one, and nothing is offered that the catalogue does not have. */
async function expectButtons(panel: Locator, kind: FailureKind) {
  const { primary, secondary } = KIND_ROWS[kind];
  const names = await panel.getByRole('button').allInnerTexts();
  if (primary === 'countdown') await expect(panel.getByText(/^Continues (?:in|now)/)).toBeVisible();
  else if (primary !== null) expect(names[0]?.trim()).toBe(primary);
  const allowed = [primary, ...secondary, 'Copy details'];
  expect(names.map((name) => name.trim()).filter((name) => !allowed.includes(name))).toEqual([]);
}

async function expectWords(panel: Locator, kind: FailureKind) {
  const { never } = KIND_ROWS[kind];
  // What is folded away is the server's.
  const words = (await panel.innerText()).replaceAll(/“[^”]*”/g, '“…”');
  expect(words).not.toMatch(NEVER_SAID);
  if (never !== undefined) expect(words).not.toMatch(never);
}

/** *Details* and what *Copy details* puts on the clipboard, after which it is folded away again. */
async function expectEvidence(page: Page, panel: Locator, evidence: Evidence) {
  const summary = panel.locator('summary', { hasText: /^Details$/ });
  await summary.click();
  const shown = await panel
    .locator('dl')
    .evaluate((list) =>
      Object.fromEntries(
        [...list.querySelectorAll('dt')].map((term) => [
          term.textContent,
          term.nextElementSibling?.textContent ?? '',
        ]),
      ),
    );
  expectField(shown['HTTP status'], evidence.status);
  expectField(shown['error.code'], evidence.code);
  expect(shown['Request']).toMatch(evidence.request);
  expect(shown['Time']).toMatch(/^\d{1,2} \w{3} \d{4}, \d\d:\d\d \S.*, (?:just now|in .+|.+ ago)$/);
  if (evidence.message !== undefined) {
    expect(shown['Server’s message'] ?? shown['Message']).toMatch(evidence.message);
  }
  await panel.getByRole('button', { name: 'Copy details', exact: true }).last().click();
  await expect(panel.getByText('Copied').last()).toBeAttached();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expectCopied(copied, shown, evidence);
  await summary.click();
}

function expectField(shown: string | undefined, expected: string | RegExp) {
  if (typeof expected === 'string') expect(shown).toBe(expected);
  else expect(shown).toMatch(expected);
}

function expectCopied(copied: string, shown: Record<string, string>, evidence: Evidence) {
  const lines = copied.split('\n');
  if (shown['Request'] !== 'None') expect(lines).toContain(shown['Request']);
  const { 'HTTP status': status = 'None', 'error.code': code = 'None' } = shown;
  if (status !== 'None') {
    expect(lines).toContain(`HTTP status: ${status}`);
    expect(lines).toContain(`error.code: ${code === 'None' ? 'none' : code}`);
  }
  expect(copied).toMatch(/^Noticed: .+ \(\d{4}-\d\d-\d\dT[\d:.]+Z\)$/m);
  const curl = lines.filter((line) => line.startsWith('curl '));
  expect(curl).toHaveLength(evidence.curl ? 1 : 0);
  if (evidence.curl) expect(curl[0]).toContain('"Authorization: Bearer $EMAILGISTICS_API_KEY"');
  expect(copied).not.toContain('sandbox-key-');
}
