// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { NotSentError } from '#src/upstream/upstream.ts';
import {
  codeOf,
  createDesk,
  deferred,
  errorReply,
  jsonReply,
  runBody,
  settle,
  uuid,
} from '../gateway/desk.ts';

const POLL = '/api/v1/reports/results/run1?max=500';
const list = () => jsonReply('{"mailboxes":[]}');

describe('a read', () => {
  it('goes upstream with our key, and comes back with the policy of data', async () => {
    const desk = createDesk(() =>
      jsonReply('{"mailboxes":[]}', 200, { 'set-cookie': 'a=b', deprecation: '@1', server: 'x' }),
    );
    const response = await desk.get('/api/v1/admin/mailboxes', {
      cookie: 'secret=1',
      authorization: 'Bearer other',
    });
    expect(desk.seen[0]).toEqual({
      method: 'GET',
      path: '/api/v1/admin/mailboxes',
      headers: {
        accept: 'application/json',
        authorization: 'Bearer key-one',
        'user-agent': 'report-desk/0.0.0',
      },
      body: '',
    });
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'ratelimit-policy': '"account";q=100;w=60',
      ratelimit: '"account";r=99;t=61',
      deprecation: '@1',
    });
    expect(response.headers.has('set-cookie')).toBe(false);
    expect(response.headers.has('server')).toBe(false);
  });

  it('is asked once upstream for everybody who asks at the same time', async () => {
    const gate = deferred<Response>();
    const desk = createDesk(() => gate.promise);
    const reads = Array.from({ length: 10 }, () => desk.get('/api/v1/admin/mailboxes'));
    await settle();
    gate.resolve(list());
    for (const response of await Promise.all(reads)) expect(await response.text()).toBe('{"mailboxes":[]}');
    expect(desk.seen).toHaveLength(1);
  });

  it('is asked again once the first answer is here', async () => {
    const desk = createDesk(list);
    await desk.get('/api/v1/admin/mailboxes');
    await desk.get('/api/v1/admin/mailboxes');
    expect(desk.seen).toHaveLength(2);
  });

  it('goes on for the others when one client leaves, and is given up when the last one does', async () => {
    const aborted: boolean[] = [];
    const desk = createDesk(
      (request) =>
        new Promise((_resolve, reject) => {
          request.signal.addEventListener('abort', () => {
            aborted.push(true);
            reject(new Error('gone'));
          });
        }),
    );
    const [one, two] = [new AbortController(), new AbortController()];
    const reads = [
      desk.get('/api/v1/admin/mailboxes', {}, one.signal),
      desk.get('/api/v1/admin/mailboxes', {}, two.signal),
    ];
    await settle();
    one.abort();
    await settle();
    expect(aborted).toEqual([]);
    two.abort();
    await Promise.all(reads);
    expect(aborted).toEqual([true]);
  });

  it.each([
    ['could not be sent', () => Promise.reject(new NotSentError('dns')), 503, 'upstream-unreachable'],
    ['broke off', () => Promise.reject(new Error('reset')), 502, 'upstream-failed'],
    [
      'was redirected',
      () => new Response(null, { status: 302, headers: { location: 'https://evil.test' } }),
      502,
      'upstream-redirect',
    ],
    ['was answered 408', () => errorReply(408), 504, 'upstream-timeout'],
  ])('that %s says so and is not repeated', async (_name, answer, status, code) => {
    const desk = createDesk(answer);
    const response = await desk.get('/api/v1/admin/mailboxes');
    expect([response.status, await codeOf(response)]).toEqual([status, code]);
    expect(response.headers.has('desk-forwarded')).toBe(false);
    expect(desk.seen).toHaveLength(1);
  });

  it('that is not answered in thirty seconds is given up', async () => {
    const desk = createDesk(() => new Promise<Response>(() => undefined));
    const waiting = desk.get('/api/v1/admin/mailboxes');
    await desk.clock.advance(30_000);
    expect(await codeOf(await waiting)).toBe('upstream-timeout');
  });

  it.each([400, 401, 403, 404, 418, 429, 500, 503])('passes a %i of the API on as it is', async (status) => {
    const desk = createDesk(() => errorReply(status, { 'retry-after': '9' }));
    const response = await desk.get('/api/v1/admin/mailboxes');
    expect([response.status, await codeOf(response), response.headers.get('retry-after')]).toEqual([
      status,
      String(status),
      '9',
    ]);
  });

  it('that gets a 429 closes the gate for everybody, launches included', async () => {
    const desk = createDesk(() => errorReply(429, { 'retry-after': '90' }));
    await desk.get('/api/v1/admin/mailboxes');
    const response = await desk.launch(uuid(1));
    expect([await codeOf(response), response.headers.get('retry-after')]).toEqual(['desk-budget', '90']);
    expect(desk.seen).toHaveLength(1);
  });
});

