// What each failure panel offers first, done by keyboard alone. That every panel's first button is reached by Tab is checked with the
// panel itself (kinds-panel.ts).
import { advance, launch } from './desk.ts';
import { cardOf, expect, tell } from './kinds-desk.ts';
import type { Parts, Story } from './kinds-desk.ts';
import { button, panelOf, tabTo } from './kinds-panel.ts';
import { KIND_ROWS } from './kinds-table.ts';
import type { FailureKind } from '../../src/records/failure-kind.ts';

/** Launches, lets time pass where the failure takes some, and presses the first button of the panel. */
async function pressFirst({ page, desk }: Parts, kind: FailureKind, mailbox: string, more: Options = {}) {
  await launch(page, mailbox, more);
  const card = cardOf(page, mailbox, more.report);
  if (more.after !== undefined) {
    await expect(card.getByText('Running', { exact: true })).toBeVisible();
    for (const step of more.after) await advance(desk, step, page);
  }
  const panel = panelOf(card, kind);
  await expect(panel).toBeVisible();
  await tabTo(page, button(panel, KIND_ROWS[kind].primary ?? ''));
  await page.keyboard.press('Enter');
  return panel;
}

type Options = { readonly key?: string; readonly report?: string; readonly after?: readonly string[] };

const STORIES: Partial<Record<FailureKind, Story>> = {
  'settings-refused': {
    says: 'leads to the form',
    async run(parts) {
      await pressFirst(parts, 'settings-refused', 'Drill: settings refused');
      await expect(parts.page.getByRole('heading', { level: 1, name: 'Launch a report' })).toBeFocused();
    },
  },
  'scope-missing': {
    says: 'opens the dialog, and Escape gives the focus back',
    async run(parts) {
      const options = { key: 'Reporting only', report: 'Message Detail' };
      const panel = await pressFirst(parts, 'scope-missing', 'Sales Department', options);
      const dialog = parts.page.getByRole('dialog', { name: 'Use a key with more scopes' });
      await expect(dialog.getByLabel('Label')).toBeFocused();
      await parts.page.keyboard.press('Escape');
      await expect(dialog).toHaveCount(0);
      await expect(button(panel, 'Use a key with more scopes')).toBeFocused();
    },
  },
  'mailbox-out-of-reach': {
    says: 'leads to the form',
    async run(parts) {
      await pressFirst(parts, 'mailbox-out-of-reach', 'Drill: out of reach');
      await expect(parts.page.getByRole('heading', { level: 1, name: 'Launch a report' })).toBeFocused();
    },
  },
  'not-recognised': {
    says: 'leads to the connection',
    async run(parts) {
      await pressFirst(parts, 'not-recognised', 'Drill: unexpected refusal');
      await expect(parts.page.getByRole('heading', { level: 1, name: 'Connection' })).toBeFocused();
    },
  },
  'outcome-unknown': {
    says: 'keeps waiting, and the focus stays in the card',
    async run(parts) {
      const mailbox = 'Drill: 503 on launch after accepting';
      await pressFirst(parts, 'outcome-unknown', mailbox);
      await expect(cardOf(parts.page, mailbox).locator(':focus')).toHaveCount(1);
      expect(await parts.desk.launches()).toHaveLength(1);
    },
  },
  'started-without-link': {
    says: 'keeps waiting, and the focus stays in the card',
    async run(parts) {
      const mailbox = 'Drill: started without link';
      await pressFirst(parts, 'started-without-link', mailbox);
      await expect(cardOf(parts.page, mailbox).locator(':focus')).toHaveCount(1);
      expect(await parts.desk.launches()).toHaveLength(1);
    },
  },
  'report-failed': {
    says: 'runs it again, once',
    async run(parts) {
      await pressFirst(parts, 'report-failed', 'Drill: fails while running', { after: ['5m'] });
      await expect(parts.page.getByRole('article')).toHaveCount(2);
      await expect.poll(async () => (await parts.desk.launches()).length).toBe(2);
      await expect(parts.page.locator(':focus')).toHaveCount(1);
    },
  },
  overdue: {
    says: 'watches on, and the focus stays in the card',
    async run(parts) {
      await pressFirst(parts, 'overdue', 'Drill: never ends', { after: ['29m', '5m'] });
      await expect(cardOf(parts.page, 'Drill: never ends').locator(':focus')).toHaveCount(1);
    },
  },
};

tell(STORIES);
