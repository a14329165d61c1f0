// The table on the page of a run: what an operator does to it, what that shows, and what the address says of it.
import { screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createWorld, goTo, openDesk, pass, see } from '#test/support/render-app.tsx';

afterEach(() => {
  localStorage.clear();
});

type Desk = ReturnType<typeof openDesk>;

/** Opens a finished run of `report` for `mailbox` by day, with `query` in its address. */
async function openTable(
  mailbox: string,
  query = '',
  report: 'mailboxPerformance' | 'mailboxUserPerformance' = 'mailboxPerformance',
) {
  const desk = openDesk(createWorld());
  const { client, config } = desk.services.desk.environment;
  const key = await see(() => {
    const found = config.current()?.keys.find(({ label }) => label === 'Full access');
    if (found === undefined) throw new Error('no key yet');
    return found;
  });
  const reply = await client.send({ method: 'GET', target: '/api/v1/admin/mailboxes', keyId: key.id });
  const { mailboxes } = reply.body as {
    mailboxes: { mailboxId: string; mailboxName: string; timeZone: string }[];
  };
  const found = mailboxes.find(({ mailboxName }) => mailboxName === mailbox);
  if (found === undefined) throw new Error('no such mailbox');
  const { id } = await desk.services.desk.launch(
    {
      report,
      options: report === 'mailboxUserPerformance' ? { includeDetails: true } : {},
      parameters: {
        mailboxId: found.mailboxId,
        start: '2026-08-01T00:00:00',
        end: '2026-08-10T23:59:59',
        period: 'day',
      },
    },
    { keyId: key.id, keyLabel: key.label, mailbox: { name: mailbox, timeZone: found.timeZone } },
  );
  await goTo(desk, `/runs/${id}?${query}`);
  const table = await see(() => screen.getByLabelText(/Performance$/, { selector: 'table' }));
  return { desk, table };
}

const headers = (table: HTMLElement) =>
  [...table.querySelectorAll('th[scope="col"]')].map((header) => header.textContent);
/** Looking for roles in a long table takes a test its time: headings and dialogs are looked for by what they are. */
const heading = (table: HTMLElement, label: string) =>
  [...table.querySelectorAll<HTMLElement>('th[scope="col"]')].find((header) =>
    header.textContent.startsWith(label),
  ) ?? table;
const dialog = () => within(document.querySelector('dialog') ?? document.body);
const buttonNamed = (name: string) =>
  [...document.querySelectorAll('button')].find(({ textContent }) => textContent === name) ?? document.body;
const rowsOf = (table: HTMLElement) => [...table.querySelectorAll('tbody tr[aria-rowindex]')];
const column = (table: HTMLElement, label: string) =>
  rowsOf(table).map((row) => row.children[headers(table).indexOf(label)]?.textContent ?? '');
const sum = (values: readonly string[]) => values.reduce((total, value) => total + Number(value), 0);
const address = (desk: Desk) => decodeURIComponent(desk.router.state.location.search);
const totalOf = (table: HTMLElement, label: string) =>
  table.querySelector('tfoot tr')?.children[headers(table).indexOf(label)]?.textContent;

describe('words and filters', () => {
  it('leave the rows that match, with their own sums, say how many, and stand in the address', async () => {
    const { desk, table } = await openTable('Sales Department');
    const received = column(table, 'Received');
    expect(totalOf(table, 'Received')).toBe(String(sum(received)));
    await desk.user.click(screen.getByText('Filters'));
    const limit = Math.max(...received.map(Number));
    await desk.user.type(screen.getByLabelText('Received, at least'), String(limit));
    const left = received.filter((value) => Number(value) >= limit);
    expect(column(table, 'Received')).toEqual(left);
    expect(screen.getByText(`${left.length} of 10 rows`)).toBeVisible();
    await pass(1_000);
    expect(address(desk)).toBe(`?f=received:${limit}_`);
    expect(screen.getByText(`${left.length} of 10 rows match.`)).toBeInTheDocument();
    expect(table).toHaveAttribute('aria-rowcount', String(left.length + 2 + (left.length > 1 ? 1 : 0)));
    await desk.user.click(screen.getByText('Clear filters'));
    expect(column(table, 'Received')).toEqual(received);
    await pass(1_000);
    expect(address(desk)).toBe('');
  });

  it('are read from the address, and what it says wrongly is left out', async () => {
    const { table } = await openTable(
      'Sales Department',
      'q=sat&f=received:0_&f=gone:1_2&f=nonsense&sort=gone:d&pin=gone&cols=%00,%ff&hide=',
    );
    expect(column(table, 'Period start')).toEqual(['Sat 1 Aug 2026', 'Sat 8 Aug 2026']);
    expect(screen.getByLabelText('Find in rows')).toHaveValue('sat');
    expect(screen.getByLabelText('Received, at least')).toHaveValue('0');
  });

  it('find rows by their time in the mailbox’s zone', async () => {
    const { table } = await openTable('Sales Department', 'f=startDateTime:2026-08-03_2026-08-04');
    expect(column(table, 'Period start')).toEqual(['Mon 3 Aug 2026', 'Tue 4 Aug 2026']);
  });

  it('say so where nothing matches', async () => {
    const { table } = await openTable('Sales Department', 'q=nobody');
    expect(within(table).getByText('No rows match these filters')).toBeVisible();
    expect(table.querySelector('tfoot')).toBeNull();
  });
});

