// @vitest-environment node
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EnvironmentError, originsOf, readEnvironment } from '#src/gateway/environment.ts';

const TOKEN = 'a-long-access-token';

describe('the environment', () => {
  it('gives a sandbox on this machine when nothing is set', () => {
    expect(readEnvironment({ PATH: '/bin', DESK_PORT: '' })).toEqual({
      port: 4600,
      host: '127.0.0.1',
      dataDirectory: '.desk',
      accessToken: null,
      metricsToken: null,
      publicOrigin: null,
      requestsPerMinute: 100,
      live: null,
      sandboxSpeed: 1,
    });
  });

  it('reads every variable', () => {
    expect(
      readEnvironment({
        DESK_PORT: '8080',
        DESK_HOST: '0.0.0.0',
        DESK_DATA_DIR: '/data',
        DESK_ACCESS_TOKEN: TOKEN,
        DESK_PUBLIC_ORIGIN: 'https://desk.example.com/',
        DESK_REQUESTS_PER_MINUTE: '80',
        DESK_METRICS_TOKEN: 'a-long-metrics-token',
        EMAILGISTICS_BASE_URL: 'https://c1.emailgistics.com/',
        EMAILGISTICS_API_KEY: 'k',
        EMAILGISTICS_KEY_LABEL: 'Ops',
        SANDBOX_SPEED: '2.5',
      }),
    ).toEqual({
      port: 8080,
      host: '0.0.0.0',
      dataDirectory: '/data',
      accessToken: TOKEN,
      metricsToken: 'a-long-metrics-token',
      publicOrigin: 'https://desk.example.com',
      requestsPerMinute: 80,
      live: { origin: 'https://c1.emailgistics.com', key: { label: 'Ops', key: 'k' } },
      sandboxSpeed: 2.5,
    });
  });

  it.each([
    [{ DESK_PORT: 'abc' }, 'DESK_PORT must be a whole number from 0 to 65535, not "abc".'],
    [{ DESK_PORT: '65536' }, 'DESK_PORT must be a whole number from 0 to 65535, not "65536".'],
    [{ DESK_PORT: '-1' }, 'DESK_PORT must be'],
    [{ DESK_PORT: '80.5' }, 'DESK_PORT must be'],
    [{ DESK_REQUESTS_PER_MINUTE: '0' }, 'DESK_REQUESTS_PER_MINUTE must be'],
    [{ DESK_HOST: 'a b' }, 'DESK_HOST must be'],
    [{ DESK_HOST: '0.0.0.0' }, 'it needs DESK_ACCESS_TOKEN and DESK_PUBLIC_ORIGIN'],
    [
      { DESK_HOST: '192.168.1.2', DESK_ACCESS_TOKEN: TOKEN },
      'it needs DESK_ACCESS_TOKEN and DESK_PUBLIC_ORIGIN',
    ],
    [
      { DESK_HOST: '::', DESK_PUBLIC_ORIGIN: 'https://a.b' },
      'it needs DESK_ACCESS_TOKEN and DESK_PUBLIC_ORIGIN',
    ],
    [{ DESK_PUBLIC_ORIGIN: 'http://desk.example.com' }, 'DESK_PUBLIC_ORIGIN must be an https origin'],
    [{ DESK_PUBLIC_ORIGIN: 'https://desk.example.com/path' }, 'DESK_PUBLIC_ORIGIN must be an https origin'],
    [
      { EMAILGISTICS_BASE_URL: 'http://c1.emailgistics.com' },
      'EMAILGISTICS_BASE_URL must be an https origin',
    ],
    [
      { EMAILGISTICS_BASE_URL: 'https://user:pass@c1.emailgistics.com' },
      'EMAILGISTICS_BASE_URL must be an https origin',
    ],
    [
      { EMAILGISTICS_BASE_URL: 'https://c1.emailgistics.com/api/v1' },
      'EMAILGISTICS_BASE_URL must be an https origin',
    ],
    [{ EMAILGISTICS_BASE_URL: 'c1.emailgistics.com' }, 'EMAILGISTICS_BASE_URL must be an https origin'],
    [{ EMAILGISTICS_API_KEY: 'k' }, 'EMAILGISTICS_API_KEY needs EMAILGISTICS_BASE_URL'],
    [{ EMAILGISTICS_KEY_LABEL: 'k' }, 'EMAILGISTICS_KEY_LABEL needs EMAILGISTICS_API_KEY'],
    [{ SANDBOX_SPEED: '0' }, 'SANDBOX_SPEED must be'],
    [{ SANDBOX_SPEED: 'fast' }, 'SANDBOX_SPEED must be'],
  ])('refuses %j with one readable line', (variables, line) => {
    expect(() => readEnvironment(variables)).toThrow(EnvironmentError);
    expect(() => readEnvironment(variables)).toThrow(line);
  });

  it.each([
    { DESK_ACCESS_TOKEN: 'secret' },
    { DESK_METRICS_TOKEN: 'secret' },
    { EMAILGISTICS_API_KEY: 'secret word', EMAILGISTICS_BASE_URL: 'https://a.b' },
  ])('never prints a secret: %#', (variables) => {
    expect(() => readEnvironment(variables)).toThrow(/^(?!.*secret).+$/);
  });

  it('allows plain http to this machine', () => {
    expect(readEnvironment({ EMAILGISTICS_BASE_URL: 'http://127.0.0.1:4610' }).live).toEqual({
      origin: 'http://127.0.0.1:4610',
      key: null,
    });
  });
});

