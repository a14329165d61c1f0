// Launches of other browsers, through everything real but the network: what the ledger lists becomes cards, and stays right.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { attemptKey } from '#src/records/attempt-key.ts';
import { createElsewhere } from '#src/runs/elsewhere.ts';
import type { Elsewhere } from '#src/runs/elsewhere.ts';
import type { RunRecord } from '#src/records/record.ts';
import { attempt, HOUR, launchRequest, MINUTE, NOW, record } from '../support/records.ts';
import { deskResponse, errorBody } from '../support/replies.ts';
import { settle, testDesk } from '../support/run-environment.ts';
import type { TestDesk, Upstream } from '../support/run-environment.ts';
import { runState, submission, THEIRS } from '../support/submissions.ts';

const OURS = '0a0a0a0a-1111-4222-8333-444444444444';
const MAILBOXES = '/api/v1/admin/mailboxes';

let desks: TestDesk[] = [];
beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
});
afterEach(() => {
  for (const desk of desks) desk.close();
  desks = [];
  vi.useRealTimers();
});

async function openBrowser(records: readonly RunRecord[] = [], upstream?: Upstream) {
  const desk = await testDesk(upstream === undefined ? {} : { upstream });
  desks.push(desk);
  for (const one of records) await desk.store.add(one);
  const elsewhere = createElsewhere(desk.environment);
  return { desk, elsewhere };
}

async function look(elsewhere: Elsewhere) {
  const looking = elsewhere.look();
  await settle();
  await looking;
}
const shown = async ({ store }: TestDesk) =>
  (await store.all()).map(({ id, origin, state }) => [id, origin, state]);

/** From when on the ledger was asked, each time. */
const sinceOf = ({ lists }: TestDesk) =>
  lists.map((target) => Date.parse(new URL(target, 'http://d').searchParams.get('since') ?? ''));

