// @vitest-environment node
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LedgerError } from '#src/ledger/ledger-error.ts';
import { openLedger } from '#src/ledger/ledger.ts';
import { uuid } from '../gateway/desk.ts';

let folder = '';
let file = '';
let now = 0;
let ids = 0;
const open = () => openLedger(file, { now: () => now, randomUUID: () => `id-${String((ids += 1))}` });
const identity = { keyId: 'k', path: '/p', query: '?q', body: '{"parameters":{}}' };
const answer = {
  status: 200,
  headers: { 'content-type': 'application/json' },
  body: Buffer.from('{}'),
  sent: true,
};
const self = '/api/v1/reports/results/r1?max=500';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'desk-ledger-'));
  file = join(folder, 'ledger.sqlite');
  now = Date.parse('2026-10-01T12:00:00Z');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('the ledger', () => {
  it('writes each key down once', () => {
    const ledger = open();
    expect(ledger.begin(uuid(1), identity)).toBe(true);
    expect(ledger.begin(uuid(1), { ...identity, body: '{}' })).toBe(false);
    expect(ledger.get(uuid(1))).toMatchObject({ state: 'forwarding', request: identity });
    ledger.close();
  });

  it('is the same after a restart: its id, the salt of the keys, and every outcome', () => {
    const first = open();
    first.begin(uuid(1), identity);
    first.settle(uuid(1), {
      state: 'accepted',
      answer,
      self,
      run: { status: 'running', progress: 5, endedAt: null },
    });
    first.makeVoid(uuid(2));
    const before = { id: first.id(), salt: first.salt, entries: first.list() };
    first.close();
    const second = open();
    expect({ id: second.id(), salt: second.salt, entries: second.list() }).toEqual(before);
    second.close();
  });

  it('counts what there is in each state, of the last 48 hours', () => {
    const ledger = open();
    ledger.begin(uuid(1), identity);
    ledger.begin(uuid(2), identity);
    ledger.settle(uuid(2), { state: 'accepted', answer, self, run: null });
    ledger.makeVoid(uuid(3));
    now += 1;
    ledger.makeVoid(uuid(4));
    expect(ledger.counts()).toEqual({ forwarding: 1, accepted: 1, refused: 0, unknown: 0, void: 2 });
    now += 48 * 3_600_000 - 1;
    expect(ledger.counts()).toEqual({ forwarding: 0, accepted: 0, refused: 0, unknown: 0, void: 1 });
    ledger.close();
  });

  it('takes a launch without an outcome for unknown after a restart', () => {
    const first = open();
    first.begin(uuid(1), identity);
    first.close();
    const second = open();
    expect(second.get(uuid(1))).toMatchObject({ state: 'unknown', answer: null, settledAt: now });
    expect(second.begin(uuid(1), identity)).toBe(false);
    second.close();
  });

  it('has the entry on disk when the call returns, before any clean end', () => {
    const ledger = open();
    ledger.begin(uuid(1), { ...identity, body: 'written-down-first' });
    expect(readFileSync(`${file}-wal`).includes('written-down-first')).toBe(true);
    ledger.close();
  });

  it('follows the run of a launch, and never brings an ended one back', () => {
    const ledger = open();
    ledger.begin(uuid(1), identity);
    ledger.settle(uuid(1), {
      state: 'accepted',
      answer,
      self,
      run: { status: 'running', progress: 5, endedAt: null },
    });
    const path = '/api/v1/reports/results/r1';
    ledger.noteRun('other key', path, { status: 'done', progress: 100, endedAt: now });
    ledger.noteRun('k', '/api/v1/reports/results/r2', { status: 'done', progress: 100, endedAt: now });
    expect(ledger.get(uuid(1))?.run).toEqual({ status: 'running', progress: 5, endedAt: null });
    ledger.noteRun('k', path, { status: 'done', progress: 100, endedAt: now });
    ledger.noteRun('k', path, { status: 'running', progress: 60, endedAt: null });
    expect(ledger.get(uuid(1))?.run).toEqual({ status: 'done', progress: 100, endedAt: now });
    expect([ledger.launchedAt('k', path), ledger.launchedAt('other key', path)]).toEqual([now, null]);
    ledger.close();
  });

  it('drops request and answer after 48 hours, from the file too, and keeps the key', () => {
    const ledger = open();
    ledger.begin(uuid(1), { ...identity, body: 'the-old-request' });
    ledger.settle(uuid(1), { state: 'accepted', answer, self, run: null });
    now += 48 * 3_600_000 - 1;
    expect(ledger.get(uuid(1))?.expired).toBe(false);
    now += 1;
    expect(ledger.get(uuid(1))).toMatchObject({
      expired: true,
      request: null,
      answer: null,
      state: 'accepted',
    });
    expect(ledger.list()).toEqual([]);
    ledger.close();
    open().close();
    const db = new DatabaseSync(file);
    expect(db.prepare('SELECT id, path, body, answer_body FROM submissions').all()).toEqual([
      { id: uuid(1), path: null, body: null, answer_body: null },
    ]);
    db.close();
  });

  it('starts afresh with another id when it is emptied', () => {
    const ledger = open();
    const before = ledger.id();
    ledger.begin(uuid(1), identity);
    ledger.clear();
    expect(ledger.get(uuid(1))).toBeNull();
    const after = ledger.id();
    expect(after).not.toBe(before);
    ledger.close();
    const again = open();
    expect(again.id()).toBe(after);
    again.close();
  });
});

describe('a ledger file that cannot be used', () => {
  const failure = () => {
    try {
      open().close();
    } catch (error) {
      expect(error).toBeInstanceOf(LedgerError);
      return error instanceof Error ? error.message : '';
    }
    return 'opened';
  };

  it('is refused while another desk has it open, and free when that one ends', () => {
    const other = open();
    expect(failure()).toBe(`The ledger ${file} is in use by another Report Desk.`);
    other.close();
    expect(failure()).toBe('opened');
  });

  it('is refused when it is something else', () => {
    writeFileSync(file, 'This is not a database, and it is long enough to have a header. '.repeat(20));
    expect(failure()).toBe(`The ledger ${file} is damaged. Move it away to start with an empty one.`);
  });

  it('is refused when pages of it are damaged', () => {
    const ledger = open();
    for (let at = 0; at < 50; at += 1) ledger.begin(uuid(at), { ...identity, body: 'x'.repeat(2000) });
    ledger.close();
    const bytes = readFileSync(file);
    bytes.fill(0xa5, 4096 * 3, 4096 * 8);
    writeFileSync(file, bytes);
    expect(failure()).toContain('is damaged');
  });

  it('is refused when a newer version wrote it', () => {
    open().close();
    const db = new DatabaseSync(file);
    db.exec('PRAGMA user_version = 99');
    db.close();
    expect(failure()).toBe(`The ledger ${file} was written by a newer version of Report Desk.`);
  });

  it('is refused when its folder is not there', () => {
    file = join(folder, 'missing', 'ledger.sqlite');
    expect(failure()).toBe(`The ledger ${file} cannot be opened.`);
  });
});
