// @vitest-environment node
// Runs from launch to expiry: envelope, slots, time, and who may read a result.
import { expect, test } from 'vitest';
import { routeOf } from '#src/sandbox/routes.ts';
import { emulator, START_MS } from './emulator.ts';

const DAY = 86_400_000;

test('an accepted launch answers with the running envelope and absolute links', async () => {
  const { launch, mailboxId } = emulator();
  const reply = await launch('Sales Department', { query: '?max=120&fieldGroup=closeData' });
  expect(reply.status).toBe(200);
  const parameters = {
    mailboxId: await mailboxId('Sales Department'),
    start: '2026-03-02T00:00:00',
    end: '2026-03-08T23:59:59',
    period: 'day',
  };
  expect(await reply.json()).toEqual({
    _links: {
      self: {
        href: expect.stringMatching(
          /^https:\/\/sandbox\.invalid\/api\/v1\/reports\/results\/[a-z0-9_]+\?max=120$/,
        ) as string,
        method: 'GET',
      },
      origin: {
        href: 'https://sandbox.invalid/api/v1/reports/mailboxPerformance',
        method: 'POST',
        body: { parameters },
      },
    },
    status: 'running',
    progress: 0,
    result: { data: [], total: null },
  });
});

test('a launch that names no page size gets the default of 50', async () => {
  const { start } = emulator();
  expect((await start('Sales Department', { query: '' }))._links['self']?.href).toMatch(/\?max=50$/);
});

test('progress is whole numbers, never 100 before the end, and the end comes by time alone', async () => {
  const { start, read, sandbox } = emulator();
  const run = await start('Sales Department');
  const seen = [];
  for (let second = 0; second < 41; second += 1) {
    const { status, progress, result } = await read(run._links['self']?.href);
    seen.push(progress);
    expect(Number.isInteger(progress)).toBe(true);
    expect(status).toBe(progress === 100 ? 'done' : 'running');
    expect(result?.data.length).toBe(status === 'running' ? 0 : 7);
    expect(result?.total).toBe(status === 'running' ? null : 7);
    sandbox.advance(1000);
  }
  expect(seen[0]).toBe(0);
  expect(seen.at(-1)).toBe(100);
  expect(new Set(seen).size).toBeGreaterThan(10);
});

test('a run of twelve to forty seconds ends that much sooner at a higher speed', async () => {
  const { start, read, sandbox } = emulator({ speed: 10 });
  const run = await start('Sales Department');
  sandbox.advance(1100);
  expect((await read(run._links['self']?.href)).status).toBe('running');
  sandbox.advance(3000);
  expect((await read(run._links['self']?.href)).status).toBe('done');
});

test('a fourth run while three are running is refused with the documented 429, and a slot is freed unpolled', async () => {
  const { launch, sandbox } = emulator();
  for (let i = 0; i < 3; i += 1) expect((await launch('Sales Department')).status).toBe(200);
  const fourth = await launch('Support', { key: 'Reporting only' });
  expect(fourth.status).toBe(429);
  expect(await fourth.json()).toEqual({
    status: 'error',
    error: { code: '429', message: 'Rate limit exceeded.' },
  });
  sandbox.advance(41_000);
  expect((await launch('Support')).status).toBe(200);
});

test('a mailbox outside the list of the key answers 404, like one that does not exist', async () => {
  const { call, mailboxId } = emulator();
  const ask = async (id: string) => {
    const parameters = {
      mailboxId: id,
      start: '2026-03-02T00:00:00',
      end: '2026-03-02T00:00:00',
      period: 'day',
    };
    const reply = await call('/reports/mailboxPerformance', { key: 'Reporting only', body: { parameters } });
    const { error } = (await reply.json()) as { error: unknown };
    return { status: reply.status, error };
  };
  const outside = await ask(await mailboxId('Orders'));
  expect(outside.status).toBe(404);
  expect(outside).toEqual(await ask('no-such-mailbox'));
});

