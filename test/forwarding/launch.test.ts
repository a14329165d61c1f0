// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { openLedger } from '#src/ledger/ledger.ts';
import { NotSentError } from '#src/upstream/upstream.ts';
import {
  codeOf,
  createClock,
  createDesk,
  DESK,
  deferred,
  errorReply,
  jsonReply,
  LAUNCH_BODY,
  LAUNCH_PATH,
  runBody,
  settle,
  uuid,
} from '../gateway/desk.ts';

const jsonOf = async (response: Response): Promise<unknown> => response.json();
const accepted = () => jsonReply(runBody('running'));

describe('a launch', () => {
  it('is not called unsent when only a repeat of it is refused', async () => {
    const desk = createDesk(accepted, { accessToken: 'correct-horse-battery' });
    const login = await desk.post('/desk/login', { token: 'correct-horse-battery' });
    const cookie = login.headers.get('set-cookie')?.split(';')[0] ?? '';
    await desk.launch(uuid(1), { headers: { cookie } });
    const claims = async (digit: number, headers: Record<string, string>) => {
      const response = await desk.launch(uuid(digit), { headers });
      return [await codeOf(response), response.headers.get('desk-forwarded')];
    };
    const otherKey = { cookie, 'desk-key': 'gone' };
    expect(await claims(1, {})).toEqual(['desk-login-required', null]);
    expect(await claims(2, {})).toEqual(['desk-login-required', 'no']);
    expect(await claims(1, otherKey)).toEqual(['desk-key-unknown', null]);
    expect(await claims(2, otherKey)).toEqual(['desk-key-unknown', 'no']);
    expect(desk.launches()).toBe(1);
  });

  it('goes upstream once, with our key and headers of our own only', async () => {
    const desk = createDesk(accepted);
    const response = await desk.launch(uuid(1), {
      headers: { cookie: 'a=b', 'x-forwarded-for': '1.2.3.4', te: 'trailers' },
    });
    expect(response.status).toBe(200);
    expect(await response.text()).toBe(runBody('running'));
    expect(response.headers.has('desk-forwarded')).toBe(false);
    expect(desk.seen).toEqual([
      {
        method: 'POST',
        path: '/api/v1/reports/mailboxPerformance?max=500',
        headers: {
          accept: 'application/json',
          authorization: 'Bearer key-one',
          'content-type': 'application/json',
          'user-agent': 'report-desk/0.0.0',
        },
        body: LAUNCH_BODY,
      },
    ]);
  });

  it('is answered from the ledger, byte for byte, when it comes again', async () => {
    const odd = `${runBody('running')} \n`;
    const desk = createDesk(() => jsonReply(odd, 202, { 'retry-after': '7' }));
    await desk.launch(uuid(1));
    const again = await desk.launch(uuid(1).toUpperCase());
    expect(await again.text()).toBe(odd);
    expect(again.status).toBe(202);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(again.headers.get('retry-after')).toBe('7');
    expect(again.headers.get('content-type')).toBe('application/json');
    expect(desk.launches()).toBe(1);
  });

  it('is sent once when twenty clients send it at the same time', async () => {
    const gate = deferred<Response>();
    const desk = createDesk(() => gate.promise);
    const answers = Array.from({ length: 20 }, () => desk.launch(uuid(1)));
    await settle();
    gate.resolve(accepted());
    const responses = await Promise.all(answers);
    expect(desk.launches()).toBe(1);
    for (const response of responses) expect(await response.text()).toBe(runBody('running'));
    expect(
      responses.filter((response) => response.headers.get('idempotency-replayed') === 'true'),
    ).toHaveLength(19);
  });

  it.each([
    ['another body', { body: '{"parameters":{"mailboxId":"mb_2"}}' }],
    ['the same body in other bytes', { body: '{"parameters": {"mailboxId":"mb_1"}}' }],
    ['another query', { path: '/api/v1/reports/mailboxPerformance?max=50' }],
    ['another report', { path: '/api/v1/reports/mailboxUserPerformance?max=500' }],
  ])('is refused under a key that was used for %s', async (_name, other) => {
    const desk = createDesk(accepted);
    await desk.launch(uuid(1));
    const response = await desk.launch(uuid(1), other);
    expect([response.status, await codeOf(response), response.headers.get('desk-forwarded')]).toEqual([
      422,
      'idempotency-key-reused',
      'no',
    ]);
    expect(desk.launches()).toBe(1);
  });

  it('is refused under a key that was used with another API key', async () => {
    const desk = createDesk(accepted, {
      keys: [
        { label: 'One', key: 'key-one', source: 'environment' },
        { label: 'Two', key: 'key-two', source: 'environment' },
      ],
    });
    const config = (await (await desk.get('/desk/config')).json()) as { keys: { id: string }[] };
    const [one = { id: '' }, two = { id: '' }] = config.keys;
    await desk.launch(uuid(1), { headers: { 'desk-key': one.id } });
    const response = await desk.launch(uuid(1), { headers: { 'desk-key': two.id } });
    expect(await codeOf(response)).toBe('idempotency-key-reused');
    expect(desk.launches()).toBe(1);
  });

  it('is refused while another request is under way under its key', async () => {
    const gate = deferred<Response>();
    const desk = createDesk(() => gate.promise);
    const first = desk.launch(uuid(1));
    const second = await desk.launch(uuid(1), { body: '{"parameters":{}}' });
    expect(await codeOf(second)).toBe('idempotency-key-reused');
    await settle();
    gate.resolve(accepted());
    expect((await first).status).toBe(200);
    expect(desk.launches()).toBe(1);
  });

  it.each([
    [
      'without an Idempotency-Key',
      { 'content-type': 'application/json' },
      LAUNCH_BODY,
      400,
      'idempotency-key-missing',
    ],
    [
      'with a key in quotes',
      { 'content-type': 'application/json', 'idempotency-key': `"${uuid(1)}"` },
      LAUNCH_BODY,
      400,
      'idempotency-key-invalid',
    ],
    [
      'with a key that is no UUID',
      { 'content-type': 'application/json', 'idempotency-key': 'abc' },
      LAUNCH_BODY,
      400,
      'idempotency-key-invalid',
    ],
    [
      'of another type',
      { 'content-type': 'text/plain', 'idempotency-key': uuid(1) },
      LAUNCH_BODY,
      415,
      'media-type',
    ],
    [
      'as a form',
      { 'content-type': 'application/x-www-form-urlencoded', 'idempotency-key': uuid(1) },
      'a=b',
      415,
      'media-type',
    ],
    [
      'compressed',
      { 'content-type': 'application/json', 'content-encoding': 'gzip', 'idempotency-key': uuid(1) },
      LAUNCH_BODY,
      415,
      'media-type',
    ],
    [
      'that is no JSON',
      { 'content-type': 'application/json', 'idempotency-key': uuid(1) },
      '{"parameters":',
      400,
      'not-json',
    ],
    [
      'that is empty',
      { 'content-type': 'application/json', 'idempotency-key': uuid(1) },
      '',
      400,
      'not-json',
    ],
    [
      'that is too large',
      { 'content-type': 'application/json', 'idempotency-key': uuid(1) },
      `"${'x'.repeat(65_536)}"`,
      413,
      'body-too-large',
    ],
  ])('%s is refused and leaves no trace', async (_name, headers, body, status, code) => {
    const desk = createDesk(accepted);
    const response = await desk.ask('POST', '/api/v1/reports/mailboxPerformance?max=500', headers, body);
    expect([response.status, await codeOf(response), response.headers.get('desk-forwarded')]).toEqual([
      status,
      code,
      'no',
    ]);
    expect(desk.seen).toEqual([]);
    expect(await (await desk.get('/desk/submissions')).json()).toEqual({ submissions: [] });
  });

  it('whose body does not arrive in ten seconds loses its connection, and is not sent', async () => {
    const desk = createDesk(accepted);
    let cuts = 0;
    const init = {
      method: 'POST',
      headers: { origin: DESK, 'content-type': 'application/json', 'idempotency-key': uuid(1) },
      body: new ReadableStream({ start: (body) => body.enqueue(new TextEncoder().encode('{"par')) }),
      duplex: 'half' as const,
    };
    const waiting = desk.gateway.fetch(new Request(`${DESK}${LAUNCH_PATH}`, init), {
      cut: () => (cuts += 1),
    });
    await desk.clock.advance(9_999);
    expect(cuts).toBe(0);
    await desk.clock.advance(1);
    expect([cuts, await codeOf(await waiting)]).toEqual([1, 'body-incomplete']);
    expect(desk.seen).toEqual([]);
  });

  it('is unknown when the answer does not come in sixty seconds, and never sent again', async () => {
    const desk = createDesk(() => new Promise<Response>(() => undefined));
    const waiting = desk.launch(uuid(1));
    await desk.clock.advance(60_000);
    const response = await waiting;
    expect([response.status, await codeOf(response)]).toEqual([504, 'outcome-unknown']);
    expect(response.headers.has('desk-forwarded')).toBe(false);
    const again = await desk.launch(uuid(1));
    expect([again.status, again.headers.get('idempotency-replayed')]).toEqual([504, 'true']);
    expect(desk.launches()).toBe(1);
  });

  it('is unknown when the body stands still for fifteen seconds', async () => {
    const desk = createDesk(
      () => new Response(new ReadableStream({ start: (body) => body.enqueue(new Uint8Array([123])) })),
    );
    const waiting = desk.launch(uuid(1));
    await desk.clock.advance(15_000);
    expect(await codeOf(await waiting)).toBe('outcome-unknown');
  });

  it('is unknown when its answer is larger than can be taken', async () => {
    const megabyte = new Uint8Array(1024 * 1024);
    let left = 40;
    const desk = createDesk(
      () =>
        new Response(
          new ReadableStream({
            pull(body) {
              if ((left -= 1) < 0) body.close();
              else body.enqueue(megabyte);
            },
          }),
        ),
    );
    expect(await codeOf(await desk.launch(uuid(1)))).toBe('outcome-unknown');
    expect(left).toBeGreaterThan(5);
  });

  it('is refused, proven and stored, when nothing could be sent', async () => {
    const desk = createDesk(() => Promise.reject(new NotSentError('no route')));
    const response = await desk.launch(uuid(1));
    expect([response.status, await codeOf(response), response.headers.get('desk-forwarded')]).toEqual([
      503,
      'upstream-unreachable',
      'no',
    ]);
    const again = await desk.launch(uuid(1));
    expect([again.headers.get('desk-forwarded'), again.headers.get('idempotency-replayed')]).toEqual([
      'no',
      'true',
    ]);
    expect(desk.launches()).toBe(1);
    expect(await (await desk.get(`/desk/submissions/${uuid(1)}`)).json()).toMatchObject({
      state: 'refused',
      answer: { status: 503 },
    });
  });

  it('goes on when its client leaves after it was written down', async () => {
    const gate = deferred<Response>();
    const desk = createDesk(() => gate.promise);
    const controller = new AbortController();
    const waiting = desk.launch(uuid(1), { signal: controller.signal });
    await settle();
    controller.abort();
    await settle();
    const repeat = desk.launch(uuid(1));
    await settle();
    gate.resolve(accepted());
    await waiting;
    const answer = await repeat;
    expect([answer.status, answer.headers.get('idempotency-replayed')]).toEqual([200, 'true']);
    expect(desk.launches()).toBe(1);
    expect(await (await desk.get(`/desk/submissions/${uuid(1)}`)).json()).toMatchObject({
      state: 'accepted',
    });
  });

  it('is dropped when its client leaves while it waits for its turn', async () => {
    const desk = createDesk(accepted, { limits: { requestsPerMinute: 1 } });
    await desk.get('/api/v1/admin/mailboxes');
    await desk.clock.advance(55_000);
    const controller = new AbortController();
    const waiting = desk.launch(uuid(1), { signal: controller.signal });
    await settle();
    controller.abort();
    expect((await waiting).headers.get('desk-forwarded')).toBe('no');
    await desk.clock.advance(10_000);
    expect(desk.launches()).toBe(0);
    expect((await desk.get(`/desk/submissions/${uuid(1)}`)).status).toBe(404);
  });

  it('goes on waiting for its turn for a repeat that joined, when the first client leaves', async () => {
    const desk = createDesk(accepted, { limits: { requestsPerMinute: 1 } });
    await desk.get('/api/v1/admin/mailboxes');
    await desk.clock.advance(55_000);
    const controller = new AbortController();
    void desk.launch(uuid(1), { signal: controller.signal });
    const repeat = desk.launch(uuid(1));
    await settle();
    controller.abort();
    await desk.clock.advance(5_001);
    expect((await repeat).status).toBe(200);
    expect(desk.launches()).toBe(1);
  });

  it('is refused with the time to wait when the budget is used up, and leaves no trace', async () => {
    const desk = createDesk(accepted, { limits: { requestsPerMinute: 1 } });
    await desk.get('/api/v1/admin/mailboxes');
    const response = await desk.launch(uuid(1));
    expect([response.status, await codeOf(response)]).toEqual([429, 'desk-budget']);
    expect(response.headers.get('retry-after')).toBe('61');
    expect(response.headers.get('desk-forwarded')).toBe('no');
    expect((await desk.get(`/desk/submissions/${uuid(1)}`)).status).toBe(404);
  });

  it('is refused while the desk shuts down, unless it is a repeat', async () => {
    const desk = createDesk(accepted);
    await desk.launch(uuid(1));
    await desk.gateway.drain();
    const fresh = await desk.launch(uuid(2));
    expect([fresh.status, await codeOf(fresh), fresh.headers.get('desk-forwarded')]).toEqual([
      503,
      'desk-draining',
      'no',
    ]);
    expect((await desk.launch(uuid(1))).status).toBe(200);
  });

  it('is told of a shutdown at once, not after a wait for the budget', async () => {
    const desk = createDesk(accepted, { limits: { requestsPerMinute: 1 } });
    await desk.get('/api/v1/admin/mailboxes');
    await desk.gateway.drain();
    expect(await codeOf(await desk.launch(uuid(1)))).toBe('desk-draining');
  });

  it('holds up the shutdown until its answer is here', async () => {
    const gate = deferred<Response>();
    const desk = createDesk(() => gate.promise);
    const waiting = desk.launch(uuid(1));
    await settle();
    let isDrained = false;
    const drained = desk.gateway.drain().then(() => {
      isDrained = true;
    });
    await settle();
    expect(isDrained).toBe(false);
    gate.resolve(accepted());
    expect((await waiting).status).toBe(200);
    await drained;
  });

  it('is not sent when it cannot be written down', async () => {
    const clock = createClock();
    const ledger = openLedger(':memory:', { now: clock.now, randomUUID: () => uuid(9) });
    const desk = createDesk(accepted, {
      ledger: {
        ...ledger,
        begin: () => {
          throw new Error('disk full');
        },
      },
    });
    const response = await desk.launch(uuid(1));
    expect([response.status, await codeOf(response), response.headers.get('desk-forwarded')]).toEqual([
      503,
      'desk-ledger-unavailable',
      'no',
    ]);
    expect(desk.launches()).toBe(0);
  });

  it('keeps its true answer when that cannot be written down, and is not sent again', async () => {
    const clock = createClock();
    const ledger = openLedger(':memory:', { now: clock.now, randomUUID: () => uuid(9) });
    const desk = createDesk(accepted, {
      ledger: {
        ...ledger,
        settle: () => {
          throw new Error('disk full');
        },
      },
    });
    expect((await desk.launch(uuid(1))).status).toBe(200);
    expect(await codeOf(await desk.launch(uuid(1)))).toBe('outcome-unknown');
    expect(desk.launches()).toBe(1);
  });

  it('does not close the gate with its 429 while enough of the budget is left: the slots may be full', async () => {
    const desk = createDesk((request) =>
      request.method === 'POST' ? errorReply(429) : jsonReply('{"mailboxes":[]}'),
    );
    const response = await desk.launch(uuid(1));
    expect([response.status, response.headers.get('ratelimit')]).toEqual([429, '"account";r=99;t=61']);
    expect((await desk.get('/api/v1/admin/mailboxes')).status).toBe(200);
  });

  it('closes the gate with its 429 when the budget is nearly used', async () => {
    const desk = createDesk(
      (request) => (request.method === 'POST' ? errorReply(429) : jsonReply('{"mailboxes":[]}')),
      {
        limits: { requestsPerMinute: 10 },
      },
    );
    await desk.launch(uuid(1));
    expect(await codeOf(await desk.get('/api/v1/admin/mailboxes'))).toBe('desk-budget');
  });

  it('never passes a Desk-Forwarded or Desk-Request-Id of the API on', async () => {
    const desk = createDesk(() =>
      jsonReply(runBody('running'), 200, { 'desk-forwarded': 'no', 'desk-request-id': 'forged' }),
    );
    const response = await desk.launch(uuid(1));
    expect(response.headers.has('desk-forwarded')).toBe(false);
    expect(response.headers.get('desk-request-id')).not.toBe('forged');
  });

  it('is refused from another site', async () => {
    const desk = createDesk(accepted);
    const response = await desk.launch(uuid(1), { headers: { origin: 'https://evil.test' } });
    expect([response.status, await codeOf(response), response.headers.get('desk-forwarded')]).toEqual([
      403,
      'cross-site',
      'no',
    ]);
    expect(desk.seen).toEqual([]);
  });
});

