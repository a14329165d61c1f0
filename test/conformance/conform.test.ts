// @vitest-environment node
// The inspection against the emulator over a real socket: as it is, it does what is believed of the API; with one difference planted, that
// one is found and named.
import { expect, onTestFinished, test } from 'vitest';
import { FACTS } from '#src/conformance/facts.ts';
import { maskKey } from '#src/conformance/redact.ts';
import { exitCodeOf, jsonReport, textReport } from '#src/conformance/report.ts';
import { PACE_MS } from '#src/conformance/wire.ts';
import { differing, FULL_KEY, part, REPORTING_KEY, startChangedSandbox } from './changed-sandbox.ts';
import type { Change } from './changed-sandbox.ts';
import { PLANTED } from './planted.ts';

/** Of the facts that none of the inspection's requests can show. */
const NEVER_SEEN = ['close-data', 'activity-zone', 'result-life', 'slot-release'];

async function start(change?: Change) {
  const sandbox = await startChangedSandbox(change);
  onTestFinished(sandbox.close);
  return sandbox;
}

test('finds nothing in an API that does what is believed, launches nothing and asks seldom', async () => {
  const sandbox = await start();
  const outcome = await sandbox.inspect();
  expect(differing(outcome)).toEqual([]);
  expect(outcome).toMatchObject({ stopped: null, launched: null });
  expect(exitCodeOf(outcome)).toBe(0);
  expect(sandbox.launches()).toBe(0);
  expect(outcome.requests).toBe(sandbox.log.length);
  expect(outcome.requests).toBeLessThanOrEqual(20);
  const gaps = sandbox.log.slice(1).map(({ at }, index) => at - (sandbox.log[index]?.at ?? 0));
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(PACE_MS);
});

test('sees with one launch every assumption that one launch can show', async () => {
  const sandbox = await start();
  const outcome = await sandbox.inspect({ mayLaunch: true });
  expect(differing(outcome)).toEqual([]);
  expect(sandbox.launches()).toBe(1);
  expect(exitCodeOf(outcome)).toBe(0);
  const unseen = outcome.findings.filter(({ mark, result }) => mark === 'A' && result === 'not seen');
  expect(unseen.map(({ id }) => id)).toEqual(['retry-after', 'failed-codes', ...NEVER_SEEN]);
  const launch = sandbox.log.find(({ method }) => method === 'POST');
  // In the time of the mailbox, Toronto, it is noon.
  expect(launch?.body).toMatchObject({
    parameters: { start: '2026-03-09T00:00:00', end: '2026-03-09T23:59:59' },
  });
});

test('polls ever less often', async () => {
  const sandbox = await start();
  await sandbox.inspect({ mayLaunch: true, mailbox: 'Drill: slow' });
  const polls = sandbox.log.filter(({ method, path }) => method === 'GET' && path.includes('/results/rr_'));
  const gaps = polls.slice(1).map(({ at }, index) => at - (polls[index]?.at ?? 0));
  expect(gaps[0]).toBeLessThan(5_000);
  expect(Math.max(...gaps)).toBeGreaterThan(60_000);
  // 600 seconds of running, and the pages.
  expect(polls.length).toBeLessThan(40);
});

test.each(PLANTED)('finds a planted difference: $what', async ({ facts, change, more }) => {
  const sandbox = await start(change);
  const outcome = await sandbox.inspect(more);
  expect(differing(outcome).toSorted()).toEqual([...facts].toSorted());
  expect(exitCodeOf(outcome)).toBe(1);
  for (const fact of facts)
    expect(textReport(outcome)).toMatch(new RegExp(`\`${fact}\` .*\\*\\*differs\\*\\* \\| .+ \\|`));
});

test('has a planted difference for every fact that can be seen', () => {
  const planted = new Set<string>(PLANTED.flatMap(({ facts }) => facts));
  expect(FACTS.map(({ id }) => id).filter((id) => !planted.has(id))).toEqual(NEVER_SEEN);
});

