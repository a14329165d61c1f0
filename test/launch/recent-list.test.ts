// @vitest-environment node
// The settings that were launched last.
import { describe, expect, test } from 'vitest';
import { companionOf } from '#src/launch/compare-request.ts';
import { parseForm, writeForm } from '#src/launch/form-state.ts';
import { recentForm, recentSettings } from '#src/launch/recent-list.ts';
import type { RunRecord } from '#src/records/record.ts';
import { launchesOf, PLAN_NOW, recordOf } from '#test/support/launch-plan.ts';

const [sales] = launchesOf('mailbox=mb_1&range=last-month&by=day');
const [support] = launchesOf('mailbox=mb_2&range=last-month&by=day');
const weekly = launchesOf('mailbox=mb_1&range=last-month&by=week')[0];
const at = (minutes: number) => ({ pressedAt: PLAN_NOW + minutes * 60_000 });
/** Newest first, as the desk has them. */
const newestFirst = (...records: readonly RunRecord[]) =>
  records.toSorted((left, right) => right.pressedAt - left.pressedAt);

describe('recent settings', () => {
  test('are the last that differ, newest first', () => {
    const found = recentSettings(
      newestFirst(
        recordOf(sales, 'a', at(0)),
        recordOf(sales, 'b', at(2)),
        recordOf(weekly, 'c', at(1)),
        recordOf(support, 'd', at(-1)),
      ),
      2,
    );
    expect(found.map(({ record }) => record.id)).toEqual(['b', 'c']);
  });

  test('leave out what was refused and what another browser launched', () => {
    const found = recentSettings(
      newestFirst(recordOf(sales, 'a', { state: 'refused' }), recordOf(weekly, 'b', { origin: 'elsewhere' })),
      5,
    );
    expect(found).toEqual([]);
  });

  test('leave out a record that cannot be read', () => {
    const broken = { ...recordOf(sales, 'a', at(1)), request: null } as unknown as RunRecord;
    const found = recentSettings([broken, recordOf(support, 'b', at(0))], 5);
    expect(found.map(({ record }) => record.id)).toEqual(['b']);
  });

  test('of several mailboxes are one', () => {
    const found = recentSettings(
      newestFirst(
        recordOf(sales, 'a', { ...at(0), batch: 'one' }),
        recordOf(support, 'b', { ...at(0), batch: 'one' }),
        recordOf(sales, 'c', { ...at(-9), batch: 'another' }),
        recordOf(support, 'd', { ...at(-9), batch: 'another' }),
      ),
      5,
    );
    expect(found.map(({ mailboxes }) => mailboxes.map(({ name }) => name))).toEqual([['Sales', 'Support']]);
  });

  test('with the period before are one, and say so', () => {
    const before = companionOf(sales, { preset: 'last-month', weekStart: 1 });
    if (before.kind !== 'ready') throw new Error(before.why);
    const found = recentSettings(
      newestFirst(
        recordOf(sales, 'a', { comparedWith: 'b' }),
        recordOf(before.launch, 'b', { comparedWith: 'a' }),
      ),
      5,
    );
    expect(found).toMatchObject([{ record: { id: 'a' }, compared: true }]);
  });

  test('fill the form with the same, under the key that is loaded', () => {
    const [found] = recentSettings([recordOf(sales, 'a')], 1);
    if (found === undefined) throw new Error('none');
    expect(recentForm(found, 'chosen', new Set(['k']))).toMatchObject({
      keyId: 'k',
      mailboxIds: ['mb_1'],
      preset: 'custom',
      from: '2026-02-01T00:00:00',
      to: '2026-02-28T23:59:59',
      period: 'day',
      compare: false,
      fromRecord: '',
    });
    const elsewhere = recentForm(found, 'chosen', new Set(['other']));
    expect(elsewhere.keyId).toBe('chosen');
    expect(parseForm(writeForm(elsewhere))).toEqual(elsewhere);
  });
});
