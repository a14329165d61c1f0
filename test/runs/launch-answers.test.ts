// @vitest-environment node
// Table 1 of protocol.md, row by row.
import { describe, expect, test } from 'vitest';
import { holdsSlot } from '#src/records/derived.ts';
import { launchVerdict } from '#src/runs/launch-answers.ts';
import type { LaunchContext, LaunchVerdict } from '#src/runs/launch-answers.ts';
import type { RunRecord, RunState } from '#src/records/record.ts';
import { transition } from '#src/records/transition.ts';
import { attempt, failureOf, KEY, NOW, record } from '../support/records.ts';
import { asReply, deskResponse, errorBody, ORIGIN, refusal, runBody, SELF } from '../support/replies.ts';

const SENDING = record('sending', { attempts: [attempt('record-1', NOW - 1_000)] });
const KEYS = new Set([KEY]);
const ENVELOPE = errorBody('any');

const CONTEXT: LaunchContext = {
  request: { method: 'POST', target: SENDING.target, at: NOW },
  upstreamOrigin: ORIGIN,
  slotsHeld: 0,
  endObservable: false,
  waited: SENDING,
  anyKey: true,
};

async function answer(
  response: Response | null,
  context: Partial<LaunchContext> = {},
): Promise<{ verdict: LaunchVerdict; after: RunRecord }> {
  const reply = response === null ? null : await asReply(response, NOW);
  const verdict = launchVerdict(reply, { ...CONTEXT, ...context });
  return { verdict, after: verdict.event === null ? SENDING : transition(SENDING, verdict.event) };
}

type Row = {
  row: number;
  name: string;
  response: () => Response | null;
  context?: Partial<LaunchContext>;
  state: RunState;
  slot: 'held' | 'free' | '30 min';
  kind: string | null;
  /** Ms until this record may go; null = as soon as something else lets it. */
  wait?: number | null;
  queueWait?: number;
  pauses?: 'key' | 'sign-in';
  first?: boolean;
};

const noEnvelope = (status: number) => () => deskResponse(status, '<html>');
const withEnvelope = (status: number, headers?: Record<string, string>) => () =>
  deskResponse(status, ENVELOPE, headers);
const refused = (row: number, status: number, kind: string): Row => ({
  row,
  name: `${status} with envelope`,
  response: withEnvelope(status),
  state: 'refused',
  slot: 'free',
  kind,
});
const doubted = (row: number, name: string, response: () => Response): Row => ({
  row,
  name,
  response,
  state: 'unknown',
  slot: '30 min',
  kind: 'outcome-unknown',
});
const gatewayWaits = (row: number, code: string): Row => ({
  row,
  name: `503 ${code}`,
  response: () => refusal(503, code),
  state: 'queued',
  slot: 'free',
  kind: 'not-sent',
  wait: 5_000,
});
const askLedger = (row: number, name: string, response: () => Response | null): Row => ({
  row,
  name,
  response,
  state: 'sending',
  slot: 'held',
  kind: null,
});
const ownRefusal = (status: number, code: string): Row => ({
  row: 8,
  name: `${status} ${code}`,
  response: () => refusal(status, code),
  state: 'refused',
  slot: 'free',
  kind: 'desk-refused',
});
const startedWithoutLink = (name: string, body: unknown): Row => ({
  row: 12,
  name,
  response: () => deskResponse(202, body),
  state: 'unknown',
  slot: '30 min',
  kind: 'started-without-link',
});
const limited = { state: 'queued', slot: 'free', first: true } as const;