describe('a look at the ledger', () => {
  test('makes a card of what this browser has no record of', async () => {
    const { desk, elsewhere } = await openBrowser();
    desk.list([submission()]);
    await look(elsewhere);
    expect(await shown(desk)).toEqual([[THEIRS, 'elsewhere', 'running']]);
    await look(elsewhere);
    expect(await shown(desk)).toHaveLength(1);
  });

  test.each<[string, RunRecord]>([
    ['its first attempt', record('running', { id: OURS })],
    [
      'its second attempt',
      record('running', { id: OURS, attempts: [attempt(OURS), attempt(attemptKey(OURS, 1))] }),
    ],
    [
      'an attempt of a version with random keys',
      record('running', { id: OURS, attempts: [attempt(OURS), attempt(THEIRS)] }),
    ],
    ['a first attempt whose writing was lost', record('queued', { id: OURS })],
    ['a second attempt whose writing was lost', record('queued', { id: OURS, attempts: [attempt(OURS)] })],
    ['a launch that was removed', record('done', { id: OURS })],
  ])('takes nothing of this browser for another’s: %s', async (name, own) => {
    const { desk, elsewhere } = await openBrowser([own]);
    if (name.includes('removed')) await desk.store.remove([OURS]);
    const keys = [OURS, ...own.attempts.map(({ key }) => key), attemptKey(OURS, own.attempts.length)];
    desk.list(keys.map((id) => submission({ id })));
    await look(elsewhere);
    expect((await desk.store.all()).filter(({ origin }) => origin === 'elsewhere')).toEqual([]);
  });

  test('does not bring back a card that was removed here', async () => {
    const { desk, elsewhere } = await openBrowser();
    desk.list([submission({ run: runState('done') })]);
    await look(elsewhere);
    await desk.store.remove([THEIRS]);
    await look(elsewhere);
    expect(await shown(desk)).toEqual([]);
    await desk.store.restore([THEIRS]);
    expect(await shown(desk)).toEqual([[THEIRS, 'elsewhere', 'done']]);
  });

  test('follows a launch that was on its way, until it is settled', async () => {
    const { desk, elsewhere } = await openBrowser();
    const { answer: _answer, self: _self, run: _run, ...bare } = submission({ state: 'forwarding' });
    desk.list([bare]);
    await look(elsewhere);
    expect(await shown(desk)).toEqual([[THEIRS, 'elsewhere', 'sending']]);
    desk.list([submission()]);
    await look(elsewhere);
    expect(await shown(desk)).toEqual([[THEIRS, 'elsewhere', 'running']]);
  });

  test.each([
    ['refused', { state: 'refused', answer: { status: 403, body: JSON.stringify(errorBody('403')) } }],
    ['void', { state: 'void' }],
  ] as const)('takes a card away that turns out to have started nothing: %s', async (_name, changes) => {
    const { desk, elsewhere } = await openBrowser();
    desk.list([submission({ state: 'forwarding' })]);
    await look(elsewhere);
    desk.list([submission(changes)]);
    await look(elsewhere);
    expect(await shown(desk)).toEqual([]);
  });

  test('takes a card away that was on its way and is in no list any more', async () => {
    const { desk, elsewhere } = await openBrowser();
    desk.list([submission({ state: 'forwarding' })]);
    await look(elsewhere);
    desk.list([]);
    await vi.advanceTimersByTimeAsync(2 * MINUTE);
    await look(elsewhere);
    expect(await shown(desk)).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(2 * MINUTE);
    await look(elsewhere);
    expect(await shown(desk)).toEqual([]);
  });

  test('changes nothing of a card that is running: polls know better', async () => {
    const { desk, elsewhere } = await openBrowser();
    desk.list([submission()]);
    await look(elsewhere);
    const before = await desk.store.all();
    desk.list([submission({ state: 'unknown' })]);
    await look(elsewhere);
    expect(await desk.store.all()).toEqual(before);
  });

  test.each<[string, () => Response]>([
    ['an error', () => deskResponse(500, errorBody('500'))],
    ['no list', () => deskResponse(200, { other: 1 })],
    ['no JSON', () => deskResponse(200, '<p>Hello</p>')],
  ])('makes nothing of %s, and reads the same again', async (_name, bad) => {
    const { desk, elsewhere } = await openBrowser();
    desk.list([submission()]);
    desk.answerList(bad);
    await look(elsewhere);
    expect(await shown(desk)).toEqual([]);
    desk.answerList(null);
    await look(elsewhere);
    expect(await shown(desk)).toHaveLength(1);
    const [first = 0, again = 0] = sinceOf(desk);
    expect(Math.abs(first - again)).toBeLessThan(10);
  });

  test('loses one entry that cannot be read, not the others', async () => {
    const { desk, elsewhere } = await openBrowser();
    desk.list([{ id: 'broken' }, null, submission()]);
    await look(elsewhere);
    expect(await shown(desk)).toHaveLength(1);
  });

  test('asks nothing while signed out', async () => {
    const { desk, elsewhere } = await openBrowser();
    desk.environment.status.setSignedOut(true);
    await look(elsewhere);
    expect(desk.lists).toEqual([]);
  });

  test('is one request, however many ask for it at once', async () => {
    const { desk, elsewhere } = await openBrowser();
    const looks = [elsewhere.look(), elsewhere.look(), elsewhere.look()];
    await settle();
    await Promise.all(looks);
    expect(desk.lists).toHaveLength(1);
  });

  test('begins 24 hours back, then where the last whole one was, less what may still change', async () => {
    const { desk, elsewhere } = await openBrowser();
    await look(elsewhere);
    await vi.advanceTimersByTimeAsync(HOUR);
    const second = Date.now();
    await look(elsewhere);
    await vi.advanceTimersByTimeAsync(MINUTE);
    await look(elsewhere);
    const [first = 0, afterOne = 0, afterTwo = 0] = sinceOf(desk);
    expect(Math.abs(first - (NOW - 24 * HOUR))).toBeLessThan(10);
    expect(Math.abs(afterOne - (NOW - 3 * MINUTE))).toBeLessThan(10);
    expect(Math.abs(afterTwo - (second - 3 * MINUTE))).toBeLessThan(10);
  });
});

