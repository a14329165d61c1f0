// @vitest-environment node
import { describe, expect, test } from 'vitest';
import type { Submission } from '#src/contract/desk.ts';
import { adopt, newsOf } from '#src/runs/adopt.ts';
import type { AdoptContext } from '#src/runs/adopt.ts';
import { holdsSlot } from '#src/records/derived.ts';
import { fingerprintOf } from '#src/records/fingerprint.ts';
import { nextToSend } from '#src/runs/queue.ts';
import type { RunRecord, RunState } from '#src/records/record.ts';
import { isAllowed, transition } from '#src/records/transition.ts';
import {
  attempt,
  failureOf,
  HOUR,
  KEY,
  launchRequest,
  LEDGER,
  MINUTE,
  NOW,
  record,
} from '../support/records.ts';
import { asReply, deskResponse, errorBody, ORIGIN, runBody, SELF } from '../support/replies.ts';
import { runState, submission, THEIRS } from '../support/submissions.ts';

const carrier = await asReply(deskResponse(200, {}));
const context = (changes: Partial<AdoptContext> = {}): AdoptContext => ({
  now: NOW + MINUTE,
  ledgerId: LEDGER,
  upstreamOrigin: ORIGIN,
  keyLabel: 'Full access',
  mailboxOf: () => ({ name: 'Sales', timeZone: 'America/Toronto' }),
  ...changes,
});
const card = (changes: Partial<Submission> = {}, now = NOW + MINUTE) =>
  adopt(submission(changes), carrier, context({ now }));
const answer = (body: unknown, status = 202) => ({ status, body: JSON.stringify(body) });
const at = (ms: number) => ({ createdAt: new Date(NOW - ms).toISOString(), settledAt: null });

/** An entry that has lost some of its fields. */
function without(entry: Submission, ...fields: (keyof Submission)[]): Submission {
  return Object.fromEntries(
    Object.entries(entry).filter(([field]) => !fields.some((gone) => gone === field)),
  ) as Submission;
}

describe('a launch of another browser becomes a card', () => {
  test.each<[string, Submission, RunState]>([
    ['accepted, seen running', submission(), 'running'],
    ['accepted, seen done', submission({ run: runState('done') }), 'done'],
    ['accepted, seen to fail', submission({ run: runState('error') }), 'failed'],
    ['accepted, in a status that is not known', submission({ run: runState('unrecognised') }), 'running'],
    ['accepted, never polled', without(submission(), 'run'), 'running'],
    [
      'accepted and done at once',
      without(submission({ answer: answer(runBody({ status: 'done' })) }), 'run'),
      'done',
    ],
    ['accepted, its answer not kept', without(submission(), 'answer'), 'running'],
    ['accepted without a link', without(submission({ answer: answer({}) }), 'self', 'run'), 'unknown'],
    ['accepted, nothing else known', without(submission(), 'self', 'run', 'answer'), 'unknown'],
    ['of unknown outcome', submission({ state: 'unknown' }), 'unknown'],
    [
      'on its way',
      without(submission({ state: 'forwarding', times: at(0) }), 'self', 'run', 'answer'),
      'sending',
    ],
    ['on its way for too long', submission({ state: 'forwarding', times: at(2 * MINUTE) }), 'unknown'],
  ])('%s', (_name, entry, state) => {
    const made = adopt(entry, carrier, context());
    expect(made).toMatchObject({ id: THEIRS, origin: 'elsewhere', state });
  });

  test('with everything that the launch says, as it was sent', () => {
    const sent = {
      path: '/api/v1/reports/mailboxUserPerformance',
      query: '?fieldGroup=closeData&includeDetails=true&max=500',
      body: '{ "parameters" : {"mailboxId":"mb_7","later":1} }',
    };
    const made = card({ request: sent });
    const request = {
      report: 'mailboxUserPerformance',
      options: { fieldGroup: 'closeData', includeDetails: true },
      parameters: { mailboxId: 'mb_7', later: 1 },
    };
    expect(made).toMatchObject({
      request,
      target: '/api/v1/reports/mailboxUserPerformance?fieldGroup=closeData&includeDetails=true&max=500',
      body: sent.body,
      keyId: KEY,
      keyLabel: 'Full access',
      mailbox: { name: 'Sales', timeZone: 'America/Toronto' },
      pressedAt: NOW,
      position: NOW,
      attempts: [{ key: THEIRS, ledgerId: LEDGER, sentAt: NOW }],
      self: SELF,
    });
    expect(made?.fingerprint).toBe(fingerprintOf(made?.request ?? launchRequest()));
  });

  test('whose end is when the gateway saw it, never later than now', () => {
    expect(card({ run: runState('done', NOW + 20_000) })?.endedAt).toBe(NOW + 20_000);
    expect(card({ run: runState('done', NOW + HOUR) })?.endedAt).toBe(NOW + MINUTE);
    expect(card({ run: runState('done') })?.endedAt).toBe(NOW + MINUTE);
  });

  test('whose link leads to the API only', () => {
    const { answer: _answer, ...entry } = submission({
      self: 'https://elsewhere.test/api/v1/reports/results/rr_1',
    });
    expect(adopt(entry, carrier, context())).toMatchObject({ state: 'unknown', self: null });
  });
});

