// The launch page as an operator meets it: filling it, launching, and everything that can stand in the way.
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { launchBody } from '#src/contract/reports.ts';
import type { LaunchRequest } from '#src/contract/reports.ts';
import { formLink } from '#src/launch/form-state.ts';
import { failureFrom } from '#src/records/failure.ts';
import type { FailureKind } from '#src/records/failure-kind.ts';
import { createRecord } from '#src/records/record.ts';
import type { RunRecord } from '#src/records/record.ts';
import { mailboxByName } from '#src/sandbox/mailboxes.ts';
import { NOW, openLaunch } from './open-launch.tsx';
import type { LaunchDesk } from './open-launch.tsx';

const mailboxId = (name: string) => mailboxByName(name)?.listing.mailboxId ?? '';

async function chooseMailbox(desk: LaunchDesk, name: string) {
  await desk.user.selectOptions(await screen.findByRole('combobox', { name: 'Mailbox' }), name);
}

const launchButton = () => screen.getByRole('button', { name: 'Launch report' });
const summary = () => screen.getByRole('region', { name: 'Summary' });
const field = (name: string) => screen.getByLabelText(name);

async function sentBodies(desk: LaunchDesk, count: number): Promise<string[]> {
  await waitFor(async () => {
    expect(await desk.records()).toHaveLength(count);
  });
  return (await desk.records()).map(({ request }) => launchBody(request));
}

function refused(
  request: LaunchRequest,
  kind: FailureKind,
  message: string,
  more: Partial<RunRecord> = {},
): RunRecord {
  const record = createRecord({
    id: 'r1',
    request,
    mailbox: { name: 'Support', timeZone: 'Europe/London' },
    keyId: '',
    keyLabel: 'Full access',
    now: NOW,
  });
  const failure = {
    ...failureFrom(kind, { method: 'POST', target: record.target, at: NOW }, null),
    status: 400,
    message,
  };
  return { ...record, state: 'refused', failure, ...more };
}

const LAST_WEEK_OF_SUPPORT: LaunchRequest = {
  report: 'mailboxPerformance',
  options: {},
  parameters: {
    mailboxId: mailboxId('Support'),
    start: '2026-09-07T00:00:00',
    end: '2026-09-13T23:59:59',
    period: 'day',
  },
};

describe('launching', () => {
  test('the usual report is a mailbox and a press, and the board follows', async () => {
    const desk = await openLaunch();
    await chooseMailbox(desk, 'Sales Department');
    await desk.user.click(launchButton());
    await screen.findByRole('heading', { name: 'Elsewhere' });
    expect(desk.router.state.location.pathname).toBe('/');
    const [record] = await desk.records();
    expect(record).toMatchObject({
      state: 'queued',
      keyLabel: 'Full access',
      mailbox: { name: 'Sales Department', timeZone: 'America/Toronto' },
      rerunOf: null,
      target: '/api/v1/reports/mailboxPerformance?max=500',
    });
    expect(JSON.parse(record?.body ?? '')).toEqual({
      parameters: {
        mailboxId: mailboxId('Sales Department'),
        start: '2026-09-09T00:00:00',
        end: '2026-09-15T23:59:59',
        period: 'day',
      },
    });
  });

  test('every field reaches the wire, and the service takes it', async () => {
    const desk = await openLaunch();
    await desk.user.selectOptions(await screen.findByLabelText('Report'), 'User Performance');
    await chooseMailbox(desk, 'Support');
    await desk.user.click(screen.getByRole('radio', { name: 'Custom' }));
    fireEvent.change(field('From'), { target: { value: '2026-08-01T08:00' } });
    fireEvent.change(field('To'), { target: { value: '2026-08-31T18:00:00' } });
    await desk.user.click(
      within(screen.getByRole('radiogroup', { name: 'Group by' })).getByLabelText('Week'),
    );
    const [first] = within(screen.getByRole('group', { name: 'Users' })).getAllByRole<HTMLInputElement>(
      'checkbox',
    );
    if (first === undefined) throw new Error('no users');
    await desk.user.click(first);
    await desk.user.click(
      within(screen.getByRole('group', { name: 'Users' })).getByLabelText('Unknown user'),
    );
    await desk.user.click(
      within(screen.getByRole('group', { name: 'Field groups' })).getByLabelText('Closing'),
    );
    await desk.user.click(field('Include details'));
    await desk.services.desk.start();
    await desk.user.click(launchButton());
    await waitFor(() => {
      expect(desk.sandbox.log.filter(({ method }) => method === 'POST')).toMatchObject([
        {
          path: '/api/v1/reports/mailboxUserPerformance',
          search: '?fieldGroup=replyData%2CcloseData&max=500',
          status: 200,
          body: {
            parameters: {
              mailboxId: mailboxId('Support'),
              start: '2026-08-01T08:00:00',
              end: '2026-08-31T18:00:00',
              period: 'week',
              users: [first.value, 'unknown'],
            },
          },
        },
      ]);
    });
    desk.services.stop();
  });

  test('a double click, and Enter with a click, launch once', async () => {
    const desk = await openLaunch();
    await chooseMailbox(desk, 'Sales Department');
    const button = launchButton();
    act(() => {
      button.click();
      button.click();
      button.closest('form')?.requestSubmit();
    });
    await screen.findByRole('heading', { name: 'Elsewhere' });
    expect(await sentBodies(desk, 1)).toHaveLength(1);
  });

  test('where the record cannot be written, it says so, keeps everything, and can be pressed again', async () => {
    let broken = true;
    const desk = await openLaunch({
      store: (store) => ({
        ...store,
        add: (record) =>
          broken ? Promise.reject(new DOMException('full', 'QuotaExceededError')) : store.add(record),
      }),
    });
    await chooseMailbox(desk, 'Sales Department');
    await desk.user.click(screen.getByRole('radio', { name: 'Yesterday' }));
    await desk.user.click(launchButton());
    expect(await screen.findByRole('group', { name: 'Launch not written down' })).toHaveTextContent(
      'Nothing was sent.',
    );
    expect(field('Mailbox')).toHaveValue(mailboxId('Sales Department'));
    expect(screen.getByRole('radio', { name: 'Yesterday' })).toBeChecked();
    expect(await desk.records()).toHaveLength(0);
    broken = false;
    await desk.user.click(launchButton());
    await screen.findByRole('heading', { name: 'Elsewhere' });
    expect(await desk.records()).toHaveLength(1);
  });
});

