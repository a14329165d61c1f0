// The Preferences page as an operator meets it: each choice by what it changes elsewhere in the desk.
import { act, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createWorld, goTo, launchReport, openDesk, pass, see } from '../support/render-app.tsx';

const MINUTE = 60_000;

beforeEach(() => {
  localStorage.clear();
});
afterEach(() => {
  localStorage.clear();
  vi.restoreAllMocks();
});

type Desk = ReturnType<typeof openDesk>;

async function go(desk: Desk, path: string) {
  await goTo(desk, path);
}

/** Chooses on the page, which is opened for it. */
async function choose(desk: Desk, legend: string, answer: string | RegExp) {
  await go(desk, '/preferences');
  const group = await see(() => screen.getByRole('radiogroup', { name: legend }));
  await desk.user.click(within(group).getByRole('radio', { name: answer }));
  expect(within(group).getByRole('radio', { name: answer })).toBeChecked();
}

test('theme and density are shown on the whole page at once', async () => {
  const desk = openDesk(createWorld(), '/preferences');
  await choose(desk, 'Theme', 'Dark');
  await choose(desk, 'Density', 'Compact');
  expect(document.documentElement.dataset).toMatchObject({ theme: 'dark', density: 'compact' });
  expect(screen.getByRole('button', { name: 'Theme: dark' })).toBeVisible();
});

test('times of a card are told in the zone that is chosen, and say which it is', async () => {
  const desk = openDesk(createWorld());
  await launchReport(desk, 'Sales Department');
  const pressed = async () => {
    await go(desk, '/');
    const card = await see(() => screen.getByRole('article', { name: /Sales Department/ }));
    await desk.user.click(within(card).getByText('About this run'));
    const term = await see(() => within(card).getByText('Pressed'));
    return term.nextElementSibling?.textContent ?? '';
  };
  await choose(desk, 'Show times in', 'UTC');
  expect(await pressed()).toMatch(/14:\d\d UTC/);
  await choose(desk, 'Show times in', 'Mailbox time');
  expect(await pressed()).toMatch(/10:\d\d Toronto time/);
});

test('in the list of runs a time that is not the viewer’s says whose it is', async () => {
  const desk = openDesk(createWorld());
  await launchReport(desk, 'Sales Department');
  await choose(desk, 'Show times in', 'Mailbox time');
  await go(desk, '/?view=list');
  const launched = await see(() => screen.getByRole('cell', { name: /^today 10:\d\d Toronto time$/ }));
  expect(launched).toBeVisible();
});

test('the panel of a failure tells its times in the zone that is chosen', async () => {
  const desk = openDesk(createWorld());
  await launchReport(desk, 'Drill: fails while running');
  await choose(desk, 'Show times in', 'Mailbox time');
  await go(desk, '/');
  const card = await see(() => screen.getByRole('article', { name: /fails while running/ }));
  const panel = await see(() => within(card).getByRole('group', { name: 'Report failed while running' }));
  await desk.user.click(within(panel).getByText('Details'));
  const time = await see(() => within(panel).getByText('Time').nextElementSibling);
  expect(time?.textContent).toMatch(/, 10:\d\d Toronto time, /);
});

/** Everything that is asked of the gateway from now on. */
function listen(world: ReturnType<typeof createWorld>): string[] {
  const asked: string[] = [];
  const { fetch } = world.network;
  world.network.fetch = (target, init) => {
    asked.push(String(target));
    return fetch(target, init);
  };
  return asked;
}

const pollsIn = (asked: readonly string[]) =>
  asked.filter((target) => target.includes('/reports/results/')).length;

/** What the desk asks in the first three minutes of one endless run: polls of it, and readings of the meters. */
async function askedInThreeMinutes(pace: 'As often as is useful' | 'Slower') {
  const world = createWorld();
  const desk = openDesk(world);
  await choose(desk, 'Ask how runs are', pace);
  await launchReport(desk, 'Drill: never ends');
  await see(() => screen.getByText('Running'));
  const asked = listen(world);
  await pass(3 * MINUTE);
  desk.close();
  return {
    polls: pollsIn(asked),
    meters: asked.filter((target) => target.includes('/desk/usage')).length,
  };
}

test('the slower pace asks for less, and never for more', async () => {
  const normal = await askedInThreeMinutes('As often as is useful');
  const slower = await askedInThreeMinutes('Slower');
  expect(slower.polls).toBeGreaterThan(0);
  expect(slower.polls).toBeLessThanOrEqual(3);
  expect(normal.polls).toBeGreaterThan(2 * slower.polls);
  expect(slower.meters).toBeLessThanOrEqual(7);
  expect(normal.meters).toBeGreaterThan(5 * slower.meters);
});

test('another tab’s choice of the pace holds here for the wait that is on', async () => {
  const world = createWorld();
  const desk = openDesk(world);
  await choose(desk, 'Ask how runs are', 'Slower');
  await launchReport(desk, 'Drill: never ends');
  await see(() => screen.getByText('Running'));
  const asked = listen(world);
  await pass(35_000);
  expect(pollsIn(asked)).toBe(0);
  localStorage.setItem('desk-pace', 'normal');
  window.dispatchEvent(new StorageEvent('storage', { key: 'desk-pace' }));
  await pass(10_000);
  expect(pollsIn(asked)).toBeGreaterThan(0);
});

