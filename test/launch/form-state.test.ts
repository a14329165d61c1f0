// @vitest-environment node
// The form, its address and a record's request: three shapes of the same thing.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PERIODS, REPORTS, reportOf } from '#src/contract/reports.ts';
import type { LaunchRequest } from '#src/contract/reports.ts';
import { ACTIVITIES, formLink, parseForm, STATUSES, withReport, writeForm } from '#src/launch/form-state.ts';
import type { FormState } from '#src/launch/form-state.ts';
import { presetsFor } from '#src/range/range-presets.ts';

const read = (query: string) => parseForm(new URLSearchParams(query));
const DEFAULTS = read('');

const text = fc.string({ unit: 'grapheme', maxLength: 12 });
const idList = fc.uniqueArray(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }).map((id) => `u${id.trim()}`),
);
const time = fc.constantFrom('', '2026-09-01T00:00', '2026-09-30T23:59:59', '2026-02-30T10:00');

const forms: fc.Arbitrary<FormState> = fc.constantFrom(...REPORTS).chain((report) =>
  fc.record({
    report: fc.constant(report.id),
    keyId: text,
    mailboxIds: idList,
    preset: fc.constantFrom(...presetsFor(report.family).map(({ value }) => value)),
    from: time,
    to: time,
    compare: fc.boolean(),
    period: fc.constantFrom(...PERIODS),
    fieldGroups: fc.subarray(report.fieldGroups.map(({ name }) => name as string)),
    includeDetails: fc.boolean(),
    users: idList,
    domains: text,
    activity: fc.constantFrom(...ACTIVITIES),
    statuses: fc.subarray([...STATUSES]),
    fromRecord: text,
  }),
);

test('any form survives being written to the address and read back', () => {
  fc.assert(
    fc.property(forms, (form) => {
      expect(read(writeForm(form).toString())).toEqual(form);
    }),
    { numRuns: 500 },
  );
});

test('any query string gives a form, and the address of that form gives it again', () => {
  const names = fc.constantFrom(
    'report',
    'key',
    'mailbox',
    'range',
    'start',
    'end',
    'by',
    'fields',
    'details',
    'users',
    'statuses',
    'activity',
    'from',
    'x',
  );
  const values = fc.oneof(
    text,
    fc.constantFrom('receivedMessageDetail', 'any', 'custom', 'closed', '2026-09-01', '__proto__'),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(names, values)), (pairs) => {
      const form = parseForm(new URLSearchParams(pairs));
      expect(read(writeForm(form).toString())).toEqual(form);
    }),
    { numRuns: 500 },
  );
});

describe('what an address says', () => {
  test('nothing: the usual report', () => {
    expect(DEFAULTS).toEqual({
      report: 'mailboxPerformance',
      keyId: '',
      mailboxIds: [],
      preset: 'last-7-days',
      from: '',
      to: '',
      compare: false,
      period: 'day',
      fieldGroups: ['replyData'],
      includeDetails: true,
      users: [],
      domains: '',
      activity: 'received',
      statuses: [],
      fromRecord: '',
    });
  });

  test.each<[string, string, Partial<FormState>]>([
    ['a report that does not exist', 'report=salaries', { report: 'mailboxPerformance' }],
    ['a range that does not exist', 'range=forever', { preset: 'last-7-days' }],
    ['any time, for a report that needs a range', 'range=any', { preset: 'last-7-days' }],
    ['any time, for messages', 'report=receivedMessageDetail&range=any', { preset: 'any' }],
    ['a date without a time', 'range=custom&start=2026-09-01', { preset: 'custom', from: '' }],
    ['a time with a suffix', 'range=custom&start=2026-09-01T00:00:00Z', { from: '' }],
    ['a grouping that does not exist', 'by=decade', { period: 'day' }],
    ['a field group of another report', 'fields=basic', { fieldGroups: ['replyData'] }],
    ['no field group at all', 'fields=', { fieldGroups: [] }],
    [
      'both field groups, in another order',
      'fields=closeData&fields=replyData',
      { fieldGroups: ['replyData', 'closeData'] },
    ],
    ['the same user twice', 'users=a&users=b&users=a', { users: ['a', 'b'] }],
    ['a status that does not exist', 'statuses=lost&statuses=open', { statuses: ['open'] }],
    ['details, in another word', 'details=no', { includeDetails: true }],
    ['no details', 'details=false', { includeDetails: false }],
  ])('%s', (_, query, expected) => {
    expect(read(query)).toMatchObject(expected);
  });
});

