// Choosing mailboxes: one from many, or several at once.
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { mailboxByName } from '#src/sandbox/mailboxes.ts';
import { openLaunch } from './open-launch.tsx';

const idOf = (name: string) => mailboxByName(name)?.listing.mailboxId ?? '';
const select = () => screen.getByRole<HTMLSelectElement>('combobox', { name: 'Mailbox' });
const options = () => [...select().options].filter(({ disabled }) => !disabled).map(({ text }) => text);
const search = () => screen.getByLabelText('Find by name');

async function open(path = '/launch') {
  const desk = await openLaunch({ path });
  await screen.findByLabelText('Find by name');
  return desk;
}

test('a search narrows many to those with every word in name or address, and Enter takes the only one', async () => {
  const desk = await open();
  const all = options().length;
  await desk.user.type(search(), 'island OFFICE');
  expect(options()).toEqual(['Island Office']);
  expect(search()).toHaveAccessibleDescription('Enter chooses Island Office.');
  await desk.user.keyboard('{Enter}');
  expect(select()).toHaveValue(idOf('Island Office'));
  await desk.user.clear(search());
  expect(options()).toHaveLength(all);
  expect(await desk.records()).toHaveLength(0);
});

test('what is chosen stays in the list, and Enter chooses nothing where none or several match', async () => {
  const desk = await open(`/launch?mailbox=${idOf('Billing')}`);
  await desk.user.type(search(), 'no such{Enter}');
  expect(options()).toEqual(['Billing']);
  expect(search()).toHaveAccessibleDescription('None has that in its name.');
  await desk.user.clear(search());
  await desk.user.type(search(), 'drill{Enter}');
  expect(search()).toHaveAccessibleDescription(/^\d+ to choose from\.$/);
  expect(select()).toHaveValue(idOf('Billing'));
});

test('a key with few mailboxes has no search', async () => {
  const desk = await open();
  await desk.user.selectOptions(screen.getByLabelText('Key'), 'Reporting only');
  await waitFor(() => {
    expect(options()).toEqual(['Sales Department', 'Support', 'Billing']);
  });
  expect(screen.queryByLabelText('Find by name')).toBeNull();
});

test('several are ticked in a list that keeps the one that was chosen, and stand in the address', async () => {
  const desk = await open(`/launch?mailbox=${idOf('Billing')}`);
  await desk.user.click(screen.getByRole('button', { name: 'Several mailboxes' }));
  expect(search()).toHaveFocus();
  const group = screen.getByRole('group', { name: 'Mailboxes' });
  expect(within(group).getByLabelText('Billing')).toBeChecked();
  expect(within(group).getByLabelText('Careers 2024 (inactive)')).not.toBeChecked();
  await desk.user.type(search(), 'orders');
  expect(within(group).getAllByRole('checkbox')).toHaveLength(2);
  await desk.user.click(within(group).getByLabelText('Orders'));
  expect(group).toHaveAccessibleDescription(
    '2 launches, one for each, each in its own time: Berlin time and Kolkata time.',
  );
  await desk.user.tab();
  await waitFor(() => {
    expect(new URLSearchParams(desk.router.state.location.search).getAll('mailbox')).toEqual([
      idOf('Billing'),
      idOf('Orders'),
    ]);
  });
});

test('a link with several opens the list; one alone can be gone back to when the others are taken off', async () => {
  const desk = await open(`/launch?mailbox=${idOf('Billing')}&mailbox=${idOf('Orders')}`);
  const group = screen.getByRole('group', { name: 'Mailboxes' });
  const back = screen.getByRole('button', { name: 'Only one mailbox' });
  await desk.user.click(back);
  expect(back).toHaveAccessibleDescription('Several are chosen. Take off all but one first.');
  expect(within(group).getByLabelText('Orders')).toBeChecked();
  await desk.user.click(within(group).getByLabelText('Billing'));
  await desk.user.click(back);
  expect(select()).toHaveValue(idOf('Orders'));
});

test('one that is not in the list of the key is named, stops the launch, and can be taken off', async () => {
  const desk = await open(`/launch?mailbox=${idOf('Billing')}&mailbox=${idOf('Orders')}`);
  await desk.user.selectOptions(screen.getByLabelText('Key'), 'Reporting only');
  const group = screen.getByRole('group', { name: 'Mailboxes' });
  const other = await within(group).findByLabelText('Orders (not in the list of this key)');
  await desk.user.click(screen.getByRole('button', { name: 'Launch report' }));
  expect(group).toHaveAccessibleDescription(/Not every mailbox that was chosen is in the list of this key\./);
  expect(await desk.records()).toHaveLength(0);
  await desk.user.click(other);
  expect(group).not.toHaveAccessibleDescription(/Not every mailbox/);
});
