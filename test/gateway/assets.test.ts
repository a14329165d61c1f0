// @vitest-environment node
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeOf, createDesk, jsonReply } from './desk.ts';

const SCRIPT = 'console.log("hello");'.repeat(200);
let root = '';
let desk: ReturnType<typeof createDesk>;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'desk-assets-'));
  const dist = join(root, 'dist');
  mkdirSync(join(dist, 'assets'), { recursive: true });
  writeFileSync(join(root, 'secret.txt'), 'secret');
  writeFileSync(join(dist, 'index.html'), '<!doctype html><title>Desk</title>');
  writeFileSync(join(dist, 'favicon.svg'), '<svg/>');
  writeFileSync(join(dist, 'sw.js'), SCRIPT);
  writeFileSync(join(dist, 'manifest.webmanifest'), '{}');
  writeFileSync(join(dist, 'assets', 'main-abc123.js'), SCRIPT);
  mkdirSync(join(root, 'dist-fr', 'assets', 'fr'), { recursive: true });
  writeFileSync(join(root, 'dist-fr', 'index.html'), '<!doctype html><title>Bureau</title>');
  writeFileSync(join(root, 'dist-fr', 'sw.js'), 'self.french = true;');
  writeFileSync(join(root, 'dist-fr', 'assets', 'fr', 'main-def456.js'), 'bonjour');
  mkdirSync(join(root, 'without-worker'));
  writeFileSync(join(root, 'without-worker', 'index.html'), '<!doctype html><title>Desk</title>');
  desk = createDesk(() => jsonReply('{}'), { assets: dist });
});
afterAll(() => {
  rmSync(root, { recursive: true });
});

const PAGE_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types desk-scripts";

