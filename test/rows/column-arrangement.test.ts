// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrangeColumns, moveColumn, pinColumn, showColumn } from '#src/rows/column-arrangement.ts';
import type { ColumnChoice } from '#src/rows/column-arrangement.ts';
import { columnsOf } from '../results/columns-of.ts';

const USUAL: ColumnChoice = { order: [], shown: new Map(), pins: [] };
const columns = columnsOf([{ startDateTime: '2026-09-01T00:00:00Z', a: 1, b: 2, c: 3, id: 'x' }]);
const found = columns.map(({ key }) => key);
const keysOf = (choice: ColumnChoice) => arrangeColumns(columns, choice).map(({ column }) => column.key);

describe('the place of a column', () => {
  it('is the usual one until another is chosen', () => {
    expect(keysOf(USUAL)).toEqual(['startDateTime', 'a', 'b', 'c', 'id']);
  });

  it('is one further after each move, and the ends are the end', () => {
    const right = moveColumn(columns, USUAL, 'a', 1);
    expect(keysOf(right)).toEqual(['startDateTime', 'b', 'a', 'c', 'id']);
    expect(keysOf(moveColumn(columns, right, 'a', -1))).toEqual(found);
    expect(keysOf(moveColumn(columns, USUAL, 'startDateTime', -1))).toEqual(found);
    expect(keysOf(moveColumn(columns, USUAL, 'id', 5))).toEqual(found);
    expect(moveColumn(columns, USUAL, 'gone', 1)).toBe(USUAL);
  });

  it('is before all others once it is pinned, in the chosen order among the pinned', () => {
    const pinned = pinColumn(pinColumn(USUAL, 'c', true), 'b', true);
    expect(keysOf(pinned)).toEqual(['b', 'c', 'startDateTime', 'a', 'id']);
    expect(keysOf(moveColumn(columns, pinned, 'c', -1)).slice(0, 2)).toEqual(['c', 'b']);
    expect(keysOf(pinColumn(pinColumn(pinned, 'b', false), 'c', false))).toEqual(found);
  });

  it('is behind the chosen ones for a field that comes later', () => {
    expect(keysOf({ ...USUAL, order: ['c', 'gone', 'a'] })).toEqual(['c', 'a', 'startDateTime', 'b', 'id']);
  });
});

describe('hidden columns', () => {
  const shownOf = (names: readonly string[], choice = USUAL) =>
    arrangeColumns(columnsOf([Object.fromEntries(names.map((name) => [name, 'x']))]), choice)
      .filter(({ shown }) => shown)
      .map(({ column }) => column.key);

  it('are ids whose name is there, and no others', () => {
    expect(shownOf(['userId', 'userName'])).toEqual(['userName']);
    expect(shownOf(['tagIds', 'tagNames', 'tagId'])).not.toContain('tagIds');
    expect(shownOf(['userId'])).toEqual(['userId']);
    expect(shownOf(['id', 'Name', 'messageId', 'paid'])).toHaveLength(4);
  });

  it('come back when they are wanted, and leave no trace when the usual is chosen again', () => {
    const both = columnsOf([{ userId: 'u', userName: 'n' }]);
    const wanted = showColumn(both, USUAL, 'userId', true);
    expect(shownOf(['userId', 'userName'], wanted)).toEqual(['userName', 'userId']);
    expect(showColumn(both, wanted, 'userId', false)).toEqual(USUAL);
    expect(shownOf(['userId', 'userName'], showColumn(both, wanted, 'userName', false))).not.toContain(
      'userName',
    );
  });

  it('are never all of them', () => {
    const none = { ...USUAL, shown: new Map(found.map((key) => [key, false])) };
    expect(arrangeColumns(columns, none).filter(({ shown }) => shown)).toHaveLength(found.length);
  });
});

it('whatever was chosen, every column has one place', () => {
  const key = fc.constantFrom(...found, 'gone', '__proto__');
  const choice = fc.record({
    order: fc.array(key),
    shown: fc.array(fc.tuple(key, fc.boolean())).map((pairs) => new Map(pairs)),
    pins: fc.array(key),
  });
  fc.assert(
    fc.property(choice, (chosen) => {
      const placed = arrangeColumns(columns, chosen);
      expect(placed.map(({ column }) => column.key).toSorted()).toEqual(found.toSorted());
      expect(placed.map(({ index }) => index)).toEqual(found.map((_, place) => place + 1));
      const pinned = placed.map((one) => one.pinned);
      expect(pinned).toEqual(pinned.toSorted((left, right) => Number(right) - Number(left)));
    }),
  );
});
