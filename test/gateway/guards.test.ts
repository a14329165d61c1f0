// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { codeOf, createDesk, DESK, jsonReply, uuid } from './desk.ts';

const PATHS = ['/api/v1/admin/mailboxes', '/desk/config', '/sandbox/drills'];
const sandbox = { now: () => 0, advance: () => undefined, reset: () => undefined, log: [], drills: [] };
const set = () => createDesk(() => jsonReply('{"mailboxes":[]}'), { sandbox });

describe('a read of the desk', () => {
  it.each([
    [
      'one of our pages',
      { 'sec-fetch-site': 'same-origin', 'sec-fetch-dest': 'empty', 'sec-fetch-mode': 'cors' },
      200,
    ],
    ['a tool', {}, 200],
    ['one of our pages, by an old browser', { referer: `${DESK}/launch` }, 200],
    ['another site', { 'sec-fetch-site': 'cross-site' }, 403],
    ['a sibling host', { 'sec-fetch-site': 'same-site' }, 403],
    ['the address bar', { 'sec-fetch-site': 'none', 'sec-fetch-dest': 'document' }, 403],
    ['a script element of ours', { 'sec-fetch-site': 'same-origin', 'sec-fetch-dest': 'script' }, 403],
    ['a frame of ours', { 'sec-fetch-site': 'same-origin', 'sec-fetch-dest': 'iframe' }, 403],
    ['another origin, by an old browser', { origin: 'https://evil.test' }, 403],
    ['an opaque origin', { origin: 'null' }, 403],
    ['a page elsewhere, by an old browser', { referer: 'https://evil.test/a' }, 403],
    ['a page whose address starts like ours', { referer: `${DESK}.evil.test/a` }, 403],
    ['a referrer that is no address', { referer: 'nonsense' }, 403],
    ['our origin with another scheme', { origin: 'https://desk.test' }, 403],
  ])('from %s', async (_name, headers, status) => {
    for (const path of PATHS) {
      const desk = set();
      const response = await desk.get(path, headers);
      expect([path, response.status]).toEqual([path, status]);
      expect(desk.seen).toHaveLength(status === 200 && path.startsWith('/api') ? 1 : 0);
      expect((await response.text()).includes('cross-site')).toBe(status === 403);
    }
  });
});

describe('a launch', () => {
  it.each([
    ['our own origin', { origin: DESK }, 200],
    ['one of our pages', { origin: DESK, 'sec-fetch-site': 'same-origin' }, 200],
    ['a tool that names no origin', { origin: '' }, 403],
    ['another origin', { origin: 'https://evil.test' }, 403],
    ['another site that claims our origin', { origin: DESK, 'sec-fetch-site': 'cross-site' }, 403],
  ])('from %s', async (_name, headers, status) => {
    const desk = set();
    const response = await desk.launch(uuid(1), { headers });
    expect([response.status, response.headers.get('desk-forwarded')]).toEqual([
      status,
      status === 200 ? null : 'no',
    ]);
    expect(desk.launches()).toBe(status === 200 ? 1 : 0);
  });

  it('without any Origin is refused', async () => {
    const desk = set();
    const response = await desk.gateway.fetch(
      new Request(`${DESK}/api/v1/reports/mailboxPerformance`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': uuid(1) },
        body: '{}',
      }),
    );
    expect(await codeOf(response)).toBe('cross-site');
    expect(desk.seen).toEqual([]);
  });
});

describe('the host name', () => {
  it.each([
    'evil.test',
    'desk.test.evil.test',
    'desk.test:81',
    'desk.test, desk.test',
    'desk.test@evil.test',
    '',
  ])('%j is refused on every address', async (host) => {
    for (const path of [...PATHS, '/', '/healthz', '/assets/a.js']) {
      const desk = set();
      const response = await desk.get(path, { host });
      expect([path, response.status, await codeOf(response)]).toEqual([path, 421, 'host']);
      expect(desk.seen).toEqual([]);
    }
  });

  it('may be written in capitals', async () => {
    expect((await set().get('/healthz', { host: 'DESK.test' })).status).toBe(200);
  });
});