describe('sorting by several columns', () => {
  it('is done by Shift and a press, also by keyboard, and said by the headings', async () => {
    const { desk, table } = await openTable('Sales Department', '', 'mailboxUserPerformance');
    const [user, assigned] = [headers(table).indexOf('User'), headers(table).indexOf('Assigned')];
    await desk.user.click(within(heading(table, 'Assigned')).getByRole('button'));
    await desk.user.click(within(heading(table, 'User')).getByRole('button'));
    within(heading(table, 'Assigned')).getByRole('button').focus();
    await desk.user.keyboard('{Shift>}{Enter}{/Shift}');
    expect(heading(table, 'User')).toHaveAttribute('aria-sort', 'ascending');
    expect(heading(table, 'Assigned')).toHaveAttribute('aria-sort', 'none');
    expect(heading(table, 'Assigned').textContent).toMatch(/descending, number 2 of the order/);
    const pairs = rowsOf(table).map(
      (row) => [row.children[user]?.textContent, Number(row.children[assigned]?.textContent)] as const,
    );
    const [first] = pairs;
    const same = pairs.filter(([name]) => name === first?.[0]).map(([, count]) => count);
    expect(same.length).toBeGreaterThan(1);
    expect(same).toEqual(same.toSorted((left, right) => right - left));
    await pass(1_000);
    expect(address(desk)).toBe('?sort=userName,assigned:d');
  });
});

describe('columns', () => {
  it('hide ids behind names, and are shown, hidden, moved and pinned from their dialog', async () => {
    const { desk, table } = await openTable('Sales Department', '', 'mailboxUserPerformance');
    expect(headers(table)).not.toContain('User ID');
    expect(Number(table.getAttribute('aria-colcount'))).toBe(headers(table).length + 1);
    await desk.user.click(screen.getByText('Columns (1 hidden)'));
    await desk.user.click(dialog().getByLabelText('User ID'));
    await desk.user.click(dialog().getByLabelText('User email'));
    await desk.user.click(buttonNamed('Pin Assigned'));
    const move = () => buttonNamed('Move User active right');
    move().focus();
    await desk.user.keyboard('{Enter}');
    expect(move()).toHaveFocus();
    expect(headers(table)).toContain('User ID');
    expect(headers(table)).not.toContain('User email');
    expect(headers(table)[0]).toBe('Assigned');
    await desk.user.click(buttonNamed('Done'));
    await pass(1_000);
    expect(address(desk)).toMatch(/^\?cols=\S+&show=userId&hide=userEmail&pin=assigned$/);
    await desk.user.click(screen.getByText(/^Columns/, { selector: 'button' }));
    await desk.user.click(buttonNamed('Usual columns'));
    await pass(1_000);
    expect(address(desk)).toBe('');
  });

  it('keep the format that was chosen for the next result of the report', async () => {
    const first = await openTable('Sales Department');
    await first.desk.user.click(screen.getByText(/^Columns/, { selector: 'button' }));
    await first.desk.user.selectOptions(screen.getByLabelText('Format of Received'), 'Time in minutes');
    expect(column(first.table, 'Received')[0]).toMatch(/^(?:\d+ h ?)?(?:\d+ min)?$/);
    expect(totalOf(first.table, 'Received')).toBe('');
    first.desk.close();
    vi.useRealTimers();
    const next = await openTable('Sales Department');
    expect(column(next.table, 'Received')[0]).toMatch(/min|h/);
  });
});

describe('a row', () => {
  it('opens whole, with hidden fields, and leads to the next', async () => {
    const { desk, table } = await openTable('Sales Department', 'hide=received');
    const [first] = rowsOf(table);
    await desk.user.click(within(first as HTMLElement).getByRole('button'));
    expect(dialog().getByText('Row 1 of 10')).toBeVisible();
    expect(dialog().getByText('Received', { selector: 'dt' })).toBeVisible();
    expect(dialog().getByText('2026-08-01T00:00:00-04:00')).toBeInTheDocument();
    await desk.user.click(buttonNamed('Next'));
    expect(dialog().getByText('Row 2 of 10')).toBeVisible();
    await desk.user.click(buttonNamed('Close'));
    expect(document.activeElement?.textContent).toBe('Sun 2 Aug 2026');
  });

  it('shows every field of rows that nobody could have thought of, as it came', async () => {
    const { desk, table } = await openTable('Drill: odd fields');
    for (const [place, row] of rowsOf(table).entries()) {
      await desk.user.click(within(row as HTMLElement).getAllByRole('button')[0] as HTMLElement);
      const shown = document.querySelector('dialog');
      expect(dialog().getByText(`Row ${place + 1} of ${rowsOf(table).length}`)).toBeVisible();
      const json: unknown = JSON.parse(shown?.querySelector('pre')?.textContent ?? '');
      const terms = [...(shown?.querySelectorAll('dt') ?? [])].map((term) => term.title);
      expect(terms.toSorted()).toEqual(Object.keys(json as object).toSorted());
      expect(shown?.querySelector('dl :is(img, script, a)')).toBeNull();
      await desk.user.click(buttonNamed('Close'));
    }
  });

  it('is copied without formulas', async () => {
    const { desk, table } = await openTable('Drill: odd fields');
    const writeText = vi.spyOn(navigator.clipboard, 'writeText');
    const place = column(table, 'Formula').findIndex((text) => text.startsWith('='));
    await desk.user.click(
      within(rowsOf(table)[place] as HTMLElement).getAllByRole('button')[0] as HTMLElement,
    );
    await desk.user.click(buttonNamed('Copy row'));
    const [, line = ''] = (writeText.mock.calls[0]?.[0] ?? '').split('\n');
    const fields = line.split('\t');
    expect(fields.filter((field) => field.startsWith("'"))).toHaveLength(6);
    expect(fields.filter((field) => /^[=+@]|^-\D/.test(field))).toEqual([]);
  });
});