test('a result opens only with the key that started it', async () => {
  const { start, call } = emulator();
  const run = await start('Sales Department', { key: 'Reporting only' });
  const href = run._links['self']?.href ?? '';
  expect((await call(href, { key: 'Reporting only' })).status).toBe(200);
  const other = await call(href);
  expect(other.status).toBe(404);
  // The failed request is the read, not the launch.
  expect(await other.json()).toMatchObject({ _links: { origin: { href, method: 'GET' } } });
});

test('reading a result asks for reporting alone, whatever its launch needed', () => {
  expect(routeOf('/api/v1/reports/receivedMessageDetail')?.scopes).toEqual(['reporting', 'messages:read']);
  expect(routeOf('/api/v1/reports/results/x')?.scopes).toEqual(['reporting']);
});

test('a result is gone 24 hours after the launch, to the millisecond', async () => {
  const { start, call, sandbox } = emulator();
  const run = await start('Sales Department');
  const href = run._links['self']?.href ?? '';
  sandbox.advance(DAY - 1);
  expect((await call(href)).status).toBe(200);
  sandbox.advance(1);
  expect((await call(href)).status).toBe(404);
});

test('a range of final periods has no cut-off time, and running it again gives the same rows', async () => {
  const { finish, sandbox } = emulator();
  const first = await finish('Sales Department');
  sandbox.advance(3 * DAY);
  const second = await finish('Sales Department');
  expect(first.result?.data).toHaveLength(7);
  expect(first.result).not.toHaveProperty('dataCutoffTimestamp');
  expect(second.result?.data).toEqual(first.result?.data);
  expect(second._links['self']?.href).not.toBe(first._links['self']?.href);
});

test('a range with the current period says up to when it counts, and grows when run again', async () => {
  const { finish, sandbox } = emulator();
  const parameters = { start: '2026-03-09T00:00:00', end: '2026-03-12T00:00:00' };
  const first = await finish('Sales Department', { parameters });
  const cutoff = Date.parse(first.result?.dataCutoffTimestamp ?? '');
  expect(cutoff).toBeGreaterThan(START_MS);
  expect(cutoff).toBeLessThanOrEqual(sandbox.now());
  // Nothing lies in the future.
  expect(first.result?.data.map((row) => row['startDateTime'])).toEqual([
    '2026-03-09T00:00:00-04:00',
    '2026-03-10T00:00:00-04:00',
  ]);
  sandbox.advance(4 * 3_600_000);
  const second = await finish('Sales Department', { parameters });
  expect(second.result?.data[0]?.['received']).toBe(first.result?.data[0]?.['received']);
  expect(second.result?.data[1]?.['received']).toBeGreaterThan(Number(first.result?.data[1]?.['received']));
});

test('the rows of a finished run do not change while time goes on', async () => {
  const { finish, read, sandbox } = emulator();
  const first = await finish('Sales Department', {
    parameters: { end: '2026-03-12T00:00:00', period: 'hour' },
  });
  sandbox.advance(5 * 3_600_000);
  expect((await read(first._links['self']?.href)).result).toEqual(first.result);
});

test('ids of results are not given twice, not even after a reset', async () => {
  const { start, sandbox } = emulator({ random: () => 0.5 });
  const first = await start('Sales Department');
  sandbox.reset();
  expect((await start('Sales Department'))._links['self']?.href).not.toBe(first._links['self']?.href);
});

test('links begin with the address that the emulator was given', async () => {
  const { start } = emulator({ origin: 'http://127.0.0.1:4610' });
  const { _links } = await start('Sales Department');
  expect(_links['self']?.href).toMatch(/^http:\/\/127\.0\.0\.1:4610\/api\/v1\/reports\/results\//);
  expect(_links['origin']?.href).toBe('http://127.0.0.1:4610/api/v1/reports/mailboxPerformance');
});
