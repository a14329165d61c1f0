// What is said of a report before it is launched, and which users it is limited to.
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { REPORTS } from '#src/contract/reports.ts';
import { missingScopes, reportInWords, scopesInWords } from '#src/launch/report-text.ts';
import { mailboxByName } from '#src/sandbox/mailboxes.ts';
import { openLaunch } from './open-launch.tsx';

const listing = (name: string) => {
  const found = mailboxByName(name)?.listing;
  if (found === undefined) throw new Error(`No mailbox is called ${name}`);
  return found;
};

describe('a report', () => {
  test('says what a row is, by which names Admin knows it, and which scopes it needs', () => {
    expect(REPORTS.map((report) => `${reportInWords(report.id)} ${scopesInWords(report)}`)).toEqual([
      'One row per period. In Admin: Mailbox Performance and Mailbox Closed Performance. Needs a key with the scope reporting.',
      'One row per user and period. In Admin: User Performance and User Closed Performance. Needs a key with the scope reporting.',
      'One row per sender domain and period. In Admin: Domain Performance. Needs a key with the scope reporting.',
      'One row per message. Needs a key with the scopes reporting and messages:read.',
    ]);
  });

  test('is locked only for scopes that it needs', () => {
    const [performance, , , messages] = REPORTS;
    const key = { label: 'Sales', missing: ['messages:read'] } as const;
    expect(missingScopes(performance, key)).toBeNull();
    expect(missingScopes(messages, { ...key, missing: [] })).toBeNull();
    expect(missingScopes(messages, key)).toBe(
      '“Sales” was refused before for what needs messages:read, and will most likely be refused again. Choose another key, or have one made with this scope.',
    );
  });

  test('says at the choice that the key was refused for it before, and can be launched all the same', async () => {
    const path = `/launch?report=receivedMessageDetail&mailbox=${listing('Support').mailboxId}`;
    const desk = await openLaunch({ path });
    const choose = async () => {
      await screen.findByRole('option', { name: 'Support' });
      fireEvent.change(screen.getByLabelText('Key'), {
        target: { value: screen.getByRole<HTMLOptionElement>('option', { name: 'Reporting only' }).value },
      });
      await screen.findByRole('option', { name: 'Support' });
    };
    await choose();
    expect(screen.getByLabelText('Report')).not.toHaveAccessibleDescription(/was refused before/);
    await desk.services.desk.start();
    await desk.user.click(screen.getByRole('button', { name: 'Launch report' }));
    await waitFor(async () => {
      expect(await desk.records()).toMatchObject([{ state: 'refused', failure: { kind: 'scope-missing' } }]);
    });
    await act(async () => desk.router.navigate(path));
    await choose();
    const report = screen.getByLabelText('Report');
    expect(report).toHaveAccessibleDescription(
      /“Reporting only” was refused before for what needs messages:read/,
    );
    expect(screen.getByRole('button', { name: 'Launch report' })).toBeEnabled();
    fireEvent.change(report, { target: { value: 'mailboxUserPerformance' } });
    expect(report).not.toHaveAccessibleDescription(/was refused before/);
    desk.services.stop();
  });
});

describe('users', () => {
  const open = async (query: string, mailboxes?: unknown, shown = 'Mailbox') => {
    const desk = await openLaunch({
      path: `/launch?report=mailboxUserPerformance&${query}`,
      intercept: (target) =>
        mailboxes !== undefined && target.endsWith('/admin/mailboxes') ? Response.json({ mailboxes }) : null,
    });
    await screen.findByLabelText(shown);
    await within(screen.getByRole('group', { name: 'Users' })).findByLabelText('Unknown user');
    return desk;
  };
  const users = () => screen.getByRole('group', { name: 'Users' });
  const leftOut = () => screen.queryByRole('list', { name: 'Who is left out' })?.textContent ?? null;

  test('inactive ones are marked, and the unknown one is explained', async () => {
    await open(`mailbox=${listing('Support').mailboxId}`);
    const inactive = listing('Support').users.find(({ active }) => !active);
    expect(within(users()).getByLabelText(`${inactive?.userName ?? ''} (inactive)`)).toBeVisible();
    expect(users()).toHaveAccessibleDescription(
      /“Unknown user” counts what was done without an identifiable user\./,
    );
    expect(leftOut()).toBeNull();
  });

  test('one who is not in another mailbox is kept, and flagged by name, since the API ignores it silently', async () => {
    const ofBilling = new Set(listing('Billing').users.map(({ userId }) => userId));
    const other = listing('Support').users.find(({ userId }) => !ofBilling.has(userId));
    const desk = await open(
      `mailbox=${listing('Support').mailboxId}&users=${other?.userId ?? ''}&users=unknown`,
    );
    expect(leftOut()).toBeNull();
    await desk.user.selectOptions(screen.getByLabelText('Mailbox'), 'Billing');
    const name = other?.userName ?? '';
    expect(within(users()).getByLabelText(`${name} (not in this mailbox)`)).toBeChecked();
    expect(leftOut()).toBe(`Not in Billing, and ignored there by the API without an error: ${name}.`);
    await desk.user.click(within(users()).getByLabelText('Unknown user'));
    expect(leftOut()).toMatch(/^Nobody who is chosen is in Billing/);
    await desk.user.click(within(users()).getByLabelText(`${name} (not in this mailbox)`));
    expect(leftOut()).toBeNull();
  });

  test('of several mailboxes are offered together, and flagged where they are missing', async () => {
    const people = (name: string) => listing(name).users.map(({ userId }) => userId);
    const [first = ''] = people('Support').filter((id) => !people('Billing').includes(id));
    await open(
      `mailbox=${listing('Support').mailboxId}&mailbox=${listing('Billing').mailboxId}&users=${first}&users=unknown`,
      undefined,
      'Mailboxes',
    );
    const all = new Set([...people('Support'), ...people('Billing')]);
    expect(within(users()).getAllByRole('checkbox')).toHaveLength(all.size + 1);
    expect(leftOut()).toMatch(/^Not in Billing, /);
  });

  test('many are searched by name and address, whatever the accents; those of one name are told apart', async () => {
    const crowd = Array.from({ length: 30 }, (_, index) => ({
      userId: `u${index}`,
      userName: index < 2 ? 'Zoë Müller' : `Person ${index}`,
      userEmail: `p${index}@company.example`,
      active: true,
    }));
    const desk = await open('mailbox=m&users=u9', [{ ...listing('Support'), mailboxId: 'm', users: crowd }]);
    fireEvent.change(screen.getByLabelText('Find a person'), { target: { value: 'muller' } });
    fireEvent.keyDown(screen.getByLabelText('Find a person'), { key: 'Enter' });
    const shown = within(users()).getAllByRole<HTMLInputElement>('checkbox');
    expect(shown.map(({ labels }) => labels?.[0]?.textContent)).toEqual([
      'Zoë Müller, p0@company.example',
      'Zoë Müller, p1@company.example',
      'Person 9',
    ]);
    expect(screen.getByLabelText('Find a person')).toHaveAccessibleDescription('2 of 31 match.');
    await desk.user.click(within(users()).getByLabelText('Zoë Müller, p1@company.example'));
    expect(await desk.records()).toHaveLength(0);
    await desk.user.click(screen.getByRole('button', { name: 'Launch report' }));
    await screen.findByRole('heading', { name: 'Elsewhere' });
    const [record] = await desk.records();
    expect(JSON.parse(record?.body ?? '')).toMatchObject({ parameters: { users: ['u1', 'u9'] } });
  });
});
