// @vitest-environment node
import { describe, expect, it } from 'vitest';
import type { ResultRow } from '#src/contract/envelope.ts';
import type { Period } from '#src/contract/reports.ts';
import { createCellFold } from '#src/charts/cells.ts';
import { pointText, summaryOf } from '#src/charts/line-text.ts';
import { linesOf } from '#src/charts/lines.ts';
import { measuresOf } from '#src/charts/measures.ts';
import { createTimeReader } from '#src/charts/periods.ts';
import { rank } from '#src/charts/ranking.ts';
import { splitsOf } from '#src/charts/splits.ts';
import type { SplitId } from '#src/charts/splits.ts';
import { columnsOf, dayRow, TORONTO } from './charted.ts';

type Wish = {
  keys: string[];
  split?: SplitId;
  period?: Period | null;
  timeKey?: string;
  complete?: boolean;
};

function draw(rows: readonly ResultRow[], wish: Wish) {
  const { period = 'day', timeKey = 'startDateTime', complete = true } = wish;
  const columns = columnsOf(rows);
  const measures = measuresOf(columns).filter(({ id }) => wish.keys.includes(id.replace('field ', '')));
  const split = splitsOf(columns).find(({ id }) => id === wish.split) ?? null;
  const fold = createCellFold({ measures, split, timeKey, readTime: createTimeReader(TORONTO) });
  for (const row of rows) fold.add(row);
  const cells = fold.result();
  return { cells, chart: linesOf(cells, { measures, split, period, timeZone: TORONTO, complete }) };
}

const valuesOf = (rows: readonly ResultRow[], wish: Wish) =>
  draw(rows, wish).chart.lines.map(({ label, values }) => [label, values]);

describe('lines over time', () => {
  it('are one for each measure, in the order of time whatever the order of rows', () => {
    const rows = [dayRow('2026-09-03', 3), dayRow('2026-09-01', 1), dayRow('2026-09-02', 2)];
    const { chart } = draw(rows, { keys: ['received'] });
    expect(chart.lines.map(({ values }) => values)).toEqual([[1, 2, 3]]);
    expect(chart.times).toEqual(
      ['2026-09-01', '2026-09-02', '2026-09-03'].map((day) => Date.parse(`${day}T04:00:00Z`)),
    );
  });

  it('break where a period is missing, and where its value is', () => {
    const rows = [dayRow('2026-09-01', 1), dayRow('2026-09-02', null), dayRow('2026-09-05', 0)];
    const { chart } = draw(rows, { keys: ['received'] });
    expect(chart.lines[0]?.values).toEqual([1, null, null, null, 0]);
    expect(chart.missing).toBe(2);
  });

  it.each([
    ['hour', ['2026-11-01T00:00:00-04:00', '2026-11-01T03:00:00-05:00'], 5],
    ['day', ['2026-10-31T00:00:00-04:00', '2026-11-03T00:00:00-05:00'], 4],
    ['day', ['2026-03-07T00:00:00-05:00', '2026-03-10T00:00:00-04:00'], 4],
    ['week', ['2026-10-26T00:00:00-04:00', '2026-11-16T00:00:00-05:00'], 4],
    ['month', ['2026-09-01T00:00:00-04:00', '2026-12-01T00:00:00-05:00'], 4],
  ] as const)('has each %s of a time on which the clocks change once: %j', (period, starts, count) => {
    const rows = starts.map((startDateTime) => ({ startDateTime, received: 1 }));
    const { chart } = draw(rows, { keys: ['received'], period });
    expect(chart.times).toHaveLength(count);
    expect(chart.times.at(-1)).toBe(Date.parse(starts[1]));
    expect(chart.missing).toBe(count - 2);
  });

  it('puts a missing day at the midnight of the mailbox, whatever its clocks have done', () => {
    const rows = [dayRow('2026-10-31', 1), dayRow('2026-11-04', 1)];
    expect(draw(rows, { keys: ['received'] }).chart.times).toEqual(
      ['31T04', '01T04', '02T05', '03T05', '04T05'].map((time, place) =>
        Date.parse(`2026-${place === 0 ? 10 : 11}-${time}:00:00Z`),
      ),
    );
  });

  it('add nothing where the clocks change and no period is missing', () => {
    const rows = ['2026-10-31T00:00:00-04:00', '2026-11-01T00:00:00-04:00', '2026-11-02T00:00:00-05:00'].map(
      (startDateTime) => ({ startDateTime, received: 1 }),
    );
    expect(draw(rows, { keys: ['received'] }).chart).toMatchObject({ missing: 0 });
  });

  it('read a time without an offset on the mailbox’s clocks', () => {
    const { chart } = draw([{ startDateTime: '2026-01-15T00:00:00', received: 1 }], { keys: ['received'] });
    expect(chart.times).toEqual([Date.parse('2026-01-15T05:00:00Z')]);
  });

  it('put users together by counts, and averages by their weights', () => {
    const rows = [
      dayRow('2026-09-01', 1, { userId: 'a', replies: 1, avgReplySeconds: 10 }),
      dayRow('2026-09-01', 2, { userId: 'b', replies: 3, avgReplySeconds: 30 }),
    ];
    expect(valuesOf(rows, { keys: ['received', 'avgReplySeconds'] })).toEqual([
      ['Received', [3]],
      ['Avg reply time', [25_000]],
    ]);
  });

  it('show seconds, minutes and milliseconds on one scale', () => {
    const rows = [dayRow('2026-09-01', 1, { replySeconds: 60, closeMinutes: 1 })];
    expect(valuesOf(rows, { keys: ['replySeconds', 'closeMinutes'] }).map(([, values]) => values)).toEqual([
      [60_000],
      [60_000],
    ]);
  });

  it('are one for each user, those with most by name and the rest together', () => {
    const rows = Array.from({ length: 8 }, (_, place) =>
      dayRow('2026-09-01', 10 - place, { userId: `u${place}`, userName: `User ${place}` }),
    );
    expect(valuesOf(rows, { keys: ['received'], split: 'user' })).toEqual([
      ['User 0', [10]],
      ['User 1', [9]],
      ['User 2', [8]],
      ['User 3', [7]],
      ['User 4', [6]],
      ['3 other users', [12]],
    ]);
  });

  it('never put together what cannot be', () => {
    const rows = Array.from({ length: 8 }, (_, place) =>
      dayRow('2026-09-01', 1, { userId: `u${place}`, avgSize: place }),
    );
    expect(valuesOf(rows, { keys: ['avgSize'], split: 'user' }).at(-1)).toEqual(['3 other users', [null]]);
  });
});

