// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { codeOf, createDesk, jsonReply, uuid } from './desk.ts';

const TOKEN = 'correct-horse-battery';
const set = () => createDesk(() => jsonReply('{"mailboxes":[]}'), { accessToken: TOKEN });

async function cookieOf(desk: ReturnType<typeof set>): Promise<string> {
  const response = await desk.post('/desk/login', { token: TOKEN });
  expect(response.status).toBe(204);
  return response.headers.get('set-cookie') ?? '';
}

describe('a desk with an access token', () => {
  it('answers nothing of the API or of its own before the log-in', async () => {
    const desk = set();
    for (const path of [
      '/api/v1/admin/mailboxes',
      '/desk/config',
      '/desk/submissions',
      '/desk/usage',
      '/sandbox/drills',
    ]) {
      const response = await desk.get(path);
      expect([path, response.status, await codeOf(response)]).toEqual([path, 401, 'desk-login-required']);
    }
    const launch = await desk.launch(uuid(1));
    expect([await codeOf(launch), launch.headers.get('desk-forwarded')]).toEqual([
      'desk-login-required',
      'no',
    ]);
    expect((await desk.get('/healthz')).status).toBe(200);
    expect(desk.seen).toEqual([]);
  });

  it('gives a cookie for the token that only the browser can send', async () => {
    const desk = set();
    const cookie = await cookieOf(desk);
    expect(cookie).toMatch(
      /^__Host-desk=[\w-]{43}; Path=\/; Max-Age=\d+; Secure; HttpOnly; SameSite=Strict$/,
    );
    expect(cookie).not.toContain(TOKEN);
    const [pair = ''] = cookie.split(';');
    expect((await desk.get('/desk/config', { cookie: `a=b; ${pair}` })).status).toBe(200);
    expect((await desk.get('/desk/config', { cookie: `${pair}x` })).status).toBe(401);
    expect((await desk.get('/desk/config', { cookie: `desk=${pair.split('=')[1] ?? ''}` })).status).toBe(401);
  });

  it('is not opened by the cookie of another desk or token', async () => {
    const [pair = ''] = (await cookieOf(set())).split(';');
    expect((await set().get('/desk/config', { cookie: pair })).status).toBe(401);
  });

  it('refuses a wrong token, and stops comparing after ten in a minute', async () => {
    const desk = set();
    for (let time = 0; time < 10; time += 1) {
      expect(await codeOf(await desk.post('/desk/login', { token: `wrong ${String(time)}` }))).toBe(
        'desk-login-refused',
      );
    }
    const response = await desk.post('/desk/login', { token: TOKEN });
    expect([response.status, await codeOf(response), response.headers.get('retry-after')]).toEqual([
      429,
      'desk-login-throttled',
      '60',
    ]);
    await desk.clock.advance(60_000);
    expect((await desk.post('/desk/login', { token: TOKEN })).status).toBe(204);
  });

  it('refuses a log-in from another site', async () => {
    const response = await set().post('/desk/login', { token: TOKEN }, { origin: 'https://evil.test' });
    expect([response.status, response.headers.has('set-cookie')]).toEqual([403, false]);
  });

  it.each([{}, { token: 1 }, [], null])('refuses the form %j', async (body) => {
    expect(await codeOf(await set().post('/desk/login', body))).toBe('request-invalid');
  });
});

describe('a desk without one', () => {
  it('has no log-in', async () => {
    const desk = createDesk(() => jsonReply('{}'));
    expect((await desk.post('/desk/login', { token: TOKEN })).status).toBe(404);
    expect((await desk.get('/desk/config')).status).toBe(200);
  });
});
