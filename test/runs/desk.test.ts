// The desk's verbs, through everything real but the network.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createDesk } from '#src/runs/desk.ts';
import type { Desk } from '#src/runs/desk.ts';
import { createLocalLock } from '#src/runs/launch-lock.ts';
import { createMemoryStore } from '#src/records/memory-store.ts';
import type { RunRecord } from '#src/records/record.ts';
import { attempt, HOUR, KEY, launchRequest, LEDGER, MINUTE, NOW, record } from '../support/records.ts';
import { deskResponse, errorBody, runBody, SELF } from '../support/replies.ts';
import { heldResponse, settle, testDesk } from '../support/run-environment.ts';
import type { TestDesk, TestOptions, Upstream } from '../support/run-environment.ts';

let open: { desk: Desk; given: TestDesk }[] = [];

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
});
afterEach(() => {
  for (const { desk, given } of open) {
    desk.stop();
    given.close();
  }
  open = [];
  vi.useRealTimers();
});

async function openDesk(options: TestOptions = {}, records: readonly RunRecord[] = []) {
  const given = await testDesk(options);
  for (const one of records) await given.store.add(one);
  const desk = createDesk(given.environment);
  open.push({ desk, given });
  const started = desk.start();
  await settle();
  await started;
  return { desk, given };
}

const CHOICE = {
  keyId: KEY,
  keyLabel: 'Full access',
  mailbox: { name: 'Sales', timeZone: 'America/Toronto' },
};
const accepts: Upstream = ({ method }) =>
  deskResponse(method === 'POST' ? 202 : 200, runBody({ progress: 0 }));
const entry = (key: string, state: string, more: Record<string, unknown> = {}) => ({
  id: key,
  keyId: KEY,
  request: null,
  state,
  times: { createdAt: '', settledAt: null },
  ...more,
});
const stateOf = async (given: TestDesk, id = 'record-1') => (await given.store.get(id))?.state;

describe('launch', () => {
  test('writes the record, sends it, and follows the run to its end', async () => {
    const { desk, given } = await openDesk({ upstream: accepts });
    const made = await desk.launch(launchRequest(), CHOICE);
    expect(made).toMatchObject({ state: 'queued', keyId: KEY, rerunOf: null });
    await settle();
    expect(await stateOf(given, made.id)).toBe('running');
    given.setUpstream(() => deskResponse(200, runBody({ status: 'done', data: [{ id: 'a' }], total: 1 })));
    await vi.advanceTimersByTimeAsync(30_000);
    expect(await given.store.get(made.id)).toMatchObject({ state: 'done', summary: { total: 1 } });
    expect(given.sent('POST', '/')).toHaveLength(1);
  });
});

describe('Run again', () => {
  test('is a new record with the bytes that were sent then', async () => {
    const { desk, given } = await openDesk({ upstream: accepts });
    const before = record('done', {
      target: '/api/v1/reports/mailboxPerformance?old=1',
      body: '{"old":true}',
    });
    const again = await desk.runAgain(before);
    await settle();
    expect(again).toMatchObject({ rerunOf: 'record-1', keyId: KEY, attempts: [] });
    expect(again.id).not.toBe('record-1');
    expect(given.sent('POST', '/')).toMatchObject([{ target: before.target, body: before.body }]);
  });

  test('may use another key', async () => {
    const { desk } = await openDesk();
    expect(await desk.runAgain(record('done'), { id: 'key-2', label: 'Other' })).toMatchObject({
      keyId: 'key-2',
      keyLabel: 'Other',
    });
  });
});

