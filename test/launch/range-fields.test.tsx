// The range on the launch page: what is kept of what was typed, what is said beside it, and weeks that begin on another day.
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { mailboxByName } from '#src/sandbox/mailboxes.ts';
import { openLaunch } from './open-launch.tsx';
import type { LaunchDesk } from './open-launch.tsx';

// The viewer is in London, wherever the tests run.
vi.stubEnv('TZ', 'Europe/London');

afterEach(() => {
  localStorage.clear();
});

async function open(query: string, mailbox = 'Sales Department') {
  const id = mailboxByName(mailbox)?.listing.mailboxId ?? '';
  const desk = await openLaunch({ path: `/launch?mailbox=${id}&${query}` });
  await screen.findByRole('option', { name: mailbox });
  return desk;
}

const field = (name: string) => screen.getByLabelText(name);
const choices = (name: string) => screen.getByRole('radiogroup', { name });
const summary = () => screen.getByRole('region', { name: 'Summary' });
const pick = (desk: LaunchDesk, group: string, name: string) =>
  desk.user.click(within(choices(group)).getByRole('radio', { name }));
const type = (name: string, value: string) => fireEvent.change(field(name), { target: { value } });

describe('Custom', () => {
  test('keeps what was typed through every preset and back', async () => {
    const desk = await open('range=last-month');
    await pick(desk, 'Range', 'Custom');
    type('From', '2026-08-03T08:15');
    for (const preset of ['Today', 'Last week', 'Last 30 days']) {
      await pick(desk, 'Range', preset);
      await pick(desk, 'Range', 'Custom');
      expect(field('From')).toHaveValue('2026-08-03T08:15');
      expect(field('To')).toHaveValue('2026-08-31T23:59:59');
    }
  });

  test('begins with the preset before it as long as nothing was typed', async () => {
    const desk = await open('range=last-month');
    await pick(desk, 'Range', 'Custom');
    expect(field('From')).toHaveValue('2026-08-01T00:00');
    await pick(desk, 'Range', 'Yesterday');
    await pick(desk, 'Range', 'Custom');
    expect(field('From')).toHaveValue('2026-09-15T00:00');
    expect(field('To')).toHaveValue('2026-09-15T23:59:59');
  });

  test('keeps the range of a link', async () => {
    const desk = await open('range=custom&start=2026-08-03T08:15&end=2026-08-04T00:00');
    await pick(desk, 'Range', 'Today');
    await pick(desk, 'Range', 'Custom');
    expect(field('From')).toHaveValue('2026-08-03T08:15');
    expect(field('To')).toHaveValue('2026-08-04T00:00');
  });

  test('keeps ends that were emptied on purpose, through every preset and back', async () => {
    const desk = await open('report=receivedMessageDetail&range=last-month');
    await pick(desk, 'Range', 'Custom');
    type('From', '');
    type('To', '');
    await pick(desk, 'Range', 'Today');
    await pick(desk, 'Range', 'Custom');
    expect(field('From')).toHaveValue('');
    expect(field('To')).toHaveValue('');
  });

  test('keeps an end that was entered and emptied again, where none was given to begin with', async () => {
    const desk = await open('report=receivedMessageDetail&range=any');
    await pick(desk, 'Range', 'Custom');
    type('From', '2026-08-03T08:15');
    type('From', '');
    await pick(desk, 'Range', 'Today');
    await pick(desk, 'Range', 'Custom');
    expect(field('From')).toHaveValue('');
  });

  test('keeps the open ends of a link', async () => {
    const desk = await open('report=receivedMessageDetail&range=custom');
    await pick(desk, 'Range', 'Today');
    await pick(desk, 'Range', 'Custom');
    expect(field('From')).toHaveValue('');
  });

  test('keeps the fields themselves, out of sight', async () => {
    const desk = await open('range=custom&start=2026-08-03T08:15');
    const from = field('From');
    await pick(desk, 'Range', 'Today');
    expect(from).not.toBeVisible();
    await pick(desk, 'Range', 'Custom');
    expect(field('From')).toBe(from);
    expect(from).toBeVisible();
  });

  test('a date of which only a part is filled in stops the launch, also where an end may be left open', async () => {
    const desk = await open('report=receivedMessageDetail&range=custom&end=2026-08-04T00:00');
    // What a browser says of it: here no part of a date can be typed.
    Object.defineProperty(field('From'), 'validity', { value: { badInput: true } });
    fireEvent.keyUp(field('From'));
    await desk.user.click(screen.getByRole('button', { name: 'Launch report' }));
    expect(field('From')).toHaveAccessibleDescription(/Only a part of this date and time is filled in\./);
    expect(field('From')).toHaveFocus();
    expect(await desk.records()).toHaveLength(0);
    await pick(desk, 'Range', 'Yesterday');
    await desk.user.click(screen.getByRole('button', { name: 'Launch report' }));
    await screen.findByRole('heading', { name: 'Elsewhere' });
  });

  test('sends the times of messages with a Z where that is chosen, and says what is not known of it', async () => {
    const desk = await open(
      'report=receivedMessageDetail&range=custom&start=2026-08-03T08:15&end=2026-08-04T00:00&z=from',
    );
    const zulu = screen.getByLabelText('Send these times with a Z');
    expect(zulu).toHaveAccessibleDescription(
      /what a Z means here is not documented.*Now only From has one\./,
    );
    expect(field('From')).toHaveAccessibleDescription('Sent with a Z.');
    expect(field('To')).toHaveAccessibleDescription(/^00:00 Toronto time is 05:00 your time\./);
    await desk.user.click(zulu);
    expect(zulu).not.toBeChecked();
    await desk.user.click(zulu);
    await desk.user.click(screen.getByRole('button', { name: 'Launch report' }));
    await waitFor(async () => {
      expect((await desk.records()).map(({ request }) => request.parameters)).toMatchObject([
        { activityStart: '2026-08-03T08:15:00Z', activityEnd: '2026-08-04T00:00:00Z' },
      ]);
    });
  });

  test('offers no Z where the API would ignore it', async () => {
    await open('range=custom&start=2026-08-03T08:15');
    expect(screen.queryByLabelText('Send these times with a Z')).toBeNull();
  });

  test('says at once that the range ends before it begins, but not of a year that is being typed', async () => {
    await open('range=custom&start=2026-08-03T08:15&end=2026-08-04T00:00');
    type('To', '0002-08-04T00:00');
    expect(field('To')).not.toHaveAttribute('aria-invalid');
    type('To', '2026-08-03T08:14:59');
    expect(field('To')).toHaveAttribute('aria-invalid', 'true');
    expect(field('To')).toHaveAccessibleDescription(/The range ends before it begins/);
    type('To', '2026-08-03T08:15');
    expect(field('To')).not.toHaveAttribute('aria-invalid');
  });

  test('says what is empty at its field after a press, and keeps the other end', async () => {
    const desk = await open('range=custom&start=2026-08-03T08:15&end=2026-08-04T00:00');
    type('From', '');
    expect(field('From')).not.toHaveAttribute('aria-invalid');
    await desk.user.click(screen.getByRole('button', { name: 'Launch report' }));
    expect(field('From')).toHaveAccessibleDescription(/Enter when the range begins\./);
    expect(field('From')).toHaveFocus();
    expect(field('To')).toHaveValue('2026-08-04T00:00');
    expect(await desk.records()).toHaveLength(0);
  });

  test('says what an end at midnight takes in, and in the viewer’s own time when that is', async () => {
    await open('range=custom&start=2026-09-01T00:00&end=2026-10-01T00:00');
    expect(field('From')).toHaveAccessibleDescription('00:00 Toronto time is 05:00 your time.');
    expect(field('To')).toHaveAccessibleDescription(
      '00:00 Toronto time is 05:00 your time. An end at 00:00 counts the whole of 1 Oct 2026 too.',
    );
  });
});

