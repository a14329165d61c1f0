import { act, renderHook } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import type { ResultRow } from '#src/contract/envelope.ts';
import type { RowSorting } from '#src/rows/sort-rows.ts';
import { useRowOrder } from '#src/results/use-row-order.ts';

const rowsOf = (count: number): ResultRow[] =>
  Array.from({ length: count }, (_, place) => ({ field: count - place }));
const ASCENDING: RowSorting = { key: 'field', descending: false };
const DESCENDING: RowSorting = { key: 'field', descending: true };
const reversed = (count: number) => Array.from({ length: count }, (_, place) => count - 1 - place);

function open(rows: readonly ResultRow[], sorting: RowSorting | null) {
  const view = renderHook((props: [readonly ResultRow[], RowSorting | null]) => useRowOrder(...props), {
    initialProps: [rows, sorting],
  });
  return {
    rerender: (next: readonly ResultRow[], by: RowSorting | null) => view.rerender([next, by]),
    state: () => view.result.current,
    order: () => [...(view.result.current.order ?? [])],
  };
}

/** Lets the slices of a long sort have their turns. */
async function settle(view: ReturnType<typeof open>) {
  await vi.waitFor(async () => {
    await act(async () => {
      await new Promise((resolve) => setTimeout(resolve));
    });
    expect(view.state().busy).toBe(false);
  });
}

it('gives few rows in order at once', () => {
  const view = open(rowsOf(100), ASCENDING);
  expect(view.order()).toEqual(reversed(100));
  expect(view.state().busy).toBe(false);
});

it('leaves rows as they came without a column to sort by', () => {
  expect(open(rowsOf(5_000), null).state()).toEqual({ order: null, busy: false });
});

it('sorts many rows while they can be used in the order from before', async () => {
  const rows = rowsOf(5_000);
  const view = open(rows, ASCENDING);
  expect(view.state()).toEqual({ order: null, busy: true });
  await settle(view);
  expect(view.order()).toEqual(reversed(5_000));
  view.rerender(rows, DESCENDING);
  expect(view.state().busy).toBe(true);
  expect(view.order()).toEqual(reversed(5_000));
  await settle(view);
  expect(view.order()).toEqual(reversed(5_000).toReversed());
});

it('shows rows that come later at the end until they are sorted in', async () => {
  const rows = rowsOf(5_000);
  const view = open(rows, ASCENDING);
  await settle(view);
  view.rerender([...rows, { field: 0 }], ASCENDING);
  expect(view.order()).toEqual([...reversed(5_000), 5_000]);
  await settle(view);
  expect(view.order()).toEqual([5_000, ...reversed(5_000)]);
});

it('never uses an order of more rows than there are', async () => {
  const view = open(rowsOf(5_000), ASCENDING);
  await settle(view);
  view.rerender(rowsOf(4_000), ASCENDING);
  expect(view.state().order).toBeNull();
  await settle(view);
  expect(view.order()).toEqual(reversed(4_000));
});
