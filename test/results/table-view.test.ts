// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RowSorting } from '#src/rows/sort-rows.ts';
import { parseTableView, PLAIN_TABLE, sortBy, withFilter, writeTableView } from '#src/results/table-view.ts';
import type { TableView } from '#src/results/table-view.ts';

const written = (part: Partial<TableView>) => writeTableView({ ...PLAIN_TABLE, ...part }).toString();
const read = (query: string) => parseTableView(new URLSearchParams(query));

describe('the address of a table', () => {
  it('is bare for what is usual', () => {
    expect(written({})).toBe('');
    expect(read('')).toEqual(PLAIN_TABLE);
  });

  it('names what was chosen shortly', () => {
    expect(
      written({
        text: 'emily',
        filters: new Map([['received', '10_20']]),
        sorting: [
          { key: 'received', descending: true },
          { key: 'userName', descending: false },
        ],
        shown: new Map([
          ['userId', true],
          ['id', false],
        ]),
        pins: ['userName'],
        order: ['userName', 'received'],
        bars: false,
      }),
    ).toBe(
      'q=emily&f=received%3A10_20&sort=received%3Ad%2CuserName&cols=userName%2Creceived&show=userId&hide=id&pin=userName&bars=off',
    );
  });

  it('leaves what others put there', () => {
    const query = new URLSearchParams('tab=chart&q=old&sort=gone');
    expect(writeTableView({ ...PLAIN_TABLE, text: 'new' }, query).toString()).toBe('tab=chart&q=new');
  });

  it.each([
    ['a filter without a field', 'f=nonsense&f=a%3A'],
    ['an odd word', 'bars=sometimes'],
  ])('with %s is read as if it were not there', (_, query) => {
    expect(read(query)).toEqual(PLAIN_TABLE);
  });

  it('with a column twice in the order of sorting counts the first', () => {
    expect(read('sort=a:d,a,b').sorting).toEqual([
      { key: 'a', descending: true },
      { key: 'b', descending: false },
    ]);
  });

  it('brings back any view, whatever fields are called', () => {
    const key = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('', 'a,b', 'a:d', '%2c', '__proto__', '-x'),
    );
    const keys = fc.uniqueArray(key);
    const view = fc.record({
      text: fc.string({ unit: 'grapheme' }),
      filters: fc
        .array(fc.tuple(key, fc.string({ unit: 'grapheme', minLength: 1 })))
        .map((pairs) => new Map(pairs)),
      sorting: fc.uniqueArray(fc.record({ key, descending: fc.boolean() }), { selector: (one) => one.key }),
      order: keys,
      shown: fc.array(fc.tuple(key, fc.boolean())).map((pairs) => new Map(pairs)),
      pins: keys,
      bars: fc.boolean(),
    });
    fc.assert(
      fc.property(view, (chosen) => {
        const back = read(writeTableView(chosen).toString());
        const sorted = (map: ReadonlyMap<string, unknown>) =>
          [...map].toSorted(([left], [right]) => (left < right ? -1 : 1));
        expect({ ...back, shown: sorted(back.shown) }).toEqual({ ...chosen, shown: sorted(chosen.shown) });
      }),
    );
  });

  it('never throws, whatever it says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (query) => {
        expect(writeTableView(read(query))).toBeInstanceOf(URLSearchParams);
      }),
    );
  });
});

describe('presses on headings', () => {
  const received = { key: 'received', numeric: true };
  const user = { key: 'userName', numeric: false };
  const press = (...presses: [column: typeof user, adds: boolean][]) =>
    presses
      .reduce<readonly RowSorting[]>((sorting, [column, adds]) => sortBy(sorting, column, adds), [])
      .map(({ key, descending }) => key + (descending ? ' down' : ' up'));

  it('sort numbers from the largest, text from the first letter, then the other way, then not', () => {
    expect(press([received, false])).toEqual(['received down']);
    expect(press([user, false])).toEqual(['userName up']);
    expect(press([received, false], [received, false])).toEqual(['received up']);
    expect(press([received, false], [received, false], [received, false])).toEqual([]);
  });

  it('with Shift add a column, turn it in its place, and take it away', () => {
    expect(press([user, false], [received, true])).toEqual(['userName up', 'received down']);
    expect(press([user, false], [received, true], [user, true])).toEqual(['userName down', 'received down']);
    expect(press([user, false], [received, true], [user, true], [user, true])).toEqual(['received down']);
  });

  it('without Shift forget the other columns', () => {
    expect(press([user, false], [received, true], [received, false])).toEqual(['received up']);
  });
});

it('a filter that is emptied is gone', () => {
  const filters = withFilter(new Map(), 'a', '1_2');
  expect([...filters]).toEqual([['a', '1_2']]);
  expect(withFilter(filters, 'a', '').size).toBe(0);
});
