// Launches of one press on the board and in the list: they stand together, say how far they are, and leave the queue as one.
import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
// Read before the stories begin: in them time passes while code is fetched.
import '#src/board/board-late.ts';
import { mailboxByName } from '#src/sandbox/mailboxes.ts';
import { createWorld, goTo, launches, openDesk, pass, see } from '#test/support/render-app.tsx';
import type { World } from '#test/support/render-app.tsx';

/** Three that take their time, and two that have to wait for them. */
const LONG = ['Drill: never ends', 'Drill: slow', 'Drill: unknown status'];
const SHORT = ['Support', 'Billing'];

const cards = () => screen.queryAllByRole('article').map((card) => card.getAttribute('aria-label') ?? '');
const batch = () =>
  screen.getByRole('heading', { level: 2, name: /mailboxes ·/ }).closest('li') ?? document.body;

/** `others` stand on the board already. */
async function launchTogether(world: World, names: readonly string[], others = 0) {
  const desk = openDesk(world);
  const query = names.map((name) => `mailbox=${mailboxByName(name)?.listing.mailboxId}`).join('&');
  await goTo(desk, `/launch?${query}`);
  await see(() => screen.getByText('On this desk'));
  await desk.user.click(screen.getByRole('button', { name: 'Launch report' }));
  await see(() => expect(cards()).toHaveLength(others + names.length));
  return desk;
}

test('three mailboxes become one batch: each is launched once, and the heading says how many are done', async () => {
  const world = createWorld();
  await launchTogether(world, [...SHORT, 'Orders']);
  await see(() => within(batch()).getByText('Mailbox Performance for 3 mailboxes · 3 of 3 done'));
  expect(within(batch()).getAllByRole('article')).toHaveLength(3);
  await pass(10_000);
  expect(launches(world)).toHaveLength(3);
  expect(within(batch()).queryByRole('button', { name: 'Remove all from queue' })).toBeNull();
});

test('what waits of a batch leaves the queue with one press, is never sent, and comes back with Undo', async () => {
  const world = createWorld();
  const before = await launchTogether(world, LONG);
  await see(() => expect(within(batch()).getAllByText('Running')).toHaveLength(3));
  before.close();
  // A second batch behind the first: all of it waits.
  const desk = await launchTogether(world, SHORT, LONG.length);
  const heading = () =>
    screen.getByRole('heading', { name: 'Mailbox Performance for 2 mailboxes · 0 of 2 done' });
  await see(heading);
  await desk.user.click(screen.getByRole('button', { name: 'Remove all from queue' }));
  await see(() => expect(cards()).toHaveLength(3));
  expect(screen.queryByRole('button', { name: 'Remove all from queue' })).toBeNull();
  await pass(5_000);
  expect(launches(world)).toHaveLength(3);
  await desk.user.click(await see(() => screen.getByRole('button', { name: 'Undo' })));
  await see(heading);
  expect(launches(world)).toHaveLength(3);
});

test('the list marks them, and the mark leads to all of them', async () => {
  const world = createWorld();
  const desk = await launchTogether(world, SHORT);
  await goTo(desk, '/?view=list');
  const marks = await see(() => {
    const found = screen.getAllByRole('link', { name: /^Batch: all launched together with/ });
    expect(found).toHaveLength(2);
    return found;
  });
  await desk.user.click(marks[0] ?? document.body);
  await see(() => expect(desk.router.state.location.search).toContain('q='));
  await see(() => expect(screen.getByRole('table', { name: 'Runs' })).toHaveAttribute('aria-rowcount', '3'));
});
