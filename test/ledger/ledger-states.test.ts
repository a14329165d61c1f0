// @vitest-environment node
// Every form that an entry of the ledger can take: what was written comes back, from the file and as the browser sees it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ledgerErrorFrom } from '#src/ledger/ledger-error.ts';
import { submissionOf } from '#src/ledger/ledger-row.ts';
import type { RunState, Settlement, StoredAnswer } from '#src/ledger/ledger-row.ts';
import { ANSWER_KEPT_MS, openLedger } from '#src/ledger/ledger.ts';
import { uuid } from '../gateway/desk.ts';

const START = Date.parse('2026-10-01T12:00:00Z');
const identity = { keyId: 'k', path: '/p', query: '?q', body: '{"parameters":{}}' };
const SELF = '/api/v1/reports/results/r1?max=500';
const PATH = '/api/v1/reports/results/r1';

let folder = '';
let file = '';
let now = START;
const open = () => openLedger(file, { now: () => now, randomUUID: () => 'ledger-id' });

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'desk-ledger-'));
  file = join(folder, 'ledger.sqlite');
  now = START;
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const answers: readonly (StoredAnswer | null)[] = [
  null,
  { status: 200, headers: { 'content-type': 'application/json' }, body: Buffer.from('{"a":1}'), sent: true },
  { status: 503, headers: {}, body: Buffer.from(''), sent: false },
];
const runs: readonly (RunState | null)[] = [
  null,
  { status: 'running', progress: 0, endedAt: null },
  { status: 'error', progress: null, endedAt: START + 5_000 },
];
const settlements: readonly Settlement[] = (['accepted', 'refused', 'unknown'] as const).flatMap((state) =>
  answers.flatMap((answer) =>
    [SELF, null].flatMap((self) => runs.map((run) => ({ state, answer, self, run }))),
  ),
);

test('every outcome comes back as it was written, also from the file', () => {
  const ledger = open();
  for (const [at, settlement] of settlements.entries()) {
    ledger.begin(uuid(at), identity);
    now += 1;
    ledger.settle(uuid(at), settlement);
  }
  const entries = () => settlements.map((_, at) => ledger.get(uuid(at)));
  const expected = settlements.map(({ answer, ...settlement }, at) => ({
    ...settlement,
    id: uuid(at),
    keyId: 'k',
    request: identity,
    answer: answer === null ? null : { ...answer, body: new Uint8Array(answer.body) },
    createdAt: START + at,
    settledAt: START + at + 1,
    expired: false,
  }));
  expect(entries()).toEqual(expected);
  expect(ledger.list().map(({ id }) => id)).toEqual(expected.map(({ id }) => id).toReversed());
  ledger.close();
  const again = open();
  expect(settlements.map((_, at) => again.get(uuid(at)))).toEqual(expected);
  again.close();
});

describe('as the browser sees it', () => {
  const times = { createdAt: '2026-10-01T12:00:00.000Z', settledAt: '2026-10-01T12:00:01.000Z' };
  const request = { path: '/p', query: '?q', body: '{"parameters":{}}' };

  function seen(settlement: Settlement) {
    const ledger = open();
    ledger.begin(uuid(1), identity);
    now += 1_000;
    ledger.settle(uuid(1), settlement);
    const entry = ledger.get(uuid(1));
    ledger.close();
    return entry === null ? null : submissionOf(entry);
  }

  test('an accepted launch has its request, answer, link and run', () => {
    const answer = { status: 200, headers: {}, body: Buffer.from('{"status":"done"}'), sent: true };
    const run = { status: 'done', progress: 100, endedAt: START } as const;
    expect(seen({ state: 'accepted', answer, self: SELF, run })).toEqual({
      id: uuid(1),
      keyId: 'k',
      request,
      state: 'accepted',
      answer: { status: 200, body: '{"status":"done"}' },
      self: SELF,
      run: { status: 'done', progress: 100, endedAt: times.createdAt },
      times,
    });
  });

  test('a run under way has no end', () => {
    const run = { status: 'running', progress: 5, endedAt: null } as const;
    expect(seen({ state: 'accepted', answer: null, self: SELF, run })?.run?.endedAt).toBeNull();
  });

  test('a launch of unknown outcome has nothing but its request', () => {
    expect(seen({ state: 'unknown', answer: null, self: null, run: null })).toEqual({
      id: uuid(1),
      keyId: 'k',
      request,
      state: 'unknown',
      times,
    });
  });

  test('one under way is not settled, and one made void has no request', () => {
    const ledger = open();
    ledger.begin(uuid(1), identity);
    expect([ledger.makeVoid(uuid(1)), ledger.makeVoid(uuid(2)), ledger.makeVoid(uuid(2))]).toEqual([
      false,
      true,
      false,
    ]);
    const shown = [1, 2].map((at) => ledger.get(uuid(at))).map((entry) => entry && submissionOf(entry));
    expect(shown).toEqual([
      {
        id: uuid(1),
        keyId: 'k',
        request,
        state: 'forwarding',
        times: { createdAt: times.createdAt, settledAt: null },
      },
      {
        id: uuid(2),
        keyId: null,
        request: null,
        state: 'void',
        times: { createdAt: times.createdAt, settledAt: times.createdAt },
      },
    ]);
    ledger.close();
  });
});

