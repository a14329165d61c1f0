// @vitest-environment node
// Which requests the offline shell answers, one row a case.
import { expect, test } from 'vitest';
import { askedFor } from '#src/worker/requests.ts';
import type { Asked } from '#src/worker/requests.ts';

const ORIGIN = 'http://desk.test';
const FILES = new Set(['/favicon.svg', '/manifest.webmanifest', '/index.html']);

test.each<[string, string, string, RequestMode, Asked]>([
  ['the board', 'GET', '/', 'navigate', 'page'],
  ['a run', 'GET', '/runs/00000000-0000-4000-8000-000000000001', 'navigate', 'page'],
  ['a form with its state', 'GET', '/launch?report=mailbox', 'navigate', 'page'],
  ['an address that no page has', 'GET', '/nowhere', 'navigate', 'page'],
  ['the page as a file', 'GET', '/index.html', 'navigate', 'other'],
  ['a hashed script', 'GET', '/assets/desk-abc.js', 'cors', 'asset'],
  ['a hashed script, opened', 'GET', '/assets/desk-abc.js', 'navigate', 'other'],
  ['the icon', 'GET', '/favicon.svg', 'no-cors', 'file'],
  ['the worker itself', 'GET', '/sw.js', 'same-origin', 'other'],
  ['a file that is not kept', 'GET', '/robots.txt', 'no-cors', 'other'],
  ['a call of the API', 'GET', '/api/v1/mailboxes', 'cors', 'other'],
  ['a launch', 'POST', '/api/v1/reports/mailbox-performance', 'cors', 'other'],
  ['the gateway’s config', 'GET', '/desk/config', 'cors', 'other'],
  ['the gateway’s config, opened', 'GET', '/desk/config', 'navigate', 'other'],
  ['the sandbox', 'GET', '/sandbox/drills', 'cors', 'other'],
  ['the sandbox, opened', 'GET', '/sandbox', 'navigate', 'other'],
  ['health', 'GET', '/healthz', 'navigate', 'other'],
  ['metrics', 'GET', '/metrics', 'navigate', 'other'],
  ['a page that only begins like data', 'GET', '/desktop', 'navigate', 'page'],
  ['a form that is sent', 'POST', '/', 'navigate', 'other'],
  ['a head', 'HEAD', '/', 'same-origin', 'other'],
  ['another origin', 'GET', 'http://elsewhere.test/assets/desk-abc.js', 'cors', 'other'],
])('%s (%s %s, %s) is %s', (_, method, path, mode, expected) => {
  const url = new URL(path, ORIGIN).href;
  expect(askedFor({ method, mode, url }, ORIGIN, FILES)).toBe(expected);
});