describe('beside the range', () => {
  test('stands what a preset means, here and for the viewer', async () => {
    const desk = await open('range=last-7-days');
    expect(choices('Range')).toHaveAccessibleDescription(
      '9–15 Sep 2026, Toronto time. 00:00 Toronto time is 05:00 your time.',
    );
    await pick(desk, 'Range', 'Today');
    expect(choices('Range')).toHaveAccessibleDescription(/^16 Sep 2026, Toronto time\./);
  });

  test('days on which clocks change are flagged, others are not', async () => {
    await open('range=custom&start=2026-10-30T00:00&end=2026-11-03T23:59:59');
    const changes = () => screen.queryByRole('list', { name: 'Changes of clocks' });
    expect(changes()).toHaveTextContent('Clocks go back on 1 Nov 2026: that day has 25 hours.');
    type('To', '2026-10-31T23:59:59');
    expect(changes()).toBeNull();
  });

  test('many rows are told of at the grouping', async () => {
    const desk = await open('range=last-month');
    expect(choices('Group by')).not.toHaveAccessibleDescription();
    await pick(desk, 'Group by', 'Hour');
    expect(choices('Group by')).toHaveAccessibleDescription(
      '744 hours in this range: up to 744 rows, 2 pages of 500.',
    );
  });

  test('message detail has open ends, in words', async () => {
    const desk = await open('report=receivedMessageDetail&range=any');
    expect(choices('Range')).toHaveAccessibleDescription('Messages of any time, up to now.');
    await pick(desk, 'Range', 'Custom');
    expect(field('From')).toHaveAccessibleDescription('Left empty: everything from the beginning.');
    expect(field('To')).toHaveAccessibleDescription('Left empty: everything up to now.');
  });

  test('without a mailbox nothing is claimed about its time', async () => {
    await openLaunch({ path: '/launch?range=last-week' });
    await screen.findByRole('option', { name: 'Support' });
    expect(choices('Range')).not.toHaveAccessibleDescription();
  });
});

