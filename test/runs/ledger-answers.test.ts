// @vitest-environment node
// Table 2 of protocol.md, row by row.
import { describe, expect, test } from 'vitest';
import type { Submission } from '#src/contract/desk.ts';
import { ledgerVerdict } from '#src/runs/ledger-answers.ts';
import type { LedgerContext, LedgerVerdict } from '#src/runs/ledger-answers.ts';
import type { RunRecord, RunState } from '#src/records/record.ts';
import { transition } from '#src/records/transition.ts';
import { attempt, LEDGER, MINUTE, NOW, record } from '../support/records.ts';
import { asReply, deskResponse, errorBody, ORIGIN, runBody, SELF } from '../support/replies.ts';

const SENDING = record('sending', { attempts: [attempt('record-1', NOW)] });

function contextOf(changes: Partial<LedgerContext> & { at?: number } = {}): LedgerContext {
  const { at = NOW, ...more } = changes;
  return {
    request: { method: 'POST', target: SENDING.target, at },
    upstreamOrigin: ORIGIN,
    slotsHeld: 0,
    endObservable: false,
    waited: SENDING,
    anyKey: true,
    record: SENDING,
    ledgerId: null,
    askedSince: NOW,
    ...more,
  };
}

function entry(state: Submission['state'], more: Partial<Submission> = {}): Submission {
  const request = { path: '/api/v1/reports/mailboxPerformance', query: '?max=500', body: '{}' };
  const times = { createdAt: new Date(NOW).toISOString(), settledAt: null };
  return { id: 'record-1', keyId: 'k', request, state, times, ...more };
}

const answered = (status: number, body: unknown) => ({ answer: { status, body: JSON.stringify(body) } });

async function ask(
  response: Response | null,
  changes: Parameters<typeof contextOf>[0] = {},
): Promise<LedgerVerdict> {
  return ledgerVerdict(response === null ? null : await asReply(response, NOW), contextOf(changes));
}

async function after(
  response: Response | null,
  changes: Parameters<typeof contextOf>[0] = {},
): Promise<RunRecord> {
  const verdict = await ask(response, changes);
  if (verdict.step !== 'take') throw new Error(`The table says ${verdict.step}`);
  return transition(changes.record ?? SENDING, verdict.event);
}

describe('accepted or refused with an answer: as the row of table 1 for that answer', () => {
  test.each<[string, Submission, RunState, string | null]>([
    ['row 9', entry('accepted', { ...answered(202, runBody()), self: SELF }), 'running', null],
    [
      'row 10',
      entry('accepted', { ...answered(200, runBody({ status: 'done' })), self: SELF }),
      'done',
      null,
    ],
    ['row 11', entry('accepted', answered(200, runBody({ status: 'error' }))), 'failed', 'report-failed'],
    ['row 12', entry('accepted', answered(200, runBody({ self: null }))), 'unknown', 'started-without-link'],
    [
      'row 12, HTML',
      entry('accepted', { answer: { status: 200, body: '<html>' } }),
      'unknown',
      'started-without-link',
    ],
    ['row 6', entry('refused', answered(503, errorBody('upstream-unreachable'))), 'queued', 'not-sent'],
    ['row 8', entry('refused', answered(500, errorBody('desk-failed'))), 'refused', 'desk-refused'],
    [
      'row 15',
      entry('accepted', answered(503, errorBody('upstream-unreachable'))),
      'unknown',
      'outcome-unknown',
    ],
    ['row 18', entry('refused', answered(429, errorBody('429'))), 'queued', 'limit-undecided'],
    ['row 20', entry('refused', answered(401, errorBody('401'))), 'refused', 'key-refused'],
    ['row 21', entry('refused', answered(403, errorBody('403'))), 'refused', 'scope-missing'],
    ['row 22', entry('refused', answered(404, errorBody('404'))), 'refused', 'mailbox-out-of-reach'],
    ['row 23', entry('refused', answered(400, errorBody('400'))), 'refused', 'settings-refused'],
    ['row 24', entry('refused', { answer: { status: 451, body: '' } }), 'refused', 'not-recognised'],
  ])('%s', async (_name, submission, state, kind) => {
    const result = await after(deskResponse(200, submission));
    expect([result.state, result.failure?.kind ?? null]).toEqual([state, kind]);
  });

  test('with no answer any more: what is left of it decides', async () => {
    const linked = await after(deskResponse(200, entry('accepted', { self: ORIGIN + SELF })));
    expect([linked.state, linked.self]).toEqual(['running', SELF]);
    expect((await after(deskResponse(200, entry('accepted')))).failure?.kind).toBe('started-without-link');
    const refused = await after(deskResponse(200, entry('refused')));
    expect([refused.state, refused.failure?.kind]).toEqual(['refused', 'not-recognised']);
  });

  test('a 409 to the DELETE brings the entry, which is read the same way', async () => {
    expect((await after(deskResponse(409, entry('accepted', answered(202, runBody()))))).state).toBe(
      'running',
    );
  });
});

