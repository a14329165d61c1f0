// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LaunchRequest, ReportId } from '#src/contract/reports.ts';
import { describeRequest, reportTitle, runTitle } from '#src/records/describe-request.ts';

const SALES = { name: 'Sales Department', timeZone: 'America/Toronto' };

function launch(report: ReportId, parameters: Record<string, unknown>): LaunchRequest {
  return { report, options: {}, parameters: { mailboxId: 'mb_1', ...parameters } };
}

function performance(start: unknown, end: unknown, period: unknown, more: Record<string, unknown> = {}) {
  return launch('mailboxPerformance', { start, end, period, ...more });
}

function messages(parameters: Record<string, unknown>) {
  return launch('receivedMessageDetail', { activityType: 'received', ...parameters });
}

const DAY_END = '2026-09-30T23:59:59';

describe('a launch in words', () => {
  const cases: [name: string, request: LaunchRequest, words: string][] = [
    [
      'whole days within a month',
      performance('2026-09-01T00:00:00', DAY_END, 'day'),
      '1–30 Sep 2026, by day, Toronto time',
    ],
    ['one day', performance('2026-09-30T00:00:00', DAY_END, 'hour'), '30 Sep 2026, by hour, Toronto time'],
    [
      'weeks over a month end',
      performance('2026-09-28T00:00:00', '2026-10-04T23:59:59', 'week'),
      '28 Sep – 4 Oct 2026, by week, Toronto time',
    ],
    [
      'months over a year end',
      performance('2025-12-01T00:00:00', '2026-01-31T23:59:59', 'month'),
      '1 Dec 2025 – 31 Jan 2026, by month, Toronto time',
    ],
    [
      'an end at midnight counts the day that begins there',
      performance('2026-09-01T00:00:00', '2026-09-30T00:00:00', 'day'),
      '1–30 Sep 2026, by day, Toronto time',
    ],
    [
      'by hour, an end at midnight is only that hour',
      performance('2026-09-29T00:00:00', '2026-09-30T00:00:00', 'hour'),
      '29 Sep 2026 00:00 to 30 Sep 2026 00:00, by hour, Toronto time',
    ],
    [
      'hours within one day',
      performance('2026-09-30T08:00:00', '2026-09-30T17:59:59', 'hour'),
      '30 Sep 2026, 08:00–17:59, by hour, Toronto time',
    ],
    [
      'seconds are shown where they say something',
      performance('2026-09-30T08:00:30', '2026-09-30T17:59:59', 'hour'),
      '30 Sep 2026, 08:00:30–17:59, by hour, Toronto time',
    ],
    [
      'a suffix is ignored, as the API ignores it',
      performance('2026-09-01T00:00:00Z', '2026-09-30T23:59:59+02:00', 'day'),
      '1–30 Sep 2026, by day, Toronto time',
    ],
    [
      'filters are counted',
      performance('2026-09-01T00:00:00', DAY_END, 'day', { users: ['a', 'b'], domains: ['x.example'] }),
      '1–30 Sep 2026, by day, Toronto time, 2 users, 1 domain',
    ],
    [
      'empty filters are no filters',
      performance('2026-09-01T00:00:00', DAY_END, 'day', { users: [], domains: [] }),
      '1–30 Sep 2026, by day, Toronto time',
    ],
    [
      'a time in another form is shown as it is',
      performance('last Monday', DAY_END, 'day'),
      'last Monday to 2026-09-30T23:59:59, by day, Toronto time',
    ],
    ['nothing but a zone', launch('mailboxPerformance', {}), 'Toronto time'],
    ['messages of all times', messages({}), 'received at any time'],
    [
      'messages of whole days',
      messages({ activityStart: '2026-09-01T00:00:00', activityEnd: DAY_END, activityType: 'closed' }),
      'closed 1–30 Sep 2026, Toronto time',
    ],
    [
      'messages with the suffix that was sent',
      messages({ activityStart: '2026-09-01T00:00:00Z', activityEnd: `${DAY_END}Z` }),
      'received 1–30 Sep 2026, UTC',
    ],
    [
      'messages since',
      messages({ activityStart: '2026-09-01T08:30:00', statuses: ['open', 'snoozed'] }),
      'received since 1 Sep 2026 08:30, Toronto time, only open or snoozed',
    ],
    [
      'messages until',
      messages({ activityEnd: '2026-09-01T08:30:00' }),
      'received until 1 Sep 2026 08:30, Toronto time',
    ],
  ];

  it.each(cases)('%s', (_, request, words) => {
    expect(describeRequest({ request, mailbox: SALES })).toBe(words);
  });

  it('keeps the zone of the mailbox, not of the reader', () => {
    const request = performance('2026-09-01T00:00:00', DAY_END, 'day');
    const mailbox = { name: 'Support', timeZone: 'Australia/Lord_Howe' };
    expect(describeRequest({ request, mailbox })).toBe('1–30 Sep 2026, by day, Lord Howe time');
  });

  it('leaves out statuses that are no words', () => {
    const odd = messages({
      activityStart: '2026-09-01T08:30:00',
      statuses: [{ toString: 1 }, 'open', 7, ''],
    });
    expect(describeRequest({ request: odd, mailbox: SALES })).toMatch(/, only open$/);
    const none = messages({ activityStart: '2026-09-01T08:30:00', statuses: [{ toString: 1 }] });
    expect(describeRequest({ request: none, mailbox: SALES })).not.toContain('only');
  });

  it('has words for whatever a stored record holds', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom(
            'start',
            'end',
            'period',
            'users',
            'domains',
            'activityType',
            'activityStart',
            'activityEnd',
            'statuses',
          ),
          fc.oneof(
            fc.jsonValue(),
            fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
          ),
        ),
        (parameters) => {
          const request = launch('mailboxPerformance', parameters);
          expect(describeRequest({ request, mailbox: SALES })).not.toBe('');
        },
      ),
    );
  });
});

describe('the name of a run', () => {
  const request = performance('2026-09-01T00:00:00', DAY_END, 'day');

  it('is its report and its mailbox', () => {
    expect(reportTitle({ request })).toBe('Mailbox Performance');
    expect(runTitle({ request, mailbox: SALES })).toBe('Mailbox Performance · Sales Department');
  });

  it('falls back to the id of a report that this version does not know', () => {
    const later = { ...request, report: 'tagPerformance' as ReportId };
    expect(reportTitle({ request: later })).toBe('tagPerformance');
  });
});