test('notes fields, codes and limit headers that nothing is believed of', async () => {
  const sandbox = await start(({ path, status, headers, body }) => {
    headers.set('RateLimit', '"default";r=42;t=30');
    headers.set('X-Request-Id', 'belongs-to-the-account');
    if (status === 200 && path.endsWith('mailboxes')) part(body, 'mailboxes', 0)['folder'] = 'private';
    if (status === 401) part(body, 'error')['code'] = 'key_unknown';
  });
  const outcome = await sandbox.inspect();
  expect(exitCodeOf(outcome)).toBe(0);
  expect(outcome.notes).toEqual(
    expect.arrayContaining([
      'Undocumented field: mailboxes[].folder',
      '`error.code` at HTTP 401: key_unknown',
      'Header ratelimit (HTTP 200): "default";r=42;t=30',
      'Header x-request-id (HTTP 200)',
    ]),
  );
});

test.each([
  { what: 'a broken connection', change: () => 'drop' as const },
  { what: '503', change: (reply: { status: number }) => void (reply.status = 503) },
  { what: '429', change: (reply: { status: number }) => void (reply.status = 429) },
  { what: '401', change: (reply: { status: number }) => void (reply.status = 401) },
  { what: 'a redirect', change: (reply: { status: number }) => void (reply.status = 307) },
])('sends the launch once, whatever comes: $what', async ({ change }) => {
  const sandbox = await start((reply) => (reply.method === 'POST' ? change(reply) : undefined));
  const outcome = await sandbox.inspect({ mayLaunch: true });
  expect(sandbox.launches()).toBe(1);
  expect(outcome.stopped).toMatch(/^(?:No answer to the launch|The launch was)/);
  expect(exitCodeOf(outcome)).toBeGreaterThan(0);
});

test.each([
  { status: 503, words: 'A run may have been started all the same' },
  { status: 403, words: 'No run was started' },
])('says after HTTP $status what has become of the launch', async ({ status, words }) => {
  const sandbox = await start((reply) => void (reply.method === 'POST' && (reply.status = status)));
  expect((await sandbox.inspect({ mayLaunch: true })).stopped).toContain(words);
});

test('asks again by GET after passing errors, and says so', async () => {
  let left = 2;
  const sandbox = await start((reply) => {
    if (!reply.path.includes('/results/rr_') || left === 0) return;
    left -= 1;
    return left === 1 ? 'drop' : void (reply.status = 502);
  });
  const outcome = await sandbox.inspect({ mayLaunch: true });
  expect(differing(outcome)).toEqual([]);
  expect(outcome.stopped).toBeNull();
  expect(outcome.notes).toEqual(
    expect.arrayContaining([expect.stringMatching(/^poll: UND_ERR_SOCKET$/), 'poll: HTTP 502']),
  );
});

test('never asks more often than it allows itself', async () => {
  let count = 0;
  const sandbox = await start((reply) => {
    count += 1;
    if (count % 4 !== 0) reply.status = 502;
  });
  const outcome = await sandbox.inspect();
  expect(outcome.stopped).toBe('Stopped after 20 requests. Nothing was launched.');
  expect(sandbox.log).toHaveLength(20);
});

test('says nothing of a slot that is held where the run has failed', async () => {
  const sandbox = await start();
  const outcome = await sandbox.inspect({ mayLaunch: true, mailbox: 'Drill: fails while running' });
  expect(differing(outcome)).toEqual([]);
  expect(outcome.stopped).toBe('The run ended with an error: there are no pages to look at.');
});

test('waits for as long as a 429 asks', async () => {
  let isOver = false;
  const sandbox = await start((reply) => {
    if (isOver) return;
    isOver = true;
    reply.status = 429;
    reply.headers.set('retry-after', '200');
  });
  await sandbox.inspect();
  const [first, second] = sandbox.log;
  expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(200_000);
});

test('gives up on an answer that does not come', async () => {
  const sandbox = await start();
  const fetchNothing: typeof fetch = (_, init) =>
    new Promise((_resolve, reject) => {
      init?.signal?.addEventListener('abort', () => reject(new Error('aborted')));
    });
  const outcome = await sandbox.inspect({ parts: { fetch: fetchNothing, answerMs: 1 } });
  expect(outcome.stopped).toContain('cannot be reached: no answer in time');
  expect(exitCodeOf(outcome)).toBe(2);
});

