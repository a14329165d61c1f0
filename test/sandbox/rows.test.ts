// @vitest-environment node
// Rows of the performance reports: what they hold, whom they are about, and that their numbers agree.
import { expect, test } from 'vitest';
import { emulator } from './emulator.ts';
import type { Wire } from './emulator.ts';

const total = (wire: Wire, field: string) =>
  (wire.result?.data ?? []).reduce((sum, row) => sum + Number(row[field]), 0);

const FOUR_WEEKS = { start: '2026-02-02T00:00:00', end: '2026-03-01T23:59:59' };

test('the default field group is reply data; close data comes when asked for, in any order', async () => {
  const { finish } = emulator();
  const reply = (await finish('Sales Department')).result?.data[0] ?? {};
  expect(Object.keys(reply)).toEqual(
    expect.arrayContaining(['id', 'startDateTime', 'received', 'initiated']),
  );
  expect(reply).not.toHaveProperty('closed');
  const close = (await finish('Sales Department', { query: '?fieldGroup=closeData' })).result?.data[0] ?? {};
  expect(close).toHaveProperty('closed');
  expect(close).not.toHaveProperty('received');
  const both =
    (await finish('Sales Department', { query: '?fieldGroup=closeData,replyData' })).result?.data[0] ?? {};
  expect(both).toEqual({ ...reply, ...close, id: both['id'] });
});

test('hours add up to days, days to weeks', async () => {
  const { finish, read } = emulator();
  const sums = [];
  for (const period of ['hour', 'day', 'week']) {
    const query = '?max=500&fieldGroup=replyData,closeData';
    const pages = [await finish('Sales Department', { parameters: { ...FOUR_WEEKS, period }, query })];
    const next = pages[0]?._links['next'];
    if (next !== undefined) pages.push(await read(next.href));
    const sum = (field: string) => pages.reduce((all, page) => all + total(page, field), 0);
    sums.push(['received', 'initiated', 'initialReplies', 'initialRepliesInsideSla', 'closed'].map(sum));
  }
  expect(sums[0]).toEqual(sums[1]);
  expect(sums[1]).toEqual(sums[2]);
  expect(sums[0]?.[0]).toBeGreaterThan(300);
});

test('users and domains share out what the mailbox received', async () => {
  const { finish } = emulator();
  const parameters = { ...FOUR_WEEKS, period: 'day' };
  const mailbox = await finish('Sales Department', { parameters });
  const users = await finish('Sales Department', { report: 'mailboxUserPerformance', parameters });
  const domains = await finish('Sales Department', { report: 'mailboxDomainPerformance', parameters });
  expect(total(users, 'assigned')).toBe(total(mailbox, 'received'));
  expect(total(domains, 'received')).toBe(total(mailbox, 'received'));
});

test('weekends and nights are quiet', async () => {
  const { finish } = emulator();
  const days = (await finish('Sales Department')).result?.data.map((row) => Number(row['received'])) ?? [];
  const [workdays, weekend] = [days.slice(0, 5), days.slice(5)];
  expect(Math.max(...weekend)).toBeLessThan(Math.min(...workdays));
  const hours = (
    await finish('Sales Department', {
      parameters: { start: '2026-03-02T00:00:00', end: '2026-03-06T23:59:59', period: 'hour' },
    })
  ).result?.data;
  const between = (from: string, to: string) =>
    (hours ?? [])
      .filter((row) => {
        const hour = String(row['startDateTime']).slice(11, 13);
        return hour >= from && hour < to;
      })
      .reduce((sum, row) => sum + Number(row['received']), 0);
  expect(between('09', '17')).toBeGreaterThan(10 * between('00', '05'));
});

test('no part is more than its whole, and averages are null where nothing was counted', async () => {
  const { finish } = emulator();
  const wire = await finish('Island Office', {
    parameters: { start: '2026-03-01T00:00:00', end: '2026-03-14T23:59:59', period: 'hour' },
    query: '?max=500&fieldGroup=replyData,closeData',
  });
  for (const row of wire.result?.data ?? []) {
    expect(Number(row['initialReplies'])).toBeLessThanOrEqual(Number(row['received']));
    expect(Number(row['initialRepliesInsideSla'])).toBeLessThanOrEqual(Number(row['initialReplies']));
    expect(Number(row['closedInsideSla'])).toBeLessThanOrEqual(Number(row['closed']));
    expect(row['averageElapsedInitialReplySeconds'] === null).toBe(row['initialReplies'] === 0);
  }
});

test('user rows carry names only with details; the unknown user is the last of each period', async () => {
  const { finish } = emulator();
  const report = 'mailboxUserPerformance';
  const bare = await finish('Sales Department', { report });
  expect(bare.result?.data).toHaveLength(7 * 6);
  expect(bare.result?.data[0]).not.toHaveProperty('userName');
  const detailed = await finish('Sales Department', { report, query: '?max=500&includeDetails=true' });
  expect(detailed.result?.data[0]).toMatchObject({
    userName: expect.any(String) as string,
    userEmail: expect.stringContaining('@') as string,
    userActive: true,
  });
  expect(detailed.result?.data[5]).toMatchObject({ userId: 'unknown', userName: null });
});

test('only the users asked for are counted; ids that are not in the mailbox are passed over', async () => {
  const { finish } = emulator();
  const report = 'mailboxUserPerformance';
  const first = String((await finish('Sales Department', { report })).result?.data[0]?.['userId']);
  const asked = async (users: string[]) => {
    const { result } = await finish('Sales Department', { report, parameters: { users } });
    return [...new Set(result?.data.map((row) => row['userId']))];
  };
  expect(await asked([first, 'unknown', 'somebody-else'])).toEqual([first, 'unknown']);
  expect(await asked(['somebody-else'])).toEqual([]);
  expect(await asked([])).toHaveLength(6);
});

test('domains are matched whole, whatever their case', async () => {
  const { finish } = emulator();
  const report = 'mailboxDomainPerformance';
  const asked = async (domains: string[]) => {
    const { result } = await finish('Support', { report, parameters: { domains } });
    return [...new Set(result?.data.map((row) => row['domain']))];
  };
  expect(await asked(['CONTOSO.example', 'example'])).toEqual(['contoso.example']);
  expect((await asked([])).length).toBeGreaterThan(5);
});

test('rows begin at the wall clock of the mailbox, whose offset changes with the season', async () => {
  const { finish } = emulator();
  const { result } = await finish('Island Office', {
    parameters: { start: '2025-10-04T00:00:00', end: '2025-10-06T00:00:00', period: 'day' },
  });
  expect(result?.data.map((row) => row['startDateTime'])).toEqual([
    '2025-10-04T00:00:00+10:30',
    '2025-10-05T00:00:00+10:30',
    '2025-10-06T00:00:00+11:00',
  ]);
});