describe('the built app', () => {
  it.each(['/', '/launch', '/runs/0a1b', '/copies', '/connection?x=1', '/nothing/here'])(
    'answers %s with the page',
    async (path) => {
      const response = await desk.get(path, {
        'sec-fetch-mode': 'navigate',
        'sec-fetch-site': 'cross-site',
        'sec-fetch-dest': 'document',
      });
      expect(await response.text()).toContain('<title>Desk</title>');
      expect(Object.fromEntries(response.headers)).toMatchObject({
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-cache',
        'content-security-policy': PAGE_POLICY,
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'permissions-policy': expect.stringContaining('geolocation=()') as string,
      });
    },
  );

  it('may be kept for good where the name says what is in it', async () => {
    const response = await desk.get('/assets/main-abc123.js');
    expect(await response.text()).toBe(SCRIPT);
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect((await desk.get('/favicon.svg')).headers.get('cache-control')).toBe('no-cache');
  });

  it.each([
    ['/sw.js', 'text/javascript; charset=utf-8'],
    ['/manifest.webmanifest', 'application/manifest+json'],
  ])('gives %s anew each time, under the policy of pages', async (path, type) => {
    const response = await desk.get(path);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(type);
    expect(response.headers.get('cache-control')).toBe('no-cache');
    expect(response.headers.get('content-security-policy')).toBe(PAGE_POLICY);
  });

  it('never answers for a worker that is not there with the page: browsers would keep the old one', async () => {
    const bare = createDesk(() => jsonReply('{}'), { assets: join(root, 'without-worker') });
    for (const mode of ['same-origin', 'navigate', 'cors']) {
      expect((await bare.get('/sw.js', { 'sec-fetch-mode': mode })).status).toBe(404);
    }
    expect((await bare.get('/sw.js')).status).toBe(404);
  });

  it.each([
    ['gzip, deflate, br', 'br', brotliDecompressSync],
    ['gzip;q=1.0, br;q=0', 'gzip', gunzipSync],
  ])('is packed for a browser that takes %s', async (offers, encoding, unpack) => {
    const response = await desk.get('/assets/main-abc123.js', { 'accept-encoding': offers });
    expect([response.headers.get('content-encoding'), response.headers.get('vary')]).toEqual([
      encoding,
      'Accept-Encoding',
    ]);
    expect(unpack(Buffer.from(await response.arrayBuffer())).toString()).toBe(SCRIPT);
  });

  it('is sent as the build has packed it, and only in its own place', async () => {
    const file = join(root, 'packed', 'assets', 'main-abc123.js');
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(join(root, 'packed', 'index.html'), '<!doctype html>');
    writeFileSync(file, SCRIPT);
    writeFileSync(`${file}.br`, 'packed by the build');
    const packed = createDesk(() => jsonReply('{}'), { assets: join(root, 'packed') });
    const brotli = await packed.get('/assets/main-abc123.js', { 'accept-encoding': 'br' });
    expect(brotli.headers.get('content-encoding')).toBe('br');
    expect(await brotli.text()).toBe('packed by the build');
    expect(await (await packed.get('/assets/main-abc123.js')).text()).toBe(SCRIPT);
    expect((await packed.get('/assets/main-abc123.js.br')).status).toBe(404);
  });

  it('is not sent again to a browser that has it', async () => {
    const etag = (await desk.get('/')).headers.get('etag') ?? '';
    const again = await desk.get('/', { 'if-none-match': etag });
    expect([again.status, await again.text()]).toEqual([304, '']);
    expect(again.headers.get('content-security-policy')).toBe(PAGE_POLICY);
  });

  it.each([
    ['/assets/old-xyz.js', {}],
    ['/assets/', {}],
    ['/missing.png', {}],
    ['/launch', { 'sec-fetch-mode': 'no-cors' }],
    ['/..%2fsecret.txt', {}],
    ['/%2e%2e/secret.txt', {}],
    ['/assets/..%2f..%2fsecret.txt', {}],
    ['/assets/%00', {}],
  ])('has nothing at %s', async (path, headers) => {
    const response = await desk.get(path, headers);
    expect([response.status, await codeOf(response), response.headers.get('cache-control')]).toEqual([
      404,
      'not-found',
      'no-store',
    ]);
  });

  it('answers HEAD without a body and nothing else that is not GET', async () => {
    const head = await desk.ask('HEAD', '/launch');
    expect([head.status, await head.text()]).toEqual([200, '']);
    expect((await desk.ask('POST', '/launch')).status).toBe(405);
  });

  it.each(['/api/nothing', '/desk/nothing', '/sandbox/drills', '/desk', '/api'])(
    'is not what %s answers',
    async (path) => {
      const response = await desk.get(path);
      expect([response.status, response.headers.get('content-type')]).toEqual([404, 'application/json']);
    },
  );
});

describe('the built app in another language', () => {
  const text = async (path: string, headers: Record<string, string>) =>
    (await desk.get(path, { 'sec-fetch-mode': 'navigate', ...headers })).text();

  it('is the page that the browser asks for, at every address', async () => {
    expect(await text('/launch', { 'accept-language': 'fr-CA,en;q=0.5' })).toContain('Bureau');
    expect(await text('/', { 'accept-language': 'fr', cookie: 'desk-language=en' })).toContain('Desk');
    expect(await text('/index.html', { cookie: 'desk-language=fr' })).toContain('Bureau');
  });

  it('has its own worker, and shares every file that has a name of its own', async () => {
    const french = { cookie: 'desk-language=fr' };
    expect(await text('/sw.js', french)).toBe('self.french = true;');
    expect(await text('/sw.js', {})).toBe(SCRIPT);
    expect(await text('/favicon.svg', french)).toBe('<svg/>');
    expect(await text('/assets/fr/main-def456.js', {})).toBe('bonjour');
    expect(await text('/assets/main-abc123.js', french)).toBe(SCRIPT);
  });

  it('tells caches what it depends on', async () => {
    const page = await desk.get('/', { 'sec-fetch-mode': 'navigate' });
    expect(page.headers.get('vary')).toBe('Accept-Language, Cookie');
    const script = await desk.get('/assets/main-abc123.js');
    expect(script.headers.get('vary')).toBe('Accept-Encoding');
  });
});
