// @vitest-environment node
// What every call goes through: keys, request limit, addresses, methods, scopes, the log and the clock.
import { expect, test } from 'vitest';
import { createSandbox, SANDBOX_ORIGIN } from '#src/sandbox/sandbox.ts';
import { emulator, START_MS } from './emulator.ts';

test.each([
  ['no key', null],
  ['a key nobody made', 'nonsense'],
  ['two words', 'two words'],
  ['the expired key', 'Expired'],
])('%s answers 401 with the envelope and what was asked', async (_, key) => {
  const { call } = emulator();
  const reply = await call('/admin/mailboxes?x=1', { key });
  expect(reply.status).toBe(401);
  expect(await reply.json()).toEqual({
    _links: { origin: { href: `${SANDBOX_ORIGIN}/api/v1/admin/mailboxes?x=1`, method: 'GET' } },
    status: 'error',
    error: { code: '401', message: expect.any(String) as string },
  });
});

test('the expired key is refused whatever the clock says', async () => {
  const { call } = emulator({ now: () => 0 });
  expect((await call('/admin/mailboxes', { key: 'Expired' })).status).toBe(401);
  expect((await call('/admin/mailboxes')).status).toBe(200);
});

test('the failed launch is named with its body, without the query', async () => {
  const { call } = emulator();
  const body = { parameters: { mailboxId: 1 } };
  const reply = await call('/reports/mailboxPerformance?max=7', { body });
  expect(reply.status).toBe(400);
  expect(await reply.json()).toMatchObject({
    _links: { origin: { href: `${SANDBOX_ORIGIN}/api/v1/reports/mailboxPerformance`, method: 'POST', body } },
  });
});

test('a key sees the mailboxes of its list, ordinary ones before drills', async () => {
  const { call } = emulator();
  const names = async (key: string) => {
    const reply = (await (await call('/admin/mailboxes', { key })).json()) as {
      mailboxes: { mailboxName: string }[];
    };
    return reply.mailboxes.map((mailbox) => mailbox.mailboxName);
  };
  expect(await names('Reporting only')).toEqual(['Sales Department', 'Support', 'Billing']);
  const all = await names('Full access');
  const firstDrill = all.findIndex((name) => name.startsWith('Drill: '));
  expect(firstDrill).toBe(8);
  expect(all.slice(firstDrill).every((name) => name.startsWith('Drill: '))).toBe(true);
});

test('mailboxes come in the documented form, with inactive mailboxes, users and tags', async () => {
  const { call } = emulator();
  const { mailboxes } = (await (await call('/admin/mailboxes')).json()) as {
    mailboxes: {
      mailboxId: string;
      active: boolean;
      users: { active: boolean }[];
      tags: { active: boolean }[];
    }[];
  };
  expect(mailboxes[0]).toMatchObject({
    mailboxName: 'Sales Department',
    mailboxEmail: 'sales@company.example',
    active: true,
    timeZone: 'America/Toronto',
    users: expect.arrayContaining([
      {
        userId: expect.any(String) as string,
        userName: expect.any(String) as string,
        userEmail: expect.stringContaining('@') as string,
        active: true,
      },
    ]) as unknown[],
  });
  expect(new Set(mailboxes.map((mailbox) => mailbox.mailboxId)).size).toBe(mailboxes.length);
  expect(mailboxes.some((mailbox) => !mailbox.active)).toBe(true);
  expect(mailboxes.some((mailbox) => mailbox.users.some((user) => !user.active))).toBe(true);
  expect(mailboxes.some((mailbox) => mailbox.tags.some((tag) => !tag.active))).toBe(true);
});

test('the call after the hundredth within a minute answers the documented 429, until the minute has passed', async () => {
  const { call, sandbox } = emulator();
  const statuses = [];
  for (let i = 0; i < 100; i += 1) {
    // Errors count, and so do the calls of other keys of the account.
    const key = i % 2 === 0 ? 'Full access' : i % 3 === 0 ? 'Expired' : 'Reporting only';
    statuses.push((await call(i % 5 === 0 ? '/nowhere' : '/admin/mailboxes', { key })).status);
  }
  expect(statuses).not.toContain(429);
  const refused = await call('/admin/mailboxes');
  expect(refused.status).toBe(429);
  expect(await refused.json()).toEqual({
    status: 'error',
    error: { code: '429', message: 'Rate limit exceeded.' },
  });
  sandbox.advance(59_999);
  expect((await call('/admin/mailboxes')).status).toBe(429);
  sandbox.advance(1);
  expect((await call('/admin/mailboxes')).status).toBe(200);
});

test('the window slides: calls leave it one by one', async () => {
  const { call, sandbox } = emulator({ limits: { requestsPerMinute: 2 } });
  const ask = async () => (await call('/admin/mailboxes')).status;
  expect(await ask()).toBe(200);
  sandbox.advance(30_000);
  expect(await ask()).toBe(200);
  sandbox.advance(30_000);
  expect(await ask()).toBe(200);
  expect(await ask()).toBe(429);
});

