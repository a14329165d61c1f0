import { screen } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import type { LaunchRequest } from '#src/contract/reports.ts';
import { createWorld, goTo, launches, openDesk, pass, see } from '#test/support/render-app.tsx';
import type { World } from '#test/support/render-app.tsx';

type Desk = ReturnType<typeof openDesk>;
type Parameters = Partial<LaunchRequest['parameters']>;

const AUGUST = { start: '2026-08-01T00:00:00', end: '2026-08-31T23:59:59' };
/** Pages of two rows each: many pages and few rows, which are drawn fast. */
const SHORT_PAGES = 'Drill: short pages';

function fail(message: string): never {
  throw new Error(message);
}

/** Launches for a mailbox by name and opens the result. */
async function openResult(desk: Desk, mailbox: string, parameters: Parameters = {}) {
  const { client, config } = desk.services.desk.environment;
  const [key] = (await see(() => config.current() ?? fail('no config'))).keys;
  if (key === undefined) fail('no key');
  const reply = await client.send({ method: 'GET', target: '/api/v1/admin/mailboxes', keyId: key.id });
  const { mailboxes } = reply.body as {
    mailboxes: { mailboxId: string; mailboxName: string; timeZone: string }[];
  };
  const found = mailboxes.find(({ mailboxName }) => mailboxName === mailbox) ?? fail('no such mailbox');
  const record = await desk.services.desk.launch(
    {
      report: 'mailboxPerformance',
      options: {},
      parameters: { ...AUGUST, period: 'day', ...parameters, mailboxId: found.mailboxId },
    },
    { keyId: key.id, keyLabel: key.label, mailbox: { name: mailbox, timeZone: found.timeZone } },
  );
  await goTo(desk, `/runs/${record.id}`);
  await loaded(/^\d+ rows?( loaded|$)/);
}

const loaded = (words: RegExp | string) => see(() => screen.getByText(words, { selector: 'p span' }));
const title = (words: string) => see(() => screen.getByText(words, { selector: 'h2 *' }));
const noTitle = (words: string) => expect(screen.queryByText(words, { selector: 'h2 *' })).toBeNull();
const press = (desk: Desk, words: string) => desk.user.click(screen.getByText(words, { selector: 'button' }));

const OF_DESK = { 'Desk-Request-Id': 'test' };
const fault = () => new Response('{}', { status: 503, headers: OF_DESK });
const overBudget = (seconds: number) =>
  new Response(JSON.stringify({ status: 'error', error: { code: 'desk-budget', message: 'Full.' } }), {
    status: 429,
    headers: { ...OF_DESK, 'Retry-After': String(seconds) },
  });

/** Answers pages after the first in place of the API, as long as `instead` gives something. Gives what was asked for. */
function laterPages(world: World, instead: (times: number) => Response | null): string[] {
  const asked: string[] = [];
  const { fetch } = world.network;
  world.network.fetch = (target, init) => {
    if (!target.includes('starting_after')) return fetch(target, init);
    asked.push(target);
    const answer = instead(asked.length);
    return answer === null ? fetch(target, init) : Promise.resolve(answer);
  };
  return asked;
}

// Pages fetch their code on first use, which would count as time of the first story.
beforeAll(async () => {
  await import('#src/results/result-page.tsx');
});

