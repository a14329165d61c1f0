// @vitest-environment node
import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { adminRequest } from '#src/failures/admin-request.ts';
import { curlLine, detailsText } from '#src/failures/evidence.ts';
import { redact } from '#src/failures/redact.ts';
import { FAILURE_KINDS } from '#src/records/failure-kind.ts';
import { MINUTE, NOW, SELF, viewOf } from './failure-views.ts';

const CANARY = 'eg_live_c4n4ry_0123456789abcdef';

describe('the cURL line', () => {
  it('asks the API for the same page with a variable in place of the key', () => {
    expect(curlLine(viewOf('update-delayed'))).toBe(
      `curl 'https://c1.emailgistics.com/api/v1/reports/results/res_1?max=500' -H "Authorization: Bearer $EMAILGISTICS_API_KEY"`,
    );
  });

  it('sends a launch with its body', () => {
    expect(curlLine(viewOf('settings-refused'))).toBe(
      `curl -X POST 'https://c1.emailgistics.com/api/v1/reports/receivedMessageDetail?max=500' -H "Authorization: Bearer $EMAILGISTICS_API_KEY" -H 'Content-Type: application/json' --data-raw '{"parameters":{"mailboxId":"mb_1"}}'`,
    );
  });

  it('survives a shell unchanged, whatever the body holds', () => {
    const launchBody = `{"a":"it's $HOME \`id\` \\" \n ; rm"}`;
    const line = curlLine(viewOf('settings-refused', { launchBody })) ?? '';
    const words = execFileSync('sh', ['-c', `printf '%s\\0' ${line.replace(/^curl /, '')}`], {
      env: { EMAILGISTICS_API_KEY: 'K', PATH: '/usr/bin:/bin' },
      encoding: 'utf8',
    }).split('\0');
    expect(words).toContain(launchBody);
    expect(words).toContain('Authorization: Bearer K');
  });

  it('is left out for the desk’s own addresses and where the base address is not known', () => {
    expect(curlLine(viewOf('desk-refused', { target: '/desk/config' }))).toBeNull();
    expect(curlLine(viewOf('update-delayed', { upstreamOrigin: undefined }))).toBeNull();
  });
});

describe('copied details', () => {
  it('hold request, reply, timings and cURL', () => {
    const text = detailsText(viewOf('update-delayed', { elapsedMs: 31_000, retryAt: NOW + MINUTE }));
    expect(text).toBe(`Update delayed (update-delayed)
Message Detail · Sales Department

Request
GET ${SELF}

Reply
HTTP status: 503
error.code: server_code
Message: Words of the server.
Request id: req-1

Timings
Noticed: 23 Nov 2026, 13:58 Toronto time (2026-11-23T18:58:00.000Z)
Launched: 23 Nov 2026, 13:02 Toronto time (2026-11-23T18:02:00.000Z)
Last good answer: 23 Nov 2026, 13:52 Toronto time (2026-11-23T18:52:00.000Z)
Tried again: 23 Nov 2026, 14:03 Toronto time (2026-11-23T19:03:00.000Z)
Took: 31 s

cURL
curl 'https://c1.emailgistics.com${SELF}' -H "Authorization: Bearer $EMAILGISTICS_API_KEY"`);
  });

  it('warn that sending a launch again starts a run', () => {
    expect(detailsText(viewOf('outcome-unknown'))).toContain('# Sending this starts a run');
    expect(detailsText(viewOf('update-delayed'))).not.toContain('# Sending this');
  });

  it('say where no request was made', () => {
    const text = detailsText(viewOf('result-expired', { asked: false, status: null }));
    expect(text).toContain('No request was needed');
    expect(text).not.toContain('HTTP status');
  });

  it.each(FAILURE_KINDS)('never hold a key that the server repeats: %s', (kind) => {
    const view = viewOf(kind, {
      message: `The key "${CANARY}" is not accepted (Authorization: Bearer ${CANARY})`,
      raw: `{"authorization":"Bearer ${CANARY}","api_key":"${CANARY}"}`,
      code: `key=${CANARY}`,
      upstreamOrigin: `https://user:${CANARY}@c1.emailgistics.com`,
    });
    expect(detailsText(view) + adminRequest(view)).not.toContain(CANARY);
  });
});

describe('redaction', () => {
  it.each([
    [`Bearer ${CANARY} expired`, 'Bearer [removed] expired'],
    [`API key: ${CANARY}.`, 'API key: [removed]'],
    [`the key ${CANARY} has expired`, 'the key [removed] has expired'],
    [`{"access_token":"${CANARY}"}`, '{"access_token":"[removed]"}'],
    ['https://me:secret@host/path', 'https://[removed]@host/path'],
  ])('takes it out of %s', (text, clean) => {
    expect(redact(text)).toBe(clean);
  });

  it.each([
    'The API key is not known.',
    'The API key has expired.',
    "Parameter 'mailboxId' is required.",
    'GET /api/v1/reports/results/res_0123456789abcdef0123?starting_after=row_0123456789',
    'Only the key that started a run can read it',
  ])('leaves alone: %s', (text) => {
    expect(redact(text)).toBe(text);
  });
});

describe('the request for an administrator', () => {
  it('names exactly the scopes that are needed and those that must not be lost', () => {
    const text = adminRequest(viewOf('scope-missing', { scopesKnown: ['messages:content', 'reporting'] }));
    expect(text).toContain('Scopes, exactly these: reporting, messages:read and messages:content');
    expect(text).toContain('Mailboxes: the same as those of key “Full access”');
    expect(text).toContain('Emailgistics Admin → API Access → Add Key');
    expect(text).toContain('23 Nov 2026, 13:58 Toronto time');
  });

  it('asks for a mailbox without claiming that it exists', () => {
    const text = adminRequest(viewOf('mailbox-out-of-reach'));
    expect(text).toContain('“Sales Department”');
    expect(text).toContain('the API does not say which');
    expect(text).not.toMatch(/scopes, exactly/i);
  });
});