const ROWS: readonly Row[] = [
  askLedger(1, 'no answer', () => null),
  askLedger(1, 'an answer of another server', () =>
    deskResponse(200, runBody(), { 'Desk-Request-Id': null }),
  ),
  askLedger(1, 'another server’s 401', () => deskResponse(401, ENVELOPE, { 'Desk-Request-Id': null })),
  {
    row: 2,
    name: 'signed out',
    response: () => refusal(401, 'desk-login-required'),
    state: 'queued',
    slot: 'free',
    kind: 'signed-out',
    wait: null,
    pauses: 'sign-in',
  },
  ...['desk-key-missing', 'desk-key-unknown'].flatMap((code): Row[] => [
    {
      row: 3,
      name: `${code}, other keys are there`,
      response: () => refusal(401, code),
      state: 'queued',
      slot: 'free',
      kind: 'result-other-key',
      wait: null,
      pauses: 'key',
    },
    {
      row: 3,
      name: `${code}, no key at all`,
      response: () => refusal(401, code),
      context: { anyKey: false },
      state: 'queued',
      slot: 'free',
      kind: 'key-refused',
      wait: null,
      pauses: 'key',
    },
  ]),
  {
    row: 4,
    name: 'desk-budget',
    response: () => refusal(429, 'desk-budget', { 'Retry-After': '7' }),
    state: 'queued',
    slot: 'free',
    kind: 'rate-limited',
    wait: 7_000,
    first: false,
  },
  gatewayWaits(5, 'desk-draining'),
  gatewayWaits(5, 'desk-overloaded'),
  gatewayWaits(5, 'desk-ledger-unavailable'),
  gatewayWaits(6, 'upstream-unreachable'),
  askLedger(7, 'a key that was used for something else', () => refusal(422, 'idempotency-key-reused')),
  askLedger(7, 'a key that is too old', () => refusal(410, 'idempotency-key-expired')),
  askLedger(7, 'a repeat that is refused without proof', () =>
    deskResponse(401, errorBody('desk-key-unknown')),
  ),
  askLedger(7, 'a key that was made void', () => refusal(409, 'submission-void')),
  ownRefusal(400, 'desk-key-required'),
  ownRefusal(400, 'idempotency-key-missing'),
  ownRefusal(400, 'idempotency-key-invalid'),
  ownRefusal(400, 'query-not-allowed'),
  ownRefusal(403, 'cross-site'),
  ownRefusal(404, 'not-found'),
  ownRefusal(405, 'method-not-allowed'),
  ownRefusal(413, 'body-too-large'),
  ownRefusal(415, 'media-type'),
  ownRefusal(421, 'host'),
  ownRefusal(500, 'desk-failed'),
  // A code alone is not enough: with another status nobody has described it.
  ownRefusal(403, 'desk-login-required'),
  ownRefusal(403, 'desk-key-missing'),
  ownRefusal(500, 'upstream-unreachable'),
  ...['running', 'archived'].map((status): Row => ({
    row: 9,
    name: `accepted, ${status}`,
    response: () => deskResponse(202, runBody({ status })),
    state: 'running',
    slot: 'held',
    kind: null,
  })),
  {
    row: 9,
    name: 'accepted with 200, a replay',
    response: () => deskResponse(200, runBody(), { 'Idempotency-Replayed': 'true' }),
    state: 'running',
    slot: 'held',
    kind: null,
  },
  {
    row: 10,
    name: 'accepted and done at once',
    response: () => deskResponse(200, runBody({ status: 'done', progress: 100 })),
    state: 'done',
    slot: 'free',
    kind: null,
  },
  {
    row: 11,
    name: 'accepted and failed at once',
    response: () => deskResponse(200, runBody({ status: 'error' })),
    state: 'failed',
    slot: 'free',
    kind: 'report-failed',
  },
  startedWithoutLink('2xx, HTML', '<html>'),
  startedWithoutLink('2xx, nothing', ''),
  startedWithoutLink('2xx, another form', { id: 1 }),
  startedWithoutLink('2xx without self', runBody({ self: null })),
  startedWithoutLink('2xx with a foreign self', runBody({ self: `https://evil.example${SELF}` })),
  startedWithoutLink('2xx, self is no result', runBody({ self: `${ORIGIN}/api/v1/admin/mailboxes` })),
  startedWithoutLink('2xx, done, without self', runBody({ status: 'done', self: null })),
  doubted(13, '504 outcome-unknown', () => deskResponse(504, errorBody('outcome-unknown'))),
  doubted(14, '502 upstream-redirect', () => deskResponse(502, errorBody('upstream-redirect'))),
  ...[500, 501, 502, 503, 504, 505, 520, 599].map((status) =>
    doubted(15, `${status} with envelope`, withEnvelope(status)),
  ),
  doubted(15, '503 as HTML', noEnvelope(503)),
  doubted(15, '503 upstream-unreachable without the proof', () =>
    deskResponse(503, errorBody('upstream-unreachable')),
  ),
  doubted(15, '408', withEnvelope(408)),
  {
    row: 16,
    name: '429, three slots held, an end can be observed',
    response: withEnvelope(429),
    context: { slotsHeld: 3, endObservable: true },
    ...limited,
    kind: 'slots-full',
    wait: null,
  },
  {
    row: 16,
    name: '429, three slots held, none of them can be observed',
    response: withEnvelope(429),
    context: { slotsHeld: 4 },
    ...limited,
    kind: 'slots-full',
    wait: 60_000,
  },
  {
    row: 16,
    name: '429, three slots held, even with a small budget',
    response: withEnvelope(429, { RateLimit: '"account";r=0;t=12' }),
    context: { slotsHeld: 3, endObservable: true },
    ...limited,
    kind: 'slots-full',
    wait: null,
  },
  {
    row: 17,
    name: '429, fewer than 10 left',
    response: withEnvelope(429, { RateLimit: '"account";r=9;t=12' }),
    context: { slotsHeld: 2 },
    ...limited,
    kind: 'rate-limited',
    wait: 60_000,
  },
  {
    row: 17,
    name: '429, fewer than 10 left, with Retry-After',
    response: withEnvelope(429, { RateLimit: '"account";r=0;t=12', 'Retry-After': '90' }),
    ...limited,
    kind: 'rate-limited',
    wait: 90_000,
  },
  {
    row: 18,
    name: '429 otherwise',
    response: withEnvelope(429, { RateLimit: '"account";r=10;t=12' }),
    context: { slotsHeld: 2 },
    ...limited,
    kind: 'limit-undecided',
    wait: 60_000,
  },
  {
    row: 18,
    name: '429 without RateLimit',
    response: withEnvelope(429, { 'Retry-After': '5' }),
    ...limited,
    kind: 'limit-undecided',
    wait: 60_000,
  },
  { ...doubted(19, '429 without envelope', noEnvelope(429)), queueWait: 60_000 },
  { ...refused(20, 401, 'key-refused'), pauses: 'key' },
  refused(21, 403, 'scope-missing'),
  refused(22, 404, 'mailbox-out-of-reach'),
  ...[400, 409, 413, 415, 422].map((status) => refused(23, status, 'settings-refused')),
  ...[402, 405, 406, 410, 418, 451].map((status) => refused(24, status, 'not-recognised')),
  ...[400, 401, 403, 404, 422, 451].map((status): Row => ({
    row: 24,
    name: `${status} without envelope`,
    response: noEnvelope(status),
    state: 'refused',
    slot: 'free',
    kind: 'not-recognised',
  })),
  doubted(25, '302 that was not followed', withEnvelope(302)),
  doubted(25, '304', () => deskResponse(304)),
];