describe('no card is made for', () => {
  test.each<[string, Submission]>([
    [
      'a launch that the API refused',
      submission({ state: 'refused', answer: answer(errorBody('403'), 403) }),
    ],
    ['a launch that hit a limit', submission({ state: 'refused', answer: answer(errorBody('429'), 429) })],
    [
      'a launch that could not be sent',
      submission({ state: 'refused', answer: answer(errorBody('x'), 503) }),
    ],
    [
      'a refusal whose answer is not kept',
      without(submission({ state: 'refused' }), 'answer', 'self', 'run'),
    ],
    ['a key that was made void', submission({ state: 'void' })],
    ['a launch of 24 hours ago', submission({ times: at(24 * HOUR - MINUTE) })],
    ['a launch without a time', submission({ times: { createdAt: 'yesterday', settledAt: null } })],
    ['a launch without a key', submission({ keyId: null })],
    ['a launch that is not kept any more', submission({ request: null })],
    [
      'a body that cannot be read',
      submission({
        request: { path: '/api/v1/reports/mailboxPerformance', query: '?max=500', body: 'mailbox=1' },
      }),
    ],
    [
      'a report that this version does not know',
      submission({
        request: { path: '/api/v1/reports/payroll', query: '', body: '{"parameters":{"mailboxId":"m"}}' },
      }),
    ],
  ])('%s', (_name, entry) => {
    expect(adopt(entry, carrier, context())).toBeNull();
  });

  test('a launch from 24 hours ago on; a little younger has one', () => {
    const { times } = submission({ times: at(24 * HOUR - 1) });
    expect(card({ times }, NOW)).not.toBeNull();
    expect(card({ times }, NOW + 1)).toBeNull();
  });
});

describe('news of a card', () => {
  const sending: RunRecord = {
    ...record('sending', { id: THEIRS }),
    origin: 'elsewhere',
  };
  const news = (changes: Partial<Submission>, now = NOW + MINUTE) =>
    newsOf(submission(changes), carrier, sending, context({ now }));

  test.each([
    ['wait', { state: 'forwarding' }],
    ['nothing-started', { state: 'void' }],
    ['nothing-started', { state: 'refused', answer: answer(errorBody('400'), 400) }],
  ] as const)('%s, for an entry that is %o', (expected, changes) => {
    expect(news(changes)).toBe(expected);
  });

  test.each([
    ['progress', {}],
    ['done', { run: runState('done') }],
    ['fail', { run: runState('error') }],
    ['doubt', { state: 'unknown' }],
  ] as const)('an event (%s)', (type, changes) => {
    expect(news(changes)).toMatchObject({ type });
  });
});

describe('another browser’s launch', () => {
  const theirs = (state: RunState, changes: Partial<RunRecord> = {}): RunRecord => ({
    ...record(state, { id: THEIRS, ...changes }),
    origin: 'elsewhere',
  });
  const situation = {
    now: NOW,
    keys: new Set([KEY]),
    pausedKeys: new Set<string>(),
    signedOut: false,
    slots: 3,
    startedAt: NOW,
    notBefore: 0,
  };

  test('is never sent from here, whatever happens to it', () => {
    const requeue = {
      type: 'requeue',
      at: NOW,
      notBefore: null,
      first: true,
      failure: failureOf('not-sent'),
    } as const;
    for (const state of ['sending', 'unknown'] as const) {
      expect(isAllowed(theirs(state), 'requeue')).toBe(false);
      const same = theirs(state);
      expect(transition(same, requeue)).toBe(same);
    }
    const queued = theirs('queued');
    expect(transition(queued, { type: 'send', attempt: attempt('mine') })).toBe(queued);
  });

  test('does not keep launches of this browser waiting while it is on its way', () => {
    const mine = record('queued', { id: 'mine' });
    expect(nextToSend([theirs('sending'), mine], situation)?.id).toBe('mine');
    expect(nextToSend([record('sending', { id: 'ours' }), mine], situation)).toBeNull();
  });

  test('holds a slot from its sending on: by polls to its end, else for 30 minutes', () => {
    const keys = new Set([KEY]);
    expect(holdsSlot(theirs('sending'), NOW + 30 * MINUTE - 1, keys)).toBe(true);
    expect(holdsSlot(theirs('sending'), NOW + 30 * MINUTE, keys)).toBe(false);
    expect(holdsSlot(theirs('unknown'), NOW + 30 * MINUTE - 1, keys)).toBe(true);
    expect(holdsSlot(theirs('running'), NOW + 2 * HOUR, keys)).toBe(true);
    expect(holdsSlot(theirs('running'), NOW + 30 * MINUTE, new Set())).toBe(false);
    expect(holdsSlot(theirs('done'), NOW, keys)).toBe(false);
    const three = ['a', 'b', 'c'].map((id) => theirs('running', { id }));
    expect(nextToSend([...three, record('queued', { id: 'mine' })], situation)).toBeNull();
  });
});
