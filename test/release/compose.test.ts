// @vitest-environment node
// compose.yaml, Caddyfile and the systemd unit against the code: variables that there are, rights that are taken away, times that
// are longer than what they wait for.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod/mini';
import { LAUNCH_DEADLINE_MS } from '#src/client/api-client.ts';
import { environmentSchema, originsOf, readEnvironment } from '#src/gateway/environment.ts';
import { KEEP_ALIVE_MS } from '#src/gateway/listen.ts';
import { DRAIN_MS } from '#src/gateway/start.ts';
import { LAUNCH_HEADERS_MS } from '#src/upstream/exchange.ts';
import { BUDGET_WAIT_MS } from '#src/upstream/budget.ts';
import { readDockerfile } from './dockerfile.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');

const service = z.object({
  image: z.string(),
  environment: z.record(z.string(), z.union([z.string(), z.number()])),
  ports: z.optional(z.array(z.string())),
  secrets: z.optional(z.array(z.string())),
  volumes: z.array(z.string()),
  read_only: z.boolean(),
  cap_drop: z.array(z.string()),
  cap_add: z.optional(z.array(z.string())),
  security_opt: z.array(z.string()),
  restart: z.string(),
  stop_grace_period: z.optional(z.string()),
});
const { services, secrets, volumes } = z.parse(
  z.object({
    services: z.object({ desk: service, proxy: service }),
    secrets: z.record(z.string(), z.object({ file: z.string() })),
    volumes: z.record(z.string(), z.unknown()),
  }),
  parse(read('compose.yaml')),
);
const { desk, proxy } = services;
const image = readDockerfile(read('Dockerfile')).config;
const unit = read('report-desk.service');

/** Seconds of the first duration that follows `name` in `text`. */
function seconds(text: string, name: string): number {
  const [, figure] = new RegExp(`^\\s*${name}[ :=]+(\\d+)s?$`, 'm').exec(text) ?? [];
  if (figure === undefined) throw new Error(`There is no ${name}`);
  return Number(figure);
}

/** The value of a variable in compose.yaml for the `.env` of its head. */
function resolved(value: string | number): string {
  const env: Readonly<Record<string, string>> = {
    DESK_DOMAIN: 'desk.example.com',
    EMAILGISTICS_BASE_URL: 'https://c1.emailgistics.com',
  };
  return String(value).replaceAll(
    /\$\{(\w+):([-?])([^}]*)\}/g,
    (_, name: string, kind: string, rest: string) => env[name] ?? (kind === '-' ? rest : ''),
  );
}

describe('the desk of compose.yaml', () => {
  test('is given variables that a desk reads, and no secret by value', () => {
    const names = Object.keys(desk.environment);
    expect(names.filter((name) => !Object.hasOwn(environmentSchema.shape, name))).toEqual([]);
    expect(names.filter((name) => /(?:TOKEN|API_KEY)$/.test(name))).toEqual([]);
  });

  test('starts with them, live, under the public name only', () => {
    const env = Object.entries(desk.environment).map(([name, value]) => [name, resolved(value)]);
    const settings = readEnvironment(
      { ...image.env, ...(Object.fromEntries(env) as Record<string, string>) },
      (path) => `secret-of-${path}\n`,
    );
    expect(settings).toMatchObject({
      accessToken: 'secret-of-/run/secrets/desk-access-token',
      live: {
        origin: 'https://c1.emailgistics.com',
        key: { key: 'secret-of-/run/secrets/emailgistics-api-key' },
      },
      dataDirectory: '/data',
    });
    expect(originsOf(settings, settings.port)).toEqual(['https://desk.example.com']);
  });

  test('has the secrets that its variables name, from files that never reach the image or the repository', () => {
    const named = Object.entries(desk.environment)
      .filter(([name]) => name.endsWith('_FILE'))
      .map(([, path]) => String(path).replace('/run/secrets/', ''));
    expect(desk.secrets?.toSorted()).toEqual(named.toSorted());
    expect(Object.keys(secrets).toSorted()).toEqual(named.toSorted());
    expect(Object.values(secrets).map(({ file }) => file)).toEqual(
      Object.keys(secrets).map((name) => `/etc/report-desk/${name}`),
    );
  });

  test('can be reached through the proxy only', () => {
    expect(desk.ports).toBeUndefined();
    expect(read('Caddyfile')).toContain(`reverse_proxy desk:${image.env['DESK_PORT'] ?? ''} {`);
  });

  test('keeps its data in a volume, at the place of the image', () => {
    expect(desk.volumes).toEqual([`desk-data:${image.volumes[0] ?? ''}`]);
    expect(Object.keys(volumes)).toContain('desk-data');
  });

  test.each([
    ['desk', desk, undefined],
    ['proxy', proxy, ['NET_BIND_SERVICE']],
  ] as const)('has no right that it does not need: %s', (_name, given, kept) => {
    expect(given).toMatchObject({
      read_only: true,
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
      restart: 'unless-stopped',
    });
    expect(given.cap_add).toEqual(kept);
    // A tag with a minor version: a major one would bring what nobody has looked at.
    expect(given.image).toMatch(/:\d+\.\d+(?:\.\d+)?$/);
  });
});

describe('what waits for a desk', () => {
  test('gives a launch under way the time to end', () => {
    expect(seconds(read('compose.yaml'), 'stop_grace_period')).toBeGreaterThan(DRAIN_MS / 1000);
    expect(seconds(unit, 'TimeoutStopSec')).toBeGreaterThan(DRAIN_MS / 1000);
  });

  test('in front of it never reuses a connection that it may just have closed', () => {
    expect(seconds(read('Caddyfile'), 'keepalive')).toBeLessThan(KEEP_ALIVE_MS / 1000);
  });

  test('in front of it waits for the slowest launch, and no longer than browsers do', () => {
    const wait = seconds(read('Caddyfile'), 'response_header_timeout') * 1000;
    expect(wait).toBeGreaterThan(BUDGET_WAIT_MS + LAUNCH_HEADERS_MS);
    expect(wait).toBeLessThanOrEqual(LAUNCH_DEADLINE_MS);
  });
});

describe('the systemd unit', () => {
  test('sets variables that a desk reads, and no secret by value', () => {
    const names = [...unit.matchAll(/^Environment=(\w+)=/gm)].map(([, name = '']) => name);
    expect(names.length).toBeGreaterThan(0);
    expect(names.filter((name) => !Object.hasOwn(environmentSchema.shape, name))).toEqual([]);
    expect(names.filter((name) => /(?:TOKEN|API_KEY)$/.test(name))).toEqual([]);
  });

  test('loads every credential that a variable names, from where compose.yaml has it', () => {
    const loaded = [...unit.matchAll(/^LoadCredential=([\w-]+):/gm)].map(([, name = '']) => name);
    const named = [...unit.matchAll(/^Environment=\w+_FILE=%d\/([\w-]+)$/gm)].map(([, name = '']) => name);
    expect(named.toSorted()).toEqual(loaded.toSorted());
    expect(unit.match(/^LoadCredential=([\w-]+):\/etc\/report-desk\/\1$/gm)).toHaveLength(loaded.length);
    expect(loaded.toSorted()).toEqual(Object.keys(secrets).toSorted());
  });

  test('writes to the state folder that systemd makes for it', () => {
    const [, folder = ''] = /^StateDirectory=([\w-]+)$/m.exec(unit) ?? [];
    expect(unit).toContain(`Environment=DESK_DATA_DIR=/var/lib/${folder}\n`);
  });
});
