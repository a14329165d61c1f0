// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ResultRow } from '#src/contract/envelope.ts';
import { groupOf, labelOf } from '#src/rows/column-labels.ts';
import { createColumnFinder, valueAt } from '#src/rows/columns.ts';
import type { ColumnKind } from '#src/rows/columns.ts';
import { columnsOf } from '../results/columns-of.ts';

const keysOf = (rows: readonly ResultRow[]) => columnsOf(rows).map(({ key }) => key);

/** A row as it comes off the wire, where `__proto__` is a field like any other. */
const parsed = (json: string) => JSON.parse(json) as ResultRow;

describe('labels of fields', () => {
  it.each([
    ['startDateTime', 'Period start'],
    ['userName', 'User'],
    ['received', 'Received'],
    ['initialReplies', 'Initial replies'],
    ['initialRepliesInsideSlaPercent', 'Initial replies inside SLA, %'],
    ['averageMailboxHoursInitialReplySeconds', 'Average initial reply time, mailbox hours'],
    ['averageElapsedCloseSeconds', 'Average close time, elapsed'],
    ['waitMinutes', 'Wait time'],
    ['replyTimeSeconds', 'Reply time'],
    ['seconds', 'Seconds'],
    ['firstReplyDateTime', 'First reply at'],
    ['conversationId', 'Conversation ID'],
    ['totalSLABreaches', 'Total SLA breaches'],
    ['SCREAMING_FIELD', 'Screaming field'],
    ['kebab-field', 'Kebab field'],
    ['field with spaces', 'Field with spaces'],
    ['top10Senders', 'Top10 senders'],
    ['ünïcodeName', 'Ünïcode name'],
    ['__proto__', 'Proto'],
    ['42', '42'],
    ['', '(no name)'],
    ['  ', '(no name)'],
    ['---', '---'],
  ])('%j reads "%s"', (key, label) => {
    expect(labelOf(key)).toBe(label);
  });

  it('says the unit of a number that is shown as it came', () => {
    expect(labelOf('averageElapsedCloseSeconds', null)).toBe('Average elapsed close, seconds');
    expect(labelOf('received', null)).toBe('Received');
  });

  it.each([
    ['id', 'IDs'],
    ['conversationId', 'IDs'],
    ['startDateTime', 'Time'],
    ['userName', 'People'],
    ['received', 'Messages'],
    ['totalReplies', 'Replies'],
    ['closedInsideSla', 'Closing'],
    ['reassigned', 'Assignment'],
    ['someFieldNobodyHasSeen', 'Other'],
    ['', 'Other'],
  ])('%j belongs to %s', (key, group) => {
    expect(groupOf(key)).toBe(group);
  });

  it.each([
    ['averageUserHoursCloseSeconds', 'seconds'],
    ['closedInsideSlaPercent', 'percent'],
    ['wait_minutes', 'minutes'],
    // A clock and not a unit, and a name that is nothing but a unit.
    ['initialReplyUserHours', null],
    ['seconds', null],
    ['received', null],
  ])('the numbers of %j are in %s', (key, unit) => {
    expect(columnsOf([{ [key]: 1 }])[0]?.unit).toBe(unit);
  });

  it('text has no unit, whatever its field is called', () => {
    expect(columnsOf([{ waitSeconds: 'PT5M' }])[0]?.unit).toBeNull();
  });

  it('never shows two columns under one label', () => {
    const labels = columnsOf([{ openCount: 1, open_count: 2, other: 3 }]).map(({ label }) => label);
    expect(labels).toEqual(['Open count (openCount)', 'Open count (open_count)', 'Other']);
  });
});