describe('what is missing', () => {
  test('is said at its field only after a press, and gets the focus', async () => {
    const desk = await openLaunch();
    await screen.findByRole('option', { name: 'Sales Department' });
    expect(field('Mailbox')).not.toHaveAccessibleDescription(/Choose a mailbox\./);
    await desk.user.click(launchButton());
    expect(field('Mailbox')).toHaveAccessibleDescription(/Choose a mailbox\./);
    expect(field('Mailbox')).toHaveFocus();
    await chooseMailbox(desk, 'Support');
    expect(field('Mailbox')).not.toHaveAccessibleDescription(/Choose a mailbox\./);
    expect(await desk.records()).toHaveLength(0);
  });

  test('of several, the first one gets the focus', async () => {
    const query = `mailbox=${mailboxId('Support')}&range=custom&start=2026-09-02T00:00&end=2026-09-01T00:00&fields=`;
    const desk = await openLaunch({ path: `/launch?${query}` });
    await screen.findByRole('option', { name: 'Support' });
    await desk.user.click(launchButton());
    expect(field('To')).toHaveFocus();
    expect(field('To')).toHaveAccessibleDescription(/The range ends before it begins/);
    expect(screen.getByRole('group', { name: 'Field groups' })).toHaveAccessibleDescription(/at least one/);
  });
});

describe('the summary', () => {
  test('says in words what will be sent, before anything is', async () => {
    const desk = await openLaunch({
      path: `/launch?mailbox=${mailboxId('Sales Department')}&range=custom&start=2026-09-01T00:00&end=2026-09-30T23:59:59&by=week`,
    });
    await screen.findByText('Mailbox Performance for Sales Department, 1–30 Sep 2026, by week, Toronto time');
    expect(summary()).toHaveTextContent('First period30 Aug – 5 Sep 2026');
    expect(summary()).toHaveTextContent('Last period27 Sep – 3 Oct 2026');
    expect(summary()).toHaveTextContent('RowsAbout 5 rows, one per week');
    expect(summary()).toHaveTextContent('Scopes neededreporting');
    expect(summary()).toHaveTextContent('SlotsUses 1 of 3 slots; 3 free.');
    await desk.user.selectOptions(field('Report'), 'Message Detail');
    expect(summary()).toHaveTextContent('Scopes neededreporting and messages:read');
  });

  test('counts the slots that are held and the launches that wait', async () => {
    const base = { request: LAST_WEEK_OF_SUPPORT, mailbox: { name: 'Support', timeZone: 'Europe/London' } };
    const make = (id: string, state: RunRecord['state']): RunRecord => ({
      ...createRecord({ ...base, id, keyId: 'k', keyLabel: 'k', now: NOW }),
      state,
    });
    const desk = await openLaunch({
      records: [make('a', 'unknown'), make('b', 'sending'), make('c', 'queued')],
    });
    await screen.findByRole('option', { name: 'Support' });
    expect(summary()).toHaveTextContent('Uses 1 of 3 slots; 1 free. 1 launch waits before it.');
    await act(async () => {
      await desk.services.desk.environment.store.add(make('d', 'unknown'));
    });
    expect(summary()).toHaveTextContent(
      'All 3 slots are in use. It waits in the queue and is sent when one is free.',
    );
  });
});

