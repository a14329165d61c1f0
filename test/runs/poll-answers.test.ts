// @vitest-environment node
// Table 3 of protocol.md, row by row.
import { describe, expect, test } from 'vitest';
import { holdsSlot, isExpired } from '#src/records/derived.ts';
import { pollVerdict } from '#src/runs/poll-answers.ts';
import type { PollVerdict } from '#src/runs/poll-answers.ts';
import type { RunRecord, RunState } from '#src/records/record.ts';
import { transition } from '#src/records/transition.ts';
import { failureOf, HOUR, KEY, MINUTE, NOW, record } from '../support/records.ts';
import { asReply, deskResponse, errorBody, ORIGIN, runBody, SELF } from '../support/replies.ts';

const KEYS = new Set([KEY]);
const AT = NOW + 10 * MINUTE;
const ENVELOPE = errorBody('any');

async function poll(
  response: Response | null,
  {
    from = record('running', { progress: 50 }),
    at = AT,
    chance = 0,
  }: { from?: RunRecord; at?: number; chance?: number } = {},
): Promise<{ verdict: PollVerdict; after: RunRecord }> {
  const reply = response === null ? null : await asReply(response, at);
  const request = { method: 'GET', target: SELF, at } as const;
  const verdict = pollVerdict(reply, { record: from, request, upstreamOrigin: ORIGIN, random: () => chance });
  return { verdict, after: verdict.event === null ? from : transition(from, verdict.event) };
}

type Row = {
  name: string;
  response: () => Response | null;
  state?: RunState;
  kind: string | null;
  slot: 'held' | 'free' | '30 min from launch';
  next: PollVerdict['next'];
  pauses?: 'key' | 'sign-in';
  stops?: boolean;
};

const envelope = (status: number, headers?: Record<string, string>) => () =>
  deskResponse(status, ENVELOPE, headers);

const ROWS: readonly Row[] = [
  {
    name: '2xx running',
    response: () => deskResponse(200, runBody({ progress: 60 })),
    kind: null,
    slot: 'held',
    next: 'plan',
  },
  {
    name: '2xx unrecognised',
    response: () => deskResponse(200, runBody({ status: 'merging' })),
    kind: null,
    slot: 'held',
    next: 'plan',
  },
  {
    name: '2xx done',
    response: () => deskResponse(200, runBody({ status: 'done' })),
    state: 'done',
    kind: null,
    slot: 'free',
    next: 'end',
  },
  {
    name: '2xx error',
    response: () => deskResponse(200, runBody({ status: 'error' })),
    state: 'failed',
    kind: 'report-failed',
    slot: 'free',
    next: 'end',
  },
  ...['<html>', '', '[]', '{"status":"done"}'].map((body): Row => ({
    name: `2xx not understood: ${body}`,
    response: () => deskResponse(200, body),
    kind: 'answer-not-understood',
    slot: 'held',
    next: 5_000,
  })),
  {
    name: '400',
    response: envelope(400),
    kind: 'page-link-refused',
    slot: '30 min from launch',
    next: 'end',
    stops: true,
  },
  {
    name: '401 from the API',
    response: envelope(401),
    kind: 'key-refused',
    slot: '30 min from launch',
    next: 'end',
    pauses: 'key',
  },
  ...['desk-key-unknown', 'desk-key-missing'].map((code): Row => ({
    name: `401 ${code}`,
    response: () => deskResponse(401, errorBody(code)),
    kind: 'result-other-key',
    slot: '30 min from launch',
    next: 'end',
    pauses: 'key',
  })),
  {
    name: '401 desk-login-required',
    response: () => deskResponse(401, errorBody('desk-login-required')),
    kind: 'signed-out',
    slot: 'held',
    next: 'end',
    pauses: 'sign-in',
  },
  {
    name: '403',
    response: envelope(403),
    kind: 'run-key-mismatch',
    slot: '30 min from launch',
    next: 'end',
    stops: true,
  },
  { name: '404 younger, first', response: envelope(404), kind: 'result-missing', slot: 'held', next: 60_000 },
  {
    name: '429 desk-budget',
    response: () => deskResponse(429, errorBody('desk-budget'), { 'Retry-After': '7' }),
    kind: 'rate-limited',
    slot: 'held',
    next: 7_000,
  },
  { name: '429 from the API', response: envelope(429), kind: 'rate-limited', slot: 'held', next: 60_000 },
  {
    name: '429 from the API, shorter Retry-After',
    response: envelope(429, { 'Retry-After': '3' }),
    kind: 'rate-limited',
    slot: 'held',
    next: 60_000,
  },
  {
    name: '429 from the API, longer Retry-After',
    response: envelope(429, { 'Retry-After': '90' }),
    kind: 'rate-limited',
    slot: 'held',
    next: 90_000,
  },
  {
    name: '429 as HTML',
    response: () => deskResponse(429, '<html>'),
    kind: 'rate-limited',
    slot: 'held',
    next: 60_000,
  },
  ...[408, 425, 500, 501, 502, 503, 504, 599].map((status): Row => ({
    name: `${status}`,
    response: envelope(status),
    kind: 'update-delayed',
    slot: 'held',
    next: 5_000,
  })),
  { name: 'no answer', response: () => null, kind: 'connection-lost', slot: 'held', next: 5_000 },
  {
    name: 'another server',
    response: () => deskResponse(200, runBody({ status: 'done' }), { 'Desk-Request-Id': null }),
    kind: 'connection-lost',
    slot: 'held',
    next: 5_000,
  },
  ...[402, 405, 409, 410, 422, 451, 304].map((status): Row => ({
    name: `${status}`,
    response: envelope(status),
    kind: 'not-recognised',
    slot: '30 min from launch',
    next: 'end',
    stops: true,
  })),
];

