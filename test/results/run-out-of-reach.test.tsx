// The desk opened while its gateway does not answer, as the offline shell opens it: what the record knows is shown, as it was last known.
import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { RunState } from '#src/records/record.ts';
import { attempt, MINUTE, record } from '../support/records.ts';
import { createWorld, openDesk, see, STORY_START } from '../support/render-app.tsx';

/** Launched before the connection was lost. */
const THEN = STORY_START - 5 * MINUTE;

const runOf = (id: string, state: RunState, mailbox: string) =>
  record(state, {
    id,
    mailbox: { name: mailbox, timeZone: 'America/Toronto' },
    pressedAt: THEN,
    attempts: [attempt(id, THEN, THEN)],
    checkedAt: THEN,
    movedAt: THEN,
    endedAt: state === 'done' ? THEN : null,
    summary: state === 'done' ? { total: 30, firstPage: 30, more: false, cutoff: null } : null,
  });

/** One run that is done and one that is not, and no gateway. */
async function lostWorld() {
  const world = createWorld();
  const asked: string[] = [];
  world.network.fetch = (target, init) => {
    asked.push(init?.method ?? 'GET');
    return Promise.reject(new TypeError(`Failed to fetch ${String(target)}`));
  };
  await world.store.add(runOf('done-run', 'done', 'Sales'));
  await world.store.add(runOf('running-run', 'running', 'Support'));
  return { world, asked };
}

test('the board shows its cards as they were last known, under one notice, and sends nothing', async () => {
  const { world, asked } = await lostWorld();
  openDesk(world, '/');
  const done = await see(() => screen.getByRole('article', { name: 'Mailbox Performance · Sales' }));
  expect(within(done).getByText('Done')).toBeVisible();
  const running = screen.getByRole('article', { name: 'Mailbox Performance · Support' });
  expect(within(running).getByText('Running')).toBeVisible();
  expect(screen.getAllByRole('group', { name: 'Connection lost' })).toHaveLength(1);
  expect(asked.filter((method) => method !== 'GET')).toEqual([]);
});

test('a finished run without a copy says where its rows are', async () => {
  const { world } = await lostWorld();
  openDesk(world, '/runs/done-run');
  await see(() => screen.getByText(/no copy of them is saved in this browser/));
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Mailbox Performance · Sales');
  expect(screen.getByText('Final')).toBeVisible();
});

test('a run that was not over shows how far it was', async () => {
  const { world } = await lostWorld();
  openDesk(world, '/runs/running-run');
  await see(() => screen.getByRole('progressbar', { name: 'Progress' }));
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Mailbox Performance · Support');
});
