import { act, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { LaunchRequest, ReportId } from '#src/contract/reports.ts';
import { createWorld, goTo, launches, openDesk, pass, see } from '#test/support/render-app.tsx';
import type { World } from '#test/support/render-app.tsx';

type Desk = ReturnType<typeof openDesk>;

const AUGUST = { start: '2026-08-01T00:00:00', end: '2026-08-31T23:59:59' };

type Wish = {
  report?: ReportId;
  options?: LaunchRequest['options'];
  parameters?: Record<string, unknown>;
  key?: string;
};

/** Launches for a mailbox by name and opens the run's page. */
async function openRun(desk: Desk, mailbox: string, wish: Wish = {}): Promise<string> {
  const { client, config } = desk.services.desk.environment;
  const keys = (await see(() => config.current() ?? fail('no config'))).keys;
  const key = keys.find(({ label }) => label === (wish.key ?? 'Full access')) ?? fail('no such key');
  const reply = await client.send({ method: 'GET', target: '/api/v1/admin/mailboxes', keyId: key.id });
  const { mailboxes } = reply.body as {
    mailboxes: { mailboxId: string; mailboxName: string; timeZone: string }[];
  };
  const found = mailboxes.find(({ mailboxName }) => mailboxName === mailbox) ?? fail('no such mailbox');
  const record = await desk.services.desk.launch(
    {
      report: wish.report ?? 'mailboxPerformance',
      options: wish.options ?? {},
      parameters: { mailboxId: found.mailboxId, ...AUGUST, period: 'day', ...wish.parameters },
    },
    { keyId: key.id, keyLabel: key.label, mailbox: { name: mailbox, timeZone: found.timeZone } },
  );
  await goTo(desk, `/runs/${record.id}`);
  return record.id;
}

function fail(message: string): never {
  throw new Error(message);
}

/** The title of a panel. Found by its words: looking for roles over and over in a long table would take the test its time. */
const title = (words: string) => see(() => screen.getByText(words, { selector: 'h2, h2 *' }));
async function table(): Promise<HTMLElement> {
  await see(() => screen.getByText(/rows?( loaded|$)/, { selector: 'p span' }));
  return screen.getByRole('table', { name: 'Mailbox Performance' });
}
/** Without headings and totals. */
const rowTexts = (element: HTMLElement, column: number) =>
  [...element.querySelectorAll('tbody tr[aria-rowindex]')].map(
    (row) => row.children[column]?.textContent ?? '',
  );
const headers = (element: HTMLElement) =>
  within(element)
    .getAllByRole('columnheader')
    .map((header) => header.textContent);
/** Requests for pages after the first. */
const laterPages = (world: World) =>
  world.sandbox.log.filter(({ search }) => search.includes('starting_after'));

describe('a finished run', () => {
  it('opens on its first page, in the mailbox’s days, and says that it is final', async () => {
    const world = createWorld();
    await openRun(openDesk(world), 'Sales Department');
    const rows = await table();
    expect(
      screen.getByRole('heading', { level: 1, name: 'Mailbox Performance · Sales Department' }),
    ).toBeVisible();
    expect(screen.getByText('1–31 Aug 2026, by day, Toronto time')).toBeVisible();
    expect(screen.getByText('Final')).toBeVisible();
    expect(screen.getByText('31 rows')).toBeVisible();
    expect(screen.getByText(/^Result kept for about 2\d h/)).toBeVisible();
    expect(rowTexts(rows, 0).slice(0, 2)).toEqual(['Sat 1 Aug 2026', 'Sun 2 Aug 2026']);
    expect(rows).toHaveAttribute('aria-rowcount', '33');
    expect(headers(rows).slice(0, 2)).toEqual(['Period start', 'Received']);
    expect(headers(rows).at(-1)).toBe('Row ID');
    expect(screen.queryByRole('button', { name: 'Load all rows' })).toBeNull();
  });

  it('says up to when it counts while its last period is open', async () => {
    const world = createWorld();
    const parameters = { start: '2026-09-01T00:00:00', end: '2026-09-16T23:59:59' };
    await openRun(openDesk(world), 'Sales Department', { parameters });
    await table();
    expect(screen.getByText(/^Data up to 16 Sep 2026, 10:0\d Toronto time$/)).toBeVisible();
    expect(screen.queryByText('Final')).toBeNull();
  });

  it('is sorted by a press on a heading, and back to the order in which it came', async () => {
    const world = createWorld();
    const desk = openDesk(world);
    await openRun(desk, 'Sales Department');
    const rows = await table();
    const column = headers(rows).indexOf('Received');
    const heading = within(rows).getByRole('columnheader', { name: 'Received' });
    const asCame = rowTexts(rows, column).map(Number);
    const press = () => desk.user.click(within(heading).getByRole('button'));
    await press();
    expect(heading).toHaveAttribute('aria-sort', 'descending');
    expect(rowTexts(rows, column).map(Number)).toEqual(asCame.toSorted((a, b) => b - a));
    await press();
    expect(heading).toHaveAttribute('aria-sort', 'ascending');
    expect(rowTexts(rows, column).map(Number)).toEqual(asCame.toSorted((a, b) => a - b));
    await press();
    expect(heading).toHaveAttribute('aria-sort', 'none');
    expect(rowTexts(rows, column).map(Number)).toEqual(asCame);
  });

  it('shows fields that nobody has seen, nulls as blanks, and markup as text', async () => {
    const world = createWorld();
    await openRun(openDesk(world), 'Drill: odd fields');
    const rows = await table();
    expect(headers(rows)).toEqual(
      expect.arrayContaining([
        'Some field nobody has seen',
        'Proto',
        'Kebab field',
        '(no name)',
        'ünïcode'.replace('ü', 'Ü'),
      ]),
    );
    expect(rowTexts(rows, 0)[2]).toBe('');
    expect(within(rows).getByText(/^<img src=x onerror=alert\(1\)>/)).toBeVisible();
    expect(within(rows).getByText('{"a":{"b":[1,{"c":null}]}}')).toBeVisible();
    expect(rows.querySelector('img, script, a')).toBeNull();
  });

  it('teaches why there is nothing where no row matched', async () => {
    const desk = openDesk(createWorld());
    await openRun(desk, 'Sales Department', {
      report: 'mailboxDomainPerformance',
      parameters: { domains: ['nobody.example'] },
    });
    await title('No rows match these settings');
    expect(screen.getByText(/subdomains are not included/)).toBeVisible();
    expect(screen.getByText(/nothing to export or to save/)).toBeVisible();
    const [edit] = screen.getAllByRole('link', { name: 'Edit and run' });
    if (edit !== undefined) await desk.user.click(edit);
    expect(await see(() => screen.getByLabelText(/^Domains/))).toHaveValue('nobody.example');
  });

  it('is run again once, however fast the second press comes, and the new run’s page opens', async () => {
    const world = createWorld();
    const desk = openDesk(world);
    const id = await openRun(desk, 'Sales Department');
    await table();
    const button = screen.getByRole('button', { name: /^Run again/ });
    expect(button).toHaveAccessibleName('Run again · uses 1 of 3 slots');
    await act(async () => {
      button.click();
      button.click();
      await Promise.resolve();
    });
    await see(() => {
      expect(launches(world)).toHaveLength(2);
      expect(desk.router.state.location.pathname).not.toBe(`/runs/${id}`);
    });
    await pass(60_000);
    expect(launches(world)).toHaveLength(2);
    expect(launches(world)[1]?.body).toEqual(launches(world)[0]?.body);
    await table();
  });
});

describe('more rows than a page holds', () => {
  const hourly = { parameters: { period: 'hour' } };

  it('are read by the next links to the end, each page once', async () => {
    const world = createWorld();
    const desk = openDesk(world);
    await openRun(desk, 'Sales Department', hourly);
    await table();
    expect(screen.getByText('500 rows loaded, more follow')).toBeVisible();
    expect(await table()).toHaveAttribute('aria-rowcount', '-1');
    expect(laterPages(world)).toHaveLength(0);
    await desk.user.click(screen.getByRole('button', { name: 'Load all rows' }));
    await see(() => screen.getByText('744 rows'));
    expect(await table()).toHaveAttribute('aria-rowcount', '746');
    expect(laterPages(world)).toHaveLength(1);
    expect(screen.queryByRole('button', { name: 'Load all rows' })).toBeNull();
  });

  it('stop at a pause and go on from there', async () => {
    const world = createWorld();
    const desk = openDesk(world);
    await openRun(desk, 'Drill: short pages');
    await table();
    const { fetch } = world.network;
    let letGo = () => {};
    world.network.fetch = async (target, init) => {
      if (target.includes('starting_after')) await new Promise<void>((resolve) => (letGo = resolve));
      return fetch(target, init);
    };
    await desk.user.click(screen.getByRole('button', { name: 'Load all rows' }));
    expect(screen.getByRole('progressbar', { name: 'Rows loaded' })).toBeInTheDocument();
    await desk.user.click(screen.getByRole('button', { name: 'Pause' }));
    world.network.fetch = fetch;
    letGo();
    await pass(30_000);
    expect(laterPages(world)).toHaveLength(1);
    await desk.user.click(screen.getByRole('button', { name: 'Load all rows' }));
    await see(() => screen.getByText('31 rows'));
  });

  it('stay on screen through a failure, and the reading goes on by itself', async () => {
    const world = createWorld();
    const desk = openDesk(world);
    await openRun(desk, 'Sales Department', hourly);
    await table();
    const { fetch } = world.network;
    let asked = 0;
    world.network.fetch = async (target, init) => {
      if (!target.includes('starting_after')) return fetch(target, init);
      asked += 1;
      return new Response('{}', { status: 503, headers: { 'Desk-Request-Id': 'test' } });
    };
    await desk.user.click(screen.getByRole('button', { name: 'Load all rows' }));
    await pass(3_000);
    expect(screen.getByRole('heading', { name: 'Update delayed' })).toBeVisible();
    expect(asked).toBe(4);
    expect(screen.getByText('500 rows loaded, more follow')).toBeVisible();
    expect(await table()).toBeVisible();
    world.network.fetch = fetch;
    await see(() => screen.getByText('744 rows'));
    expect(screen.queryByRole('heading', { name: 'Update delayed' })).toBeNull();
  });

  it('wait for the budget in sight of the operator, and then go on', async () => {
    const world = createWorld();
    const desk = openDesk(world);
    await openRun(desk, 'Sales Department', hourly);
    await table();
    const { fetch } = world.network;
    let asked = 0;
    world.network.fetch = async (target, init) => {
      if (!target.includes('starting_after')) return fetch(target, init);
      asked += 1;
      if (asked > 1) return fetch(target, init);
      const body = JSON.stringify({ status: 'error', error: { code: 'desk-budget', message: 'Full.' } });
      return new Response(body, { status: 429, headers: { 'Desk-Request-Id': 'test', 'Retry-After': '40' } });
    };
    await desk.user.click(screen.getByRole('button', { name: 'Load all rows' }));
    await title('Paused: too many requests');
    expect(screen.getByText('500 rows loaded, more follow')).toBeVisible();
    await pass(35_000);
    expect(asked).toBe(1);
    await pass(10_000);
    expect(asked).toBe(2);
    expect(screen.getByText('744 rows')).toBeVisible();
    expect(screen.queryByText('Paused: too many requests', { selector: 'h2 *' })).toBeNull();
  });

  it('are not looked for behind a link that leads elsewhere', async () => {
    const world = createWorld();
    const desk = openDesk(world);
    const targets: string[] = [];
    const { fetch } = world.network;
    world.network.fetch = (target, init) => {
      targets.push(target);
      return fetch(target, init);
    };
    await openRun(desk, 'Drill: foreign link');
    await table();
    expect(screen.getByRole('heading', { name: 'Next page leads elsewhere' })).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Load all rows' })).toBeNull();
    await pass(60_000);
    expect(targets.filter((target) => target.includes('elsewhere'))).toEqual([]);
    expect(world.sandbox.log.filter(({ path }) => path.includes('elsewhere'))).toEqual([]);
  });

  it('are read once where pages lead round in a circle', async () => {
    const world = createWorld();
    const desk = openDesk(world);
    await openRun(desk, 'Drill: cycling pages');
    await table();
    await desk.user.click(screen.getByRole('button', { name: 'Load all rows' }));
    await title('Pages lead round in a circle');
    expect(screen.getByText('31 rows loaded, more may follow')).toBeVisible();
    await pass(60_000);
    expect(laterPages(world)).toHaveLength(1);
  });

  it('stay on screen where the link to them is refused, until the first page is read anew', async () => {
    const world = createWorld();
    const desk = openDesk(world);
    await openRun(desk, 'Drill: page link refused', hourly);
    await table();
    await desk.user.click(screen.getByRole('button', { name: 'Load all rows' }));
    await title('This page link stopped working');
    expect(screen.getByText('500 rows loaded, more follow')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Load all rows' })).toBeNull();
    const reads = world.sandbox.log.length;
    await desk.user.click(screen.getByRole('button', { name: 'Reload from first page' }));
    await see(() => screen.getByText('Load all rows'));
    expect(screen.queryByRole('heading', { name: 'This page link stopped working' })).toBeNull();
    expect(launches(world)).toHaveLength(1);
    // The gateway still has the first page.
    expect(world.sandbox.log.length - reads).toBeLessThanOrEqual(1);
  });
});

describe('a run that has no rows to show', () => {
  it('shows how far it is, and its result as soon as it is there', async () => {
    const world = createWorld();
    await openRun(openDesk(world), 'Sales Department');
    await see(() => screen.getByRole('progressbar', { name: 'Progress' }));
    expect(screen.getByText('Running')).toBeVisible();
    expect(screen.getByText('The result opens here by itself.')).toBeVisible();
    await table();
    expect(screen.queryByRole('progressbar', { name: 'Progress' })).toBeNull();
  });

  it('says why it failed and offers the next step', async () => {
    const world = createWorld();
    const desk = openDesk(world);
    await openRun(desk, 'Drill: fails while running');
    await title('Report failed while running');
    const panel = screen.getByRole('group', { name: 'Report failed while running' });
    expect(within(panel).getByText(/mailbox data was not available/, { selector: 'p' })).toBeVisible();
    const before = desk.router.state.location.pathname;
    await desk.user.click(screen.getByRole('button', { name: /^Run again/ }));
    await see(() => expect(desk.router.state.location.pathname).not.toBe(before));
    await see(() => expect(launches(world)).toHaveLength(2));
  });

  it('does not claim to know whether it started where no answer came', async () => {
    const world = createWorld();
    await openRun(openDesk(world), 'Drill: connection dropped');
    await title('Not sure it started');
    const panel = screen.getByRole('group', { name: 'Not sure it started' });
    expect(within(panel).getByRole('button', { name: 'Keep waiting' })).toBeVisible();
    expect(screen.queryByRole('table')).toBeNull();
  });

  it('is said to be unknown where this browser has not launched it', async () => {
    const world = createWorld();
    openDesk(world, '/runs/00000000-0000-4000-8000-000000000000');
    await see(() => screen.getByRole('heading', { level: 1, name: 'This browser knows no such run' }));
    expect(screen.getByRole('link', { name: 'Go to the board' })).toHaveAttribute('href', '/');
  });
});

describe('a result that can no longer be read', () => {
  it('stays on screen when its 24 hours end, without a request to find that out', async () => {
    const world = createWorld();
    const desk = openDesk(world);
    await openRun(desk, 'Sales Department', { parameters: { period: 'hour' } });
    await table();
    const reads = world.sandbox.log.length;
    await desk.user.click(screen.getByText('+ 24 hours'));
    await title('Result expired');
    const panel = screen.getByRole('group', { name: 'Result expired' });
    expect(within(panel).getByRole('button', { name: /^Run again/ })).toBeVisible();
    expect(await table()).toBeVisible();
    expect(screen.getByText('500 rows loaded, more follow')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Load all rows' })).toBeNull();
    expect(world.sandbox.log).toHaveLength(reads);
  });

  it('is not asked for when it is opened after its 24 hours', async () => {
    const world = createWorld();
    const first = openDesk(world);
    const id = await openRun(first, 'Sales Department');
    await table();
    await first.user.click(screen.getByText('+ 24 hours'));
    await title('Result expired');
    first.close();
    const reads = world.sandbox.log.length;
    openDesk(world, `/runs/${id}`);
    await title('Result expired');
    expect(screen.queryByRole('table')).toBeNull();
    expect(world.sandbox.log).toHaveLength(reads);
  });

  it('is said to belong to another key where its key is not loaded', async () => {
    const world = createWorld();
    const desk = openDesk(world);
    await openRun(desk, 'Sales Department', { key: 'Reporting only' });
    await table();
    const { client, config } = desk.services.desk.environment;
    const key = config.current()?.keys.find(({ label }) => label === 'Reporting only');
    await act(async () => {
      await client.send({ method: 'DELETE', target: `/desk/keys/${key?.id ?? ''}` });
      await config.refresh();
    });
    await title('Belongs to another key');
    const panel = screen.getByRole('group', { name: 'Belongs to another key' });
    expect(within(panel).getByRole('button', { name: 'Switch key' })).toBeVisible();
    expect(await table()).toBeVisible();
  });
});
