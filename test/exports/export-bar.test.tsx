// Exports from a result's page, through the whole desk: all of it, or what is there, and never a part that looks whole.
import { screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { collectDownloads, textOf } from '#test/support/downloads.ts';
import { readCsv } from '#test/support/csv.ts';
import { openRun } from '#test/support/open-run.ts';
import { createWorld, goTo, openDesk, pass, see } from '#test/support/render-app.tsx';
import type { World } from '#test/support/render-app.tsx';

afterEach(() => localStorage.clear());

const HOURLY = { parameters: { period: 'hour' } };
const NAME = 'mailbox-performance-sales-department-2026-08-01-2026-08-31';
/** By its words: looking for roles over and over in a long table would take the test its time. */
const button = (name: string) => see(() => screen.getByText(name, { selector: 'button' }));
const laterPages = (world: World) =>
  world.sandbox.log.filter(({ search }) => search.includes('starting_after'));

/** Opens a result and gives what is downloaded from it. */
async function open(mailbox: string, wish = {}) {
  const world = createWorld();
  const desk = openDesk(world);
  const files = collectDownloads();
  await openRun(desk, mailbox, wish);
  await button('Export CSV');
  return { world, desk, files };
}

async function csvOf(blob: Blob | undefined, separator = ',') {
  if (blob === undefined) throw new Error('nothing was downloaded');
  return readCsv(await textOf(blob), separator);
}

describe('Export CSV', () => {
  it('writes every row under the names of its columns, and says where to find it', async () => {
    const { desk, files } = await open('Sales Department');
    await desk.user.click(await button('Export CSV'));
    await see(() => screen.getByText(`Exported 31 rows to ${NAME}.csv.`));
    const [head, ...rows] = await csvOf(files[0]?.blob);
    expect(head?.slice(0, 2)).toEqual(['Period start', 'Received']);
    expect(rows).toHaveLength(31);
    expect(rows[0]?.[0]).toMatch(/^2026-08-01T00:00/);
    expect(files.map(({ name }) => name)).toEqual([`${NAME}.csv`]);
  });

  it('loads the rest first where pages follow, each page once', async () => {
    const { world, desk, files } = await open('Sales Department', HOURLY);
    expect(laterPages(world)).toHaveLength(0);
    await desk.user.click(await button('Export CSV'));
    await see(() => screen.getByText(`Exported 744 rows to ${NAME}.csv.`));
    expect(await csvOf(files[0]?.blob)).toHaveLength(745);
    expect(laterPages(world)).toHaveLength(1);
  });

  it('writes what is there when that will do, as a part in name and in words', async () => {
    const { world, desk, files } = await open('Sales Department', HOURLY);
    const { fetch } = world.network;
    world.network.fetch = (target, init) =>
      target.includes('starting_after') ? new Promise(() => undefined) : fetch(target, init);
    await desk.user.click(await button('Export CSV'));
    await see(() => screen.getByText(/The file is written when all rows are here/));
    expect(files).toEqual([]);
    await desk.user.click(await button('Export 500 rows now'));
    await see(() => screen.getByText(/^Partial, only 500, and more may exist\. Exported 500 rows to/));
    expect(files.map(({ name }) => name)).toEqual([`${NAME}-partial.csv`]);
    expect(await csvOf(files[0]?.blob)).toHaveLength(501);
    expect(screen.queryByText(/when all rows are here/)).toBeNull();
  });

  it('waits through a pause, and can be called off', async () => {
    const { world, desk, files } = await open('Sales Department', HOURLY);
    const { fetch } = world.network;
    let letGo = () => {};
    world.network.fetch = async (target, init) => {
      if (target.includes('starting_after')) await new Promise<void>((resolve) => (letGo = resolve));
      return fetch(target, init);
    };
    await desk.user.click(await button('Export CSV'));
    await desk.user.click(await button('Pause'));
    await see(() => screen.getByText(/reading has stopped/));
    await desk.user.click(await button('Do not export'));
    world.network.fetch = fetch;
    // The page that was on its way is let through: it is the last one.
    letGo();
    await see(() => screen.getByText('744 rows'));
    await pass(5_000);
    expect(files).toEqual([]);
  });

  it('keeps the separator and the mark that were chosen', async () => {
    const { desk, files } = await open('Sales Department');
    await desk.user.click(await button('CSV options'));
    const dialog = within(screen.getByRole('dialog', { name: 'CSV options' }));
    await desk.user.click(dialog.getByRole('radio', { name: 'Semicolon' }));
    await desk.user.click(dialog.getByRole('checkbox', { name: 'Begin with a byte order mark' }));
    await desk.user.click(dialog.getByRole('button', { name: 'Done' }));
    await desk.user.click(await button('Export CSV'));
    await see(() => expect(files).toHaveLength(1));
    const text = await textOf(files[0]?.blob ?? new Blob());
    expect(text.startsWith('\uFEFFPeriod start;Received;')).toBe(true);
  });

  it('holds only what the table shows when that is wanted, and says so in its name', async () => {
    const { desk, files } = await open('Sales Department');
    const path = desk.router.state.location.pathname;
    await goTo(desk, `${path}?q=Mon`);
    const shown = await see(() => screen.getByRole('radio', { name: /^What the table shows/ }));
    await desk.user.click(shown);
    await desk.user.click(await button('Export CSV'));
    await see(() => expect(files).toHaveLength(1));
    expect(files[0]?.name).toBe(`${NAME}-selection.csv`);
    const rows = (await csvOf(files[0]?.blob)).length - 1;
    expect(rows).toBeGreaterThan(0);
    expect(rows).toBeLessThan(31);
  });

  it('cannot make a formula of what a sender wrote', async () => {
    const { desk, files } = await open('Drill: odd fields');
    await desk.user.click(await button('Export CSV'));
    await see(() => expect(files).toHaveLength(1));
    const fields = (await csvOf(files[0]?.blob)).flat();
    expect(fields.some((field) => field.startsWith("'="))).toBe(true);
    expect(fields.filter((field) => /^[=+@\t\r]/.test(field) || /^-(?!\d)/.test(field))).toEqual([]);
  });
});

describe('Export JSON', () => {
  it('writes the rows as they came, with what was asked for and when', async () => {
    const { desk, files, world } = await open('Sales Department');
    await desk.user.click(await button('Export JSON'));
    await see(() => screen.getByText(`Exported 31 rows to ${NAME}.json.`));
    const told = JSON.parse(await textOf(files[0]?.blob ?? new Blob())) as Record<string, unknown>;
    expect(told).toMatchObject({
      format: 'report-desk-result',
      complete: true,
      rowCount: 31,
      total: 31,
      dataCutoffTimestamp: null,
      mailbox: { name: 'Sales Department', timeZone: 'America/Toronto' },
      request: { report: 'mailboxPerformance', parameters: { period: 'day' } },
    });
    expect(String(told['capturedAt'])).toMatch(/^2026-09-16T14:0/);
    expect(told['rows']).toHaveLength(31);
    expect(JSON.stringify(told)).not.toContain('sk_');
    expect(world.sandbox.log.filter(({ method }) => method === 'POST')).toHaveLength(1);
  });
});

describe('a page link that stopped working', () => {
  it('leaves what is loaded to be exported, as a part', async () => {
    const { desk, files } = await open('Drill: page link refused', HOURLY);
    await desk.user.click(await button('Load all rows'));
    await desk.user.click(await button('Export rows already loaded'));
    await see(() => screen.getByText(/^Partial, only 500.* Exported 500 rows to/));
    expect(files.map(({ name }) => name)).toEqual([
      'mailbox-performance-drill-page-link-refused-2026-08-01-2026-08-31-partial.csv',
    ]);
  });
});