describe('kinds of columns', () => {
  const cases: [name: string, values: unknown[], kind: ColumnKind, numeric: boolean][] = [
    ['whole numbers', [1, 0, -3], 'integer', true],
    ['numbers', [1, 2.5], 'number', true],
    ['numbers and nulls', [null, 4], 'integer', true],
    ['instants', ['2026-09-01T00:00:00-04:00', '2026-09-02T00:00:00Z'], 'time', false],
    ['wall-clock times', ['2026-09-01T08:30'], 'time', false],
    ['a time that cannot be', ['2026-13-01T00:00:00Z'], 'text', false],
    ['bare dates', ['2026-09-01'], 'text', false],
    ['yes and no', [true, false, null], 'boolean', false],
    ['text', ['a', ''], 'text', false],
    ['numbers and text', [1, 'twelve'], 'mixed', false],
    ['numbers and yes', [1, true], 'mixed', false],
    ['lists and objects', [[1], { a: 1 }], 'object', false],
    ['only nulls', [null, null], 'empty', false],
    ['digits in quotes', ['1', '2'], 'text', false],
  ];

  it.each(cases)('%s', (_, values, kind, numeric) => {
    const [column] = columnsOf(values.map((value) => ({ field: value })));
    expect(column).toMatchObject({ kind, numeric });
  });

  it('takes text as an id by the name of its field', () => {
    const kinds = columnsOf([{ id: 'a', userId: 'b', message_id: 'c', paid: 'd' }]).map((column) => [
      column.key,
      column.kind,
    ]);
    expect(Object.fromEntries(kinds)).toEqual({ id: 'id', userId: 'id', message_id: 'id', paid: 'text' });
  });

  it('keeps as many decimals as the values have, up to four', () => {
    expect(columnsOf([{ a: 1.25 }, { a: 3 }])[0]?.digits).toBe(2);
    expect(columnsOf([{ a: 0.123456789 }])[0]?.digits).toBe(4);
  });
});

describe('order of columns', () => {
  it('is when, who, what was counted, ids, and the cursor last', () => {
    expect(
      keysOf([
        {
          id: 'r1',
          userId: 'u1',
          received: 1,
          userName: 'Emily',
          closedDateTime: '2026-09-02T10:00:00Z',
          initiated: 2,
          startDateTime: '2026-09-01T00:00:00Z',
        },
      ]),
    ).toEqual(['startDateTime', 'userName', 'received', 'closedDateTime', 'initiated', 'userId', 'id']);
  });

  it('begins with the first time there is where periods have none', () => {
    expect(
      keysOf([{ messageId: 'm', subject: 's', receivedDateTime: '2026-09-02T10:00:00Z', size: 1 }]),
    ).toEqual(['receivedDateTime', 'subject', 'size', 'messageId']);
  });

  it('holds fields of all rows, in the order in which they were found', () => {
    expect(keysOf([{ b: 1 }, { a: 1, c: 1 }])).toEqual(['b', 'a', 'c']);
  });
});

describe('values of odd fields', () => {
  it('reads a field called __proto__, and none where a row has none', () => {
    const row = parsed('{"__proto__":{"polluted":true},"toString":"text"}');
    expect(keysOf([row])).toEqual(['__proto__', 'toString']);
    expect(valueAt(row, '__proto__')).toEqual({ polluted: true });
    expect(valueAt({}, '__proto__')).toBeUndefined();
    expect(valueAt({}, 'constructor')).toBeUndefined();
  });
});

describe('whatever rows hold', () => {
  const rows = fc.array(
    fc
      .dictionary(
        fc.oneof(fc.string(), fc.constantFrom('id', '__proto__', 'startDateTime', '')),
        fc.jsonValue(),
      )
      .map((row) => parsed(JSON.stringify(row))),
  );

  it('no field is dropped and none is shown twice', () => {
    fc.assert(
      fc.property(rows, (found) => {
        const keys = keysOf(found);
        expect(new Set(keys)).toEqual(new Set(found.flatMap((row) => Object.keys(row))));
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });

  it('columns are the same whether rows come at once or page by page', () => {
    fc.assert(
      fc.property(rows, fc.nat(), (found, cut) => {
        const finder = createColumnFinder();
        finder.add(found.slice(0, cut));
        finder.add(found.slice(cut));
        expect(finder.columns()).toEqual(columnsOf(found));
      }),
    );
  });

  it('a page that changes nothing keeps the same columns', () => {
    const finder = createColumnFinder();
    finder.add([{ id: 'a', received: 12 }]);
    const before = finder.columns();
    finder.add([{ id: 'b', received: 7 }]);
    expect(finder.columns()).toBe(before);
  });
});
