// The durable ledger: what became of every Idempotency-Key. An entry is on disk before its launch is sent, so that whatever
// happens afterwards (a lost answer, a crash, a restart) no key is ever sent twice.
//
// SQLite with a write-ahead log and `synchronous=FULL`: a write has reached the disk when the call returns. The file is locked
// for as long as it is open: two desks on one ledger could each send the same key.
import { randomBytes } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import type { SQLInputValue } from 'node:sqlite';
import { LedgerError, ledgerErrorFrom } from './ledger-error.ts';
import { MIGRATIONS } from './ledger-migrations.ts';
import { readRow } from './ledger-row.ts';
import type { LaunchIdentity, LedgerEntry, RunState, Settlement } from './ledger-row.ts';

/** How long a request and its answer are kept. The key itself is kept for good. */
const ANSWER_KEPT_MS = 48 * 3_600_000;
// Most entries in one list: a desk that launches all day makes a few hundred.
const LIST_LIMIT = 500;

/** See the head of this file. Every method but `close` may throw what SQLite throws (a full disk, say). */
export type Ledger = {
  /** Changes when the ledger is emptied: a key that this one has not seen may have been seen by another. */
  readonly id: () => string;
  /** The secret behind the ids of keys. */
  readonly salt: string;
  get(id: string): LedgerEntry | null;
  /** Writes a launch down as `forwarding`. False when the key is there already; then nothing is changed. */
  begin(id: string, identity: LaunchIdentity): boolean;
  settle(id: string, settlement: Settlement): void;
  /** Makes a key unusable. False when it had been seen before; then nothing is changed. */
  makeVoid(id: string): boolean;
  /** Notes the state of the run whose link has this path, if it was launched here with this key. An ended run stays ended. */
  noteRun(keyId: string, path: string, run: RunState): void;
  /** Launch time (epoch ms) of the run whose link has this path, if it was launched here with this key. */
  launchedAt(keyId: string, path: string): number | null;
  /** The entries of the last 48 hours, newest first. */
  list(): readonly LedgerEntry[];
  /** Forgets everything; the ledger has a new id afterwards. */
  clear(): void;
  close(): void;
};

/**
 * Opens the ledger in `file` (`:memory:` for one that lives as long as the process). Launches that were left without an outcome
 * become `unknown`. Throws {@link LedgerError} with one readable line when the file is damaged, locked, newer than this program,
 * or cannot be written.
 */
export function openLedger(
  file: string,
  options: { readonly now: () => number; readonly randomUUID: () => string },
): Ledger {
  try {
    return open(file, options);
  } catch (error) {
    throw error instanceof LedgerError ? error : ledgerErrorFrom(error, file);
  }
}

