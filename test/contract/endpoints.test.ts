// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { endpointAt, ENDPOINTS } from '#src/contract/endpoints.ts';

describe('the eight calls of contract.md section 1', () => {
  test.each([
    ['/api/v1/reports/mailboxPerformance', 'POST', ['reporting'], 'launch'],
    ['/api/v1/reports/mailboxUserPerformance', 'POST', ['reporting'], 'launch'],
    ['/api/v1/reports/mailboxDomainPerformance', 'POST', ['reporting'], 'launch'],
    ['/api/v1/reports/receivedMessageDetail', 'POST', ['reporting', 'messages:read'], 'launch'],
    ['/api/v1/reports/results/rr_1', 'GET', ['reporting'], 'result'],
    ['/api/v1/admin/mailboxes', 'GET', ['reporting'], 'list'],
    ['/api/v1/messages/AAMk-1=/attachments', 'GET', ['messages:read'], 'list'],
    ['/api/v1/messages/AAMk/attachments/AAMk2/download', 'GET', ['messages:content'], 'download'],
  ])('%s is %s', (path, method, scopes, kind) => {
    const endpoint = endpointAt(path);
    expect(endpoint?.method).toBe(method);
    expect(endpoint?.scopes).toEqual(scopes);
    expect(endpoint?.kind).toBe(kind);
  });

  test('there is no ninth', () => {
    expect(ENDPOINTS).toHaveLength(8);
  });

  test.each([
    'a%2Fb',
    'a%2F..b%2Fc',
    'a.b',
    '...',
    '%C3%BC',
    "!$&'()*+,;=:@~",
    'AAMkAGI2%2BTG93AAA%3D',
    'a%5Cb',
  ])('an id may be %j', (id) => {
    expect(endpointAt(`/api/v1/messages/${id}/attachments`)?.name).toBe('attachments');
    expect(endpointAt(`/api/v1/reports/results/${id}`)?.name).toBe('results');
  });
});

describe('no other path is a call', () => {
  test.each([
    '',
    '/',
    '/api/v1',
    '/api/v1/',
    'api/v1/admin/mailboxes',
    '//api/v1/admin/mailboxes',
    '/api//v1/admin/mailboxes',
    '/api/v1//admin/mailboxes',
    '/api/v1/admin//mailboxes',
    '/api/v1/admin/mailboxes/',
    '/api/v1/admin/mailboxes/x',
    '/api/v1/admin/mailboxes\n',
    '/api/v1/admin/mailboxes?x',
    '/api/v1/admin/mailboxes#x',
    '/api/v1/admin/Mailboxes',
    '/API/v1/admin/mailboxes',
    '/api/v2/admin/mailboxes',
    '/api/v1/admin%2Fmailboxes',
    '/x/api/v1/admin/mailboxes',
    '/api/v1/admin/keys',
    '/api/v1/reports',
    '/api/v1/reports/',
    '/api/v1/reports/other',
    '/api/v1/reports/mailboxPerformance/',
    '/api/v1/reports/mailboxPerformance/x',
    '/api/v1/reports/mailboxPerformanceX',
    '/api/v1/reports/results',
    '/api/v1/reports/results/',
    '/api/v1/reports/results//',
    '/api/v1/reports/results/.',
    '/api/v1/reports/results/..',
    '/api/v1/reports/results/%2e',
    '/api/v1/reports/results/%2E%2e',
    '/api/v1/reports/results/.%2e',
    '/api/v1/reports/results/..%2Fadmin',
    '/api/v1/reports/results/x%2F..%2F..%2Fadmin',
    '/api/v1/reports/results/x%2f%2e%2e',
    '/api/v1/reports/results/x%5c..%5cy',
    '/api/v1/reports/results/..\\admin',
    '/api/v1/reports/results/a/b',
    '/api/v1/reports/results/a/',
    '/api/v1/reports/results/a b',
    '/api/v1/reports/results/a\u0000',
    '/api/v1/reports/results/a%00',
    '/api/v1/reports/results/a%0d%0aHost:x',
    '/api/v1/reports/results/a%7f',
    '/api/v1/reports/results/a%',
    '/api/v1/reports/results/a%2',
    '/api/v1/reports/results/a%zz',
    '/api/v1/reports/results/ü',
    '/api/v1/reports/results/"><script>',
    '/api/v1/messages//attachments',
    '/api/v1/messages/../attachments',
    '/api/v1/messages/%2e%2e/attachments',
    '/api/v1/messages/a/b/attachments',
    '/api/v1/messages/a',
    '/api/v1/messages/a/attachments/',
    '/api/v1/messages/a/attachments/b',
    '/api/v1/messages/a/attachments//download',
    '/api/v1/messages/a/attachments/../download',
    '/api/v1/messages/a/attachments/b/c/download',
    '/api/v1/messages/a/attachments/b/download/',
  ])('%j', (path) => {
    expect(endpointAt(path)).toBeNull();
  });
});
