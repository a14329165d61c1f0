// The usual report is three presses away from the board, and so is one that was saved.
import { act, screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { browserPresets } from '#src/launch/preset-store.ts';
import { mailboxByName } from '#src/sandbox/mailboxes.ts';
import { createWorld, launches, openDesk, see } from '#test/support/render-app.tsx';

afterEach(() => {
  window.localStorage.clear();
});

const ready = () =>
  see(() => {
    const select = screen.getByLabelText('Mailbox');
    expect(select.querySelectorAll('option').length).toBeGreaterThan(1);
    return select;
  });

test('from the board: Launch, a mailbox, Launch report', async () => {
  const world = createWorld();
  const desk = openDesk(world);
  let presses = 0;
  const press = async (element: HTMLElement) => {
    presses += 1;
    await desk.user.click(element);
  };
  await press(await see(() => screen.getByRole('link', { name: 'Launch' })));
  const select = await ready();
  presses += 1;
  await desk.user.selectOptions(select, 'Support');
  await press(screen.getByRole('button', { name: 'Launch report' }));
  await see(() => screen.getByRole('article', { name: 'Mailbox Performance · Support' }));
  await see(() => expect(launches(world)).toHaveLength(1));
  expect(presses).toBe(3);
});

test('from the board: Launch, a preset, Launch report', async () => {
  const world = createWorld();
  const mailbox = mailboxByName('Support')?.listing.mailboxId ?? '';
  browserPresets.put({
    id: 'p1',
    name: 'Monthly by week',
    query: `report=mailboxUserPerformance&mailbox=${mailbox}&range=last-month&by=week`,
    pinned: true,
  });
  const desk = openDesk(world);
  await desk.user.click(await see(() => screen.getByRole('link', { name: 'Launch' })));
  await ready();
  const presets = screen.getByRole('region', { name: 'Presets' });
  await desk.user.click(within(presets).getByRole('link', { name: 'Monthly by week' }));
  await see(() => expect(screen.getByLabelText('Mailbox')).toHaveValue(mailbox));
  await desk.user.click(screen.getByRole('button', { name: 'Launch report' }));
  await see(() => screen.getByRole('article', { name: 'User Performance · Support' }));
  await see(() => expect(launches(world)).toHaveLength(1));
  expect(launches(world)[0]?.body).toEqual({
    parameters: {
      mailboxId: mailbox,
      start: '2026-08-01T00:00:00',
      end: '2026-08-31T23:59:59',
      period: 'week',
    },
  });
  act(() => browserPresets.remove('p1'));
});
