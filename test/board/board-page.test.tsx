// The board with many runs, through the rendered app: filters, the list, what is folded away, and cards that hold still.
import { act, fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
// Read before the stories begin: in them time passes while code is fetched.
import '#src/board/board-late.ts';
import type { RunRecord } from '#src/records/record.ts';
import { createWorld, openDesk, pass, see, STORY_START } from '#test/support/render-app.tsx';
import type { World } from '#test/support/render-app.tsx';
import { pastRuns, run } from './many-runs.ts';

const HOUR = 3_600_000;

/** A desk on which `make` has put runs under the key *Full access*, opened at `path`. */
async function openBoard(make: (keyId: string) => readonly RunRecord[], path = '/') {
  const world = createWorld();
  const config = (await (await world.network.fetch('/desk/config', {})).json()) as {
    keys: { id: string; label: string }[];
  };
  const keyId = config.keys.find(({ label }) => label === 'Full access')?.id ?? '';
  for (const record of make(keyId)) await world.store.add(record);
  return { world, keyId, desk: openDesk(world, path) };
}

const past = (count: number) => (keyId: string) => pastRuns(count, STORY_START, keyId);
const cards = () => screen.getAllByRole('article');
const names = () => cards().map((card) => card.getAttribute('aria-label'));
const rows = () =>
  within(screen.getByRole('table', { name: 'Runs' }))
    .getAllByRole('row')
    .slice(1);
const address = ({ router }: ReturnType<typeof openDesk>) => router.state.location.search;
/** The box is there, with what it says. */
const field = (name: string) => see(() => screen.getByLabelText(name));

describe('the choices', () => {
  it('are not offered over a handful of cards', async () => {
    await openBoard(past(6));
    await see(() => expect(cards()).toHaveLength(6));
    await pass(1_000);
    expect(screen.queryByRole('search')).toBeNull();
  });

  it('narrow the board down, go into the address, and come back with Back', async () => {
    const { desk } = await openBoard(past(20));
    await desk.user.selectOptions(await field('Report'), 'Message Detail');
    await see(() => expect(cards()).toHaveLength(5));
    expect(address(desk)).toBe('?report=receivedMessageDetail');
    expect(screen.getByText('5 of 20 runs')).toBeVisible();

    await desk.user.selectOptions(await field('Mailbox'), 'Orders');
    await see(() => expect(names()).toEqual(['Message Detail · Orders']));
    expect(address(desk)).toBe('?report=receivedMessageDetail&mailbox=mb_4');

    await act(() => desk.router.navigate(-1));
    await see(() => expect(cards()).toHaveLength(5));
    expect(screen.getByLabelText('Mailbox')).toHaveDisplayValue('All mailboxes');
  });

  it('take one step in the history for all that is typed', async () => {
    const { desk } = await openBoard(past(20));
    await desk.user.selectOptions(await field('Order'), 'Oldest first');
    await desk.user.type(await field('Find a run'), 'montreal domain');
    await see(() => expect(address(desk)).toBe('?q=montreal+domain&order=oldest'));
    expect(names()).toEqual(['Domain Performance · Montréal']);
    await act(() => desk.router.navigate(-1));
    await see(() => expect(address(desk)).toBe(''));
    expect(screen.getByLabelText('Find a run')).toHaveValue('');
  });

  it('stand as a link says, also with few runs, and leave what it does not know', async () => {
    const { desk } = await openBoard(past(3), '/?state=done&mailbox=mb_2&order=sideways');
    await see(() => expect(cards()).toHaveLength(1));
    expect(await field('State')).toHaveDisplayValue('Done');
    expect(await field('Order')).toHaveDisplayValue('Newest first');
    await desk.user.click(screen.getByRole('button', { name: 'Clear filters' }));
    await see(() => expect(cards()).toHaveLength(3));
    expect(address(desk)).toBe('');
  });

  it('that match nothing say so and can be taken back', async () => {
    const { desk } = await openBoard(past(10), '/?mailbox=mb_77&view=list');
    await see(() => screen.getByRole('heading', { name: 'No run matches' }));
    expect(await field('Mailbox')).toHaveDisplayValue('A mailbox without runs here');
    await desk.user.click(screen.getAllByRole('button', { name: 'Clear filters' })[0] ?? document.body);
    await see(() => expect(rows()).toHaveLength(10));
    expect(address(desk)).toBe('?view=list');
  });
});

describe('a board of a thousand runs', () => {
  it('shows what needs the operator and the newest, and leads to the rest', async () => {
    const { desk } = await openBoard((keyId) => [
      run(2_000, 60_000, STORY_START, keyId, { state: 'queued', position: 2, notBefore: STORY_START + HOUR }),
      run(2_001, 120_000, STORY_START, keyId, {
        state: 'queued',
        position: 1,
        notBefore: STORY_START + HOUR,
      }),
      ...pastRuns(1_000, STORY_START, keyId),
    ]);
    await see(() => expect(cards()).toHaveLength(10 + 2 + 24));
    expect(names().slice(10, 12)).toEqual(['User Performance · Returns', 'Mailbox Performance · Partners']);
    expect(screen.getByText(/^and 966 more/)).toBeVisible();
    await desk.user.click(screen.getByRole('link', { name: 'Show all in the list' }));
    const table = await see(() => screen.getByRole('table', { name: 'Runs' }));
    expect(table).toHaveAttribute('aria-rowcount', '1003');
    expect(rows().length).toBeLessThan(100);
  });
});

describe('the list', () => {
  it('says of each run what its card says, and leads to it', async () => {
    const { desk } = await openBoard(past(40), '/?view=list&q=orders');
    const [first] = await see(rows);
    expect(
      within(first ?? document.body)
        .getAllByRole('cell')
        .map((cell) => cell.textContent),
    ).toEqual([
      '',
      'Done',
      'Orders',
      'received 1–28 Apr 2026, Toronto time',
      expect.stringMatching(/^today/),
      expect.stringMatching(/^Expires in 2[12] h$/),
      'Full access',
    ]);
    await desk.user.click(
      screen.getAllByRole('link', { name: 'Message Detail · Orders' })[0] ?? document.body,
    );
    await see(() => screen.getByRole('heading', { level: 1, name: 'Message Detail · Orders' }));
  });

  it('is sorted by its headings, which the address keeps', async () => {
    const { desk } = await openBoard(past(20), '/?view=list');
    const heading = (name: string) => screen.getByRole('columnheader', { name });
    const sort = (name: string) => desk.user.click(within(heading(name)).getByRole('button'));
    const mailboxes = () => rows().map((row) => row.children[3]?.textContent ?? '');
    await see(() => expect(heading('Launched')).toHaveAttribute('aria-sort', 'descending'));
    await sort('Mailbox');
    await see(() => expect(heading('Mailbox')).toHaveAttribute('aria-sort', 'ascending'));
    expect(mailboxes()).toEqual(mailboxes().toSorted());
    await sort('Mailbox');
    await see(() => expect(mailboxes()[0]).toBe('Support'));
    expect(address(desk)).toBe('?order=-mailbox&view=list');
    expect(screen.getByLabelText('Order')).toHaveDisplayValue('By a column');
  });

  it('removes what is ticked, keeps what may hold a slot, and brings it back on Undo', async () => {
    const { desk } = await openBoard(
      (keyId) => [
        run(900, 120_000, STORY_START, keyId, { state: 'unknown' }),
        run(901, 60_000, STORY_START, keyId, { state: 'queued', notBefore: STORY_START + HOUR }),
        ...pastRuns(10, STORY_START, keyId),
      ],
      '/?view=list',
    );
    await see(() => expect(rows()).toHaveLength(12));
    expect(screen.getByRole('button', { name: 'Remove selected' })).toHaveAccessibleDescription(
      'Tick the runs to remove first.',
    );
    const all = screen.getByRole('checkbox', { name: 'Select all 12 runs that match' });
    await desk.user.click(all);
    expect(all).toBeChecked();
    expect(screen.getByText(/^1 of them is still in the queue and is not sent/)).toBeVisible();
    expect(screen.getByText(/^1 of them stays: It may hold a slot/)).toBeVisible();
    await desk.user.click(screen.getByRole('button', { name: 'Remove selected (11)' }));
    await see(() => expect(rows()).toHaveLength(1));
    expect(within(rows()[0] ?? document.body).getByText('Not sure it started')).toBeVisible();

    await desk.user.click(await see(() => screen.getByRole('button', { name: 'Undo' })));
    await see(() => expect(rows()).toHaveLength(12));
  });

  it('removes only what matches, however much was ticked before', async () => {
    const { desk, world } = await openBoard(past(20), '/?view=list');
    await see(() => expect(rows()).toHaveLength(20));
    await desk.user.click(screen.getByRole('checkbox', { name: /^Select all/ }));
    await desk.user.selectOptions(await field('Report'), 'Message Detail');
    await see(() => expect(rows()).toHaveLength(5));
    await desk.user.click(screen.getByRole('button', { name: 'Remove selected (5)' }));
    await see(() => screen.getByRole('heading', { name: 'No run matches' }));
    expect(await world.store.all()).toHaveLength(15);
  });

  it('ticks every row between two with the Shift key', async () => {
    const { desk } = await openBoard(past(12), '/?view=list');
    await see(() => expect(rows()).toHaveLength(12));
    const box = (row: number) => within(rows()[row] ?? document.body).getByRole('checkbox');
    await desk.user.click(box(2));
    await desk.user.keyboard('{Shift>}');
    await desk.user.click(box(6));
    await desk.user.keyboard('{/Shift}');
    expect(rows().map((_, row) => (box(row) as HTMLInputElement).checked)).toEqual(
      Array.from({ length: 12 }, (_, row) => row >= 2 && row <= 6),
    );
    expect(screen.getByText('5 of 12 selected')).toBeVisible();
  });

  it('clears away all that has expired in one press', async () => {
    const { desk } = await openBoard(past(50), '/?view=list');
    await desk.user.click(await see(() => screen.getByRole('button', { name: 'Remove all expired (19)' })));
    await see(() => expect(screen.getByRole('table')).toHaveAttribute('aria-rowcount', '32'));
    expect(screen.queryByRole('button', { name: /^Remove all expired/ })).toBeNull();
    expect(screen.getByRole('heading', { level: 1 })).toHaveFocus();
  });
});

describe('cards under the pointer', () => {
  const FIRST = 'Mailbox Performance · Sales Department';
  const SECOND = 'User Performance · Support';
  const board = (keyId: string) => [
    run(0, 2 * HOUR, STORY_START, keyId, { state: 'done' }),
    run(1, 3 * HOUR, STORY_START, keyId, { state: 'done' }),
  ];

  /** The second run's result is found to be missing, so it needs the operator: its place is then the first. */
  async function loseSecond({ store }: World) {
    await act(async () => {
      await store.update(run(1, 0, 0, '', { state: 'done' }).id, (record) => ({ ...record, state: 'lost' }));
    });
  }

  it('stay where they are until it leaves', async () => {
    const { world } = await openBoard(board);
    await see(() => expect(names()).toEqual([FIRST, SECOND]));
    const pointed = screen.getByRole('article', { name: FIRST });
    fireEvent.pointerOver(pointed, { pointerType: 'mouse' });
    await loseSecond(world);
    await see(() => within(screen.getByRole('article', { name: SECOND })).getByText('Lost'));
    expect(names()).toEqual([FIRST, SECOND]);
    fireEvent.pointerOut(pointed, { relatedTarget: document.body });
    await see(() => expect(names()).toEqual([SECOND, FIRST]));
  });

  it('move at once where nobody points', async () => {
    const { world } = await openBoard(board);
    await see(() => expect(cards()).toHaveLength(2));
    await loseSecond(world);
    await see(() => expect(names()).toEqual([SECOND, FIRST]));
  });

  it('hold still for the keyboard too, and a new one comes after the one in use', async () => {
    const { desk } = await openBoard(board);
    await see(() => expect(cards()).toHaveLength(2));
    const again = within(cards()[1] ?? document.body).getByRole('button', { name: /^Run again/ });
    await desk.user.tab();
    act(() => again.focus());
    await desk.user.keyboard('{Enter}');
    await see(() => expect(cards()).toHaveLength(3));
    expect(names()).toEqual([FIRST, SECOND, SECOND]);
    act(() => again.blur());
    await see(() => expect(names()).toEqual([SECOND, FIRST, SECOND]));
  });
});
