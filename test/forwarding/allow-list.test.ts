// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { createDesk, codeOf, jsonReply, uuid } from '../gateway/desk.ts';

const ok = () => jsonReply('{}');

describe('what is forwarded', () => {
  it.each([
    ['/api/v1/admin/mailboxes'],
    ['/api/v1/reports/results/abc?max=50&starting_after=x%2Fy&something_new=1'],
    ['/api/v1/messages/AAMkAG%2BI2%3D%3D/attachments'],
    ['/api/v1/messages/a%2Fb/attachments?max=5'],
    ['/api/v1/messages/a/attachments/b%2Fc/download'],
  ])('GET %s as it is', async (path) => {
    const desk = createDesk(ok);
    await desk.get(path);
    expect(desk.seen.map((seen) => seen.path)).toEqual([path]);
  });

  it.each([
    ['mailboxPerformance?fieldGroup=replyData,closeData&includeDetails=true&max=500'],
    ['mailboxUserPerformance?max=500'],
    ['mailboxDomainPerformance'],
    ['receivedMessageDetail?ending_before=a'],
  ])('POST /api/v1/reports/%s', async (path) => {
    const desk = createDesk(ok);
    await desk.launch(uuid(1), { path: `/api/v1/reports/${path}` });
    expect(desk.seen.map((seen) => seen.path)).toEqual([`/api/v1/reports/${path}`]);
  });
});

describe('what is not forwarded', () => {
  it.each([
    '/api',
    '/api/',
    '/api/v1',
    '/api/v1/',
    '/api/v2/admin/mailboxes',
    '/api/v1/admin',
    '/api/v1/admin/mailboxes/',
    '/api/v1/admin/mailboxes/1',
    '/api/v1/admin/Mailboxes',
    '/api/v1/admin/mailboxes%00',
    '/api/v1/admin%2Fmailboxes',
    '/api/v1//admin/mailboxes',
    '/api/v1/./reports/results',
    '/api/v1/reports/results/',
    '/api/v1/reports/results/..',
    '/api/v1/reports/results/%2e%2e',
    '/api/v1/reports/results/%2e%2e%2f%2e%2e%2fadmin%2fmailboxes',
    '/api/v1/reports/results/..%2f..%2fadmin%2fmailboxes',
    '/api/v1/reports/results/..%5c..%5cadmin',
    '/api/v1/reports/results/a%2f..%2fb',
    '/api/v1/reports/results/a/b',
    '/api/v1/reports/results/a%00b',
    '/api/v1/reports/results/a%0d%0ab',
    '/api/v1/reports/results/%ff%fe',
    '/api/v1/reports/results/a%',
    '/api/v1/reports/results/a%zz',
    '/api/v1/reports/results/a;b/c',
    '/api/v1/reports',
    '/api/v1/messages/a',
    '/api/v1/messages/a/attachments/',
    '/api/v1/messages/a/attachments/b',
    '/api/v1/messages/a/attachments/b/download/c',
    '/api/v1/messages//attachments',
    '/api/v1/messages/../attachments',
    '/api/v1/users',
    '/API/V1/admin/mailboxes',
    '/api/v1/admin/mailboxes/..;/x',
  ])('GET %s', async (path) => {
    const desk = createDesk(ok);
    const response = await desk.get(path);
    expect(response.status).toBe(404);
    expect(desk.seen).toEqual([]);
  });

  it.each([
    ['POST', '/api/v1/admin/mailboxes'],
    ['POST', '/api/v1/reports/results/a'],
    ['GET', '/api/v1/reports/mailboxPerformance'],
    ['HEAD', '/api/v1/admin/mailboxes'],
    ['PUT', '/api/v1/reports/mailboxPerformance'],
    ['DELETE', '/api/v1/reports/results/a'],
    ['PATCH', '/api/v1/admin/mailboxes'],
    ['OPTIONS', '/api/v1/admin/mailboxes'],
    ['PROPFIND', '/api/v1/admin/mailboxes'],
  ])('%s %s', async (method, path) => {
    const desk = createDesk(ok);
    expect((await desk.ask(method, path)).status).toBe(405);
    expect(desk.seen).toEqual([]);
  });

  it.each([
    '/api/v1/admin/mailboxes?a=1',
    '/api/v1/admin/mailboxes?max=1&max=2',
    '/api/v1/admin/mailboxes?key=secret',
    '/api/v1/messages/a/attachments?fieldGroup=x',
    '/api/v1/reports/results/a?x=%',
    '/api/v1/reports/results/a?x=%zz',
    `/api/v1/reports/results/a?x=${'y'.repeat(2048)}`,
  ])('the query of %s', async (path) => {
    const desk = createDesk(ok);
    const response = await desk.get(path);
    expect([response.status, await codeOf(response)]).toEqual([400, 'query-not-allowed']);
    expect(desk.seen).toEqual([]);
  });

  it.each(['?mailboxId=1', '?max=1&max=1', '?fieldGroup=a&debug=1'])(
    'a launch with the query %s',
    async (query) => {
      const desk = createDesk(ok);
      const response = await desk.launch(uuid(1), { path: `/api/v1/reports/mailboxPerformance${query}` });
      expect([await codeOf(response), response.headers.get('desk-forwarded')]).toEqual([
        'query-not-allowed',
        'no',
      ]);
      expect(desk.seen).toEqual([]);
    },
  );
});