test('every row of the table has a case', () => {
  expect([...new Set(ROWS.map(({ row }) => row))]).toEqual(
    Array.from({ length: 25 }, (_, index) => index + 1),
  );
});

describe.each(ROWS)('row $row: $name', ({ row, response, context, state, slot, kind, ...more }) => {
  test(`the record becomes ${state}, its slot is ${slot}`, async () => {
    const { verdict, after } = await answer(response(), context);
    expect(verdict.row).toBe(row);
    expect(after.state).toBe(state);
    expect(after.failure?.kind ?? null).toBe(kind);
    const later = NOW - 1_000 + 30 * 60_000;
    expect([
      holdsSlot(after, NOW, KEYS),
      holdsSlot(after, later - 1, KEYS),
      holdsSlot(after, later, KEYS),
    ]).toEqual(
      { held: [true, true, true], free: [false, false, false], '30 min': [true, true, false] }[slot],
    );
  });

  test('what waits, waits as long as the table says', async () => {
    const { verdict, after } = await answer(response(), context);
    const wait = more.wait ?? null;
    expect(after.notBefore).toBe(wait === null ? null : NOW + wait);
    expect(after.failure?.retryAt ?? null).toBe(wait === null ? null : NOW + wait);
    expect(verdict.queueWaitMs).toBe(more.queueWait ?? 0);
    expect(verdict.pauses).toBe(more.pauses ?? null);
    expect(after.position).toBe(more.first === true ? 0 : SENDING.position);
  });
});

test('an attempt is settled by every answer but a missing one', async () => {
  for (const { response, context, state } of ROWS) {
    const { after } = await answer(response(), context);
    expect(after.attempts[0]?.settledAt).toBe(state === 'sending' ? null : NOW);
  }
});