describe('weeks', () => {
  test('begin on the day of the operator’s language until another is chosen, which is sent, shown and kept', async () => {
    const desk = await open('range=last-week&by=week');
    expect(within(choices('Weeks begin on')).getByRole('radio', { name: 'Sunday' })).toBeChecked();
    expect(choices('Range')).toHaveAccessibleDescription(/^6–12 Sep 2026, Toronto time/);
    expect(summary()).toHaveTextContent('First period6–12 Sep 2026');
    expect(choices('Weeks begin on')).toHaveAccessibleDescription(/whose weeks may begin on another day/);
    await pick(desk, 'Weeks begin on', 'Monday');
    expect(choices('Range')).toHaveAccessibleDescription(/^7–13 Sep 2026, Toronto time/);
    expect(summary()).toHaveTextContent('First period7–13 Sep 2026');
    expect(summary()).toHaveTextContent(
      'WeeksShown from Monday. Which day the API begins its weeks with is not documented, so its rows may begin on another.',
    );
    await desk.user.click(screen.getByRole('button', { name: 'Launch report' }));
    await waitFor(async () => {
      expect(JSON.parse((await desk.records())[0]?.body ?? '')).toMatchObject({
        parameters: { start: '2026-09-07T00:00:00', end: '2026-09-13T23:59:59' },
      });
    });
    desk.view.unmount();
    await open('range=this-week');
    expect(within(choices('Weeks begin on')).getByRole('radio', { name: 'Monday' })).toBeChecked();
    expect(choices('Range')).toHaveAccessibleDescription(/^14–16 Sep 2026/);
  });

  test('are asked about only where that makes a difference', async () => {
    const desk = await open('range=last-7-days');
    const asked = () => screen.queryByRole('radiogroup', { name: 'Weeks begin on' }) !== null;
    expect(asked()).toBe(false);
    await pick(desk, 'Group by', 'Week');
    expect(asked()).toBe(true);
    await desk.user.selectOptions(field('Report'), 'Message Detail');
    expect(asked()).toBe(false);
    await pick(desk, 'Range', 'Last week');
    expect(asked()).toBe(true);
  });

  test('can be chosen where storage is blocked', async () => {
    const desk = await open('range=last-week');
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('blocked', 'SecurityError');
    });
    await pick(desk, 'Weeks begin on', 'Saturday');
    expect(choices('Range')).toHaveAccessibleDescription(/^5–11 Sep 2026/);
    vi.restoreAllMocks();
    await pick(desk, 'Weeks begin on', 'Sunday');
    expect(choices('Range')).toHaveAccessibleDescription(/^6–12 Sep 2026/);
  });
});
