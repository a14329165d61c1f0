// The main job through the rendered app: launch, watch, read, see it expire, run it again.
import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { createWorld, launches, launchReport, openDesk, pass, see } from '#test/support/render-app.tsx';

const card = (mailbox: string) => screen.getByRole('article', { name: `Mailbox Performance · ${mailbox}` });

test('a launched report becomes a live card, is done, and opens', async () => {
  const world = createWorld();
  const desk = openDesk(world);
  await launchReport(desk, 'Sales Department');

  const running = await see(() => within(card('Sales Department')).getByText('Running'));
  expect(running).toBeVisible();
  expect(within(card('Sales Department')).getByRole('progressbar', { name: 'Progress' })).toBeVisible();
  expect(screen.getByRole('meter', { name: 'Slots' })).toHaveAttribute(
    'aria-valuetext',
    expect.stringContaining('1 of 3 slots in use'),
  );

  await see(() => within(card('Sales Department')).getByText('Done'));
  expect(within(card('Sales Department')).getByText(/rows? · /)).toBeVisible();
  expect(launches(world)).toHaveLength(1);

  await desk.user.click(within(card('Sales Department')).getByRole('link', { name: 'Open result' }));
  const table = await see(() => screen.getByRole('table', { name: /Mailbox Performance/ }));
  expect(within(table).getAllByRole('row').length).toBeGreaterThan(1);
});

test('the launch says what the contract says, and nothing else', async () => {
  const world = createWorld();
  const desk = openDesk(world);
  await launchReport(desk, 'Sales Department');
  await see(() => card('Sales Department'));
  await see(() => expect(launches(world)).toHaveLength(1));

  const [sent] = launches(world);
  expect(sent?.path).toBe('/api/v1/reports/mailboxPerformance');
  expect(new URLSearchParams(sent?.search).get('max')).toBe('500');
  expect(sent?.body).toEqual({
    parameters: {
      mailboxId: expect.any(String) as string,
      start: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/) as string,
      end: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/) as string,
      period: expect.stringMatching(/^(?:hour|day|week|month)$/) as string,
    },
  });
});

test('an expired result is run again with the same body as a new run, without a request to find out', async () => {
  const world = createWorld();
  const desk = openDesk(world);
  await launchReport(desk, 'Sales Department');
  await see(() => within(card('Sales Department')).getByText('Done'));

  const asked = world.sandbox.log.length;
  await desk.user.click(screen.getByRole('button', { name: /\+ 24 hours/ }));
  await see(() => within(card('Sales Department')).getByRole('group', { name: 'Result expired' }));
  expect(within(card('Sales Department')).getByText('Expired')).toBeVisible();
  await pass(60_000);
  expect(world.sandbox.log).toHaveLength(asked);

  await desk.user.click(within(card('Sales Department')).getByRole('button', { name: /^Run again/ }));
  await see(() => expect(screen.getAllByRole('article')).toHaveLength(2));
  await see(() => expect(launches(world)).toHaveLength(2));
  const [first, second] = launches(world);
  expect(second?.body).toEqual(first?.body);
  expect(second?.search).toBe(first?.search);
  const [older, newer] = (await world.store.all()).toSorted((a, b) => a.pressedAt - b.pressedAt);
  expect(newer?.rerunOf).toBe(older?.id);
  expect(newer?.id).not.toBe(older?.id);
});

test('a double click launches one report', async () => {
  const world = createWorld();
  const desk = openDesk(world);
  await launchReport(desk, 'Support');
  // The second press of a double click meets the page that the first one left behind.
  await see(() => card('Support'));
  await pass(2_000);
  expect(launches(world)).toHaveLength(1);
});

test('a reload in the middle of a run keeps its card and starts nothing', async () => {
  const world = createWorld();
  const before = openDesk(world);
  await launchReport(before, 'Drill: slow');
  await see(() => within(card('Drill: slow')).getByText('Running'));
  before.close();

  openDesk(world);
  await see(() => within(card('Drill: slow')).getByText('Running'));
  await pass(20_000);
  expect(within(card('Drill: slow')).getByText('Running')).toBeVisible();
  expect(launches(world)).toHaveLength(1);
  await pass(600_000);
  await see(() => within(card('Drill: slow')).getByText('Done'));
});

test('a launch that the desk has already is sent again only on purpose', async () => {
  const world = createWorld();
  const desk = openDesk(world);
  await launchReport(desk, 'Drill: slow');
  await see(() => within(card('Drill: slow')).getByText('Running'));

  await pass(20_000);
  await launchReport(desk, 'Drill: slow');
  const notice = await see(() => screen.getByRole('group', { name: 'This report is running already' }));
  await pass(2_000);
  expect(launches(world)).toHaveLength(1);
  expect(within(notice).getByRole('link', { name: 'Open that run' })).toHaveFocus();
  expect(notice.textContent).toMatch(/It was launched \d+ s ago\./);

  await desk.user.click(within(notice).getByRole('button', { name: /^Run anyway/ }));
  await see(() => expect(launches(world)).toHaveLength(2));
  expect(screen.getAllByRole('article')).toHaveLength(2);
});

test('a lone tab hears of the end soon: each of its polls reaches the API', async () => {
  const world = createWorld();
  const desk = openDesk(world);
  let polls = 0;
  const { fetch } = world.network;
  world.network.fetch = (target, init) => {
    if (target.startsWith('/api/v1/reports/results/')) polls += 1;
    return fetch(target, init);
  };
  await launchReport(desk, 'Drill: never ends');
  await see(() => within(card('Drill: never ends')).getByText('Running'));
  await pass(5 * 60_000);
  const upstream = world.sandbox.log.filter(({ path }) => path.includes('/results/')).length;
  expect(polls).toBeGreaterThan(5);
  expect(upstream).toBe(polls);
});

test('a launch left in the queue long ago waits for Send now', async () => {
  const world = createWorld();
  const before = openDesk(world);
  for (const mailbox of ['Drill: never ends', 'Drill: slow', 'Drill: unknown status']) {
    await launchReport(before, mailbox);
    await see(() => within(card(mailbox)).getByText('Running'));
  }
  await launchReport(before, 'Support');
  await see(() => within(card('Support')).getByText('Queued'));
  before.close();
  await pass(45 * 60_000);

  const desk = openDesk(world);
  await see(() => within(card('Drill: slow')).getByText('Done'));
  expect(within(card('Support')).getByText('Queued')).toBeVisible();
  expect(launches(world)).toHaveLength(3);
  await desk.user.click(within(card('Support')).getByRole('button', { name: 'Send now' }));
  await see(() => within(card('Support')).getByText('Done'));
  expect(launches(world)).toHaveLength(4);
});