describe('what polls have shown since wins over the older answer', () => {
  const running = { ...answered(202, runBody()), self: SELF };
  const run = (status: 'running' | 'done' | 'error') => ({ run: { status, progress: 70, endedAt: null } });

  test.each([
    ['done', 'done', null],
    ['error', 'failed', 'report-failed'],
    ['running', 'running', null],
  ] as const)('%s', async (status, state, kind) => {
    const result = await after(deskResponse(200, entry('accepted', { ...running, ...run(status) })));
    expect([result.state, result.failure?.kind ?? null, result.self]).toEqual([state, kind, SELF]);
  });

  test('the end is when the gateway saw it, and never later than now', async () => {
    const endedAt = async (time: string | null) => {
      const seen = { run: { status: 'done' as const, progress: 100, endedAt: time } };
      return (
        await after(deskResponse(200, entry('accepted', { ...running, ...seen })), { at: NOW + MINUTE })
      ).endedAt;
    };
    expect(await endedAt(new Date(NOW + 1_000).toISOString())).toBe(NOW + 1_000);
    expect(await endedAt(new Date(NOW + 2 * MINUTE).toISOString())).toBe(NOW + MINUTE);
    expect(await endedAt(null)).toBe(NOW + MINUTE);
    expect(await endedAt('some day')).toBe(NOW + MINUTE);
  });

  test('the percent counts where the answer is not kept any more', async () => {
    const result = await after(deskResponse(200, entry('accepted', { self: SELF, ...run('running') })));
    expect([result.state, result.progress]).toEqual(['running', 70]);
  });

  test.each(['done', 'error'] as const)('%s without a link is told by the answer', async (status) => {
    const told = entry('accepted', { ...answered(200, runBody({ self: null })), ...run(status) });
    expect((await after(deskResponse(200, told))).failure?.kind).toBe('started-without-link');
  });
});

describe('forwarding', () => {
  test.each([0, 2_000, 99_999])('%d ms after the send it is asked again after 2 s', async (ms) => {
    expect(await ask(deskResponse(200, entry('forwarding')), { at: NOW + ms })).toEqual({
      step: 'again',
      waitMs: 2_000,
    });
  });

  test('counts from the send, however long ago it was pressed', async () => {
    const late = record('sending', { attempts: [attempt('record-1', NOW + MINUTE)] });
    expect(
      await ask(deskResponse(200, entry('forwarding')), { record: late, at: NOW + MINUTE + 99_999 }),
    ).toMatchObject({ step: 'again' });
  });

  test('100 s after the send the outcome is unknown', async () => {
    const result = await after(deskResponse(200, entry('forwarding')), { at: NOW + 100_000 });
    expect([result.state, result.failure?.kind]).toEqual(['unknown', 'outcome-unknown']);
  });
});

test('unknown stays unknown, and the evidence is what came back to the launch, not what the ledger said', async () => {
  const evidence = async (stored: object) => {
    const { state, failure } = await after(deskResponse(200, entry('unknown', stored)));
    return [state, failure?.kind, failure?.status, failure?.code];
  };
  expect(await evidence(answered(503, errorBody('busy')))).toEqual([
    'unknown',
    'outcome-unknown',
    503,
    'busy',
  ]);
  expect(await evidence({})).toEqual(['unknown', 'outcome-unknown', null, null]);
});

describe('void is proof that nothing started', () => {
  test.each([
    ['pressed just now', 0, 'queued'],
    ['pressed 9:59 min ago', 10 * MINUTE - 1, 'queued'],
    ['pressed 10 min ago', 10 * MINUTE, 'refused'],
  ] as const)('%s: %s ms later %s', async (_name, ms, state) => {
    for (const status of [200, 201, 409]) {
      const result = await after(deskResponse(status, entry('void')), { at: NOW + ms });
      expect([result.state, result.failure?.kind]).toEqual([state, 'not-sent']);
    }
  });

  test('leaves its place in the queue as it is', async () => {
    expect((await after(deskResponse(200, entry('void')))).position).toBe(SENDING.position);
  });

  test('once is chance, and goes on at once; each further time in a row waits longer', async () => {
    const waits: (number | null)[] = [];
    let launch = SENDING;
    for (let time = 0; time < 4; time += 1) {
      launch = await after(deskResponse(200, entry('void')), { record: launch });
      waits.push(launch.notBefore === null ? null : launch.notBefore - NOW);
      launch = transition(launch, { type: 'send', attempt: attempt(`record-${String(time + 2)}`, NOW) });
    }
    expect(waits).toEqual([null, 5_000, 10_000, 20_000]);
  });

  test('also for a launch of which nobody could say whether it started', async () => {
    const doubt = record('unknown');
    expect((await after(deskResponse(201, entry('void')), { record: doubt })).state).toBe('queued');
  });
});

describe('404', () => {
  const notFound = () => deskResponse(404, errorBody('submission-unknown'));

  test('in the same ledger: the key is made void first', async () => {
    expect(await ask(notFound(), { ledgerId: LEDGER })).toEqual({ step: 'void' });
  });

  test('in another ledger: unknown', async () => {
    expect((await after(notFound(), { ledgerId: 'ledger-2' })).failure?.kind).toBe('outcome-unknown');
  });

  test('where the ledger could not be asked which it is: asked again', async () => {
    expect(await ask(notFound())).toEqual({ step: 'again', waitMs: 2_000 });
  });
});

describe('no gateway', () => {
  const silences: [string, () => Response | null][] = [
    ['no answer', () => null],
    ['another server', () => deskResponse(200, entry('accepted'), { 'Desk-Request-Id': null })],
    ['another server’s 404', () => deskResponse(404, '', { 'Desk-Request-Id': null })],
    ['not signed in', () => deskResponse(401, errorBody('desk-login-required'))],
    ['an entry that cannot be read', () => deskResponse(200, { state: 'new' })],
    ['a failing gateway', () => deskResponse(500, errorBody('desk-failed'))],
  ];

  test.each(silences)('%s: asked again until 60 s have passed, then unknown', async (_name, response) => {
    expect(await ask(response(), { at: NOW + 59_999 })).toEqual({ step: 'again', waitMs: 2_000 });
    const result = await after(response(), { at: NOW + 60_000 });
    expect([result.state, result.failure?.kind]).toEqual(['unknown', 'outcome-unknown']);
  });
});