describe('mailboxes', () => {
  test('inactive ones are marked, and the zone of the chosen one is shown', async () => {
    const desk = await openLaunch();
    await screen.findByRole('option', { name: 'Careers 2024 (inactive)' });
    await chooseMailbox(desk, 'Support');
    expect(field('Mailbox')).toHaveAccessibleDescription(/16 Sep 2026, 15:00 London time/);
  });

  test('each key has its own', async () => {
    const desk = await openLaunch();
    await screen.findByRole('option', { name: 'Orders' });
    await chooseMailbox(desk, 'Orders');
    await desk.user.selectOptions(field('Key'), 'Reporting only');
    await waitFor(() => {
      expect(screen.queryByRole('option', { name: 'Orders' })).toBeNull();
      expect(field('Mailbox')).toHaveValue('');
    });
    await desk.user.click(launchButton());
    expect(field('Mailbox')).toHaveAccessibleDescription(/not in the list of this key/);
    await desk.user.selectOptions(field('Key'), 'Full access');
    expect(field('Mailbox')).toHaveValue(mailboxId('Orders'));
  });

  test('a refused key is said beside the field, which keeps its choice, and a new one is asked for and taken', async () => {
    const desk = await openLaunch({ path: '/launch?by=week', keyAnswer: 'Reporting only' });
    await chooseMailbox(desk, 'Billing');
    await desk.user.selectOptions(await screen.findByLabelText('Key'), 'Expired');
    const panel = await screen.findByRole('group', { name: 'Key not accepted' });
    expect(
      screen.getByRole<HTMLSelectElement>('combobox', { name: 'Mailbox' }).selectedOptions[0],
    ).toHaveTextContent('Billing');
    expect(field('Mailbox')).toHaveAccessibleDescription('The mailboxes of “Expired” are not known.');
    expect(screen.getByRole('radio', { name: 'Week' })).toBeChecked();
    expect(launchButton()).toHaveAccessibleDescription('The mailboxes of this key could not be read.');
    await desk.user.click(launchButton());
    expect(await desk.records()).toHaveLength(0);
    await desk.user.click(within(panel).getByRole('button', { name: 'Enter key' }));
    const expired = desk.services.desk.environment.config
      .current()
      ?.keys.find(({ label }) => label === 'Expired');
    expect(desk.asked).toMatchObject([['enter', expired?.id, { keyLabel: 'Expired' }]]);
    expect([...desk.services.desk.environment.status.snapshot().pausedKeys]).toEqual([expired?.id]);
    await screen.findByRole('option', { name: 'Sales Department' });
    expect(field('Mailbox')).toHaveValue(mailboxId('Billing'));
    expect(screen.getByRole<HTMLOptionElement>('option', { name: 'Reporting only' }).selected).toBe(true);
    expect(screen.getByRole('radio', { name: 'Week' })).toBeChecked();
  });

  test('a key that is refused while its list is at hand is asked for at the field Key', async () => {
    const desk = await openLaunch({ keyAnswer: 'Reporting only' });
    await chooseMailbox(desk, 'Billing');
    const { status, config } = desk.services.desk.environment;
    const [key] = config.current()?.keys ?? [];
    act(() => {
      status.pauseKey(key?.id ?? '');
    });
    expect(field('Key')).toHaveAccessibleDescription(/This key was refused/);
    expect(field('Mailbox')).toHaveValue(mailboxId('Billing'));
    await desk.user.click(screen.getByRole('button', { name: 'Enter key' }));
    expect(desk.asked).toEqual([['enter', key?.id]]);
  });

  test('a list that cannot be read can be asked for again', async () => {
    let broken = true;
    const desk = await openLaunch({
      intercept: (target) =>
        broken && target.endsWith('/admin/mailboxes')
          ? new Response('<html>', { headers: { 'Desk-Request-Id': 'x' } })
          : null,
    });
    const panel = await screen.findByRole('group', { name: 'Answer not understood' });
    broken = false;
    await desk.user.click(within(panel).getByRole('button', { name: 'Check once more' }));
    expect(await screen.findByRole('option', { name: 'Sales Department' })).toBeVisible();
  });

  test('a key without any says so', async () => {
    await openLaunch({
      intercept: (target) => (target.endsWith('/admin/mailboxes') ? Response.json({ mailboxes: [] }) : null),
    });
    await screen.findByRole('heading', { name: 'This key has no mailboxes' });
    expect(screen.getByRole('button', { name: 'Refresh mailbox list' })).toBeVisible();
  });
});

