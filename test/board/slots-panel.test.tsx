// The slots panel in the rendered app: the account's slots in one line, what holds them, and the queue in the operator's hands.
import { act, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import * as z from 'zod/mini';
// Read before the stories begin: in them time passes while code is fetched.
import '#src/board/board-late.ts';
import { MAILBOXES_PATH } from '#src/contract/endpoints.ts';
import { mailboxListSchema } from '#src/contract/mailboxes.ts';
import type { RunState } from '#src/records/record.ts';
import { createWorld, launches, openDesk, pass, see } from '#test/support/render-app.tsx';
import type { World } from '#test/support/render-app.tsx';
import { launchRequest } from '#test/support/records.ts';

type Desk = ReturnType<typeof openDesk>;

const LINE = /^Slots \d of 3 · /;

function fail(message: string): never {
  throw new Error(message);
}

/** Lets as little time pass as it takes. Looking for cards by their role over and over would take the test its time. */
const becomes = (desk: Desk, name: string, state: RunState) =>
  see(() => {
    const records = desk.services.desk.environment.records.all();
    expect(records.find(({ mailbox }) => mailbox.name === name)?.state).toBe(state);
  });

/** Launches the usual report for mailboxes by name, one after the other, each until it is in `state`. */
async function launchAll(desk: Desk, names: readonly string[], state: RunState) {
  const { client, config } = desk.services.desk.environment;
  const [key = fail('no key')] = (await see(() => config.current() ?? fail('no config'))).keys;
  const mailboxes = await client.read(
    { method: 'GET', target: MAILBOXES_PATH, keyId: key.id },
    (body) => z.parse(mailboxListSchema, body).mailboxes,
  );
  for (const name of names) {
    const { mailboxId, timeZone } =
      mailboxes.find(({ mailboxName }) => mailboxName === name) ?? fail('no such mailbox');
    await act(() =>
      desk.services.desk.launch(launchRequest({ mailboxId }), {
        keyId: key.id,
        keyLabel: key.label,
        mailbox: { name, timeZone },
      }),
    );
    await becomes(desk, name, state);
  }
}

const LONG = ['Drill: never ends', 'Drill: slow', 'Drill: unknown status'];

/** Three runs that go on for long, and `waiting` behind them. */
async function openFull(world: World, waiting: readonly string[]) {
  const desk = openDesk(world);
  await launchAll(desk, LONG, 'running');
  await launchAll(desk, waiting, 'queued');
  return desk;
}

async function unfold(desk: Desk) {
  const line = await see(() => screen.getByText(LINE));
  await desk.user.click(line);
  // jsdom folds details by the click, and tells about it later.
  await see(() => screen.getByRole('list', { name: 'Slots' }));
}
const slots = () => within(screen.getByRole('list', { name: 'Slots' })).getAllByRole('listitem');
const queue = () => within(screen.getByRole('region', { name: 'Queue' })).getAllByRole('listitem');
const inQueue = (place: number) => within(queue()[place - 1] ?? document.body);

test('an empty board says nothing of slots, one run tells how many are free', async () => {
  const world = createWorld();
  const desk = openDesk(world);
  await see(() => screen.getByText('No runs yet'));
  expect(screen.queryByText(LINE)).not.toBeInTheDocument();
  await launchAll(desk, ['Support'], 'running');
  expect(await see(() => screen.getByText('Slots 1 of 3 · 2 free'))).toBeVisible();
  expect(screen.queryByRole('list', { name: 'Slots' })).not.toBeInTheDocument();

  await unfold(desk);
  expect(slots()).toHaveLength(3);
  expect(within(slots()[0] ?? document.body).getByRole('link')).toHaveTextContent('Support');
  expect(slots()[1]).toHaveTextContent('Free');
  await becomes(desk, 'Support', 'done');
  expect(screen.queryByText(LINE)).not.toBeInTheDocument();
});

test('each slot tells what holds it, since when, and when it should end', async () => {
  const world = createWorld();
  const desk = await openFull(world, []);
  expect((await see(() => screen.getByText(LINE)))?.textContent ?? '').toMatch(
    /^Slots 3 of 3 · next free (in|within) /,
  );
  await unfold(desk);
  await pass(20_000);
  expect(slots()).toHaveLength(3);
  for (const slot of slots()) {
    expect(within(slot).getByRole('link')).toHaveAttribute('href', expect.stringMatching(/^\/runs\//));
    expect(slot?.textContent ?? '').toMatch(/Running.*Since \d\d:\d\d\. Should end (in|within) /);
  }
});

test('the queue says why each launch waits, in the order in which they go', async () => {
  const world = createWorld();
  const desk = await openFull(world, ['Support', 'Billing']);
  await unfold(desk);
  expect(queue()).toHaveLength(2);
  expect(inQueue(1).getByRole('link')).toHaveTextContent('Support');
  expect(inQueue(1).getByText(/^Sent when a slot is free, (in|within) /)).toBeVisible();
  expect(inQueue(2).getByRole('link')).toHaveTextContent('Billing');
  expect(inQueue(2).getByText(/^Second in the queue\. Sent when a slot is free, (in|within) /)).toBeVisible();
});

test('a launch that is moved up goes first, and keeps the focus on its button', async () => {
  const world = createWorld();
  const desk = await openFull(world, ['Support', 'Billing']);
  await unfold(desk);
  const press = async (place: number, name: string) => {
    await desk.user.click(inQueue(place).getByRole('button', { name }));
  };
  await press(1, 'Move down');
  await see(() => expect(inQueue(2).getByRole('link')).toHaveTextContent('Support'));
  const last = inQueue(2).getByRole('button', { name: 'Move down' });
  expect(last).toHaveFocus();
  expect(last).toHaveAttribute('aria-disabled', 'true');
  expect(last).toHaveAccessibleDescription(/It is the last already/);
  await see(() => screen.getByText('Now number 2 of 2 in the queue'));
  await press(2, 'Move up');
  await see(() => expect(inQueue(1).getByRole('link')).toHaveTextContent('Support'));
  await press(2, 'Move up');
  await see(() => expect(inQueue(1).getByRole('link')).toHaveTextContent('Billing'));

  await see(() => expect(launches(world)).toHaveLength(4));
  await becomes(desk, 'Billing', 'running');
  expect(inQueue(1).getByRole('link')).toHaveTextContent('Support');
});

test('a launch that is removed from the queue is never sent', async () => {
  const world = createWorld();
  const desk = await openFull(world, ['Support']);
  await unfold(desk);
  expect(inQueue(1).queryByRole('button', { name: 'Move up' })).not.toBeInTheDocument();
  await desk.user.click(inQueue(1).getByRole('button', { name: 'Remove from queue' }));
  await see(() => expect(screen.queryByRole('region', { name: 'Queue' })).not.toBeInTheDocument());
  await becomes(desk, 'Drill: unknown status', 'done');
  await pass(5_000);
  expect(launches(world)).toHaveLength(3);
});

test('a launch of unknown outcome holds its slot until a time that is named', async () => {
  const world = createWorld();
  const desk = openDesk(world);
  await launchAll(desk, ['Drill: 503 on launch after accepting'], 'unknown');
  await unfold(desk);
  expect(slots()[0]?.textContent ?? '').toMatch(
    /Held until \d\d:\d\d .+: nobody knows yet whether it started\./,
  );
});

test('a run of another browser is marked, and one whose card is gone is counted as unseen', async () => {
  const world = createWorld();
  const other = openDesk(world);
  await launchAll(other, ['Drill: slow'], 'running');
  other.close();
  const ids = (await world.store.all()).map(({ id }) => id);
  await world.store.remove(ids);
  await world.store.forget(ids);

  const desk = openDesk(world);
  await see(() => screen.getByText('Slots 1 of 3 · 2 free'));
  await unfold(desk);
  expect(slots()[0]).toHaveTextContent('From another browser');
  expect(screen.queryByText(/more in use/)).not.toBeInTheDocument();

  await act(() => world.store.remove(ids));
  await launchAll(desk, ['Drill: never ends'], 'running');
  await unfold(desk);
  expect(await see(() => screen.getByText(/1 more in use that this desk cannot see/))).toBeVisible();
});