describe('Check now', () => {
  test('takes up polling that had stopped', async () => {
    const { desk, given } = await openDesk({ upstream: accepts }, [
      record('running', { polling: 'stopped' }),
    ]);
    await vi.advanceTimersByTimeAsync(MINUTE);
    expect(given.calls).toHaveLength(0);
    const checked = desk.checkNow('record-1');
    await settle();
    await checked;
    expect(given.calls[0]).toMatchObject({ target: SELF, headers: { 'cache-control': 'max-age=0' } });
    await vi.advanceTimersByTimeAsync(30_000);
    expect(given.calls.length).toBeGreaterThan(1);
    expect((await given.store.get('record-1'))?.polling).toBe('on');
  });

  test('brings a lost run back, which is followed to its end', async () => {
    const { desk, given } = await openDesk({ upstream: accepts }, [record('lost')]);
    const checked = desk.checkNow('record-1');
    await settle();
    await checked;
    expect(await stateOf(given)).toBe('running');
    given.setUpstream(() => deskResponse(200, runBody({ status: 'done' })));
    await vi.advanceTimersByTimeAsync(30_000);
    expect(await stateOf(given)).toBe('done');
  });

  test('leaves a lost run lost where it is still missing', async () => {
    const { desk, given } = await openDesk({ upstream: () => deskResponse(404, errorBody('404')) }, [
      record('lost'),
    ]);
    const checked = desk.checkNow('record-1');
    await settle();
    await checked;
    await vi.advanceTimersByTimeAsync(5 * MINUTE);
    expect(await stateOf(given)).toBe('lost');
    expect(given.calls).toHaveLength(1);
  });
});

test('Slower updates leave a minute between polls, and still see the end', async () => {
  const { desk, given } = await openDesk({ upstream: accepts }, [record('running')]);
  await desk.slowUpdates('record-1');
  await vi.advanceTimersByTimeAsync(10 * MINUTE);
  const gaps = given.calls.map(({ at }, index) => at - (given.calls[index - 1]?.at ?? at));
  expect(gaps.length).toBeGreaterThan(5);
  expect(Math.min(...gaps.slice(2))).toBeGreaterThanOrEqual(MINUTE);
  given.setUpstream(() => deskResponse(200, runBody({ status: 'done' })));
  await vi.advanceTimersByTimeAsync(2 * MINUTE);
  expect(await stateOf(given)).toBe('done');
});

test('Pause updates ends the polls, also where an answer is under way', async () => {
  const held = heldResponse();
  const { desk, given } = await openDesk({ upstream: () => held.response }, [record('running')]);
  await vi.advanceTimersByTimeAsync(3_000);
  expect(given.calls).toHaveLength(1);
  await desk.pauseUpdates('record-1');
  held.give(deskResponse(200, runBody()));
  await vi.advanceTimersByTimeAsync(10 * MINUTE);
  expect(given.calls).toHaveLength(1);
  expect(await given.store.get('record-1')).toMatchObject({
    state: 'running',
    polling: 'stopped',
    progress: 40,
  });
});

test('Treat as not started frees the slot for the next launch', async () => {
  const doubts = ['u1', 'u2', 'u3'].map((id) => record('unknown', { id }));
  const { desk, given } = await openDesk({ upstream: accepts }, [
    ...doubts,
    record('queued', { id: 'next' }),
  ]);
  expect(await stateOf(given, 'next')).toBe('queued');
  given.setUpstream(({ method }) => (method === 'POST' ? deskResponse(202, runBody()) : undefined));
  await desk.release('u1');
  await settle();
  expect(await stateOf(given, 'next')).toBe('running');
});