describe.each(ROWS)('$name', ({ response, state = 'running', kind, slot, next, pauses, stops = false }) => {
  test(`the record is ${state}, its slot ${slot}`, async () => {
    const { after } = await poll(response());
    expect([after.state, after.failure?.kind ?? null]).toEqual([state, kind]);
    const end = NOW + 30 * MINUTE;
    expect([
      holdsSlot(after, AT, KEYS),
      holdsSlot(after, end - 1, KEYS),
      holdsSlot(after, end, KEYS),
    ]).toEqual(
      { held: [true, true, true], free: [false, false, false], '30 min from launch': [true, true, false] }[
        slot
      ],
    );
  });

  test('polling goes on as the table says', async () => {
    const { verdict, after } = await poll(response());
    expect(verdict.next).toBe(next);
    expect(verdict.pauses).toBe(pauses ?? null);
    expect(after.polling).toBe(stops ? 'stopped' : 'on');
    expect(after.failure?.retryAt ?? null).toBe(typeof next === 'number' ? AT + next : null);
  });

  test('what is shown of the run stays', async () => {
    const { after } = await poll(response());
    expect(after.progress).toBeGreaterThanOrEqual(50);
    expect(after.self).toBe(SELF);
  });
});

describe('404', () => {
  test('at 24 h the run reads expired, and nothing is written', async () => {
    const at = NOW + 24 * HOUR;
    const { verdict, after } = await poll(envelope(404)(), { at });
    expect(verdict).toEqual({ event: null, next: 'end', pauses: null });
    expect(after.state).toBe('running');
    expect(isExpired(after, at)).toBe(true);
    expect(holdsSlot(after, at, KEYS)).toBe(false);
  });

  test('a second one at least 60 s after the first loses the run and frees its slot', async () => {
    const { after: first } = await poll(envelope(404)());
    expect(first.missingSince).toBe(AT);
    const early = await poll(envelope(404)(), { from: first, at: AT + 20_000 });
    expect([early.after.state, early.verdict.next]).toEqual(['running', 40_000]);
    expect(early.after.missingSince).toBe(AT);
    const { verdict, after } = await poll(envelope(404)(), { from: early.after, at: AT + MINUTE });
    expect([after.state, after.failure?.kind, verdict.next]).toEqual(['lost', 'result-missing', 'end']);
    expect(holdsSlot(after, AT + MINUTE, KEYS)).toBe(false);
  });

  test('an outage between the two takes nothing back, a good answer does', async () => {
    const { after: first } = await poll(envelope(404)());
    const { after: outage } = await poll(null, { from: first, at: AT + 30_000 });
    expect((await poll(envelope(404)(), { from: outage, at: AT + 61_000 })).after.state).toBe('lost');
    const { after: good } = await poll(deskResponse(200, runBody()), { from: first, at: AT + 30_000 });
    expect((await poll(envelope(404)(), { from: good, at: AT + 61_000 })).after.state).toBe('running');
  });

  test('Check once more on a lost run may find it again, or not', async () => {
    const lost = record('lost');
    expect((await poll(envelope(404)(), { from: lost })).after.state).toBe('lost');
    const found = (await poll(deskResponse(200, runBody()), { from: lost })).after;
    expect([found.state, found.endedAt]).toEqual(['running', null]);
    expect((await poll(deskResponse(200, runBody({ status: 'done' })), { from: lost })).after.state).toBe(
      'done',
    );
  });
});