describe('keys', () => {
  test('without any, there is no form, and the page says when there will be', async () => {
    await openLaunch({ keys: [] });
    expect(await screen.findByText(/^The form appears when a key is loaded/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Launch report' })).toBeNull();
  });

  test('one that is not loaded is never swapped silently for another', async () => {
    const desk = await openLaunch({ path: '/launch?key=gone', keyAnswer: 'Reporting only' });
    await screen.findByLabelText('Key');
    expect(field('Key')).toHaveValue('');
    expect(field('Key')).toHaveAccessibleDescription(/not loaded here/);
    await desk.user.click(launchButton());
    expect(field('Key')).toHaveFocus();
    expect(await desk.records()).toHaveLength(0);
    await desk.user.click(screen.getByRole('button', { name: 'Enter key' }));
    expect(desk.asked).toEqual([['enter', 'gone']]);
    await waitFor(() => {
      expect(screen.getByRole<HTMLOptionElement>('option', { name: 'Reporting only' }).selected).toBe(true);
    });
  });

  test('no key value is ever in the address', async () => {
    const desk = await openLaunch();
    await chooseMailbox(desk, 'Sales Department');
    await desk.user.selectOptions(field('Key'), 'Reporting only');
    await desk.user.tab();
    await waitFor(() => {
      expect(desk.router.state.location.search).toContain('key=');
    });
    for (const { key } of desk.sandbox.keys) expect(desk.router.state.location.search).not.toContain(key);
  });
});

describe('the address', () => {
  test('follows the form without a new entry in the history, and Back brings the form back', async () => {
    const desk = await openLaunch();
    await desk.user.selectOptions(await screen.findByLabelText('Report'), 'Domain Performance');
    await desk.user.type(field('Domains'), 'a.com{enter}b.com');
    await desk.user.tab();
    await waitFor(() => {
      expect(new URLSearchParams(desk.router.state.location.search).get('domains')).toBe('a.com\nb.com');
    });
    await act(async () => desk.router.navigate('/launch'));
    expect(field('Report')).toHaveValue('mailboxPerformance');
    await act(async () => desk.router.navigate(-1));
    expect(field('Report')).toHaveValue('mailboxDomainPerformance');
    expect(field('Domains')).toHaveValue('a.com\nb.com');
    await act(async () => desk.router.navigate(-1));
    expect(desk.router.state.location.pathname).toBe('/');
  });

  test('is written a moment after the last key, also without leaving the field', async () => {
    const desk = await openLaunch({ path: '/launch?report=mailboxDomainPerformance' });
    await desk.user.type(await screen.findByLabelText('Domains'), 'a.com');
    await waitFor(() => {
      expect(desk.router.state.location.search).toContain('domains=a.com');
    });
    await desk.user.type(field('Domains'), '.org');
    expect(field('Domains')).toHaveValue('a.com.org');
  });
});

describe('reports', () => {
  test('each shows its own fields', async () => {
    const desk = await openLaunch({ path: `/launch?mailbox=${mailboxId('Support')}` });
    await screen.findByRole('option', { name: 'Support' });
    const shown = () =>
      ['Group by', 'Users', 'Domains', 'Activity', 'Statuses', 'Field groups', 'Include details'].filter(
        (name) =>
          screen.queryByLabelText(name) !== null ||
          ['group', 'radiogroup'].some((role) => screen.queryByRole(role, { name }) !== null),
      );
    expect(shown()).toEqual(['Group by', 'Field groups']);
    await desk.user.selectOptions(field('Report'), 'User Performance');
    expect(shown()).toEqual(['Group by', 'Users', 'Field groups', 'Include details']);
    await desk.user.selectOptions(field('Report'), 'Domain Performance');
    expect(shown()).toEqual(['Group by', 'Domains', 'Field groups']);
    await desk.user.selectOptions(field('Report'), 'Message Detail');
    expect(shown()).toEqual(['Activity', 'Statuses', 'Field groups', 'Include details']);
  });

  test('Custom begins with the days of the preset before it', async () => {
    const desk = await openLaunch({ path: `/launch?mailbox=${mailboxId('Support')}&range=last-month` });
    await screen.findByRole('option', { name: 'Support' });
    await desk.user.click(screen.getByRole('radio', { name: 'Custom' }));
    expect(field('From')).toHaveValue('2026-08-01T00:00');
    expect(field('To')).toHaveValue('2026-08-31T23:59:59');
  });

  test('a user who is not in the mailbox any more stays in sight', async () => {
    await openLaunch({
      path: `/launch?report=mailboxUserPerformance&mailbox=${mailboxId('Support')}&users=left-us`,
    });
    const users = await screen.findByRole('group', { name: 'Users' });
    expect(await within(users).findByLabelText('left-us (not in this mailbox)')).toBeChecked();
  });
});

describe('from a refused launch', () => {
  const open = async (record: RunRecord) => openLaunch({ path: formLink(record), records: [record] });

  test('the reason stands at the field that it names, until that field is changed', async () => {
    const record = refused(LAST_WEEK_OF_SUPPORT, 'settings-refused', "Parameter 'end' is out of range.");
    const desk = await open(record);
    await screen.findByRole('option', { name: 'Support' });
    expect(field('Mailbox')).toHaveValue(mailboxId('Support'));
    expect(field('To')).toHaveValue('2026-09-13T23:59:59');
    expect(field('To')).toHaveAccessibleDescription(/Parameter 'end' is out of range\./);
    await desk.user.click(screen.getByRole('radio', { name: 'Today' }));
    await desk.user.click(screen.getByRole('radio', { name: 'Custom' }));
    expect(field('To')).toHaveValue('2026-09-13T23:59:59');
    fireEvent.change(field('To'), { target: { value: '2026-09-12T23:59:59' } });
    expect(field('To')).not.toHaveAccessibleDescription(/out of range/);
  });

  test('a reason that names a parameter of the operator’s own stands there', async () => {
    const request = {
      ...LAST_WEEK_OF_SUPPORT,
      parameters: { ...LAST_WEEK_OF_SUPPORT.parameters, ownerIds: ['u1'] },
    };
    const desk = await open(refused(request, 'settings-refused', "Unknown parameter 'ownerIds'."));
    const more = await screen.findByRole('group', { name: 'More parameters' });
    expect(more).toHaveTextContent("Refused last time: Unknown parameter 'ownerIds'.");
    expect(within(more).getByLabelText('Value')).toHaveValue('["u1"]');
    await desk.user.click(within(more).getByRole('button', { name: 'Remove parameter 1' }));
    expect(more).not.toHaveTextContent('Refused last time');
  });

  test('the link of its card becomes the address of the form at once', async () => {
    const desk = await open(refused(LAST_WEEK_OF_SUPPORT, 'settings-refused', 'Try later.'));
    await waitFor(() => {
      expect(desk.router.state.location.search).toContain('range=custom&start=2026-09-07T00%3A00%3A00');
    });
    expect(desk.router.state.location.search).not.toContain('record=');
    await act(async () => desk.router.navigate(-1));
    expect(desk.router.state.location.pathname).toBe('/');
  });

  test('a reason that names no field stands above the form, as text', async () => {
    const record = refused(LAST_WEEK_OF_SUPPORT, 'settings-refused', 'Try <b>later</b>.');
    await open(record);
    const panel = await screen.findByRole('group', { name: 'Check these settings' });
    expect(panel).toHaveTextContent('Try <b>later</b>.');
  });

  test('a mailbox out of reach is said at Mailbox', async () => {
    await open(refused(LAST_WEEK_OF_SUPPORT, 'mailbox-out-of-reach', 'Not found.'));
    await screen.findByRole('option', { name: 'Support' });
    expect(field('Mailbox')).toHaveAccessibleDescription(/Outside of this key’s list, or gone/);
  });

  test('the same settings again are a re-run of that record, changed ones a launch of their own', async () => {
    const record = refused(LAST_WEEK_OF_SUPPORT, 'settings-refused', "Parameter 'end' is out of range.");
    const same = await open(record);
    await screen.findByRole('option', { name: 'Support' });
    await same.user.click(launchButton());
    await screen.findByRole('heading', { name: 'Elsewhere' });
    expect((await same.records()).at(-1)).toMatchObject({ rerunOf: 'r1', body: record.body });
    same.view.unmount();
    const changed = await open(record);
    await screen.findByRole('option', { name: 'Support' });
    await changed.user.click(screen.getByRole('radio', { name: 'Today' }));
    await changed.user.click(launchButton());
    await screen.findByRole('heading', { name: 'Elsewhere' });
    expect((await changed.records()).at(-1)?.rerunOf).toBeNull();
  });
});