function open(file: string, { now, randomUUID }: { now: () => number; randomUUID: () => string }): Ledger {
  const db = new DatabaseSync(file);
  try {
    db.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
    const check = db.prepare('PRAGMA quick_check(1)').get();
    if (check?.['quick_check'] !== 'ok') throw new LedgerError(`The ledger ${file} is damaged.`);
    migrate(db, file);
  } catch (error) {
    db.close();
    throw error;
  }

  const meta = (name: string, make: () => string): string => {
    const row = db.prepare('SELECT value FROM meta WHERE name = ?').get(name);
    if (typeof row?.['value'] === 'string') return row['value'];
    const value = make();
    db.prepare('INSERT INTO meta (name, value) VALUES (?, ?)').run(name, value);
    return value;
  };
  let id = meta('id', randomUUID);
  const salt = meta('salt', () => randomBytes(32).toString('hex'));
  db.prepare("UPDATE submissions SET state = 'unknown', settled_at = ? WHERE state = 'forwarding'").run(
    now(),
  );

  const sql = {
    get: db.prepare('SELECT * FROM submissions WHERE id = ?'),
    list: db.prepare('SELECT * FROM submissions WHERE created_at > ? ORDER BY created_at DESC, id LIMIT ?'),
    begin: db.prepare(
      `INSERT INTO submissions (id, key_id, path, query, body, state, created_at)
       VALUES (?, ?, ?, ?, ?, 'forwarding', ?) ON CONFLICT DO NOTHING`,
    ),
    makeVoid: db.prepare(
      `INSERT INTO submissions (id, state, created_at, settled_at) VALUES (?, 'void', ?, ?) ON CONFLICT DO NOTHING`,
    ),
    settle: db.prepare(
      `UPDATE submissions SET state = ?, answer_status = ?, answer_headers = ?, answer_body = ?, answer_sent = ?, self = ?,
       run_status = ?, run_progress = ?, run_ended_at = ?, run_path = ?, settled_at = ? WHERE id = ?`,
    ),
    // A late answer to an older poll must not bring an ended run back.
    run: db.prepare(
      `UPDATE submissions SET run_status = ?, run_progress = ?, run_ended_at = ? WHERE key_id = ? AND run_path = ?
       AND (run_status IS NULL OR run_status NOT IN ('done', 'error'))
       AND (run_status IS NOT ? OR run_progress IS NOT ?)`,
    ),
    launched: db.prepare('SELECT created_at FROM submissions WHERE key_id = ? AND run_path = ? LIMIT 1'),
    drop: db.prepare(
      `UPDATE submissions SET path = NULL, query = NULL, body = NULL, answer_status = NULL, answer_headers = NULL,
       answer_body = NULL, answer_sent = NULL, self = NULL, run_path = NULL, run_status = NULL, run_progress = NULL, run_ended_at = NULL
       WHERE created_at <= ? AND path IS NOT NULL`,
    ),
  };
  const dropOld = () => sql.drop.run(now() - ANSWER_KEPT_MS);
  dropOld();

  return {
    id: () => id,
    salt,
    get(submission) {
      const row = sql.get.get(submission);
      return row === undefined ? null : readRow(row, now() - ANSWER_KEPT_MS);
    },
    begin(submission, { keyId, path, query, body }) {
      dropOld();
      return sql.begin.run(submission, keyId, path, query, body, now()).changes === 1;
    },
    settle(submission, { state, answer, self, run }) {
      const values: SQLInputValue[] = [
        state,
        answer?.status ?? null,
        answer === null ? null : JSON.stringify(answer.headers),
        answer?.body ?? null,
        answer === null ? null : Number(answer.sent),
        self,
        run?.status ?? null,
        run?.progress ?? null,
        run?.endedAt ?? null,
        self === null ? null : (self.split('?')[0] ?? null),
        now(),
        submission,
      ];
      sql.settle.run(...values);
    },
    makeVoid: (submission) => sql.makeVoid.run(submission, now(), now()).changes === 1,
    noteRun(keyId, path, { status, progress, endedAt }) {
      sql.run.run(status, progress, endedAt, keyId, path, status, progress);
    },
    launchedAt(keyId, path) {
      const row = sql.launched.get(keyId, path);
      return typeof row?.['created_at'] === 'number' ? row['created_at'] : null;
    },
    list() {
      const since = now() - ANSWER_KEPT_MS;
      return sql.list.all(since, LIST_LIMIT).map((row) => readRow(row, since));
    },
    clear() {
      id = randomUUID();
      db.exec('DELETE FROM submissions');
      db.prepare("UPDATE meta SET value = ? WHERE name = 'id'").run(id);
    },
    close: () => db.close(),
  };
}

function migrate(db: DatabaseSync, file: string): void {
  const seen = Number(db.prepare('PRAGMA user_version').get()?.['user_version'] ?? 0);
  if (seen > MIGRATIONS.length) {
    throw new LedgerError(`The ledger ${file} was written by a newer version of Report Desk.`);
  }
  for (const [at, step] of MIGRATIONS.entries()) {
    if (at < seen) continue;
    db.exec(`BEGIN IMMEDIATE; ${step} PRAGMA user_version = ${String(at + 1)}; COMMIT;`);
  }
}