describe('waits in a row', () => {
  test('faults: 5, 10, 20 … 120 s, whatever kind of fault', async () => {
    let from = record('running');
    const waits: unknown[] = [];
    const answers = [null, deskResponse(503, ''), deskResponse(200, '<html>')];
    for (let count = 0; count < 8; count += 1) {
      const { verdict, after } = await poll(answers[count % 3]?.clone() ?? null, { from });
      waits.push(verdict.next);
      from = after;
    }
    expect(waits).toEqual([5, 10, 20, 40, 80, 120, 120, 120].map((seconds) => seconds * 1_000));
    const { after } = await poll(deskResponse(200, runBody()), { from });
    expect((await poll(null, { from: after })).verdict.next).toBe(5_000);
  });

  test('jitter takes off a quarter at most', async () => {
    expect((await poll(null, { chance: 0.999_999 })).verdict.next).toBeGreaterThanOrEqual(3_750);
    expect((await poll(null, { chance: 0.5 })).verdict.next).toBe(4_375);
  });

  test('the API’s limit: 60, 120, 240, 300 s; faults and the desk’s own budget do not count', async () => {
    let from = record('running', { failure: failureOf('update-delayed'), waits: 4, pollFailures: 4 });
    const waits: unknown[] = [];
    for (let count = 0; count < 5; count += 1) {
      const { verdict, after } = await poll(deskResponse(429, ENVELOPE), { from });
      waits.push(verdict.next);
      from = after;
    }
    expect(waits).toEqual([60, 120, 240, 300, 300].map((seconds) => seconds * 1_000));
    const { after } = await poll(deskResponse(429, errorBody('desk-budget'), { 'Retry-After': '2' }), {
      from,
    });
    expect((await poll(deskResponse(429, ENVELOPE), { from: after })).verdict.next).toBe(60_000);
  });
});

test('progress that falls, or is not said, is not shown', async () => {
  for (const progress of [10, 0, -5, null, '80', undefined]) {
    expect((await poll(deskResponse(200, runBody({ progress })))).after.progress).toBe(50);
  }
  expect((await poll(deskResponse(200, runBody({ progress: 62.9 })))).after.progress).toBe(62);
  expect((await poll(deskResponse(200, runBody({ progress: 100 })))).after.progress).toBe(99);
  expect((await poll(deskResponse(200, runBody({ progress: 1e9 })))).after.progress).toBe(99);
});

test('what a finished run says of its result is kept', async () => {
  const body = runBody({
    status: 'done',
    data: [{ id: 'a' }],
    total: 120,
    next: `${ORIGIN}${SELF}&starting_after=a`,
    cutoff: '2026-11-23T05:00:00Z',
  });
  expect((await poll(deskResponse(200, body))).after).toMatchObject({
    progress: 100,
    endedAt: AT,
    summary: { total: 120, firstPage: 1, more: true, cutoff: '2026-11-23T05:00:00Z' },
  });
  const { result: _result, ...bare } = runBody({ status: 'done' });
  expect((await poll(deskResponse(200, bare))).after).toMatchObject({ state: 'done', summary: null });
});

test('an answer that is under way does not undo a pause of the operator', async () => {
  const paused = transition(record('running'), { type: 'pause' });
  expect((await poll(deskResponse(200, runBody()), { from: paused })).after.polling).toBe('stopped');
});