describe('a secret in a file', () => {
  const BASE = { EMAILGISTICS_BASE_URL: 'https://c1.emailgistics.com' };
  const files: Readonly<Record<string, string>> = {
    '/run/token': `${TOKEN}\n`,
    '/run/key': 'k-1\r\n',
    '/run/short': 'secret\n',
    '/run/two-lines': 'secret\nmore\n',
    '/run/empty': '\n',
  };
  const read = (path: string) => {
    const text = files[path];
    if (text === undefined) throw Object.assign(new Error('secret'), { code: 'ENOENT' });
    return text;
  };

  it('counts like one in the variable, without the line break at its end', () => {
    const settings = readEnvironment(
      {
        ...BASE,
        DESK_ACCESS_TOKEN_FILE: '/run/token',
        DESK_METRICS_TOKEN_FILE: '/run/token',
        EMAILGISTICS_API_KEY_FILE: '/run/key',
        EMAILGISTICS_KEY_LABEL: 'Ops',
      },
      read,
    );
    expect(settings).toMatchObject({
      accessToken: TOKEN,
      metricsToken: TOKEN,
      live: { key: { label: 'Ops', key: 'k-1' } },
    });
  });

  it('is read from the disk', () => {
    const folder = mkdtempSync(join(tmpdir(), 'desk-secret-'));
    const path = join(folder, 'token');
    writeFileSync(path, `${TOKEN}\n`);
    expect(readEnvironment({ DESK_ACCESS_TOKEN_FILE: path }).accessToken).toBe(TOKEN);
    rmSync(folder, { recursive: true });
    expect(() => readEnvironment({ DESK_ACCESS_TOKEN_FILE: path })).toThrow(
      `DESK_ACCESS_TOKEN_FILE names ${path}, which cannot be read (ENOENT).`,
    );
  });

  it.each([
    [
      { DESK_ACCESS_TOKEN_FILE: '/run/none' },
      'DESK_ACCESS_TOKEN_FILE names /run/none, which cannot be read (ENOENT).',
    ],
    [{ DESK_ACCESS_TOKEN_FILE: '/run/empty' }, 'DESK_ACCESS_TOKEN_FILE names /run/empty, which is empty.'],
    [
      { DESK_ACCESS_TOKEN_FILE: '/run/token', DESK_ACCESS_TOKEN: TOKEN },
      'DESK_ACCESS_TOKEN_FILE and DESK_ACCESS_TOKEN are both set: keep one of them.',
    ],
    [
      { DESK_ACCESS_TOKEN_FILE: '/run/short' },
      'DESK_ACCESS_TOKEN (in the file of DESK_ACCESS_TOKEN_FILE) must have at least 16 characters.',
    ],
    [
      { ...BASE, EMAILGISTICS_API_KEY_FILE: '/run/two-lines' },
      'EMAILGISTICS_API_KEY (in the file of EMAILGISTICS_API_KEY_FILE) must be one word of plain ASCII.',
    ],
    [
      { EMAILGISTICS_API_KEY_FILE: '/run/key' },
      'EMAILGISTICS_API_KEY needs EMAILGISTICS_BASE_URL: which account region is the key for?',
    ],
  ])('is refused with one readable line that does not tell it: %j', (variables, line) => {
    expect(() => readEnvironment(variables, read)).toThrow(new EnvironmentError(line));
  });
});

describe('the origins of a desk', () => {
  it.each([
    [{}, ['http://127.0.0.1:4600', 'http://localhost:4600', 'http://[::1]:4600']],
    [
      { DESK_HOST: '127.0.0.2' },
      ['http://127.0.0.2:4600', 'http://127.0.0.1:4600', 'http://localhost:4600', 'http://[::1]:4600'],
    ],
    [{ DESK_HOST: '::1' }, ['http://[::1]:4600', 'http://127.0.0.1:4600', 'http://localhost:4600']],
    [
      { DESK_HOST: '0.0.0.0', DESK_ACCESS_TOKEN: TOKEN, DESK_PUBLIC_ORIGIN: 'https://desk.example.com' },
      ['https://desk.example.com'],
    ],
  ])('with %j', (variables, origins) => {
    expect(originsOf(readEnvironment(variables), 4600)).toEqual(origins);
  });
});
