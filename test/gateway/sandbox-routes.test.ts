// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { createGateway } from '#src/gateway/gateway.ts';
import { parseAdvance } from '#src/gateway/sandbox-routes.ts';
import { createSandbox } from '#src/sandbox/sandbox.ts';
import { createDesk, DESK, jsonReply, LAUNCH_PATH, uuid } from './desk.ts';

function setUp() {
  const sandbox = createSandbox({ now: () => Date.parse('2026-10-01T12:00:00Z') });
  const gateway = createGateway({
    upstream: sandbox,
    sandbox,
    origins: [DESK],
    keys: sandbox.keys.map((key) => ({ ...key, source: 'sandbox' })),
  });
  const ask = (method: string, path: string, value?: unknown, headers: Record<string, string> = {}) =>
    gateway.fetch(
      new Request(`${DESK}${path}`, {
        method,
        headers: {
          ...(method === 'GET' ? {} : { origin: DESK, 'content-type': 'application/json' }),
          ...headers,
        },
        ...(value === undefined ? {} : { body: JSON.stringify(value) }),
      }),
    );
  return { sandbox, ask };
}
type Config = {
  mode: string;
  upstream: string;
  now: string;
  ledgerId: string;
  keys: { id: string; label: string }[];
};

describe('a desk on the sandbox', () => {
  it('says so, and offers its keys by label', async () => {
    const { ask } = setUp();
    expect(await (await ask('GET', '/desk/config')).json()).toMatchObject({
      mode: 'sandbox',
      upstream: 'https://sandbox.invalid',
      now: '2026-10-01T12:00:00.000Z',
      keys: [{ label: 'Full access', source: 'sandbox' }, { label: 'Reporting only' }, { label: 'Expired' }],
      limits: { requestsPerMinute: 100, concurrentRuns: 3 },
    });
  });

  it('moves time for itself and the sandbox together', async () => {
    const { ask, sandbox } = setUp();
    const moved = await ask('POST', '/sandbox/clock', { advance: '24h' });
    expect(await moved.json()).toEqual({ now: '2026-10-02T12:00:00.000Z' });
    expect(moved.headers.get('date')).toBe('Fri, 02 Oct 2026 12:00:00 GMT');
    expect(new Date(sandbox.now()).toISOString()).toBe('2026-10-02T12:00:00.000Z');
    expect(await (await ask('GET', '/sandbox/clock')).json()).toEqual({ now: '2026-10-02T12:00:00.000Z' });
  });

  it('opens the budget again when time is moved past it', async () => {
    const { ask } = setUp();
    const [key] = ((await (await ask('GET', '/desk/config')).json()) as Config).keys;
    const headers = { 'desk-key': key?.id ?? '' };
    for (let at = 0; at < 100; at += 1) await ask('GET', '/api/v1/admin/mailboxes', undefined, headers);
    expect((await ask('GET', '/api/v1/admin/mailboxes', undefined, headers)).status).toBe(429);
    await ask('POST', '/sandbox/clock', { advance: '61s' });
    expect((await ask('GET', '/api/v1/admin/mailboxes', undefined, headers)).status).toBe(200);
  });

  it('lets who waits for a turn go on when time is moved', async () => {
    const { ask } = setUp();
    const [key] = ((await (await ask('GET', '/desk/config')).json()) as Config).keys;
    const headers = { 'desk-key': key?.id ?? '' };
    const list = () => ask('GET', '/api/v1/admin/mailboxes', undefined, headers);
    for (let at = 0; at < 100; at += 1) await list();
    await ask('POST', '/sandbox/clock', { advance: '55s' });
    const waiting = list();
    await ask('POST', '/sandbox/clock', { advance: '6s' });
    expect((await waiting).status).toBe(200);
  });

  it('forgets everything on a reset', async () => {
    const { ask, sandbox } = setUp();
    const before = (await (await ask('GET', '/desk/config')).json()) as Config;
    const headers = { 'desk-key': before.keys[0]?.id ?? '' };
    const mailboxes = (await (await ask('GET', '/api/v1/admin/mailboxes', undefined, headers)).json()) as {
      mailboxes: { mailboxId: string }[];
    };
    const parameters = {
      mailboxId: mailboxes.mailboxes[0]?.mailboxId,
      start: '2026-09-01T00:00:00',
      end: '2026-09-02T00:00:00',
      period: 'day',
    };
    const launched = await ask(
      'POST',
      LAUNCH_PATH,
      { parameters },
      { ...headers, 'idempotency-key': uuid(1) },
    );
    expect(launched.status).toBe(200);
    await ask('DELETE', `/desk/keys/${before.keys[1]?.id ?? ''}`);
    await ask('POST', '/sandbox/clock', { advance: '2d' });
    expect((await ask('POST', '/sandbox/reset')).status).toBe(204);
    const after = (await (await ask('GET', '/desk/config')).json()) as Config;
    expect(after).toEqual({ ...before, ledgerId: after.ledgerId });
    expect(after.ledgerId).not.toBe(before.ledgerId);
    expect(await (await ask('GET', '/desk/submissions')).json()).toEqual({ submissions: [] });
    expect(await (await ask('GET', '/desk/usage')).json()).toMatchObject({ used: 0, slots: { used: 0 } });
    expect(await (await ask('GET', '/sandbox/log')).json()).toEqual([]);
    expect(sandbox.log).toEqual([]);
  });

  it('shows what the sandbox saw, without a key in it', async () => {
    const { ask, sandbox } = setUp();
    const config = (await (await ask('GET', '/desk/config')).json()) as Config;
    await ask('GET', '/api/v1/admin/mailboxes', undefined, { 'desk-key': config.keys[0]?.id ?? '' });
    const text = await (await ask('GET', '/sandbox/log')).text();
    expect(JSON.parse(text)).toMatchObject([
      { method: 'GET', path: '/api/v1/admin/mailboxes', key: 'Full access', status: 200 },
    ]);
    for (const { key } of sandbox.keys) expect(text).not.toContain(key);
    expect(await (await ask('GET', '/sandbox/drills')).json()).toEqual(sandbox.drills);
  });

  it('takes a reset only from its own pages', async () => {
    const { ask } = setUp();
    expect((await ask('POST', '/sandbox/reset', undefined, { origin: 'https://evil.test' })).status).toBe(
      403,
    );
    expect((await ask('GET', '/sandbox/reset')).status).toBe(405);
  });
});

describe('a live desk', () => {
  it.each(['/sandbox/drills', '/sandbox/clock', '/sandbox/log', '/sandbox/reset'])(
    'has no %s',
    async (path) => {
      expect((await createDesk(() => jsonReply('{}')).get(path)).status).toBe(404);
    },
  );
});

describe('a step of the clock', () => {
  it.each([
    ['90s', 90_000],
    ['5m', 300_000],
    ['24h', 86_400_000],
    ['2d', 172_800_000],
    ['0s', 0],
    ['366d', 31_622_400_000],
    ['367d', null],
    ['1w', null],
    ['-1h', null],
    ['1.5h', null],
    ['24', null],
    ['', null],
  ])('%s is %s ms', (text, ms) => {
    expect(parseAdvance({ advance: text })).toBe(ms);
  });

  it.each([null, {}, { advance: 5 }, []])('%j is none', (body) => {
    expect(parseAdvance(body)).toBeNull();
  });
});
