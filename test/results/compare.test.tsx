import { screen, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { LaunchRequest } from '#src/contract/reports.ts';
import { createWorld, goTo, openDesk, see } from '#test/support/render-app.tsx';
import type { World } from '#test/support/render-app.tsx';

vi.setConfig({ testTimeout: 20_000 });

type Desk = ReturnType<typeof openDesk>;

const AUGUST = { start: '2026-08-01T00:00:00', end: '2026-08-31T23:59:59', period: 'day' };
const JULY = { start: '2026-07-01T00:00:00', end: '2026-07-31T23:59:59', period: 'day' };

function fail(message: string): never {
  throw new Error(message);
}

type Wish = { report?: LaunchRequest['report']; mailbox?: string; comparedWith?: string };

/** Launches and waits for the end of the run. */
async function run(desk: Desk, parameters: Record<string, unknown>, wish: Wish = {}) {
  const { report = 'mailboxPerformance', mailbox = 'Sales Department', comparedWith } = wish;
  const { client, config, records } = desk.services.desk.environment;
  const keys = (await see(() => config.current() ?? fail('no config'))).keys;
  const key = keys.find(({ label }) => label === 'Full access') ?? fail('no such key');
  const reply = await client.send({ method: 'GET', target: '/api/v1/admin/mailboxes', keyId: key.id });
  const { mailboxes } = reply.body as {
    mailboxes: { mailboxId: string; mailboxName: string; timeZone: string }[];
  };
  const { mailboxId, timeZone } =
    mailboxes.find(({ mailboxName }) => mailboxName === mailbox) ?? fail('no such mailbox');
  const record = await desk.services.desk.launch(
    { report, options: {}, parameters: { mailboxId, ...parameters } },
    {
      keyId: key.id,
      keyLabel: key.label,
      mailbox: { name: mailbox, timeZone },
      ...(comparedWith !== undefined && { comparedWith }),
    },
  );
  await see(() => expect(records.get(record.id)?.state).toBe('done'));
  return record;
}

async function openCompare(desk: Desk, id: string): Promise<void> {
  await goTo(desk, `/runs/${id}`);
  await desk.user.click(await see(() => screen.getByText('Compare', { selector: '[role="tab"]' })));
}

/** July first, then August. */
async function runBoth(desk: Desk, wish: Wish = {}) {
  const there = await run(desk, JULY, wish);
  return { there, here: await run(desk, AUGUST, wish) };
}

const cellsOf = (row: HTMLElement) => [...row.children].map((cell) => cell.textContent);
const rowsOf = (table: HTMLElement) => [...table.querySelectorAll<HTMLElement>('tbody tr')].map(cellsOf);
// Found by their labels: looking for roles over and over in long tables would take the test its time.
const totals = () => see(() => screen.getByLabelText('All rows compared'));
const rowByRow = (figure: string) => see(() => screen.getByLabelText(`${figure} compared`));
const numberOf = (text: string | null | undefined) =>
  Number((text ?? '').replaceAll(',', '').replace('−', '-').replace('+', ''));

/** What the page asked of the results of one run. */
const reads = (world: World, self: string | null) =>
  world.sandbox.log.filter(({ path }) => self?.includes(path.split('/').at(-1) ?? 'nothing') === true).length;

describe('a result beside another run', () => {
  it('shows what each comes to and how far they are apart, from day to day of ranges that differ', async () => {
    const desk = openDesk(createWorld());
    const { here } = await runBoth(desk);
    await openCompare(desk, here.id);
    const choice = await see(() => screen.getByLabelText('Compare with'));
    expect(choice).toHaveDisplayValue(/^1–31 Jul 2026, by day, Toronto time, launched today/);
    const received = rowsOf(await totals()).find(([label]) => label === 'Received') ?? fail('no totals');
    expect(numberOf(received[3])).toBe(numberOf(received[1]) - numberOf(received[2]));
    expect(received[4]).toMatch(/^[+−]?[\d.]+\u00a0%$/);
    const rows = rowsOf(await rowByRow('Received'));
    expect(rows).toHaveLength(31);
    expect(rows[0]?.[0]).toBe('Sat 1 Aug 2026beside Wed 1 Jul 2026');
    const sum = (place: number) => rows.reduce((total, row) => total + numberOf(row[place]), 0);
    expect([sum(1), sum(2), sum(3)]).toEqual([1, 2, 3].map((place) => numberOf(received[place])));
    await desk.user.click(screen.getByLabelText('Hide equal rows'));
    const different = rows.filter((row) => numberOf(row[3]) !== 0);
    expect(rowsOf(await rowByRow('Received'))).toEqual(different);
  });

  it('compares the figure that is chosen, shares by points', async () => {
    const desk = openDesk(createWorld());
    const { here } = await runBoth(desk);
    await openCompare(desk, here.id);
    await totals();
    await desk.user.selectOptions(screen.getByLabelText('Figure'), 'Initial replies inside SLA, %');
    const [first] = rowsOf(await rowByRow('Initial replies inside SLA, %'));
    expect(first?.[1]).toMatch(/\u00a0%$/);
    expect(first?.[3]).toMatch(/points?$/);
  });

  it('does not take what is not loaded for missing, and loads the rest when asked to', async () => {
    const world = createWorld();
    const desk = openDesk(world);
    const { here, there } = await runBoth(desk, { mailbox: 'Drill: short pages' });
    const self = desk.services.desk.environment.records.get(there.id)?.self ?? null;
    const before = reads(world, self);
    await openCompare(desk, here.id);
    const partly = rowsOf(await rowByRow('Received'));
    expect(partly.length).toBeLessThan(31);
    expect(screen.getByText(/^This run: only over the \d+ .* The other: only over the \d+ /)).toBeVisible();
    expect(reads(world, self)).toBeLessThanOrEqual(before + 1);
    await desk.user.click(screen.getByText('Load all rows of the other run'));
    await see(() => screen.getByText(/The other: over all 31 rows\.$/));
    const rows = rowsOf(await rowByRow('Received'));
    expect(rows).toHaveLength(31);
    expect(rows.at(-1)?.[1]).toBe('not loaded');
    expect(rows.at(-1)?.slice(3)).toEqual(['', '']);
  });

  it('takes the run that was launched for it before all others', async () => {
    const desk = openDesk(createWorld());
    const there = await run(desk, JULY);
    const here = await run(desk, AUGUST, { comparedWith: there.id });
    await run(desk, { ...JULY, start: '2026-06-01T00:00:00' });
    await openCompare(desk, here.id);
    const choice = await see(() => screen.getByLabelText('Compare with'));
    expect(choice).toHaveValue(there.id);
    expect(screen.getByText('These two were launched to be compared.')).toBeVisible();
    expect(choice.querySelectorAll('option')).toHaveLength(2);
  });

  it('offers runs of the same report by the same periods only, and says so where there is none', async () => {
    const desk = openDesk(createWorld());
    await run(desk, { ...JULY, period: 'week' });
    await run(desk, JULY, { report: 'mailboxDomainPerformance' });
    const here = await run(desk, AUGUST);
    await openCompare(desk, here.id);
    expect(await see(() => screen.getByText('No other run to compare with'))).toBeVisible();
  });

  it('shows the failure of the other run in its place, with its way out', async () => {
    const world = createWorld();
    const desk = openDesk(world);
    const { here, there } = await runBoth(desk);
    const { fetch } = world.network;
    const self = desk.services.desk.environment.records.get(there.id)?.self ?? fail('no link');
    world.network.fetch = async (target, init) =>
      target === self
        ? new Response('{}', { status: 503, headers: { 'Desk-Request-Id': 'test' } })
        : fetch(target, init);
    await openCompare(desk, here.id);
    await see(() => screen.getByText('Update delayed', { selector: 'h2, h2 *' }));
    expect(screen.queryByLabelText('All rows compared')).toBeNull();
    expect(screen.queryByText(/^Loading the rows of the other run/)).toBeNull();
    expect(screen.getByLabelText('Figures')).toBeVisible();
    world.network.fetch = fetch;
    await desk.user.click(screen.getByText('Check now'));
    await totals();
  });
});

describe('figures on top of a result', () => {
  it('are over all rows, and say so where rows are missing', async () => {
    const desk = openDesk(createWorld());
    const here = await run(desk, AUGUST, { mailbox: 'Drill: short pages' });
    await goTo(desk, `/runs/${here.id}`);
    const figures = await see(() => screen.getByLabelText('Figures'));
    expect(within(figures).getByText(/^Only over the \d+ /)).toBeVisible();
    const received = () =>
      numberOf(within(figures).getByText('Received').parentElement?.querySelector('dd')?.textContent);
    const part = received();
    await desk.user.click(screen.getByText('Load all rows'));
    await see(() => within(figures).getByText('Over all 31 rows.'));
    expect(received()).toBeGreaterThan(part);
    expect(within(figures).getByText(/^[\d.]+ %$/)).toBeVisible();
  });
});