describe('reading all rows', () => {
  it('goes on by itself however often the budget is used up, and asks only when it may', async () => {
    const world = createWorld();
    const desk = openDesk(world);
    await openResult(desk, SHORT_PAGES);
    const asked = laterPages(world, (times) => (times <= 3 ? overBudget(50) : null));
    await press(desk, 'Load all rows');
    await title('Paused: too many requests');
    for (let waits = 1; waits <= 2; waits += 1) {
      await pass(50_000);
      await title('Paused: too many requests');
      expect(asked).toHaveLength(waits + 1);
      expect(screen.getByText('Pause', { selector: 'button' })).toBeVisible();
    }
    await pass(52_000);
    await loaded('31 rows');
    expect(new Set(asked.slice(0, 4)).size).toBe(1);
    expect(new Set(asked.slice(3)).size).toBe(asked.length - 3);
    noTitle('Paused: too many requests');
  });

  it('can be paused while the budget is waited for, and goes on at a press', async () => {
    const world = createWorld();
    const desk = openDesk(world);
    await openResult(desk, SHORT_PAGES);
    const asked = laterPages(world, (times) => (times === 1 ? overBudget(40) : null));
    await press(desk, 'Load all rows');
    await title('Paused: too many requests');
    await press(desk, 'Pause');
    await see(() => noTitle('Paused: too many requests'));
    await pass(60_000);
    expect(asked).toHaveLength(1);
    await loaded('2 rows loaded, more follow');
    await press(desk, 'Load all rows');
    await loaded('31 rows');
    expect(asked[1]).toBe(asked[0]);
  });

  it('can be paused while a fault is waited out, and nothing is asked for until it is wanted', async () => {
    const world = createWorld();
    const desk = openDesk(world);
    await openResult(desk, SHORT_PAGES);
    let faulty = true;
    const asked = laterPages(world, () => (faulty ? fault() : null));
    await press(desk, 'Load all rows');
    await title('Update delayed');
    await press(desk, 'Pause');
    await see(() => noTitle('Update delayed'));
    const before = asked.length;
    await pass(60_000);
    expect(asked).toHaveLength(before);
    faulty = false;
    await press(desk, 'Load all rows');
    await loaded('31 rows');
    expect(asked[before]).toBe(asked[0]);
  });

  it('goes on at the page that failed, without those before it', async () => {
    const world = createWorld();
    const desk = openDesk(world);
    await openResult(desk, SHORT_PAGES);
    // The fourth of the pages that follow cannot be read.
    const asked = laterPages(world, (times) =>
      times === 4 ? new Response('<p>Maintenance</p>', { status: 200, headers: OF_DESK }) : null,
    );
    await press(desk, 'Load all rows');
    await title('Answer not understood');
    expect(asked).toHaveLength(4);
    await press(desk, 'Check once more');
    await loaded('31 rows');
    expect(asked[4]).toBe(asked[3]);
    expect(new Set(asked).size).toBe(asked.length - 1);
    noTitle('Answer not understood');
  });

  it('does not follow a refused link once more where reading the first page anew failed too', async () => {
    const world = createWorld();
    const desk = openDesk(world);
    await openResult(desk, 'Drill: page link refused');
    await press(desk, 'Load all rows');
    await title('This page link stopped working');
    const { fetch } = world.network;
    const asked: string[] = [];
    let faulty = true;
    world.network.fetch = (target, init) => {
      if (!target.includes('/results/')) return fetch(target, init);
      asked.push(target);
      return faulty ? Promise.resolve(fault()) : fetch(target, init);
    };
    await press(desk, 'Reload from first page');
    await title('Update delayed');
    faulty = false;
    await press(desk, 'Check now');
    await see(() => screen.getByText('Load all rows', { selector: 'button' }));
    expect(asked.filter((target) => target.includes('starting_after'))).toEqual([]);
    await loaded('31 rows loaded, more follow');
    expect(launches(world)).toHaveLength(1);
  });
});

describe('what another run would give', () => {
  const button = () => screen.getByRole('button', { name: /^Run again/ });

  it('is said at the button: the same, where everything is final', async () => {
    const world = createWorld();
    await openResult(openDesk(world), 'Sales Department', {
      start: '2026-08-03T00:00:00',
      end: '2026-08-04T23:59:59',
    });
    expect(screen.getByText('Final')).toBeVisible();
    expect(button()).toHaveAccessibleDescription(
      'All periods are final: running it again gives the same rows.',
    );
  });

  it('is said at the button: newer figures, where the last period was open', async () => {
    const world = createWorld();
    await openResult(openDesk(world), 'Sales Department', {
      start: '2026-09-15T00:00:00',
      end: '2026-09-16T23:59:59',
    });
    expect(screen.getByText(/^Data up to 16 Sep 2026, 10:0\d Toronto time$/)).toBeVisible();
    expect(button()).toHaveAccessibleDescription(
      'The last period was still open: running it again may give newer figures.',
    );
  });
});

describe('the messages behind the figures', () => {
  it('are one press away from a result and from a row, as a filled form that nothing was sent for', async () => {
    const world = createWorld();
    const desk = openDesk(world);
    await openResult(desk, 'Sales Department', { start: '2026-08-03T00:00:00', end: '2026-08-04T23:59:59' });
    const all = screen.getByRole('link', { name: 'Show these messages' });
    expect(all.getAttribute('href')).toMatch(/start=2026-08-03T00%3A00%3A00&end=2026-08-04T23%3A59%3A59/);
    const [first] = screen.getAllByRole('rowheader');
    await desk.user.click(first?.querySelector('button') ?? fail('no row to open'));
    const dialog = await see(() => screen.getByRole('dialog'));
    const link = await see(
      () =>
        [...dialog.querySelectorAll('a')].find(({ textContent }) => textContent === 'Show these messages') ??
        fail('no link'),
    );
    await desk.user.click(link);
    await see(() => expect(screen.getByLabelText('Report')).toHaveDisplayValue('Message Detail'));
    expect(desk.router.state.location.search).toMatch(
      /range=custom&start=2026-08-03T00%3A00%3A00&end=2026-08-03T23%3A59%3A59/,
    );
    expect(launches(world)).toHaveLength(1);
  });
});