describe('after 48 hours', () => {
  test('nothing of a run is given any more, though it is still in the file', () => {
    const ledger = open();
    ledger.begin(uuid(1), identity);
    ledger.settle(uuid(1), {
      state: 'accepted',
      answer: null,
      self: SELF,
      run: { status: 'done', progress: 100, endedAt: START },
    });
    now += ANSWER_KEPT_MS;
    expect(ledger.get(uuid(1))).toMatchObject({ expired: true, self: null, run: null });
    ledger.close();
  });

  const kept = () => {
    const db = new DatabaseSync(file);
    const row = db.prepare('SELECT path, self, run_path FROM submissions WHERE id = ?').get(uuid(1));
    db.close();
    return row;
  };
  const old = () => {
    const ledger = open();
    ledger.begin(uuid(1), identity);
    ledger.settle(uuid(1), { state: 'unknown', answer: null, self: SELF, run: null });
    now += ANSWER_KEPT_MS;
    return ledger;
  };
  const EMPTY = { path: null, self: null, run_path: null };

  test('the next launch empties the row', () => {
    const ledger = old();
    ledger.begin(uuid(2), identity);
    ledger.close();
    expect(kept()).toEqual(EMPTY);
  });

  test('the next start empties the row', () => {
    old().close();
    expect(kept()).toEqual({ path: '/p', self: SELF, run_path: PATH });
    open().close();
    expect(kept()).toEqual(EMPTY);
  });
});

test('a run is found by its path and key, whatever the query of its link', () => {
  const ledger = open();
  ledger.begin(uuid(1), identity);
  ledger.settle(uuid(1), { state: 'accepted', answer: null, self: SELF, run: null });
  now += 1_000;
  expect([ledger.launchedAt('k', PATH), ledger.launchedAt('k', SELF)]).toEqual([START, null]);
  ledger.noteRun('k', PATH, { status: 'running', progress: 7, endedAt: null });
  expect(ledger.get(uuid(1))?.run).toEqual({ status: 'running', progress: 7, endedAt: null });
  ledger.close();
});

test('the file names what it keeps beside the entries, so that later versions find it', () => {
  open().close();
  const db = new DatabaseSync(file);
  expect(db.prepare('SELECT name FROM meta ORDER BY name').all()).toEqual([{ name: 'id' }, { name: 'salt' }]);
  expect(db.prepare('PRAGMA user_version').get()).toEqual({ user_version: 1 });
  db.close();
});

test('a file that is refused is let go', () => {
  open().close();
  const db = new DatabaseSync(file);
  db.exec('PRAGMA user_version = 99');
  db.close();
  expect(open).toThrow('newer version');
  const after = new DatabaseSync(file);
  after.exec('PRAGMA user_version = 1');
  after.close();
  expect(() => open().close()).not.toThrow();
});

describe('what SQLite says, in words', () => {
  const words = (error: unknown) => ledgerErrorFrom(error, 'f').message;

  test.each([
    [3, 'The ledger f may not be written.'],
    [5, 'The ledger f is in use by another Report Desk.'],
    [6, 'The ledger f is in use by another Report Desk.'],
    [8, 'The ledger f may not be written.'],
    [8 | (3 << 8), 'The ledger f may not be written.'],
    [11, 'The ledger f is damaged. Move it away to start with an empty one.'],
    [13, 'The ledger f cannot grow: the disk is full.'],
    [14, 'The ledger f cannot be opened.'],
    [26, 'The ledger f is damaged. Move it away to start with an empty one.'],
    [1, 'The ledger f cannot be used (no).'],
  ])('code %i', (errcode, said) => {
    expect(words(Object.assign(new Error('no'), { errcode }))).toBe(said);
  });

  test.each([
    [new Error('no'), 'The ledger f cannot be used (no).'],
    ['text', 'The ledger f cannot be used (text).'],
    [null, 'The ledger f cannot be used (null).'],
  ])('%s', (error, said) => {
    expect(words(error)).toBe(said);
  });

  test('the error keeps its cause and its name', () => {
    const cause = new Error('no');
    expect(ledgerErrorFrom(cause, 'f')).toMatchObject({ name: 'LedgerError', cause });
  });
});