describe('another report', () => {
  test('keeps what both know', () => {
    const before = read(
      'report=mailboxUserPerformance&mailbox=m&range=custom&start=2026-09-01T00:00&fields=closeData&users=u',
    );
    expect(withReport(before, 'mailboxPerformance')).toEqual({ ...before, report: 'mailboxPerformance' });
  });

  test('falls back where it does not know a field group or a range', () => {
    const messages = withReport(read('fields=closeData'), 'receivedMessageDetail');
    expect(messages.fieldGroups).toEqual(['basic']);
    expect(withReport({ ...messages, preset: 'any' }, 'mailboxPerformance').preset).toBe('last-7-days');
  });
});

describe('the form of a record', () => {
  const linkOf = (request: LaunchRequest) => {
    const link = formLink({ id: 'r1', keyId: 'k1', request });
    expect(link).toMatch(/^\/launch\?/);
    return read(link.slice(link.indexOf('?')));
  };

  test('a performance report comes back with exactly its values, as a custom range', () => {
    expect(
      linkOf({
        report: 'mailboxUserPerformance',
        options: { fieldGroup: 'closeData,replyData', includeDetails: true },
        parameters: {
          mailboxId: 'm 1&2',
          start: '2026-09-01T00:00:00',
          end: '2026-09-30T23:59:59',
          period: 'week',
          users: ['a,b', 'unknown'],
        },
      }),
    ).toEqual({
      ...DEFAULTS,
      report: 'mailboxUserPerformance',
      keyId: 'k1',
      mailboxIds: ['m 1&2'],
      preset: 'custom',
      from: '2026-09-01T00:00:00',
      to: '2026-09-30T23:59:59',
      period: 'week',
      fieldGroups: ['replyData', 'closeData'],
      includeDetails: true,
      users: ['a,b', 'unknown'],
      fromRecord: 'r1',
    });
  });

  test('domains come back one a line', () => {
    const parameters = {
      mailboxId: 'm',
      start: '2026-09-01T00:00:00',
      end: '2026-09-02T00:00:00',
      period: 'hour',
      domains: ['a.com', 'b.com'],
    };
    const form = linkOf({ report: 'mailboxDomainPerformance', options: {}, parameters });
    expect([form.domains, form.period, form.fieldGroups]).toEqual(['a.com\nb.com', 'hour', ['replyData']]);
  });

  test('messages come back with activity and statuses, and any time where no range was sent', () => {
    const form = linkOf({
      report: 'receivedMessageDetail',
      options: {},
      parameters: { mailboxId: 'm', activityType: 'closed', statuses: ['closed', 'open'] },
    });
    expect(form).toMatchObject({ preset: 'any', activity: 'closed', statuses: ['open', 'closed'] });
  });

  test('messages with one end of a range come back as custom', () => {
    const parameters = { mailboxId: 'm', activityType: 'received', activityEnd: '2026-09-01T00:00:00Z' };
    const form = linkOf({ report: 'receivedMessageDetail', options: {}, parameters });
    expect(form).toMatchObject({ preset: 'custom', from: '', to: '2026-09-01T00:00:00' });
  });

  test('a record with parameters in another form than ours gives a form all the same', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...REPORTS),
        fc.dictionary(
          fc.constantFrom('start', 'end', 'period', 'users', 'domains', 'statuses', 'activityType'),
          fc.jsonValue(),
        ),
        (report, parameters) => {
          const form = linkOf({
            report: report.id,
            options: {},
            parameters: { mailboxId: 'm', ...parameters },
          });
          expect(form.fieldGroups).toEqual([reportOf(report.id).defaultFieldGroup]);
        },
      ),
      { numRuns: 200 },
    );
  });
});