describe('the status of a running run', () => {
  it('is given again while it is younger than the client asks for, with its age', async () => {
    const desk = createDesk(() => jsonReply(runBody('running')));
    await desk.get(POLL, { 'cache-control': 'max-age=10' });
    await desk.clock.advance(9_500);
    const again = await desk.get(POLL, { 'cache-control': 'no-transform, max-age=10' });
    expect([await again.text(), again.headers.get('age')]).toEqual([runBody('running'), '9']);
    expect(desk.seen).toHaveLength(1);
    await desk.clock.advance(500);
    const fresh = await desk.get(POLL, { 'cache-control': 'max-age=10' });
    expect(fresh.headers.has('age')).toBe(false);
    expect(desk.seen).toHaveLength(2);
  });

  it('is never asked for twice within a second', async () => {
    const desk = createDesk(() => jsonReply(runBody('running')));
    await desk.get(POLL);
    await desk.clock.advance(999);
    expect((await desk.get(POLL, { 'cache-control': 'max-age=0' })).headers.get('age')).toBe('0');
    await desk.clock.advance(1);
    await desk.get(POLL, { 'cache-control': 'max-age=0' });
    expect(desk.seen).toHaveLength(2);
  });

  it('is kept for each key on its own', async () => {
    const keys = [
      { label: 'One', key: 'key-one', source: 'environment' as const },
      { label: 'Two', key: 'key-two', source: 'environment' as const },
    ];
    const desk = createDesk(
      (request) =>
        request.headers.get('authorization') === 'Bearer key-one'
          ? jsonReply(runBody('done'))
          : errorReply(404),
      { keys },
    );
    const config = (await (await desk.get('/desk/config')).json()) as { keys: { id: string }[] };
    const [one = { id: '' }, two = { id: '' }] = config.keys;
    expect((await desk.get(POLL, { 'desk-key': one.id })).status).toBe(200);
    expect((await desk.get(POLL, { 'desk-key': two.id })).status).toBe(404);
  });

  it('counts as a poll in the budget, and a prefetch says so itself', async () => {
    const desk = createDesk(() => jsonReply(runBody('running')));
    await desk.launch(uuid(1));
    await desk.get(POLL);
    await desk.clock.advance(2_000);
    await desk.get(POLL, { priority: 'u=7' });
    await desk.get('/api/v1/admin/mailboxes');
    expect(await (await desk.get('/desk/usage')).json()).toEqual({
      limit: 100,
      used: 4,
      windowSeconds: 60,
      byClass: { launch: 1, read: 1, poll: 1, prefetch: 1 },
      slots: { limit: 3, used: 1 },
    });
  });

  it('is not kept after something else was answered', async () => {
    const answers = [jsonReply(runBody('running')), errorReply(503), jsonReply(runBody('running'))];
    const desk = createDesk(() => answers.shift() ?? errorReply(500));
    await desk.get(POLL);
    await desk.clock.advance(5_000);
    expect((await desk.get(POLL)).status).toBe(503);
    expect((await desk.get(POLL, { 'cache-control': 'max-age=60' })).status).toBe(200);
    expect(desk.seen).toHaveLength(3);
  });
});

