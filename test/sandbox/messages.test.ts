// @vitest-environment node
// Message detail: which messages a run finds, and how they age.
import { expect, test } from 'vitest';
import { messageById } from '#src/sandbox/messages.ts';
import { reachedBy, shareWhen } from '#src/sandbox/volume.ts';
import { emulator } from './emulator.ts';
import type { Wire } from './emulator.ts';

const report = 'receivedMessageDetail';
const DAY = 86_400_000;
const column = (wire: Wire, field: string) => (wire.result?.data ?? []).map((row) => row[field]);

const day = (activityType: string, date: string, more: Record<string, unknown> = {}) => ({
  report,
  parameters: { activityType, activityStart: `${date}T00:00:00`, activityEnd: `${date}T23:59:59`, ...more },
});

test('a day of messages is as many as the performance report counts, in the order in which they came', async () => {
  const { finish } = emulator();
  const messages = await finish('Sales Department', day('received', '2026-03-03'));
  const counted = await finish('Sales Department', {
    parameters: { start: '2026-03-03T00:00:00', end: '2026-03-03T00:00:00' },
  });
  expect(messages.result?.total).toBe(counted.result?.data[0]?.['received']);
  const times = column(messages, 'receivedDateTime').map(String);
  expect(times.every((time) => time.startsWith('2026-03-03T') && time.endsWith('-05:00'))).toBe(true);
  expect(times).toEqual(times.toSorted());
});

test('a range with Z is read as UTC, one without in the zone of the mailbox', async () => {
  const { finish } = emulator();
  const range = (suffix: string) => ({
    report,
    parameters: {
      activityStart: `2026-03-03T00:00:00${suffix}`,
      activityEnd: `2026-03-03T12:00:00${suffix}`,
    },
  });
  const instants = (wire: Wire) => column(wire, 'receivedDateTime').map((time) => Date.parse(String(time)));
  const utc = instants(await finish('Orders', range('Z')));
  expect(Math.min(...utc)).toBeGreaterThanOrEqual(Date.parse('2026-03-03T00:00:00Z'));
  expect(Math.max(...utc)).toBeLessThanOrEqual(Date.parse('2026-03-03T12:00:00Z'));
  const local = instants(await finish('Orders', range('')));
  expect(Math.max(...local)).toBeLessThanOrEqual(Date.parse('2026-03-03T12:00:00+05:30'));
  expect(Math.min(...local)).toBeLessThan(Date.parse('2026-03-03T00:00:00Z'));
});

test.each([
  ['replied', 'replyDetail', 'firstReplyDateTime'],
  ['closed', 'closeDetail', 'closedDateTime'],
])('a range of what was %s applies to that time', async (activityType, group, field) => {
  const { finish } = emulator();
  const wire = await finish('Sales Department', {
    ...day(activityType, '2026-03-04'),
    query: `?max=500&fieldGroup=basic,${group}`,
  });
  const times = column(wire, field).map(String);
  expect(times.length).toBeGreaterThan(5);
  expect(times.every((time) => time.startsWith('2026-03-04T'))).toBe(true);
  expect(times).toEqual(times.toSorted());
  // Some of them came in before that day.
  expect(column(wire, 'receivedDateTime').some((time) => String(time) < '2026-03-04')).toBe(true);
});

test('statuses filter, and together they are everything', async () => {
  const { finish } = emulator();
  const found = async (statuses?: string[]) => {
    const wire = await finish('Sales Department', day('received', '2026-03-10', statuses && { statuses }));
    return column(wire, 'status');
  };
  const all = await found();
  const open = await found(['open']);
  const rest = await found(['closed', 'snoozed']);
  expect(new Set(open)).toEqual(new Set(['open']));
  expect(rest).toContain('closed');
  expect(open.length + rest.length).toBe(all.length);
});

test('messages age: what is open today is mostly closed later, and then the range is final', async () => {
  const { finish, sandbox } = emulator();
  const first = await finish('Sales Department', day('received', '2026-03-09'));
  expect(first.result).toHaveProperty('dataCutoffTimestamp');
  sandbox.advance(4 * DAY);
  const later = await finish('Sales Department', day('received', '2026-03-09'));
  const closed = (wire: Wire) => column(wire, 'status').filter((status) => status === 'closed').length;
  expect(closed(later)).toBeGreaterThan(closed(first));
  expect(later.result).not.toHaveProperty('dataCutoffTimestamp');
  sandbox.advance(30 * DAY);
  expect((await finish('Sales Department', day('received', '2026-03-09'))).result).toEqual(later.result);
});

test('a run without a range finds everything, page by page, and nothing from the future', async () => {
  const { finish, sandbox } = emulator();
  const wire = await finish('Island Office', { report, query: '?max=500' });
  expect(wire.result?.data).toHaveLength(500);
  expect(wire.result?.total).toBeNull();
  expect(wire._links).toHaveProperty('next');
  const today = await finish('Sales Department', day('received', '2026-03-10'));
  for (const time of column(today, 'receivedDateTime')) {
    expect(Date.parse(String(time))).toBeLessThanOrEqual(sandbox.now());
  }
});

test('details add the names of owners and tags beside their ids', async () => {
  const { finish } = emulator();
  const groups = 'fieldGroup=basic,tagDetail,assignmentDetail';
  const bare = await finish('Support', { ...day('received', '2026-03-03'), query: `?max=500&${groups}` });
  const full = await finish('Support', {
    ...day('received', '2026-03-03'),
    query: `?max=500&${groups}&includeDetails=true`,
  });
  for (const row of bare.result?.data ?? []) {
    expect(row).not.toHaveProperty('userName');
    expect(row).not.toHaveProperty('tagNames');
  }
  const owned = full.result?.data.find((row) => row['userId'] !== null);
  expect(owned).toMatchObject({
    userName: expect.any(String) as string,
    userEmail: expect.any(String) as string,
    userActive: expect.any(Boolean) as boolean,
  });
  expect(full.result?.data[0]).toHaveProperty('tagNames');
});

test('a message id is found again, and an altered one is not', async () => {
  const { finish } = emulator();
  const ids = column(await finish('Support', day('received', '2026-03-03')), 'messageId').map(String);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) {
    expect(encodeURIComponent(id)).not.toBe(id);
    expect(messageById(id)?.mailbox.listing.mailboxName).toBe('Support');
    expect(messageById(`${id.slice(0, 4)}x${id.slice(5)}`)).toBeUndefined();
  }
  expect(messageById('')).toBeUndefined();
});

test('the curve of a day and its inverse agree', () => {
  for (let share = 0; share <= 1; share += 0.01) expect(reachedBy(shareWhen(share))).toBeCloseTo(share, 9);
  expect([reachedBy(-1), reachedBy(0), reachedBy(1), reachedBy(2)]).toEqual([0, 0, 1, 1]);
});
