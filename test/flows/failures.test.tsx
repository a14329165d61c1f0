// What an operator meets when something goes wrong, from the press of the button to the way out.
import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { createWorld, launches, launchReport, openDesk, pass, see } from '#test/support/render-app.tsx';

const card = (mailbox: string) => screen.getByRole('article', { name: `Mailbox Performance · ${mailbox}` });
const panel = (mailbox: string, title: string) => within(card(mailbox)).getByRole('group', { name: title });

test('a missing permission asks for another key, and sends the launch once more only when told to', async () => {
  const world = createWorld();
  const desk = openDesk(world);
  await launchReport(desk, 'Sales Department', { key: 'Reporting only', report: 'Message Detail' });
  const card = () => screen.getByRole('article', { name: 'Message Detail · Sales Department' });
  const refused = await see(() => within(card()).getByRole('group', { name: 'This key lacks a permission' }));
  expect(refused).toHaveTextContent('messages:read');
  expect(within(refused).queryByRole('button', { name: /try again|retry/i })).toBeNull();

  await desk.user.click(within(refused).getByRole('button', { name: 'Use a key with more scopes' }));
  const dialog = await see(() => screen.getByRole('dialog'));
  const enter = async (label: string) => {
    const key = world.sandbox.keys.find((known) => known.label === label)?.key ?? '';
    await desk.user.clear(within(dialog).getByLabelText('Label'));
    await desk.user.type(within(dialog).getByLabelText('Label'), 'Wider key');
    await desk.user.type(within(dialog).getByLabelText('Key value'), key);
    await desk.user.click(within(dialog).getByRole('button', { name: 'Use this key' }));
  };
  await enter('Reporting only');
  await see(() => within(dialog).getByText(/^This is the key that was refused/));
  await enter('Full access');
  const confirm = await see(() => screen.getByRole('button', { name: /^Send once more/ }));
  expect(launches(world)).toHaveLength(1);
  await desk.user.click(confirm);
  await see(() => expect(launches(world)).toHaveLength(2));
  expect(launches(world)[1]?.body).toEqual(launches(world)[0]?.body);
});

test('a 503 on a launch is sent exactly once and reads as not sure', async () => {
  const world = createWorld();
  const desk = openDesk(world);
  await launchReport(desk, 'Drill: 503 on launch after accepting');
  const unsure = await see(() => panel('Drill: 503 on launch after accepting', 'Not sure it started'));
  expect(within(unsure).getByRole('button', { name: 'Keep waiting' })).toBeVisible();
  expect(screen.getByRole('meter', { name: 'Slots' })).toHaveAttribute(
    'aria-valuetext',
    expect.stringContaining('1 of 3 slots in use'),
  );
  await pass(10 * 60_000);
  expect(launches(world)).toHaveLength(1);

  await desk.user.click(within(unsure).getByRole('button', { name: 'Treat as not started' }));
  await see(() =>
    expect(screen.getByRole('meter', { name: 'Slots' })).toHaveAttribute(
      'aria-valuetext',
      expect.stringContaining('0 of 3 slots in use'),
    ),
  );
  expect(launches(world)).toHaveLength(1);
});

test('updates that fail do not disturb what is on the card', async () => {
  const world = createWorld();
  const desk = openDesk(world);
  await launchReport(desk, 'Drill: updates delayed');
  await see(() => panel('Drill: updates delayed', 'Update delayed'));
  expect(within(card('Drill: updates delayed')).getByRole('progressbar')).toBeVisible();
  expect(within(card('Drill: updates delayed')).queryByText('Failed')).toBeNull();
  await see(() => within(card('Drill: updates delayed')).getByText('Done'));
  expect(launches(world)).toHaveLength(1);
});

test('an unreadable update keeps what was known', async () => {
  const world = createWorld();
  const desk = openDesk(world);
  await launchReport(desk, 'Drill: unreadable 200');
  await see(() => panel('Drill: unreadable 200', 'Answer not understood'));
  expect(within(card('Drill: unreadable 200')).getByRole('progressbar')).toBeVisible();
  await see(() => within(card('Drill: unreadable 200')).getByText('Done'));
});

test('a run that fails says why and frees its slot', async () => {
  const world = createWorld();
  const desk = openDesk(world);
  await launchReport(desk, 'Drill: fails while running');
  const failed = await see(() => panel('Drill: fails while running', 'Report failed while running'));
  expect(within(failed).getByRole('button', { name: /^Run again/ })).toBeVisible();
  expect(screen.getByRole('meter', { name: 'Slots' })).toHaveAttribute(
    'aria-valuetext',
    expect.stringContaining('0 of 3 slots in use'),
  );
});

test('refused settings come back with the form filled in', async () => {
  const world = createWorld();
  const desk = openDesk(world);
  await launchReport(desk, 'Drill: settings refused');
  const refused = await see(() => panel('Drill: settings refused', 'Check these settings'));
  const edit = within(refused).getByRole('button', { name: 'Edit and run' });
  await desk.user.click(edit);
  const mailbox = await see(() => screen.getByLabelText<HTMLSelectElement>('Mailbox'));
  await see(() => expect(mailbox.selectedOptions[0]?.textContent).toMatch(/^Drill: settings refused/));
  expect(screen.getByText(/out of range/)).toBeVisible();
});

test('a refused key pauses, a working one takes up where it stopped', async () => {
  const world = createWorld();
  const desk = openDesk(world);
  await launchReport(desk, 'Drill: slow');
  await see(() => within(card('Drill: slow')).getByText('Running'));
  // The API stops accepting the key in the middle of the run.
  const { fetch } = world.network;
  world.network.fetch = async (target, init) => {
    if (!target.startsWith('/api/v1/reports/results/')) return fetch(target, init);
    const answer = await fetch('/healthz', { method: 'GET' });
    const body = JSON.stringify({ status: 'error', error: { code: '401', message: 'Unauthorized.' } });
    return new Response(body, { status: 401, headers: answer.headers });
  };
  const refused = await see(() => panel('Drill: slow', 'Key not accepted'));
  expect(within(card('Drill: slow')).queryByText('Failed')).toBeNull();
  await pass(60_000);
  world.network.fetch = fetch;

  await desk.user.click(within(refused).getByRole('button', { name: 'Enter key' }));
  const dialog = await see(() => screen.getByRole('dialog'));
  const key = world.sandbox.keys.find(({ label }) => label === 'Full access')?.key ?? '';
  await desk.user.type(within(dialog).getByLabelText('Label'), 'The same key');
  await desk.user.type(within(dialog).getByLabelText('Key value'), key);
  await desk.user.click(within(dialog).getByRole('button', { name: 'Use this key' }));
  await see(() => expect(screen.queryByRole('dialog')).toBeNull());
  await see(() =>
    expect(within(card('Drill: slow')).queryByRole('group', { name: 'Key not accepted' })).toBeNull(),
  );
  expect(launches(world)).toHaveLength(1);
});