describe('the ledger over HTTP', () => {
  it('shows what became of a launch, and keeps up with its run', async () => {
    let run = runBody('running', { progress: 10 });
    const desk = createDesk(() => jsonReply(run));
    await desk.launch(uuid(1));
    const show = async () => jsonOf(await desk.get(`/desk/submissions/${uuid(1)}`));
    expect(await show()).toMatchObject({
      id: uuid(1),
      state: 'accepted',
      request: { path: '/api/v1/reports/mailboxPerformance', query: '?max=500', body: LAUNCH_BODY },
      answer: { status: 200, body: run },
      self: '/api/v1/reports/results/run1?max=500',
      run: { status: 'running', progress: 10, endedAt: null },
      times: { createdAt: '2026-10-01T12:00:00.000Z', settledAt: '2026-10-01T12:00:00.000Z' },
    });
    run = runBody('done');
    await desk.clock.advance(5_000);
    await desk.get('/api/v1/reports/results/run1?max=500&starting_after=x');
    expect(await show()).toMatchObject({
      run: { status: 'done', progress: 100, endedAt: '2026-10-01T12:00:05.000Z' },
    });
  });

  it('says when a run ended whose launch was answered with its failure', async () => {
    const desk = createDesk(() => jsonReply(runBody('error')));
    await desk.launch(uuid(1));
    expect(await jsonOf(await desk.get(`/desk/submissions/${uuid(1)}`))).toMatchObject({
      state: 'accepted',
      run: { status: 'error', endedAt: '2026-10-01T12:00:00.000Z' },
    });
  });

  it('makes a key unusable that was never seen', async () => {
    const desk = createDesk(accepted);
    const removed = await desk.ask('DELETE', `/desk/submissions/${uuid(1)}`);
    expect([removed.status, await removed.json()]).toMatchObject([
      201,
      { id: uuid(1), state: 'void', keyId: null, request: null },
    ]);
    const response = await desk.launch(uuid(1));
    expect([response.status, await codeOf(response), response.headers.get('desk-forwarded')]).toEqual([
      409,
      'submission-void',
      'no',
    ]);
    expect(desk.launches()).toBe(0);
  });

  it('does not make a key unusable that was seen', async () => {
    const desk = createDesk(accepted);
    await desk.launch(uuid(1));
    const removed = await desk.ask('DELETE', `/desk/submissions/${uuid(1)}`);
    expect([removed.status, await removed.json()]).toMatchObject([409, { state: 'accepted' }]);
  });

  it('stops a launch that is made unusable while it waits for its turn', async () => {
    const desk = createDesk(accepted, { limits: { requestsPerMinute: 1 } });
    await desk.get('/api/v1/admin/mailboxes');
    await desk.clock.advance(55_000);
    const waiting = desk.launch(uuid(1));
    await settle();
    expect((await desk.ask('DELETE', `/desk/submissions/${uuid(1)}`)).status).toBe(201);
    await desk.clock.advance(5_001);
    expect(await codeOf(await waiting)).toBe('submission-void');
    expect(desk.launches()).toBe(0);
  });

  it('drops the answer after 48 hours and still never sends the key again', async () => {
    const desk = createDesk(accepted);
    await desk.launch(uuid(1));
    await desk.clock.advance(48 * 3_600_000);
    const response = await desk.launch(uuid(1));
    expect([response.status, await codeOf(response), response.headers.get('desk-forwarded')]).toEqual([
      410,
      'idempotency-key-expired',
      'no',
    ]);
    expect(desk.launches()).toBe(1);
    const entry = (await (await desk.get(`/desk/submissions/${uuid(1)}`)).json()) as Record<string, unknown>;
    expect(entry).toMatchObject({ state: 'accepted', request: null });
    expect(entry).not.toHaveProperty('answer');
  });

  it('lists the newest first, and knows nothing of keys that were refused before', async () => {
    const desk = createDesk(accepted);
    await desk.launch(uuid(1));
    await desk.clock.advance(1_000);
    await desk.launch(uuid(2));
    const { submissions } = (await (await desk.get('/desk/submissions')).json()) as {
      submissions: { id: string }[];
    };
    expect(submissions.map(({ id }) => id)).toEqual([uuid(2), uuid(1)]);
    const unknown = await desk.get(`/desk/submissions/${uuid(3)}`);
    expect([unknown.status, await codeOf(unknown)]).toEqual([404, 'submission-unknown']);
    expect(await codeOf(await desk.get('/desk/submissions/nonsense'))).toBe('idempotency-key-invalid');
  });
});
