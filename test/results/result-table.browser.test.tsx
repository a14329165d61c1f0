// What needs layout: which rows are rendered while scrolling, what stays in sight, and where the focus is.
import '#src/ui/tokens.css';
import '#src/ui/base.css';
import { MemoryRouter } from 'react-router';
import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { ResultRow } from '#src/contract/envelope.ts';
import { ResultTable } from '#src/results/result-table.tsx';
import { useTableState } from '#src/results/table-state.ts';
import { AnnouncerProvider } from '#src/ui/announcer.tsx';
import { columnsOf } from './columns-of.ts';

const ROWS: readonly ResultRow[] = Array.from({ length: 20_000 }, (_, place) => ({
  id: `row-${place}`,
  userName: `User ${place}`,
  ...Object.fromEntries(Array.from({ length: 20 }, (__, column) => [`figure${column}`, place * column])),
}));
const COLUMNS = columnsOf(ROWS);
const TIME_STYLE = { timeZone: 'America/Toronto', period: null };

function Result() {
  const table = useTableState('mailboxUserPerformance', ROWS, COLUMNS, TIME_STYLE);
  return <ResultTable name="User Performance" table={table} total={ROWS.length} />;
}

async function open(query = '') {
  await page.viewport(800, 600);
  await render(
    <MemoryRouter initialEntries={[`/runs/1?${query}`]}>
      <AnnouncerProvider>
        <Result />
      </AnnouncerProvider>
    </MemoryRouter>,
  );
  const view = page.getByRole('region', { name: 'User Performance, rows' }).element();
  await expect.poll(() => headersOf(view).length).toBeGreaterThan(0);
  return view;
}

const headersOf = (view: Element) => [...view.querySelectorAll('tbody th[scope="row"]')];
const firstOf = (view: Element) => headersOf(view)[0]?.textContent;

it('renders the rows in view and few more, from the first to the last', async () => {
  const view = await open();
  expect(headersOf(view).length).toBeLessThan(80);
  expect(firstOf(view)).toBe('User 0');
  await expect.element(page.getByRole('rowheader', { name: 'Sum of 20,000 rows' })).toBeVisible();
  view.scrollTop = view.scrollHeight;
  await expect.poll(() => headersOf(view).at(-1)?.textContent).toBe('User 19999');
  expect(headersOf(view).length).toBeLessThan(80);
  const last = headersOf(view).at(-1)?.getBoundingClientRect();
  const totals = view.querySelector('tfoot')?.getBoundingClientRect();
  expect(last?.bottom).toBeLessThanOrEqual((totals?.top ?? 0) + 1);
  expect(last?.bottom).toBeGreaterThan((totals?.top ?? 0) - 40);
});

it('keeps headings, sums and the first column in sight', async () => {
  const view = await open();
  view.scrollTop = 5_000;
  view.scrollLeft = 700;
  const frame = view.getBoundingClientRect();
  await expect.poll(() => firstOf(view)).not.toBe('User 0');
  const heading = view.querySelector('th[scope="col"]')?.getBoundingClientRect();
  expect(heading?.top).toBeCloseTo(frame.top, -1);
  expect(heading?.left).toBeCloseTo(frame.left, -1);
  expect(headersOf(view).at(-1)?.getBoundingClientRect().left).toBeCloseTo(frame.left, -1);
  await expect
    .poll(() => (view.querySelector('tfoot')?.getBoundingClientRect().bottom ?? 0) - frame.bottom)
    .toBeGreaterThan(-20);
});

it('keeps pinned columns beside the first one', async () => {
  const view = await open('pin=userName,figure7');
  view.scrollLeft = 700;
  const places = [...(headersOf(view)[1]?.parentElement?.children ?? [])]
    .slice(0, 2)
    .map((cell) => cell.getBoundingClientRect());
  expect(places[0]?.left).toBeCloseTo(view.getBoundingClientRect().left, -1);
  expect(places[1]?.left).toBeCloseTo(places[0]?.right ?? 0, 0);
});

it('goes back to the top when another order is chosen', async () => {
  const view = await open();
  view.scrollTop = 5_000;
  await page.getByRole('columnheader', { name: 'Figure1', exact: true }).getByRole('button').click();
  await expect.poll(() => view.scrollTop).toBe(0);
  await expect.poll(() => firstOf(view)).toBe('User 19999');
});

it('shows only what a filter lets through, and the sums of that', async () => {
  const view = await open('f=figure1:100_109');
  await expect.poll(() => headersOf(view).length).toBe(10);
  expect(firstOf(view)).toBe('User 100');
  await expect.element(page.getByRole('rowheader', { name: 'Sum of 10 rows' })).toBeVisible();
  const sums = [...view.querySelectorAll('tfoot td')].map((cell) => cell.textContent);
  expect(sums).toContain('1,045');
});

it('leads from row to row by arrow keys, also to rows that were not there yet', async () => {
  const view = await open();
  (view.querySelector('[data-place="0"]') as HTMLElement).focus();
  await userEvent.keyboard('{ArrowDown}{ArrowDown}');
  expect(document.activeElement?.textContent).toBe('User 2');
  await userEvent.keyboard('{Control>}{End}{/Control}');
  await expect.poll(() => document.activeElement?.textContent).toBe('User 19999');
  const totals = view.querySelector('tfoot')?.getBoundingClientRect();
  expect(document.activeElement?.getBoundingClientRect().bottom).toBeLessThanOrEqual((totals?.top ?? 0) + 1);
  await userEvent.keyboard('{PageUp}');
  await expect.poll(() => document.activeElement?.textContent).toBe('User 19979');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('dialog', { name: 'Row 19,980 of 20,000' })).toBeVisible();
  // The first one closes the tooltip of the close button.
  await userEvent.keyboard('{Escape}{Escape}');
  await expect.poll(() => document.activeElement?.textContent).toBe('User 19979');
});

it('keeps the focus in the table when its row scrolls away', async () => {
  const view = await open();
  (view.querySelector('[data-place="1"]') as HTMLElement).focus();
  view.scrollTop = 20_000;
  await expect.poll(() => firstOf(view)).not.toBe('User 0');
  await expect.poll(() => document.activeElement).toBe(view);
  expect(view.querySelectorAll('[data-place][tabindex="0"]')).toHaveLength(1);
});

it('leaves the focus on the button that moved its column', async () => {
  await open();
  await page.getByRole('button', { name: 'Columns' }).click();
  const move = page.getByRole('button', { name: 'Move Figure3 right' });
  (move.element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}{Enter}');
  const heads = [...document.querySelectorAll('th[scope="col"]')].map((header) => header.textContent);
  expect(heads.indexOf('Figure3')).toBe(heads.indexOf('Figure5') + 1);
  expect(document.activeElement).toBe(move.element());
});
