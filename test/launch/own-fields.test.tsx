// Field groups, domains and parameters of the operator's own on the page: what is typed, what is said, and what is never lost.
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { mailboxByName } from '#src/sandbox/mailboxes.ts';
import { openLaunch } from './open-launch.tsx';
import type { LaunchDesk } from './open-launch.tsx';

const SUPPORT = mailboxByName('Support')?.listing.mailboxId ?? '';
const field = (name: string) => screen.getByLabelText(name);
const launch = (desk: LaunchDesk) => desk.user.click(screen.getByRole('button', { name: 'Launch report' }));
const query = (desk: LaunchDesk) => new URLSearchParams(desk.router.state.location.search);

async function open(more: string) {
  const desk = await openLaunch({ path: `/launch?mailbox=${SUPPORT}&${more}` });
  await screen.findByRole('option', { name: 'Support' });
  return desk;
}

describe('field groups', () => {
  test('others are typed as a list, beside the boxes, which keep their ticks', async () => {
    const desk = await open('by=day');
    fireEvent.click(screen.getByText('Other field groups'));
    fireEvent.change(field('Other groups'), { target: { value: 'openData, closeData  slaData,' } });
    expect(field('Other groups')).toHaveValue('openData, closeData  slaData,');
    const boxes = within(screen.getByRole('group', { name: 'Field groups' }));
    expect(boxes.getByLabelText('Closing')).toBeChecked();
    await desk.user.click(boxes.getByLabelText('Replies'));
    await desk.user.tab();
    await waitFor(() => {
      expect(query(desk).getAll('fields')).toEqual(['closeData', 'openData', 'slaData']);
    });
    fireEvent.change(field('Other groups'), { target: { value: '' } });
    expect(boxes.getByLabelText('Closing')).not.toBeChecked();
    await launch(desk);
    expect(screen.getByRole('group', { name: 'Field groups' })).toHaveAccessibleDescription(
      /Choose at least one group\./,
    );
  });

  test('those of a link stand in the field, and what is an assumption says so', async () => {
    await open('fields=closeData&fields=openData');
    expect(field('Other groups')).toHaveValue('openData');
    expect(screen.getByRole('group', { name: 'Field groups' })).toHaveAccessibleDescription(
      'Closing is not documented for this report.',
    );
  });
});

describe('domains', () => {
  test('a wrong one is named with its line after a press, and the text stays as it was typed', async () => {
    const desk = await open('report=mailboxDomainPerformance');
    const text = 'a.com\n*.b.com\n\nc.com, A.com';
    fireEvent.change(field('Domains'), { target: { value: text } });
    expect(field('Domains')).toHaveAccessibleDescription(/^2 domains; 1 repeated one counts once\./);
    expect(field('Domains')).not.toHaveAttribute('aria-invalid');
    await launch(desk);
    expect(field('Domains')).toHaveFocus();
    expect(field('Domains')).toHaveAccessibleDescription(/Line 2: “\*\.b\.com” has a “\*”\./);
    expect(field('Domains')).toHaveValue(text);
    expect(await desk.records()).toHaveLength(0);
  });
});

describe('more parameters', () => {
  const rows = () => screen.queryAllByRole('group', { name: /^Parameter \d/ });

  test('are said to be undocumented, refused under a name that has a field, and kept', async () => {
    const desk = await open('more=period:week&more=tags:7');
    const group = screen.getByRole('group', { name: 'More parameters' });
    expect(group).toHaveAccessibleDescription(/^Not documented: the API may refuse or ignore them\./);
    expect(field('Mailbox')).toHaveValue(SUPPORT);
    await launch(desk);
    const [first, second] = rows().map((row) => within(row).getByLabelText('Name'));
    expect(first).toHaveFocus();
    expect(first).toHaveAccessibleDescription(
      '“period” has a field of its own in this form. Enter it there.',
    );
    expect(second).not.toHaveAttribute('aria-invalid');
    expect(await desk.records()).toHaveLength(0);
    fireEvent.change(first ?? document.body, { target: { value: 'weeks' } });
    await launch(desk);
    await screen.findByRole('heading', { name: 'Elsewhere' });
    const [record] = await desk.records();
    expect(JSON.parse(record?.body ?? '')).toMatchObject({ parameters: { weeks: 'week', tags: 7 } });
  });

  test('the wrong value has the focus, not the name beside it', async () => {
    const desk = await open('more=tags:');
    await launch(desk);
    expect(field('Value')).toHaveFocus();
    expect(field('Value')).toHaveAccessibleDescription(/Enter a value for “tags”/);
  });

  test('a row that is removed leaves the others as they are, and the focus at the button', async () => {
    const desk = await open('more=a:1&more=b:2&more=c:3');
    await desk.user.click(screen.getByRole('button', { name: 'Remove parameter 2' }));
    expect(rows().map((row) => within(row).getByLabelText<HTMLInputElement>('Name').value)).toEqual([
      'a',
      'c',
    ]);
    expect(screen.getByRole('button', { name: 'Add a parameter' })).toHaveFocus();
    await waitFor(() => {
      expect(query(desk).getAll('more')).toEqual(['a:1', 'c:3']);
    });
  });

  test('stay when another report is chosen', async () => {
    const desk = await open('more=statuses:%5B%22open%22%5D');
    await desk.user.selectOptions(field('Report'), 'Message Detail');
    expect(field('Value')).toHaveValue('["open"]');
    await launch(desk);
    expect(field('Name')).toHaveAccessibleDescription(/“statuses” has a field of its own/);
  });
});