describe('the pages of a finished run', () => {
  it('are asked for once, until the run expires', async () => {
    const desk = createDesk((request) => jsonReply(runBody(request.method === 'POST' ? 'running' : 'done')));
    await desk.launch(uuid(1));
    await desk.clock.advance(60_000);
    await desk.get(POLL);
    await desk.clock.advance(23 * 3_600_000);
    expect(await (await desk.get(POLL)).text()).toBe(runBody('done'));
    expect(desk.seen).toHaveLength(2);
    await desk.clock.advance(3_600_000);
    await desk.get(POLL);
    expect(desk.seen).toHaveLength(3);
  });

  it('are kept for an hour only when the launch was not ours', async () => {
    const desk = createDesk(() => jsonReply(runBody('done')));
    await desk.get(POLL);
    await desk.clock.advance(3_600_000 - 1);
    await desk.get(POLL);
    expect(desk.seen).toHaveLength(1);
    await desk.clock.advance(1);
    await desk.get(POLL);
    expect(desk.seen).toHaveLength(2);
  });

  it('are kept by their whole URL', async () => {
    const desk = createDesk(() => jsonReply(runBody('done')));
    await desk.get(POLL);
    await desk.get(`${POLL}&starting_after=a`);
    expect(desk.seen.map(({ path }) => path)).toEqual([POLL, `${POLL}&starting_after=a`]);
  });

  it('go with the key', async () => {
    const desk = createDesk((request) =>
      request.url.includes('/admin/') ? list() : jsonReply(runBody('done')),
    );
    await desk.get(POLL);
    const config = (await (await desk.get('/desk/config')).json()) as { keys: { id: string }[] };
    await desk.ask('DELETE', `/desk/keys/${config.keys[0]?.id ?? ''}`);
    await desk.post('/desk/keys', { label: 'Again', key: 'key-one' });
    await desk.get(POLL);
    expect(desk.seen.filter(({ path }) => path === POLL)).toHaveLength(2);
  });

  it('are not kept when the body is not in the documented form', async () => {
    const desk = createDesk(() => jsonReply('{"status":"done"}'));
    await desk.get(POLL);
    await desk.get(POLL);
    expect(desk.seen).toHaveLength(2);
  });
});

describe('the slots in use', () => {
  const used = async (desk: ReturnType<typeof createDesk>) =>
    ((await (await desk.get('/desk/usage')).json()) as { slots: { used: number } }).slots.used;

  it.each(['done', 'error'])('fall when a run is seen to end: %s', async (end) => {
    let status = 'running';
    const desk = createDesk(() => jsonReply(runBody(status)));
    await desk.launch(uuid(1));
    expect(await used(desk)).toBe(1);
    status = end;
    await desk.get(POLL);
    expect(await used(desk)).toBe(0);
  });

  it.each(['done', 'error'])('are not held by a launch that is answered with its end: %s', async (end) => {
    const desk = createDesk(() => jsonReply(runBody(end)));
    await desk.launch(uuid(1));
    expect(await used(desk)).toBe(0);
  });

  it('are held for half an hour by a launch whose outcome is unknown', async () => {
    const desk = createDesk(() => errorReply(503));
    await desk.launch(uuid(1));
    expect(await used(desk)).toBe(1);
    await desk.clock.advance(30 * 60_000);
    expect(await used(desk)).toBe(0);
  });

  it('are not held by a launch that was refused, nor by a run that cannot be found', async () => {
    const answers = [errorReply(400), jsonReply(runBody('running')), errorReply(404)];
    const desk = createDesk(() => answers.shift() ?? errorReply(500));
    await desk.launch(uuid(1));
    expect(await used(desk)).toBe(0);
    await desk.launch(uuid(2));
    await desk.get(POLL);
    expect(await used(desk)).toBe(0);
  });
});