describe('a launch of unknown outcome', () => {
  test('is asked about at the start, every minute while its slot is held, and no longer', async () => {
    const { given } = await openDesk({ upstream: () => deskResponse(200, entry('record-1', 'unknown')) }, [
      record('unknown'),
    ]);
    expect(given.calls.map(({ target }) => target)).toEqual(['/desk/submissions/record-1']);
    await vi.advanceTimersByTimeAsync(3 * MINUTE);
    expect(given.calls).toHaveLength(4);
    await vi.advanceTimersByTimeAsync(HOUR);
    expect(given.calls.length).toBeLessThanOrEqual(31);
    expect(await stateOf(given)).toBe('unknown');
  });

  test('is asked about when the browser is online again', async () => {
    const { given } = await openDesk({ upstream: () => deskResponse(200, entry('record-1', 'unknown')) }, [
      record('unknown'),
    ]);
    given.setOnline(false);
    given.setOnline(true);
    await settle();
    expect(given.calls).toHaveLength(2);
  });

  test('becomes what the ledger says by now', async () => {
    let body = entry('record-1', 'forwarding');
    const { given } = await openDesk(
      {
        upstream: ({ target }) =>
          deskResponse(200, target.startsWith('/desk') ? body : runBody({ progress: 0 })),
      },
      [record('unknown')],
    );
    expect(await stateOf(given)).toBe('unknown');
    body = entry('record-1', 'accepted', {
      answer: { status: 202, body: JSON.stringify(runBody()) },
      self: SELF,
      run: { status: 'done', progress: 100, endedAt: null },
    });
    await vi.advanceTimersByTimeAsync(MINUTE);
    expect(await given.store.get('record-1')).toMatchObject({ state: 'done', self: SELF });
  });

  test('keeps saying that it started without a link, where that is what is known', async () => {
    const failure = { ...record('unknown').failure, kind: 'started-without-link' };
    const doubt = record('unknown', { failure: failure as RunRecord['failure'] });
    const { given } = await openDesk({ upstream: () => deskResponse(200, entry('record-1', 'unknown')) }, [
      doubt,
    ]);
    await vi.advanceTimersByTimeAsync(2 * MINUTE);
    expect((await given.store.get('record-1'))?.failure?.kind).toBe('started-without-link');
  });

  test('a late "nothing started" of one tab does not send another tab’s new attempt back to the queue', async () => {
    const store = createMemoryStore();
    const lock = createLocalLock();
    const late = heldResponse();
    await store.add(record('unknown'));
    const slow = await testDesk({
      store,
      lock,
      upstream: ({ method }) => (method === 'DELETE' ? late.response : undefined),
    });
    const desk = createDesk(slow.environment);
    open.push({ desk, given: slow });
    void desk.start();
    await settle();
    expect(slow.sent('DELETE', '/desk')).toHaveLength(1);
    // Meanwhile another tab has made the key void, and its second attempt is on its way.
    await store.update('record-1', (current) => ({
      ...current,
      state: 'sending',
      attempts: [...current.attempts, { ...attempt('second', NOW), ledgerId: LEDGER }],
    }));
    late.give(deskResponse(409, entry('record-1', 'void')));
    await lock(() => settle());
    const after = await store.get('record-1');
    expect(after?.attempts.map(({ key }) => key)).toEqual(['record-1', 'second']);
    expect(after?.state).not.toBe('queued');
    expect(slow.sent('POST', '/')).toHaveLength(0);
  });
});

test('what earlier visits left is taken up: runs are followed, queued launches sent, abandoned ones asked about', async () => {
  const left = [
    record('running', { id: 'run', checkedAt: NOW - HOUR }),
    record('queued', { id: 'wait' }),
    record('sending', { id: 'lost-tab', attempts: [attempt('lost-tab')] }),
  ];
  const { given } = await openDesk(
    {
      upstream: (call) =>
        call.target.startsWith('/desk') ? deskResponse(200, entry('lost-tab', 'unknown')) : accepts(call),
    },
    left,
  );
  await vi.advanceTimersByTimeAsync(3_000);
  expect([
    await stateOf(given, 'run'),
    await stateOf(given, 'wait'),
    await stateOf(given, 'lost-tab'),
  ]).toEqual(['running', 'running', 'unknown']);
  expect(given.sent('GET', SELF).length).toBeGreaterThan(0);
  expect(given.sent('POST', '/')).toHaveLength(1);
});

test('a stopped desk sends and asks nothing', async () => {
  const { desk, given } = await openDesk({ upstream: accepts }, [record('running')]);
  desk.stop();
  await desk.launch(launchRequest(), CHOICE);
  await vi.advanceTimersByTimeAsync(HOUR);
  expect(given.calls).toEqual([]);
});
