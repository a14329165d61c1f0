// @vitest-environment node
// Cards under a pointer: which may move, and where new ones come.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { steadyOrder } from '#src/board/steady-order.ts';

const order = (before: string, wanted: string, under: string, gone = '') =>
  steadyOrder(before.split(''), wanted.split(''), under, (id) => !gone.includes(id)).join('');

it.each<[string, string, string, string, string, string]>([
  ['a card of another group stays', 'abcd', 'dabc', 'b', '', 'abcd'],
  ['a card that is folded away stays', 'abcd', 'abc', 'b', '', 'abcd'],
  ['a card that is gone makes room', 'abcd', 'acd', 'd', 'b', 'acd'],
  ['a new card comes after the one before it', 'abcd', 'abcxd', 'a', '', 'abcxd'],
  ['a new card never comes before the one pointed at', 'abcd', 'xabcd', 'b', '', 'abxcd'],
  ['new cards keep their order', 'ab', 'xyab', 'a', '', 'axyb'],
  ['a card that was pointed at is gone', 'abc', 'xbc', 'a', 'a', 'xbc'],
])('%s', (_, before, wanted, under, gone, expected) => {
  expect(order(before, wanted, under, gone)).toBe(expected);
});

it('never changes the order of two cards that were there, nor loses or doubles one', () => {
  const ids = fc.uniqueArray(fc.constantFrom(...'abcdefghij'.split('')), { minLength: 1 });
  fc.assert(
    fc.property(ids, ids, fc.nat(9), (before, wanted, place) => {
      const under = before[place % before.length] ?? '';
      const steady = steadyOrder(before, wanted, under, () => true);
      expect(steady.filter((id) => before.includes(id))).toEqual(before);
      expect(steady.toSorted()).toEqual([...new Set([...before, ...wanted])].toSorted());
      expect(steady.slice(0, before.indexOf(under) + 1)).toEqual(before.slice(0, before.indexOf(under) + 1));
    }),
  );
});