test('This week begins on the day that is chosen', async () => {
  const desk = openDesk(createWorld());
  const rangeOfThisWeek = async () => {
    await go(desk, '/launch');
    await desk.user.selectOptions(
      await see(() => screen.getByLabelText('Mailbox')),
      await see(() => screen.getByRole('option', { name: /^Sales Department/ })),
    );
    await desk.user.click(screen.getByRole('radio', { name: 'This week' }));
    return screen.getByRole('radiogroup', { name: 'Range' }).textContent;
  };
  await choose(desk, 'Weeks begin on', 'Monday');
  expect(await rangeOfThisWeek()).toContain('14–16 Sep 2026');
  await choose(desk, 'Weeks begin on', 'Saturday');
  expect(await rangeOfThisWeek()).toContain('12–16 Sep 2026');
});

test('shortcuts of a single key do nothing once they are off', async () => {
  const desk = openDesk(createWorld(), '/preferences');
  const page = (name: string) => see(() => screen.getByRole('heading', { level: 1, name }));
  await page('Preferences');
  await desk.user.keyboard('l');
  await page('Launch a report');
  await choose(desk, 'Shortcuts of a single key', 'Off');
  act(() => (document.activeElement as HTMLElement).blur());
  await desk.user.keyboard('l');
  await pass(1_000);
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Preferences');
});

test('a file is taken in with what it cannot give, a wrong one changes nothing, and Reset goes back to the start', async () => {
  const desk = openDesk(createWorld(), '/preferences');
  const file = await see(() => screen.getByLabelText('File with preferences'));
  const give = (text: string) =>
    desk.user.upload(file, new File([text], 'mine.json', { type: 'application/json' }));

  await give('{"format":"something else"}');
  const outcome = await see(() => screen.getByRole('region', { name: 'Outcome' }));
  expect(outcome).toHaveTextContent(
    '“mine.json” is no file of preferences of this desk. Nothing was changed.',
  );
  expect(document.documentElement).not.toHaveAttribute('data-theme');

  await give(
    JSON.stringify({
      format: 'report-desk-preferences',
      version: 1,
      preferences: { theme: 'light', pace: 'slower', zone: 'moon' },
    }),
  );
  await see(() => expect(outcome).toHaveTextContent('2 preferences taken from “mine.json”.'));
  expect(outcome).toHaveTextContent('Show times in stays as it is');
  expect(document.documentElement.dataset['theme']).toBe('light');
  expect(screen.getByRole('radio', { name: 'Slower' })).toBeChecked();

  localStorage.setItem('desk-run-notices', 'no');
  await desk.user.click(screen.getByRole('button', { name: 'Reset' }));
  expect(document.documentElement).not.toHaveAttribute('data-theme');
  expect(screen.getByRole('radio', { name: 'As often as is useful' })).toBeChecked();
  expect(desk.services.notices.choice.get()).toBeNull();
});

test('Export gives a file that can be taken in', async () => {
  const blobs: Blob[] = [];
  vi.stubGlobal(
    'URL',
    Object.assign(URL, {
      createObjectURL: (blob: Blob) => {
        blobs.push(blob);
        return 'blob:x';
      },
      revokeObjectURL: () => undefined,
    }),
  );
  const clicked = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
  const desk = openDesk(createWorld(), '/preferences');
  await choose(desk, 'Density', 'Compact');
  await desk.user.click(screen.getByRole('button', { name: 'Export preferences' }));
  expect(clicked.mock.contexts.map((link) => (link as HTMLAnchorElement).download)).toEqual([
    'report-desk-preferences.json',
  ]);
  expect(JSON.parse((await blobs[0]?.text()) ?? '')).toMatchObject({
    format: 'report-desk-preferences',
    preferences: { density: 'compact', theme: 'system' },
  });
  vi.unstubAllGlobals();
});

test('where the browser keeps nothing, the page says so beside the choice that was made', async () => {
  const desk = openDesk(createWorld(), '/preferences');
  const group = await see(() => screen.getByRole('radiogroup', { name: 'Density' }));
  expect(group).not.toHaveAccessibleDescription(/keeps nothing/);
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  await desk.user.click(within(group).getByRole('radio', { name: 'Compact' }));
  expect(document.documentElement.dataset['density']).toBe('compact');
  expect(group).toHaveAccessibleDescription(/the choice holds until the tab is closed/);
});

test('the page is reached from the header and from Connection', async () => {
  const desk = openDesk(createWorld(), '/connection');
  const main = await see(() => screen.getByRole('main'));
  await desk.user.click(await see(() => within(main).getByRole('link', { name: 'Preferences' })));
  await see(() => screen.getByRole('heading', { level: 1, name: 'Preferences' }));
  await go(desk, '/');
  await desk.user.click(within(screen.getByRole('banner')).getByRole('link', { name: 'Preferences' }));
  expect(await see(() => screen.getByRole('heading', { level: 1, name: 'Preferences' }))).toBeVisible();
});
