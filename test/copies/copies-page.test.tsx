// Saved copies through the whole desk: saved from a page and from a card, opened when the result is gone, and never a part that looks
// whole.
import { act, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { copySettings } from '#src/copies/copy-settings.ts';
import { formLink } from '#src/launch/form-state.ts';
import { collectDownloads, textOf } from '#test/support/downloads.ts';
import { openRun } from '#test/support/open-run.ts';
import { createWorld, openDesk, pass, see } from '#test/support/render-app.tsx';
import type { World } from '#test/support/render-app.tsx';

afterEach(() => localStorage.clear());

type Desk = ReturnType<typeof openDesk>;

const HOURLY = { parameters: { period: 'hour' } };
/** By its words: looking for roles over and over in a long table would take the test its time. */
const button = (name: string | RegExp) => see(() => screen.getByText(name, { selector: 'button' }));
const title = (words: string) => see(() => screen.getByText(words, { selector: 'h2, h2 *' }));
const items = () => screen.queryAllByText('Export to a file', { selector: 'button' });
const reads = (world: World) => world.sandbox.log.filter(({ method }) => method === 'GET').length;

async function go(desk: Desk, path: string) {
  await act(() => desk.router.navigate(path));
}

async function dayLater(desk: Desk) {
  await desk.user.click(await button('+ 24 hours'));
}

/** A result whose copy was saved from its page. */
async function savedRun(desk: Desk, mailbox = 'Sales Department', wish = {}) {
  const id = await openRun(desk, mailbox, wish);
  await desk.user.click(await button('Save a copy'));
  await button('Copy saved');
  return id;
}

describe('Save a copy', () => {
  it('keeps all rows, which are loaded first, and says so in place', async () => {
    const world = createWorld();
    const desk = openDesk(world);
    await openRun(desk, 'Sales Department', HOURLY);
    await desk.user.click(await button('Save a copy'));
    await see(() => screen.getByText('A copy of 744 rows is saved in this browser.'));
    expect(await world.copies.all()).toMatchObject([{ complete: true, rowCount: 744, source: 'operator' }]);
    expect(await button('Copy saved')).toHaveAttribute('aria-disabled', 'true');
  });

  it('on a card reads the whole result, and marks the card', async () => {
    const world = createWorld();
    const desk = openDesk(world);
    await openRun(desk, 'Sales Department', { ...HOURLY, path: '/' });
    await desk.user.click(await button('Save a copy'));
    await button('Copy saved');
    expect(await world.copies.all()).toMatchObject([{ complete: true, rowCount: 744 }]);
  });

  it('that only gets a part says what stood in the way, and keeps nothing', async () => {
    const world = createWorld();
    const desk = openDesk(world);
    await openRun(desk, 'Drill: page link refused', { ...HOURLY, path: '/' });
    await desk.user.click(await button('Save a copy'));
    await see(() => screen.getByText('This page link stopped working. No copy was saved.'));
    expect(await world.copies.all()).toEqual([]);
  });

  it('says that it was not saved where the browser has no room, and offers the rows as a file', async () => {
    const world = createWorld();
    Object.assign(world.copies, {
      save: () => Promise.reject(new DOMException('full', 'QuotaExceededError')),
    });
    const desk = openDesk(world);
    const files = collectDownloads();
    await openRun(desk, 'Sales Department');
    await desk.user.click(await button('Save a copy'));
    await see(() => screen.getByText('Copy not saved', { selector: 'h2 *' }));
    expect(screen.getByText(/^The result stays at Emailgistics until/)).toBeVisible();
    await desk.user.click(await button('Export now'));
    await see(() => expect(files).toHaveLength(1));
    await desk.user.click(await button('Save a copy'));
    await desk.user.click(await button('Free space'));
    await see(() => expect(desk.router.state.location.pathname).toBe('/copies'));
  });
});

describe('a result that has expired', () => {
  it('opens from its copy, marked as one, and leads to it first where it is final', async () => {
    const world = createWorld();
    const first = openDesk(world);
    const id = await savedRun(first);
    await dayLater(first);
    first.close();
    const desk = openDesk(world);
    const asked = reads(world);
    await go(desk, `/runs/${id}`);
    await title('Result expired');
    await title('Saved copy');
    await see(() => screen.getByText(/^Saved on 16 Sep 2026, 10:0\d Toronto time/));
    await see(() => expect(document.querySelectorAll('thead th').length).toBeGreaterThan(2));
    await desk.user.click(await button('Open saved copy'));
    await see(() => expect(desk.router.state.location.pathname).toBe(`/copies/${id}`));
    await title('Saved copy');
    expect(reads(world)).toBe(asked);
  });

  it('shows a part as a part, and does not offer it as its copy', async () => {
    const world = createWorld();
    const first = openDesk(world);
    const id = await openRun(first, 'Sales Department', HOURLY);
    const { fetch } = world.network;
    world.network.fetch = (target, init) =>
      target.includes('starting_after') ? new Promise(() => undefined) : fetch(target, init);
    await first.user.click(await button('Save a copy'));
    await first.user.click(await button('Save 500 rows now'));
    await see(() => screen.getByText(/^Partial, only 500.* A copy of 500 rows is saved/));
    await button('Save a copy');
    await dayLater(first);
    first.close();
    openDesk(world, `/runs/${id}`);
    await title('Saved copy of a part');
    expect(screen.getByText(/^Not the whole result: 500 rows are here/)).toBeVisible();
    expect(screen.queryByText('Open saved copy')).toBeNull();
    expect(screen.queryByText('Load all rows')).toBeNull();
  });

  it('gives way to its whole copy where only a part of it was loaded', async () => {
    const world = createWorld();
    const desk = openDesk(world);
    const id = await openRun(desk, 'Sales Department', { ...HOURLY, path: '/' });
    await desk.user.click(await button('Save a copy'));
    await button('Copy saved');
    await go(desk, `/runs/${id}`);
    await see(() => screen.getByText('500 rows loaded, more follow'));
    await dayLater(desk);
    await title('Saved copy');
    await see(() =>
      expect(Number(document.querySelector('table')?.getAttribute('aria-rowcount'))).toBeGreaterThan(744),
    );
  });

  it('is read from its copy in a tab that cannot reach the desk', async () => {
    const world = createWorld();
    const first = openDesk(world);
    const id = await savedRun(first);
    first.close();
    world.network.fetch = () => Promise.reject(new TypeError('Failed to fetch'));
    openDesk(world, `/runs/${id}`);
    await title('Saved copy');
    await see(() => expect(document.querySelectorAll('thead th').length).toBeGreaterThan(2));
  });
});

describe('the launch form', () => {
  it.each([true, false])(
    'says that an expired result is there only where all of it is saved (%s)',
    async (saved) => {
      const world = createWorld();
      const desk = openDesk(world);
      const id = saved ? await savedRun(desk) : await openRun(desk, 'Sales Department');
      await button('Export CSV');
      await dayLater(desk);
      const record = desk.services.desk.environment.records.get(id);
      if (record === null) throw new Error('no record');
      await go(desk, formLink(record));
      await button(/^Launch report/);
      // The form looks at the clock once a minute.
      await pass(120_000);
      expect(screen.queryAllByText('This result is there already').length > 0).toBe(saved);
    },
  );
});

describe('the page of saved copies', () => {
  it('lists, finds, exports and reads in again, and removes after asking', async () => {
    const world = createWorld();
    const desk = openDesk(world);
    const files = collectDownloads();
    await savedRun(desk);
    await savedRun(desk, 'Support');
    await go(desk, '/copies');
    await see(() => expect(items()).toHaveLength(2));
    expect(screen.getByText(/^2 copies, about/)).toBeVisible();
    await desk.user.type(screen.getByLabelText('Find a copy'), 'support');
    await see(() => screen.getByText('1 of 2 copies'));
    await desk.user.click(
      screen.getByRole('button', { name: 'Export to a file: Mailbox Performance · Support' }),
    );
    await see(() => expect(files).toHaveLength(1));
    const text = await textOf(files[0]?.blob ?? new Blob());

    await desk.user.click(await button('Remove these 1'));
    await see(() => screen.getByText(/can be run again/));
    await desk.user.click(await button('Keep it'));
    expect(await world.copies.all()).toHaveLength(2);
    await desk.user.click(await button('Remove these 1'));
    await desk.user.click(await button('Remove copy'));
    await see(() => expect(items()).toHaveLength(0));
    await desk.user.clear(screen.getByLabelText('Find a copy'));

    const file = new File([text], 'copy.json', { type: 'application/json' });
    // jsdom's files cannot be read as text.
    Object.assign(file, { text: () => Promise.resolve(text) });
    const [input] = document.querySelectorAll<HTMLInputElement>('input[type=file]');
    if (input === undefined) throw new Error('no file input');
    await desk.user.upload(input, file);
    await see(() => screen.getByText('Mailbox Performance · Support, 31 rows, is in the list.'));
    await desk.user.upload(input, file);
    await see(() => expect(items()).toHaveLength(2));
    expect((await world.copies.all()).map(({ source }) => source).toSorted()).toEqual(['file', 'operator']);

    await desk.user.click(await button('Remove all'));
    await desk.user.click(await button('Remove 2 copies'));
    await title('No copy is saved in this browser');
  });

  it('opens a copy whose card was removed', async () => {
    const world = createWorld();
    const desk = openDesk(world);
    const id = await savedRun(desk);
    await act(() => desk.services.desk.remove(id));
    await go(desk, `/runs/${id}`);
    await title('Saved copy');
    await go(desk, '/copies/nothing-like-it');
    expect(await see(() => screen.getByText('This browser has no such copy'))).toBeVisible();
  });

  it.each([true, false])(
    'removes a key’s copies with the key only where that is ticked (%s)',
    async (ticked) => {
      const world = createWorld();
      const desk = openDesk(world);
      await savedRun(desk);
      await go(desk, '/connection');
      await desk.user.click(await see(() => screen.getByRole('button', { name: 'Forget key Full access' })));
      const tick = await see(() => screen.getByRole('checkbox', { name: /^Also remove this copy/ }));
      expect(tick).not.toBeChecked();
      if (ticked) await desk.user.click(tick);
      const dialog = screen.getByRole('dialog', { name: 'Forget key Full access?' });
      await desk.user.click(dialog.querySelector('footer button') ?? dialog);
      await see(() => expect(screen.queryByRole('dialog')).toBeNull());
      await see(() => screen.getAllByText(/^The key Full access was forgotten\./));
      expect(await world.copies.all()).toHaveLength(ticked ? 0 : 1);
    },
  );
});

describe('copies that are saved by themselves', () => {
  const AUTOMATIC = { kept: 'ever', automatic: ['mailboxPerformance'] } as const;

  it('are read behind everything else, while the tab is in sight', async () => {
    const world = createWorld();
    copySettings.set({ ...AUTOMATIC, automatic: [...AUTOMATIC.automatic] });
    const priorities: (string | null)[] = [];
    const { fetch } = world.network;
    world.network.fetch = (target, init) => {
      if (target.includes('/reports/results/')) priorities.push(new Headers(init.headers).get('Priority'));
      return fetch(target, init);
    };
    const desk = openDesk(world);
    desk.setVisible(false);
    await openRun(desk, 'Sales Department', { ...HOURLY, path: '/' });
    await see(() => screen.getByText('Done'));
    await pass(60_000);
    expect(await world.copies.all()).toEqual([]);
    priorities.length = 0;
    desk.setVisible(true);
    await button('Copy saved');
    expect(await world.copies.all()).toMatchObject([{ complete: true, rowCount: 744, source: 'automatic' }]);
    expect(priorities).toEqual(['u=7', 'u=7']);
  });

  it('are none of reports that were not chosen, and never of messages', async () => {
    const world = createWorld();
    localStorage.setItem(
      'desk-copies',
      JSON.stringify({ automatic: ['receivedMessageDetail', 'mailboxUserPerformance'] }),
    );
    expect(copySettings.get().automatic).toEqual(['mailboxUserPerformance']);
    const desk = openDesk(world);
    await openRun(desk, 'Sales Department', { path: '/' });
    await see(() => screen.getByText('Done'));
    await pass(60_000);
    expect(await world.copies.all()).toEqual([]);
  });
});