test('never follows a redirect, and never takes the key to where links lead', async () => {
  const other = await start();
  const redirecting = await start((reply) => {
    reply.status = 308;
    reply.headers.set('location', `${other.origin}/api/v1/admin/mailboxes`);
  });
  const outcome = await redirecting.inspect();
  expect(outcome.stopped).toContain('redirects are not followed');
  expect(exitCodeOf(outcome)).toBe(2);
  const linking = await start(({ method, body }) => {
    if (method === 'POST')
      part(body, '_links', 'self')['href'] = `${other.origin}/api/v1/reports/results/rr_1`;
  });
  expect(differing(await linking.inspect({ mayLaunch: true }))).toContain('links-origin');
  expect(other.log).toEqual([]);
});

test('asks for nothing that a link names outside of the results', async () => {
  const sandbox = await start(({ method, body }) => {
    if (method === 'POST') part(body, '_links', 'self')['href'] = '/api/v1/admin/elsewhere';
  });
  const outcome = await sandbox.inspect({ mayLaunch: true });
  expect(outcome.stopped).toContain('accepted without a link that can be followed');
  expect(sandbox.log.at(-1)?.method).toBe('POST');
});

test('calls a refused key no difference, whatever the refusal looks like', async () => {
  const sandbox = await start((reply) => {
    if (reply.status === 401) reply.body = { message: 'Unauthorized' };
  });
  const outcome = await sandbox.inspect({ key: 'sandbox-key-expired-0000', mayLaunch: true });
  expect(outcome.stopped).toBe(
    'The key was refused (HTTP 401): it is unknown, expired or deleted. Nothing was launched.',
  );
  expect(exitCodeOf(outcome)).toBe(2);
  expect(sandbox.log).toHaveLength(1);
});

test('stops when it is told to, and says that the run goes on', async () => {
  const sandbox = await start();
  const stop = new AbortController();
  const say = (line: string) => {
    if (line.startsWith('The run is running')) stop.abort();
  };
  const outcome = await sandbox.inspect({
    mayLaunch: true,
    mailbox: 'Drill: slow',
    parts: { say, signal: stop.signal },
  });
  expect(outcome.stopped).toBe(
    'Stopped. The run that was launched goes on, and holds one of the three slots until it ends.',
  );
  expect(exitCodeOf(outcome)).toBe(2);
});

test('launches for the first mailbox that is active and in a time zone that is known', async () => {
  const sandbox = await start(({ path, status, body }) => {
    if (!path.endsWith('mailboxes') || status !== 200) return;
    part(body, 'mailboxes', 0)['active'] = false;
    part(body, 'mailboxes', 1)['timeZone'] = 'Nowhere/At_All';
    part(body, 'mailboxes', 2)['mailboxId'] = 'mb_third';
  });
  await sandbox.inspect({ mayLaunch: true });
  const launch = sandbox.log.find(({ method }) => method === 'POST');
  expect(launch?.body).toMatchObject({ parameters: { mailboxId: 'mb_third' } });
});

test('launches only for a mailbox of the key', async () => {
  const sandbox = await start();
  const outcome = await sandbox.inspect({ key: REPORTING_KEY, mayLaunch: true, mailbox: 'Orders' });
  expect(outcome.stopped).toContain('not in the list of this key');
  expect(sandbox.launches()).toBe(0);
});

test('lets nothing of the account or the key into the report, wherever the API repeats it', async () => {
  const said: string[] = [];
  const sandbox = await start(({ headers, body, status, token }) => {
    if (token === '') return;
    headers.set('x-ratelimit-policy', token);
    headers.set('content-type', `application/${token}`);
    if (typeof body === 'string') return;
    body[token] = token;
    if (status >= 400) part(body, 'error')['code'] = token;
    if (status >= 400 && body['_links'] !== undefined)
      part(body, '_links', 'origin')['href'] = `https://${token}.example/${token}?${token}=${token}`;
    if (body['status'] === 'done')
      for (const row of part(body, 'result')['data'] as Record<string, unknown>[]) row[token] = token;
  });
  const outcome = await sandbox.inspect({ mayLaunch: true, parts: { say: (line) => said.push(line) } });
  const text = [textReport(outcome), jsonReport(outcome), ...said]
    .map((each) => maskKey(each, FULL_KEY))
    .join('\n');
  expect(differing(outcome)).toContain('error-origin');
  expect(text).toContain('[key]');
  expect(text).not.toContain(FULL_KEY);
  // Names, addresses and ids of the emulated account.
  for (const secret of ['company.example', 'Sales Department', 'Emily Johnson', 'Priority', 'rr_1', 'AAMk']) {
    expect(text).not.toContain(secret);
  }
  expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/);
});
