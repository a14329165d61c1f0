// @vitest-environment node
import { describe, expect, it } from 'vitest';
import {
  DESK_CODES,
  deskConfigSchema,
  submissionListSchema,
  submissionSchema,
  usageSchema,
} from '#src/contract/desk.ts';
import { REFUSALS } from '#src/forwarding/problem.ts';
import type { RequestLogLine } from '#src/gateway/request-log.ts';
import { codeOf, createDesk, errorReply, jsonReply, runBody, uuid } from './desk.ts';

describe('every answer', () => {
  it('carries an id of its own, the time of the desk, and the headers that keep browsers strict', async () => {
    const desk = createDesk((request) =>
      request.method === 'POST' ? jsonReply(runBody('running')) : errorReply(418),
    );
    const responses = [
      await desk.get('/healthz'),
      await desk.get('/desk/config'),
      await desk.get('/desk/nothing'),
      await desk.get('/api/v1/admin/mailboxes'),
      await desk.get('/api/v1/nothing'),
      await desk.get('/nothing.png'),
      await desk.get('/desk/config', { host: 'evil.test' }),
      await desk.get('/desk/config', { origin: 'https://evil.test' }),
      await desk.launch(uuid(1)),
      await desk.launch(uuid(1)),
      await desk.launch('nonsense'),
      await desk.ask('DELETE', `/desk/submissions/${uuid(3)}`),
      desk.gateway.refusal('host', 'POST'),
    ];
    const ids = responses.map((response) => response.headers.get('desk-request-id'));
    expect(new Set(ids).size).toBe(responses.length);
    for (const { headers } of responses) {
      expect(Object.fromEntries(headers)).toMatchObject({
        'desk-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
        date: 'Thu, 01 Oct 2026 12:00:00 GMT',
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'cache-control': 'no-store',
        'content-security-policy': expect.stringContaining("default-src 'none'") as string,
      });
    }
  });

  it('names a code of the contract when the gateway refuses, with one status each', () => {
    expect(Object.keys(REFUSALS).sort()).toEqual([...DESK_CODES].sort());
    // Browsers repeat a POST that gets a 408.
    expect(Object.values(REFUSALS).map(({ status }) => status)).not.toContain(408);
  });
});

describe('the bodies of the desk', () => {
  it('are in the form of the contract', async () => {
    const desk = createDesk(() => jsonReply(runBody('running')));
    await desk.launch(uuid(1));
    const read = async (path: string): Promise<unknown> => (await desk.get(path)).json();
    const config = deskConfigSchema.parse(await read('/desk/config'));
    expect(config).toMatchObject({
      mode: 'live',
      upstream: 'https://api.test',
      version: '0.0.0',
      now: '2026-10-01T12:00:00.000Z',
    });
    expect(config.keys).toEqual([
      { id: expect.any(String) as string, label: 'First', source: 'environment' },
    ]);
    expect(submissionListSchema.parse(await read('/desk/submissions')).submissions).toHaveLength(1);
    expect(submissionSchema.parse(await read(`/desk/submissions/${uuid(1)}`)).state).toBe('accepted');
    expect(usageSchema.parse(await read('/desk/usage')).byClass.launch).toBe(1);
    expect(await read('/healthz')).toEqual({ status: 'ok' });
  });

  it.each([
    ['POST', '/desk/config'],
    ['GET', '/desk/keys'],
    ['PUT', '/desk/keys/a'],
    ['POST', '/desk/submissions'],
    ['POST', `/desk/submissions/${uuid(1)}`],
    ['DELETE', '/desk/usage'],
    ['POST', '/healthz'],
  ])('are not answered to %s %s', async (method, path) => {
    const response = await createDesk(() => jsonReply('{}')).ask(method, path);
    expect([response.status, await codeOf(response)]).toEqual([405, 'method-not-allowed']);
  });
});

describe('the log', () => {
  it('has one line per request and nothing that a client or the API chose', async () => {
    const lines: RequestLogLine[] = [];
    const desk = createDesk(() => jsonReply(runBody('running')), { log: (line) => lines.push(line) });
    await desk.launch(uuid(1), { body: '{"parameters":{"mailboxId":"canary-body"}}' });
    await desk.get('/api/v1/reports/results/canary-id?starting_after=canary-query');
    await desk.get('/api/v1/messages/canary-id/attachments');
    await desk.post('/desk/keys', { label: 'canary-label', key: 'canary-key' });
    await desk.get(`/desk/submissions/${uuid(7)}`);
    await desk.get('/runs/canary-page');
    await desk.ask('CANARY', '/desk/canary');
    expect(lines.map(({ method, route, status }) => `${method} ${route} ${String(status)}`)).toEqual([
      'POST /api/v1/reports/mailboxPerformance 200',
      'GET /api/v1/reports/results/:id 200',
      'GET /api/v1/messages/:id/attachments 200',
      'POST /desk/keys 502',
      'GET /desk/submissions/:id 404',
      'GET /… 404',
      'OTHER /desk/… 404',
    ]);
    expect(JSON.stringify(lines)).not.toMatch(/canary|11111111|key-one/);
    expect(lines[0]).toMatchObject({
      time: '2026-10-01T12:00:00.000Z',
      id: expect.any(String) as string,
      ms: expect.any(Number) as number,
    });
  });
});
