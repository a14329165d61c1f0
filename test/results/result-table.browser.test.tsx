// What needs layout: which rows are rendered while scrolling, and what stays in sight.
import '#src/ui/tokens.css';
import '#src/ui/base.css';
import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { ResultTable } from '#src/results/result-table.tsx';
import { columnsOf } from './columns-of.ts';

const ROWS = Array.from({ length: 20_000 }, (_, place) => ({
  id: `row-${place}`,
  userName: `User ${place}`,
  ...Object.fromEntries(Array.from({ length: 20 }, (__, column) => [`figure${column}`, place * column])),
}));
const TIME_STYLE = { timeZone: 'America/Toronto', period: null };

async function open() {
  await page.viewport(800, 600);
  await render(
    <ResultTable
      name="User Performance"
      rows={ROWS}
      columns={columnsOf(ROWS)}
      total={ROWS.length}
      timeStyle={TIME_STYLE}
    />,
  );
  const view = page.getByRole('region', { name: 'User Performance, rows' }).element();
  await expect.poll(() => view.querySelectorAll('th[scope="row"]').length).toBeGreaterThan(0);
  return view;
}

it('renders the rows in view and few more, from the first to the last', async () => {
  const view = await open();
  expect(view.querySelectorAll('th[scope="row"]').length).toBeLessThan(80);
  expect(view.querySelector('th[scope="row"]')?.textContent).toBe('User 0');
  view.scrollTop = view.scrollHeight;
  await expect
    .poll(() => [...view.querySelectorAll('th[scope="row"]')].at(-1)?.textContent)
    .toBe('User 19999');
  expect(view.querySelectorAll('th[scope="row"]').length).toBeLessThan(80);
  const last = [...view.querySelectorAll('th[scope="row"]')].at(-1)?.getBoundingClientRect();
  const frame = view.getBoundingClientRect();
  expect(last?.bottom).toBeLessThanOrEqual(frame.bottom + 1);
  expect(last?.bottom).toBeGreaterThan(frame.bottom - 40);
});

it('keeps headings and first column in sight', async () => {
  const view = await open();
  view.scrollTop = 5_000;
  view.scrollLeft = 700;
  const frame = view.getBoundingClientRect();
  await expect.poll(() => view.querySelector('th[scope="row"]')?.textContent).not.toBe('User 0');
  const heading = view.querySelector('th[scope="col"]')?.getBoundingClientRect();
  expect(heading?.top).toBeCloseTo(frame.top, -1);
  expect(heading?.left).toBeCloseTo(frame.left, -1);
  const name = [...view.querySelectorAll('th[scope="row"]')].at(-1)?.getBoundingClientRect();
  expect(name?.left).toBeCloseTo(frame.left, -1);
});

it('goes back to the top when another order is chosen', async () => {
  const view = await open();
  view.scrollTop = 5_000;
  await page.getByRole('columnheader', { name: 'Figure1', exact: true }).getByRole('button').click();
  await expect.poll(() => view.scrollTop).toBe(0);
  await expect.poll(() => view.querySelector('th[scope="row"]')?.textContent).toBe('User 19999');
});
