// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LaunchRequest, ReportId } from '#src/contract/reports.ts';
import { fingerprintOf } from '#src/records/fingerprint.ts';

const RANGE = { mailboxId: 'mb_1', start: '2026-09-01T00:00:00', end: '2026-09-30T23:59:59', period: 'day' };
type Parameters = Record<string, unknown>;

function of(report: ReportId, parameters: Parameters = {}, options: LaunchRequest['options'] = {}): string {
  return fingerprintOf({ report, options, parameters: { ...RANGE, ...parameters } });
}
const detail = (parameters: Parameters) =>
  fingerprintOf({
    report: 'receivedMessageDetail',
    options: {},
    parameters: { mailboxId: 'mb_1', activityType: 'received', ...parameters },
  });

describe('the same rows', () => {
  const plain = of('mailboxUserPerformance');

  test.each<[string, string, string]>([
    ['no users, or none named', of('mailboxUserPerformance', { users: [] }), plain],
    [
      'an empty or missing optional',
      of('mailboxUserPerformance', { users: undefined, note: null, text: '' }),
      plain,
    ],
    [
      'the default field group, named or not',
      of('mailboxUserPerformance', {}, { fieldGroup: 'replyData' }),
      plain,
    ],
    ['an empty field group', of('mailboxUserPerformance', {}, { fieldGroup: '' }), plain],
    ['no details, said or not', of('mailboxUserPerformance', {}, { includeDetails: false }), plain],
    [
      'details where a report has none',
      of('mailboxPerformance', {}, { includeDetails: true }),
      of('mailboxPerformance'),
    ],
    [
      'field groups in another order',
      of('mailboxUserPerformance', {}, { fieldGroup: 'closeData, replyData' }),
      of('mailboxUserPerformance', {}, { fieldGroup: 'replyData,closeData,replyData' }),
    ],
    [
      'users in another order',
      of('mailboxUserPerformance', { users: ['b', 'a'] }),
      of('mailboxUserPerformance', { users: ['a', 'b', 'b'] }),
    ],
    [
      'domains in another case',
      of('mailboxDomainPerformance', { domains: ['B.example', 'a.example'] }),
      of('mailboxDomainPerformance', { domains: ['A.EXAMPLE', 'b.example'] }),
    ],
    [
      'statuses in another order',
      detail({ statuses: ['open', 'closed'] }),
      detail({ statuses: ['closed', 'open'] }),
    ],
    ...['Z', 'z', '+02:00', '-0500', '+0000'].map((suffix): [string, string, string] => [
      `a performance range with ${suffix}`,
      of('mailboxUserPerformance', { start: RANGE.start + suffix, end: RANGE.end + suffix }),
      plain,
    ]),
  ])('%s', (_name, one, other) => {
    expect(one).toBe(other);
  });
});

describe('other rows', () => {
  const plain = of('mailboxUserPerformance');

  test.each<[string, string, string]>([
    ['another report', of('mailboxPerformance'), plain],
    ['another mailbox', of('mailboxUserPerformance', { mailboxId: 'mb_2' }), plain],
    ['another start', of('mailboxUserPerformance', { start: '2026-09-02T00:00:00' }), plain],
    ['another grouping', of('mailboxUserPerformance', { period: 'hour' }), plain],
    ['some users', of('mailboxUserPerformance', { users: ['a'] }), plain],
    [
      'users in another case',
      of('mailboxUserPerformance', { users: ['a'] }),
      of('mailboxUserPerformance', { users: ['A'] }),
    ],
    ['another field group', of('mailboxUserPerformance', {}, { fieldGroup: 'closeData' }), plain],
    ['details where a report has them', of('mailboxUserPerformance', {}, { includeDetails: true }), plain],
    [
      'a message range with Z',
      detail({ activityStart: '2026-09-01T00:00:00Z' }),
      detail({ activityStart: '2026-09-01T00:00:00' }),
    ],
    [
      'a message time of any name with Z',
      detail({ start: '2026-09-01T00:00:00Z' }),
      detail({ start: '2026-09-01T00:00:00' }),
    ],
    ['a field nobody knows', of('mailboxUserPerformance', { tag: 'x' }), plain],
    [
      'a list whose order may matter',
      of('mailboxUserPerformance', { order: ['a', 'b'] }),
      of('mailboxUserPerformance', { order: ['b', 'a'] }),
    ],
    ['false is not absent', of('mailboxUserPerformance', { flag: false }), plain],
    ['zero is not absent', of('mailboxUserPerformance', { limit: 0 }), plain],
    [
      'a date is not an offset',
      of('mailboxPerformance', { start: '2026-09-01' }),
      of('mailboxPerformance', { start: '2026' }),
    ],
  ])('%s', (_name, one, other) => {
    expect(one).not.toBe(other);
  });
});

test('order of names, order of sets and empty optionals never matter, at any depth', () => {
  const value = fc.oneof(
    fc.string(),
    fc.integer(),
    fc.boolean(),
    fc.dictionary(fc.string(), fc.string({ minLength: 1 })),
  );
  fc.assert(
    fc.property(
      fc.dictionary(
        fc.string({ minLength: 1 }).filter((name) => !(name in RANGE) && name !== '__proto__'),
        value,
      ),
      fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 5 }),
      fc.array(fc.nat(1_000), { minLength: 40, maxLength: 40 }),
      (extra, users, chances) => {
        let turn = 0;
        const shuffled = <Item>(items: readonly Item[]) =>
          items
            .map((item) => ({ item, at: chances[(turn += 1) % chances.length] ?? 0 }))
            .toSorted((left, right) => left.at - right.at)
            .map(({ item }) => item);
        const one = { ...RANGE, ...extra, users };
        const other = Object.fromEntries(
          shuffled([
            ...Object.entries({ ...one, users: shuffled(users) }),
            ['empty', []],
            ['none', null],
            ['blank', ''],
          ]),
        );
        const print = (parameters: Parameters) =>
          fingerprintOf({
            report: 'mailboxUserPerformance',
            options: {},
            parameters: { ...parameters, mailboxId: 'mb_1' },
          });
        expect(print(other)).toBe(print(one));
      },
    ),
  );
});

test('a parameter called __proto__ counts like any other', () => {
  const parameters = JSON.parse('{"mailboxId":"mb_1","__proto__":{"x":1}}') as { mailboxId: string };
  const print = (given: { mailboxId: string }) =>
    fingerprintOf({
      report: 'mailboxPerformance',
      options: {},
      parameters: given as LaunchRequest['parameters'],
    });
  expect(print(parameters)).not.toBe(print({ mailboxId: 'mb_1' }));
});
