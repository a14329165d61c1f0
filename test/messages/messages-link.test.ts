// @vitest-environment node
import { describe, expect, it } from 'vitest';
import type { LaunchRequest, ReportId } from '#src/contract/reports.ts';
import { buildRequest } from '#src/launch/build-request.ts';
import { parseForm } from '#src/launch/form-state.ts';
import { messagesOfRow, messagesOfRows } from '#src/messages/messages-link.ts';

const TORONTO = 'America/Toronto';

function record(period: string, report: ReportId = 'mailboxPerformance', timeZone = TORONTO) {
  const request: LaunchRequest = {
    report,
    options: {},
    parameters: { mailboxId: 'mb 1', start: '2026-08-01T00:00:00', end: '2026-08-31T23:59:59', period },
  };
  return { request, keyId: 'key-1', mailbox: { name: 'Sales', timeZone } };
}

const row = (startDateTime: unknown, received: unknown = 3) => ({ id: 'a', startDateTime, received });
const ends = (link: string | null) => {
  const form = parseForm(new URL(link ?? fail(), 'http://desk.test').searchParams);
  return [form.from, form.to];
};
function fail(): never {
  throw new Error('no link');
}

describe('the messages behind a count', () => {
  it('are a filled form for message detail, which can be launched as it is', () => {
    const link = messagesOfRow(record('day'), row('2026-08-03T00:00:00-04:00')) ?? fail();
    expect(link).toMatch(/^\/launch\?/);
    const form = parseForm(new URL(link, 'http://desk.test').searchParams);
    expect(form).toMatchObject({ report: 'receivedMessageDetail', keyId: 'key-1', statuses: [] });
    const mailbox = {
      mailboxId: 'mb 1',
      mailboxName: 'Sales',
      mailboxEmail: '',
      active: true,
      timeZone: TORONTO,
      users: [],
      tags: [],
    };
    const built = buildRequest(form, {
      keys: [{ id: 'key-1', label: 'Key' }],
      mailboxes: [mailbox],
      now: 0,
      weekStart: 1,
    });
    expect(built).toMatchObject({
      kind: 'ready',
      launches: [
        {
          request: {
            parameters: {
              mailboxId: 'mb 1',
              activityType: 'received',
              activityStart: '2026-08-03T00:00:00',
              activityEnd: '2026-08-03T23:59:59',
            },
          },
        },
      ],
    });
  });

  const ranges: [period: string, start: string, from: string, to: string][] = [
    ['hour', '2026-08-03T23:00:00-04:00', '2026-08-03T23:00:00', '2026-08-03T23:59:59'],
    ['day', '2026-08-31T00:00:00-04:00', '2026-08-31T00:00:00', '2026-08-31T23:59:59'],
    ['week', '2026-08-31T00:00:00-04:00', '2026-08-31T00:00:00', '2026-09-06T23:59:59'],
    ['month', '2026-02-01T00:00:00-05:00', '2026-02-01T00:00:00', '2026-02-28T23:59:59'],
    ['month', '2026-12-01T00:00:00-05:00', '2026-12-01T00:00:00', '2026-12-31T23:59:59'],
    // The clocks change on this day: it has 25 hours and the same two ends.
    ['day', '2026-11-01T00:00:00-04:00', '2026-11-01T00:00:00', '2026-11-01T23:59:59'],
    // Told in another zone than the mailbox's.
    ['day', '2026-08-03T04:00:00Z', '2026-08-03T00:00:00', '2026-08-03T23:59:59'],
    // Without an offset it is the mailbox's own time.
    ['day', '2026-08-03T00:00:00', '2026-08-03T00:00:00', '2026-08-03T23:59:59'],
  ];
  it.each(ranges)('span the %s that begins %s, in the mailbox’s time', (period, start, from, to) => {
    expect(ends(messagesOfRow(record(period), row(start)))).toEqual([from, to]);
  });

  it('are those of all rows together, in whatever order they come', () => {
    const rows = ['2026-08-03', '2026-08-01', '2026-08-05'].map((day) => row(`${day}T00:00:00-04:00`));
    expect(ends(messagesOfRows(record('day'), rows))).toEqual(['2026-08-01T00:00:00', '2026-08-05T23:59:59']);
    expect(messagesOfRows(record('day'), [])).toBeNull();
  });

  it.each([
    ['of a user', record('day', 'mailboxUserPerformance'), row('2026-08-03T00:00:00')],
    ['of a domain', record('day', 'mailboxDomainPerformance'), row('2026-08-03T00:00:00')],
    ['that are messages themselves', record('day', 'receivedMessageDetail'), row('2026-08-03T00:00:00')],
    ['where there are none', record('day'), row('2026-08-03T00:00:00', 0)],
    ['where none are counted', record('day'), row('2026-08-03T00:00:00', null)],
    ['of a period that is not known', record('fortnight'), row('2026-08-03T00:00:00')],
    ['without a time', record('day'), row(null)],
    ['with a date alone', record('day'), row('2026-08-03')],
  ])('are not looked for %s', (_, given, counted) => {
    expect(messagesOfRow(given, counted)).toBeNull();
  });
});
