import { act, renderHook } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import type { ResultRow } from '#src/contract/envelope.ts';
import type { RowQuery } from '#src/rows/sort-rows.ts';
import { useRowOrder } from '#src/results/use-row-order.ts';

const rowsOf = (count: number): ResultRow[] =>
  Array.from({ length: count }, (_, place) => ({ field: count - place }));
const by = (descending: boolean): RowQuery => ({ test: null, sorting: [{ key: 'field', descending }] });
const ASCENDING = by(false);
const DESCENDING = by(true);
const SMALL: RowQuery = { test: (row) => Number(row['field']) <= 10, sorting: [] };
const reversed = (count: number) => Array.from({ length: count }, (_, place) => count - 1 - place);

function open(rows: readonly ResultRow[], query: RowQuery | null) {
  const view = renderHook((props: [readonly ResultRow[], RowQuery | null]) => useRowOrder(...props), {
    initialProps: [rows, query],
  });
  return {
    rerender: (next: readonly ResultRow[], query: RowQuery | null) => view.rerender([next, query]),
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

it('gives the rows that are let through, of few at once and of many in the background', async () => {
  expect(open(rowsOf(100), SMALL).order()).toEqual([90, 91, 92, 93, 94, 95, 96, 97, 98, 99]);
  const view = open(rowsOf(5_000), SMALL);
  expect(view.state().busy).toBe(true);
  await settle(view);
  expect(view.order()).toEqual(Array.from({ length: 10 }, (_, place) => 4_990 + place));
});

it('leaves rows that come later out until it is known whether they are let through', async () => {
  const rows = rowsOf(5_000);
  const view = open(rows, SMALL);
  await settle(view);
  view.rerender([...rows, { field: 1 }, { field: 99 }], SMALL);
  expect(view.order()).toHaveLength(10);
  await settle(view);
  expect(view.order()).toHaveLength(11);
  expect(view.order().at(-1)).toBe(5_000);
});

it('gives the same order for as long as nothing changes', async () => {
  const rows = rowsOf(5_000);
  const view = open(rows, ASCENDING);
  await settle(view);
  const more = [...rows, { field: 0 }];
  view.rerender(more, ASCENDING);
  const { order } = view.state();
  view.rerender(more, ASCENDING);
  expect(view.state().order).toBe(order);
});