describe('row order', () => {
  test('a server that is not this desk decides nothing, whatever it says', async () => {
    for (const { response } of ROWS) {
      const given = response();
      if (given === null) continue;
      given.headers.delete('Desk-Request-Id');
      expect((await answer(given)).verdict).toMatchObject({ row: 1, event: null });
    }
  });

  test('the proof that nothing was sent wins over everything that the status could mean', async () => {
    for (const status of [400, 401, 403, 404, 408, 422, 429, 500, 502, 503, 504]) {
      const { verdict, after } = await answer(
        deskResponse(status, errorBody('else'), { 'Desk-Forwarded': 'no' }),
      );
      expect([verdict.row, after.state]).toEqual([8, 'refused']);
    }
  });

  test('without that proof no answer of the gateway’s own codes sends a launch back to the queue', async () => {
    for (const code of [
      'desk-login-required',
      'desk-key-unknown',
      'desk-budget',
      'desk-draining',
      'upstream-unreachable',
    ]) {
      for (const status of [401, 503]) {
        const { after } = await answer(deskResponse(status, errorBody(code)));
        expect(after.state).not.toBe('queued');
      }
    }
  });

  test('a code counts only under its own status', async () => {
    expect((await answer(refusal(503, 'desk-budget'))).verdict.row).toBe(8);
    expect((await answer(refusal(429, 'desk-draining'))).verdict.row).toBe(8);
    expect((await answer(refusal(403, 'desk-login-required'))).verdict.row).toBe(8);
    expect((await answer(deskResponse(502, errorBody('outcome-unknown')))).verdict.row).toBe(15);
    expect((await answer(deskResponse(504, errorBody('upstream-redirect')))).verdict.row).toBe(15);
  });
});

describe('waits in a row', () => {
  const waited = (waits: number, failure: ReturnType<typeof failureOf>) => ({
    waited: record('sending', { waits, failure }),
  });
  const waitOf = async (response: Response, context: Partial<LaunchContext>) =>
    ((await answer(response, context)).after.notBefore ?? 0) - NOW;

  test.each([
    [0, 5],
    [1, 10],
    [2, 20],
    [3, 40],
    [4, 80],
    [5, 120],
    [6, 120],
    [60, 120],
  ])('after %d faults the gateway is tried again in %d s', async (waits, seconds) => {
    for (const code of ['desk-overloaded', 'upstream-unreachable']) {
      expect(await waitOf(refusal(503, code), waited(waits, failureOf('not-sent')))).toBe(seconds * 1_000);
    }
  });

  test.each([
    [0, 60],
    [1, 120],
    [2, 240],
    [3, 300],
    [9, 300],
  ])('after %d times at a limit it is tried again in %d s', async (waits, seconds) => {
    for (const kind of ['slots-full', 'rate-limited', 'limit-undecided'] as const) {
      expect(await waitOf(deskResponse(429, ENVELOPE), waited(waits, failureOf(kind)))).toBe(seconds * 1_000);
    }
  });

  test('never earlier than the API asks for, and never for longer than an hour', async () => {
    const once = waited(1, failureOf('limit-undecided'));
    expect(await waitOf(deskResponse(429, ENVELOPE, { 'Retry-After': '200' }), once)).toBe(200_000);
    expect(await waitOf(deskResponse(429, ENVELOPE, { 'Retry-After': '9999999999' }), once)).toBe(3_600_000);
    expect(await waitOf(refusal(429, 'desk-budget', { 'Retry-After': '9999999999' }), {})).toBe(3_600_000);
  });

  test('another cause begins its series anew', async () => {
    expect(await waitOf(deskResponse(429, ENVELOPE), waited(5, failureOf('not-sent')))).toBe(60_000);
    expect(await waitOf(refusal(503, 'desk-overloaded'), waited(3, failureOf('rate-limited')))).toBe(5_000);
    const byDesk = waited(3, failureOf('rate-limited', NOW, { code: 'desk-budget' }));
    expect(await waitOf(deskResponse(429, ENVELOPE), byDesk)).toBe(60_000);
  });
});

test('a failure keeps the evidence, and no more of a body than can be looked at', async () => {
  const long = `<html>${'x'.repeat(5_000)}`;
  const { after } = await answer(deskResponse(503, long));
  expect(after.failure).toMatchObject({
    method: 'POST',
    target: SENDING.target,
    status: 503,
    requestId: 'request-1',
  });
  expect(after.failure?.raw).toHaveLength(2_000);
  const refusedBy = await answer(deskResponse(400, errorBody('bad_period', 'period is wrong')));
  expect(refusedBy.after.failure).toMatchObject({
    code: 'bad_period',
    message: 'period is wrong',
    raw: null,
  });
});
