// @vitest-environment node
// The service worker of a real build knows exactly the files that were written, and its version follows from them.
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LEAST_BYTES, PACKED } from '#src/gateway/packed-plugin.ts';
import { shellOf, withVersion, workerScript } from '#src/gateway/worker-plugin.ts';

type Shell = ReturnType<typeof shellOf>;

const ROOT = resolve(import.meta.dirname, '../..');
let dist = '';
let shell: Shell;

beforeAll(async () => {
  dist = mkdtempSync(join(tmpdir(), 'desk-worker-'));
  await build({ root: ROOT, logLevel: 'silent', build: { outDir: dist, emptyOutDir: true } });
  const [, list = ''] = /^self\.DESK_SHELL=(.*);$/m.exec(readFileSync(join(dist, 'sw.js'), 'utf8')) ?? [];
  shell = JSON.parse(list) as Shell;
}, 120_000);
afterAll(() => {
  rmSync(dist, { recursive: true });
});

test('every script and style of a build is packed beside itself, but for the smallest', () => {
  const names = readdirSync(join(dist, 'assets')).filter((name) => /\.(?:js|css)$/.test(name));
  const large = names.filter((name) => statSync(join(dist, 'assets', name)).size >= LEAST_BYTES);
  expect(large.length).toBeGreaterThan(0);
  const read = (name: string) => readFileSync(join(dist, 'assets', name));
  expect(large.filter((name) => !brotliDecompressSync(read(name + PACKED)).equals(read(name)))).toEqual([]);
  const packed = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith(PACKED),
  );
  expect(packed.toSorted()).toEqual(large.map((name) => join('assets', name + PACKED)).toSorted());
});

describe('the worker of a build', () => {
  test('keeps every file of it but those that no page shows', () => {
    const written = readdirSync(dist, { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(join(dist, name)).isFile())
      .filter((name) => name !== 'sw.js' && name !== 'robots.txt' && !name.endsWith(PACKED));
    expect(shell.files.map(({ url }) => url)).toEqual(written.map((name) => `/${name}`).toSorted());
  });

  test('knows each file by the hash of what was written', () => {
    const wrong = shell.files.filter(
      ({ url, integrity }) =>
        integrity !==
        `sha256-${createHash('sha256')
          .update(readFileSync(join(dist, url)))
          .digest('base64')}`,
    );
    expect(wrong).toEqual([]);
  });

  test('asks anew only for files whose name does not say what is in them', () => {
    const unnamed = shell.files.filter(({ revision }) => revision === null).map(({ url }) => url);
    expect(unnamed.filter((url) => !/^\/assets\/.+-[\w-]{8}\.\w+$/.test(url))).toEqual([]);
    expect(shell.files.find(({ url }) => url === '/index.html')?.revision).toMatch(/^[\w+/]{16}$/);
  });

  test('has the version that the page says', () => {
    const page = readFileSync(join(dist, 'index.html'), 'utf8');
    expect(page).toContain(`<meta name="desk-build" content="${shell.version}"`);
  });

  test('is one script that loads no other', () => {
    const code = readFileSync(join(dist, 'sw.js'), 'utf8');
    expect(code).not.toMatch(/\bimport\b|importScripts/);
  });
});

test('any change of any file gives another version, and the order of files none', () => {
  const page = '<head><title>Desk</title></head>';
  const version = (files: Record<string, string>) => shellOf(new Map(Object.entries(files))).version;
  const first = version({ 'index.html': page, 'assets/a.js': '1' });
  expect(version({ 'assets/a.js': '1', 'index.html': page })).toBe(first);
  expect(version({ 'index.html': page, 'assets/a.js': '2' })).not.toBe(first);
  expect(version({ 'index.html': page, 'assets/b.js': '1' })).not.toBe(first);
  expect(version({ 'index.html': `${page} `, 'assets/a.js': '1' })).not.toBe(first);
  expect(version({ 'index.html': withVersion(page, 'given'), 'assets/a.js': '1' })).toBe('given');
});

test('what a build is made of stands in one line before the worker’s own code', () => {
  const files = new Map([['index.html', withVersion('<title>x</title>', 'v')]]);
  const [first, second] = workerScript(shellOf(files), 'work();').split('\n');
  expect(first).toMatch(/^self\.DESK_SHELL=\{"version":"v",/);
  expect(second).toBe('work();');
});