describe('the name on a card', () => {
  const list = { mailboxes: [{ mailboxId: 'mb_1', mailboxName: 'Sales', timeZone: 'Europe/Berlin' }] };

  test('comes with the mailbox list, which is asked for once', async () => {
    const { desk, elsewhere } = await openBrowser([], ({ target }) =>
      target === MAILBOXES ? deskResponse(200, list) : undefined,
    );
    desk.list([submission(), submission({ id: OURS })]);
    await look(elsewhere);
    await settle();
    await look(elsewhere);
    const named = (await desk.store.all()).map(({ mailbox }) => mailbox);
    expect(named).toEqual([
      { name: 'Sales', timeZone: 'Europe/Berlin' },
      { name: 'Sales', timeZone: 'Europe/Berlin' },
    ]);
    expect(desk.sent('GET', MAILBOXES)).toHaveLength(1);
  });

  test('is the mailbox’s id as long as the list cannot be read or does not have it', async () => {
    const { desk, elsewhere } = await openBrowser([], ({ target }) =>
      target === MAILBOXES ? deskResponse(200, { mailboxes: [] }) : undefined,
    );
    desk.list([submission()]);
    await look(elsewhere);
    await settle();
    expect((await desk.store.get(THEIRS))?.mailbox.name).toBe(launchRequest().parameters.mailboxId);
  });

  test('is not asked for with a key that is not loaded', async () => {
    const { desk, elsewhere } = await openBrowser();
    desk.list([submission({ keyId: 'key of another desk' })]);
    await look(elsewhere);
    await settle();
    expect(await desk.store.get(THEIRS)).toMatchObject({ keyId: 'key of another desk', state: 'running' });
    expect(desk.calls).toEqual([]);
  });
});

describe('a run that is looked for by its record', () => {
  const ledger =
    (entries: Readonly<Record<string, unknown>>): Upstream =>
    ({ target }) => {
      const entry = entries[target.replace('/desk/submissions/', '')];
      return entry === undefined ? undefined : deskResponse(200, entry);
    };

  async function find(elsewhere: Elsewhere, id: string) {
    const finding = elsewhere.find(id);
    await settle();
    return finding;
  }
  const refused = (id: string) =>
    submission({ id, state: 'refused', answer: { status: 429, body: JSON.stringify(errorBody('429')) } });

  test('is found under its own id, and has a card from then on', async () => {
    const { desk, elsewhere } = await openBrowser([], ledger({ [THEIRS]: submission() }));
    expect(await find(elsewhere, THEIRS)).toBe(THEIRS);
    expect(await shown(desk)).toEqual([[THEIRS, 'elsewhere', 'running']]);
    expect(await find(elsewhere, THEIRS)).toBe(THEIRS);
    expect(desk.calls.filter(({ target }) => target.startsWith('/desk'))).toHaveLength(1);
  });

  test('is found where its first attempt was refused and the second one started it', async () => {
    const second = attemptKey(THEIRS, 1);
    const { elsewhere } = await openBrowser(
      [],
      ledger({ [THEIRS]: refused(THEIRS), [second]: submission({ id: second }) }),
    );
    expect(await find(elsewhere, THEIRS)).toBe(second);
  });

  test('is found where its first attempt never got as far as the ledger', async () => {
    const second = attemptKey(THEIRS, 1);
    const { elsewhere } = await openBrowser([], ledger({ [second]: submission({ id: second }) }));
    expect(await find(elsewhere, THEIRS)).toBe(second);
  });

  test('is not there where the ledger knows none of its attempts, and after a few questions', async () => {
    const { desk, elsewhere } = await openBrowser();
    expect(await find(elsewhere, THEIRS)).toBeNull();
    expect(desk.calls.length).toBeLessThanOrEqual(5);
    expect(await shown(desk)).toEqual([]);
  });

  test('is not there where the gateway does not answer, and is not asked about further', async () => {
    const { desk, elsewhere } = await openBrowser([], () => Promise.reject(new TypeError('Failed to fetch')));
    expect(await find(elsewhere, THEIRS)).toBeNull();
    expect(desk.calls).toHaveLength(1);
  });

  test('that was removed here is not shown again by its address', async () => {
    const { desk, elsewhere } = await openBrowser(
      [record('done', { id: THEIRS })],
      ledger({ [THEIRS]: submission() }),
    );
    await desk.store.remove([THEIRS]);
    expect(await find(elsewhere, THEIRS)).toBeNull();
    expect(await shown(desk)).toEqual([]);
  });
});
