// Each report launched with the keyboard alone, and what then goes over the wire.
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { mailboxByName } from '#src/sandbox/mailboxes.ts';
import { openLaunch } from './open-launch.tsx';
import type { LaunchDesk } from './open-launch.tsx';

const idOf = (name: string) => mailboxByName(name)?.listing.mailboxId ?? '';
const WEEK = { start: '2026-09-09T00:00:00', end: '2026-09-15T23:59:59' };

/** Presses Tab until `element` has the focus. */
async function tabTo({ user }: LaunchDesk, element: HTMLElement) {
  for (let presses = 0; presses < 100 && document.activeElement !== element; presses += 1) await user.tab();
  expect(element).toHaveFocus();
}

const inGroup = (group: string, name: string) =>
  within(screen.getByRole('group', { name: group })).getByLabelText(name);

async function openWith(report: string) {
  const desk = await openLaunch({ path: `/launch?report=${report}` });
  await screen.findByRole('option', { name: 'Support' });
  await tabTo(desk, screen.getByLabelText('Find by name'));
  await desk.user.keyboard('support{Enter}');
  expect(screen.getByLabelText('Mailbox')).toHaveValue(idOf('Support'));
  expect(await desk.records()).toHaveLength(0);
  return desk;
}

async function launched(desk: LaunchDesk) {
  await tabTo(desk, screen.getByRole('button', { name: 'Launch report' }));
  await desk.user.keyboard('{Enter}');
  await waitFor(async () => {
    expect(await desk.records()).toHaveLength(1);
  });
  const [record] = await desk.records();
  return { target: record?.target, ...(JSON.parse(record?.body ?? '{}') as { parameters: unknown }) };
}

test('Mailbox Performance, by month, for the month so far', async () => {
  const desk = await openWith('mailboxPerformance');
  await tabTo(desk, screen.getByRole('radio', { name: 'Last 7 days' }));
  await desk.user.keyboard('{ArrowRight}');
  expect(screen.getByRole('radio', { name: 'This month' })).toBeChecked();
  await tabTo(desk, screen.getByRole('radio', { name: 'Day' }));
  await desk.user.keyboard('{ArrowRight}{ArrowRight}');
  expect(await launched(desk)).toEqual({
    target: '/api/v1/reports/mailboxPerformance?max=500',
    parameters: {
      mailboxId: idOf('Support'),
      start: '2026-09-01T00:00:00',
      end: '2026-09-16T23:59:59',
      period: 'month',
    },
  });
});

test('User Performance, for the unknown user, with both field groups and without details', async () => {
  const desk = await openWith('mailboxUserPerformance');
  await tabTo(desk, inGroup('Users', 'Unknown user'));
  await desk.user.keyboard(' ');
  await tabTo(desk, inGroup('Field groups', 'Closing'));
  await desk.user.keyboard(' ');
  await tabTo(desk, screen.getByLabelText('Include details'));
  await desk.user.keyboard(' ');
  expect(await launched(desk)).toEqual({
    target: '/api/v1/reports/mailboxUserPerformance?fieldGroup=replyData%2CcloseData&max=500',
    parameters: { mailboxId: idOf('Support'), ...WEEK, period: 'day', users: ['unknown'] },
  });
});

test('Domain Performance, for two domains, one a line', async () => {
  const desk = await openWith('mailboxDomainPerformance');
  await tabTo(desk, screen.getByLabelText('Domains'));
  await desk.user.keyboard('contoso.example{Enter}emily@Northwind.example');
  expect(screen.getByLabelText('Domains')).toHaveAccessibleDescription(/^2 domains\./);
  expect(await launched(desk)).toEqual({
    target: '/api/v1/reports/mailboxDomainPerformance?max=500',
    parameters: {
      mailboxId: idOf('Support'),
      ...WEEK,
      period: 'day',
      domains: ['contoso.example', 'Northwind.example'],
    },
  });
});

test('Message Detail, for closed messages, with another field group and a parameter of one’s own', async () => {
  const desk = await openWith('receivedMessageDetail');
  await tabTo(desk, screen.getByRole('radio', { name: 'Received' }));
  await desk.user.keyboard('{ArrowLeft}');
  await tabTo(desk, inGroup('Statuses', 'Closed'));
  await desk.user.keyboard(' ');
  await tabTo(desk, screen.getByLabelText('Other groups'));
  await desk.user.keyboard('tagData, ownerData');
  await tabTo(desk, screen.getByRole('button', { name: 'Add a parameter' }));
  await desk.user.keyboard('{Enter}');
  expect(screen.getByLabelText('Name')).toHaveFocus();
  await desk.user.keyboard('tagIds');
  await desk.user.tab();
  await desk.user.keyboard('[["t1"]');
  expect(screen.getByLabelText('Value')).toHaveAccessibleDescription('Sent as a list: ["t1"]');
  expect(await launched(desk)).toEqual({
    target:
      '/api/v1/reports/receivedMessageDetail?fieldGroup=basic%2CtagData%2CownerData&includeDetails=true&max=500',
    parameters: {
      mailboxId: idOf('Support'),
      activityType: 'closed',
      activityStart: WEEK.start,
      activityEnd: WEEK.end,
      statuses: ['closed'],
      tagIds: ['t1'],
    },
  });
});