describe('messages over time', () => {
  const rows = ['2026-09-01T08:00:00Z', '2026-09-02T02:00:00Z', '2026-09-05T12:00:00Z', null].map(
    (receivedDateTime, place) => ({ messageId: `m${place}`, receivedDateTime }),
  );
  const wish: Wish = { keys: ['rows'], period: null, timeKey: 'receivedDateTime' };

  it('are counted by days of the mailbox, and no message is none where all are here', () => {
    const { chart, cells } = draw(rows, wish);
    expect(chart.period).toBe('day');
    expect(chart.times[0]).toBe(Date.parse('2026-09-01T04:00:00Z'));
    expect(chart.lines[0]?.values).toEqual([2, 0, 0, 0, 1]);
    expect(cells.untimed).toBe(1);
  });

  it('are not said to be none where rows are missing', () => {
    expect(draw(rows, { ...wish, complete: false }).chart.lines[0]?.values).toEqual([2, null, null, null, 1]);
  });
});

describe('rankings', () => {
  const rows = [
    dayRow('2026-09-01', 1, { domain: 'Example.com' }),
    dayRow('2026-09-02', 5, { domain: 'example.com' }),
    dayRow('2026-09-01', 9, { domain: 'other.test' }),
    dayRow('2026-09-01', null, { domain: 'silent.test' }),
    dayRow('2026-09-01', 2, { domain: '' }),
  ];

  it('go by what all periods come to, whatever the case of a domain', () => {
    const columns = columnsOf(rows);
    const [split] = splitsOf(columns);
    const [measure] = measuresOf(columns);
    if (split === undefined || measure === undefined) throw new Error('nothing to rank');
    const { cells } = draw(rows, { keys: ['received'], split: 'domain' });
    const names = (most: number) => rank(cells, measure, split, most).map(({ name, value }) => [name, value]);
    expect(names(9)).toEqual([
      ['other.test', 9],
      ['example.com', 6],
      ['No domain', 2],
      ['silent.test', null],
    ]);
    expect(names(1)).toEqual([
      ['other.test', 9],
      ['3 other domains', 8],
    ]);
    // One alone would gain nothing from being called another one.
    expect(names(3).at(-1)).toEqual(['silent.test', null]);
  });

  it('call users by their names, and two of one name by their ids too', () => {
    const users = [
      { userId: 'a', userName: 'Ann' },
      { userId: 'b', userName: 'Ann' },
      { userId: 'unknown', userName: null },
      { userId: null, userName: null },
    ].map((user) => dayRow('2026-09-01', 1, user));
    const { chart } = draw(users, { keys: ['received'], split: 'user' });
    expect(chart.lines.map(({ label }) => label)).toEqual(['Ann (a)', 'Ann (b)', 'No user', 'Unknown user']);
  });
});

describe('a chart in words', () => {
  const rows = [dayRow('2026-09-01', 4), dayRow('2026-09-02', 1_204), dayRow('2026-09-04', 7)];

  it('says from when to when, what is missing, and the extremes', () => {
    const { chart } = draw(rows, { keys: ['received'] });
    expect(summaryOf(chart, 1, TORONTO)).toEqual([
      '4 days: Tue 1 Sep 2026 to Fri 4 Sep 2026, Toronto time.',
      'Received: lowest 4 (Tue 1 Sep 2026), highest 1,204 (Wed 2 Sep 2026).',
      '1 day has no row, which is not zero: lines break there.',
      '1 row has no time and cannot be drawn.',
    ]);
  });

  it('says the values of one period, and where there are none', () => {
    const { chart } = draw(rows, { keys: ['received'] });
    expect(pointText(chart, 1, TORONTO)).toBe('Wed 2 Sep 2026: Received 1,204');
    expect(pointText(chart, 2, TORONTO)).toBe('Thu 3 Sep 2026: Received no data');
  });
});