test('calls of an unknown key use no budget of the account', async () => {
  const { call } = emulator({ limits: { requestsPerMinute: 1 } });
  expect((await call('/admin/mailboxes', { key: 'nonsense' })).status).toBe(401);
  expect((await call('/admin/mailboxes')).status).toBe(200);
});

test.each([
  ['/nowhere', 'GET', 404],
  ['/reports', 'POST', 404],
  ['/reports/results', 'GET', 404],
  ['/reports/somethingElse', 'POST', 404],
  ['/reports/constructor', 'POST', 404],
  ['/reports/mailboxPerformance/', 'POST', 404],
  ['/messages/%E0%A4%A/attachments', 'GET', 404],
  ['/messages/a/attachments/b', 'GET', 404],
  ['/messages/a/attachments/b/download/c', 'GET', 404],
  ['/reports/mailboxPerformance', 'GET', 405],
  ['/reports/results/x', 'DELETE', 405],
  ['/admin/mailboxes', 'PUT', 405],
])('%s asked with %s answers %i', async (path, method, status) => {
  const { call } = emulator();
  const reply = await call(path, { method });
  expect(reply.status).toBe(status);
  expect(reply.headers.has('allow')).toBe(status === 405);
});

test('an address outside the API answers 404 and needs no key', async () => {
  const { call } = emulator();
  expect((await call('https://sandbox.invalid/', { key: null })).status).toBe(404);
});

test.each([
  ['/reports/receivedMessageDetail', 'POST', 403],
  ['/messages/x/attachments', 'GET', 403],
  ['/messages/x/attachments/y/download', 'GET', 403],
  ['/reports/mailboxPerformance', 'POST', 400],
  ['/reports/results/x', 'GET', 404],
])('%s with the key "Reporting only" answers %s %i', async (path, method, status) => {
  const { call } = emulator();
  const reply = await call(path, { method, key: 'Reporting only' });
  expect(reply.status).toBe(status);
  // The documented sample of a 403 has no _links.
  expect(Object.hasOwn((await reply.json()) as object, '_links')).toBe(status !== 403);
});

test('the log tells what was asked, by which key label, and what was answered', async () => {
  const { call, sandbox } = emulator();
  sandbox.advance(5);
  await call('/reports/mailboxPerformance?max=7', { body: { parameters: {} } });
  await call('/reports/mailboxPerformance', { text: 'not json', key: 'nonsense' });
  expect(sandbox.log).toEqual([
    {
      at: START_MS + 5,
      method: 'POST',
      path: '/api/v1/reports/mailboxPerformance',
      search: '?max=7',
      body: { parameters: {} },
      key: 'Full access',
      status: 400,
    },
    {
      at: START_MS + 5,
      method: 'POST',
      path: '/api/v1/reports/mailboxPerformance',
      search: '',
      body: 'not json',
      key: null,
      status: 401,
    },
  ]);
  expect(JSON.stringify(sandbox.log)).not.toContain(sandbox.keys[0]?.key);
});

test('answers are dated by the clock of the sandbox, which only moves forward', async () => {
  const { call, sandbox } = emulator();
  sandbox.advance(3_600_000);
  expect(sandbox.now()).toBe(START_MS + 3_600_000);
  expect((await call('/admin/mailboxes')).headers.get('date')).toBe(
    new Date(START_MS + 3_600_000).toUTCString(),
  );
  expect(() => {
    sandbox.advance(-1);
  }).toThrow(RangeError);
  expect(() => {
    sandbox.advance(Number.POSITIVE_INFINITY);
  }).toThrow(RangeError);
});

test('a reset forgets runs, log, limits in use and the clock', async () => {
  const { call, start, sandbox } = emulator({ limits: { concurrentRuns: 1, requestsPerMinute: 5 } });
  const { log } = sandbox;
  const run = await start('Drill: never ends');
  expect((await call(run._links['self']?.href ?? '')).status).toBe(200);
  sandbox.advance(1000);
  sandbox.reset();
  expect(sandbox.now()).toBe(START_MS);
  expect(sandbox.log).toBe(log);
  expect(log).toEqual([]);
  expect((await call(run._links['self']?.href ?? '')).status).toBe(404);
  await start('Drill: never ends');
});

test('a request that was given up before it was sent leaves no trace', async () => {
  const sandbox = createSandbox();
  const request = new Request(`${SANDBOX_ORIGIN}/api/v1/admin/mailboxes`, { signal: AbortSignal.abort() });
  await expect(sandbox.fetch(request)).rejects.toThrow('aborted');
  expect(sandbox.log).toEqual([]);
});

test('a speed of nothing is refused', () => {
  expect(() => createSandbox({ speed: 0 })).toThrow(RangeError);
});
