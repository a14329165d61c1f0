// @vitest-environment node
// The page of all parts lies among the addresses of the sandbox: it is a page like the others, and opens nothing beside it.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GatewayOptions } from '#src/gateway/gateway.ts';
import { codeOf, createDesk, DESK, jsonReply } from './desk.ts';

const PAGE = '<!doctype html><title>Desk</title>';
const NAVIGATION = { 'sec-fetch-mode': 'navigate', 'sec-fetch-site': 'none', 'sec-fetch-dest': 'document' };
const sandbox = { now: () => 0, advance: () => undefined, reset: () => undefined, log: [], drills: [] };
let root = '';
const set = (options: Partial<GatewayOptions> = {}) =>
  createDesk(() => jsonReply('{}'), { assets: root, sandbox, ...options });

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'desk-parts-'));
  mkdirSync(join(root, 'assets'));
  writeFileSync(join(root, 'index.html'), PAGE);
});
afterAll(() => {
  rmSync(root, { recursive: true });
});

describe('the address of the parts', () => {
  it.each([
    ['the address bar', NAVIGATION],
    ['a link elsewhere', { ...NAVIGATION, 'sec-fetch-site': 'cross-site' }],
    ['an old browser', {}],
  ])('gives the page to %s, under the policy of pages', async (_name, headers) => {
    const response = await set().get('/sandbox/parts', headers);
    expect([response.status, await response.text()]).toEqual([200, PAGE]);
    expect(response.headers.get('content-security-policy')).toContain("script-src 'self'");
  });

  it('needs no log-in, as no page does', async () => {
    const desk = set({ accessToken: 'correct horse battery staple' });
    expect((await desk.get('/sandbox/parts', NAVIGATION)).status).toBe(200);
    expect(await codeOf(await desk.get('/sandbox/drills'))).toBe('desk-login-required');
  });

  it.each([
    ['a script of ours', { 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': 'cors' }],
    ['another site', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }],
  ])('has nothing for %s', async (_name, headers) => {
    expect(await codeOf(await set().get('/sandbox/parts', headers))).toBe('not-found');
  });

  it("is nobody else's host", async () => {
    const response = await set().get('/sandbox/parts', { ...NAVIGATION, host: 'evil.test' });
    expect(await codeOf(response)).toBe('host');
  });

  it('takes nothing', async () => {
    const response = await set().post('/sandbox/parts', {}, { origin: DESK });
    expect(await codeOf(response)).toBe('not-found');
    const foreign = await set().post('/sandbox/parts', {}, { origin: 'https://evil.test' });
    expect(await codeOf(foreign)).toBe('cross-site');
  });

  it.each([
    '/sandbox',
    '/sandbox/',
    '/sandbox/parts/',
    '/sandbox/parts/x',
    '/sandbox/partsx',
    '/sandbox/log',
  ])('does not open %s to a navigation', async (path) => {
    expect(await codeOf(await set().get(path, NAVIGATION))).toBe('cross-site');
  });
});
