// @vitest-environment node
// The form, its address and a record's request: three shapes of the same thing.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { launchBody, launchTarget, PERIODS, REPORTS, reportOf } from '#src/contract/reports.ts';
import type { LaunchRequest } from '#src/contract/reports.ts';
import { buildRequest } from '#src/launch/build-request.ts';
import { readForm } from '#src/launch/form-of-record.ts';
import {
  ACTIVITIES,
  formLink,
  parseForm,
  RANGE_ENDS,
  STATUSES,
  withReport,
  writeForm,
} from '#src/launch/form-state.ts';
import type { FormState } from '#src/launch/form-state.ts';
import { presetsFor } from '#src/range/range-presets.ts';

const read = (query: string) => parseForm(new URLSearchParams(query));
const DEFAULTS = read('');

const text = fc.string({ unit: 'grapheme', maxLength: 12 });
const rowText = fc.oneof(text, fc.constantFrom('a:b', '%3A', '%', ':', 'a\nb', '"x"', '[1,2]'));
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
    zulu: fc.subarray([...RANGE_ENDS]),
    compare: fc.boolean(),
    period: fc.constantFrom(...PERIODS),
    fieldGroups: fc
      .tuple(
        fc.subarray(report.fieldGroups.map(({ name }) => name as string)),
        fc.subarray(['tagData', 'x&=%', 'élan']),
      )
      .map(([known, typed]) => [...known, ...typed]),
    includeDetails: fc.boolean(),
    users: idList,
    domains: text,
    activity: fc.constantFrom(...ACTIVITIES),
    statuses: fc.subarray([...STATUSES]),
    more: fc.array(fc.record({ name: rowText, value: rowText }), { maxLength: 3 }),
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

const FACTS = {
  keys: [{ id: 'k1', label: 'Full access' }],
  now: Date.parse('2026-03-12T23:30:00Z'),
  weekStart: 1,
} as const;

/** A list that has the chosen mailboxes and knows the chosen key: what is wrong then is wrong with the rest of the form. */
const factsFor = (form: FormState) => ({
  ...FACTS,
  keys: [{ id: form.keyId, label: 'Full access' }],
  mailboxes: form.mailboxIds.map((mailboxId) => ({
    mailboxId,
    mailboxName: mailboxId,
    mailboxEmail: '',
    active: true,
    timeZone: 'America/Toronto',
    users: [],
    tags: [],
  })),
});

test('the link of any form gives the same requests, or the same errors', () => {
  fc.assert(
    fc.property(forms, (form) => {
      const facts = factsFor(form);
      expect(buildRequest(read(writeForm(form).toString()), facts)).toEqual(buildRequest(form, facts));
    }),
    { numRuns: 300 },
  );
});

test('the record of any launch gives its request again, byte for byte', () => {
  let launches = 0;
  fc.assert(
    fc.property(forms, fc.constantFrom('m1', 'm 2&'), (any, mailboxId) => {
      const form = {
        ...any,
        mailboxIds: [mailboxId],
        domains: 'a.com\nB.org',
        more: [{ name: 'tags', value: '["a:b", 7]' }],
      };
      const facts = factsFor(form);
      const built = buildRequest(form, facts);
      if (built.kind !== 'ready') return;
      for (const { request, key } of built.launches) {
        launches += 1;
        const link = formLink({ id: 'r1', keyId: key.id, request });
        const again = buildRequest(readForm(new URLSearchParams(link.slice(link.indexOf('?')))), {
          ...facts,
          now: FACTS.now + 9e9,
        });
        if (again.kind !== 'ready') throw new Error(JSON.stringify(again.errors));
        expect(launchTarget(again.launches[0].request)).toBe(launchTarget(request));
        expect(launchBody(again.launches[0].request)).toBe(launchBody(request));
      }
    }),
    { numRuns: 300 },
  );
  expect(launches).toBeGreaterThan(50);
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
    'more',
    'z',
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
      zulu: [],
      compare: false,
      period: 'day',
      fieldGroups: ['replyData'],
      includeDetails: true,
      users: [],
      domains: '',
      activity: 'received',
      statuses: [],
      more: [],
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
    ['a field group that was typed', 'fields=tagData', { fieldGroups: ['tagData'] }],
    ['field groups in one text', 'fields=tagData,+replyData', { fieldGroups: ['replyData', 'tagData'] }],
    ['one mailbox twice', 'mailbox=a&mailbox=b&mailbox=a', { mailboxIds: ['a', 'b'] }],
    ['a Z at an end that there is not', 'z=middle&z=to', { zulu: ['to'] }],
    [
      'parameters of the operator’s own',
      'more=tags:%5B%22a:b%22%5D&more=x',
      {
        more: [
          { name: 'tags', value: '["a:b"]' },
          { name: 'x', value: '' },
        ],
      },
    ],
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

  test('takes typed field groups along to its own kind only', () => {
    const before = read('fields=closeData&fields=openData');
    expect(withReport(before, 'mailboxUserPerformance').fieldGroups).toEqual(['closeData', 'openData']);
    expect(withReport(before, 'receivedMessageDetail').fieldGroups).toEqual(['basic']);
  });
});

describe('the form of a record', () => {
  const linkOf = (request: LaunchRequest) => {
    const link = formLink({ id: 'r1', keyId: 'k1', request });
    expect(link).toMatch(/^\/launch\?/);
    return readForm(new URLSearchParams(link.slice(link.indexOf('?'))));
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
    expect(form).toMatchObject({ preset: 'custom', from: '', to: '2026-09-01T00:00:00', zulu: ['to'] });
  });

  test('parameters that the form has no field for become rows, whatever they hold', () => {
    const form = linkOf({
      report: 'mailboxPerformance',
      options: {},
      parameters: { mailboxId: 'm', users: ['u'], text: 'a b', digits: '12', none: null, deep: { a: [1] } },
    });
    expect(form.users).toEqual([]);
    expect(form.more).toEqual([
      { name: 'users', value: '["u"]' },
      { name: 'text', value: 'a b' },
      { name: 'digits', value: '"12"' },
      { name: 'none', value: 'null' },
      { name: 'deep', value: '{"a":[1]}' },
    ]);
  });

  test.each(['', '{', '[]', '{"id":"r"}', '{"id":"r","keyId":"k","request":{"report":"salaries"}}'])(
    'a link with %j in its place is read without it',
    (record) => {
      expect(readForm(new URLSearchParams({ record, by: 'week' }))).toEqual({ ...DEFAULTS, period: 'week' });
    },
  );

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
