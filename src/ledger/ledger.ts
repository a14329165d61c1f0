// The durable ledger: what became of every Idempotency-Key. An entry is on disk before its launch is sent, so that whatever
// happens afterwards (a lost answer, a crash, a restart) no key is ever sent twice.
import { randomBytes } from 'node:crypto';
import type { SQLInputValue } from 'node:sqlite';
import { pathOf } from '#src/contract/endpoints.ts';
import { LedgerError, ledgerErrorFrom } from './ledger-error.ts';
import { metaValue, openLedgerFile } from './ledger-file.ts';
import { NO_COUNTS, readCount, readRow } from './ledger-row.ts';
import type { LaunchIdentity, LedgerEntry, RunState, Settlement } from './ledger-row.ts';
import { ledgerStatements } from './ledger-statements.ts';

/** How long a request and its answer are kept. The key itself is kept for good. */
export const ANSWER_KEPT_MS = 48 * 3_600_000;
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
  /** The entries of the last 48 hours that were written down after `since` (epoch ms), newest first. */
  list(since?: number): readonly LedgerEntry[];
  /** How many entries of the last 48 hours there are in each state. */
  counts(): Readonly<Record<LedgerEntry['state'], number>>;
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
  const db = openLedgerFile(file);
  let id = metaValue(db, 'id', randomUUID);
  const salt = metaValue(db, 'salt', () => randomBytes(32).toString('hex'));
  db.prepare("UPDATE submissions SET state = 'unknown', settled_at = ? WHERE state = 'forwarding'").run(
    now(),
  );

  const sql = ledgerStatements(db);
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
        self === null ? null : pathOf(self),
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
    list(since = -Infinity) {
      const keptSince = now() - ANSWER_KEPT_MS;
      return sql.list.all(Math.max(since, keptSince), LIST_LIMIT).map((row) => readRow(row, keptSince));
    },
    counts() {
      const counts = { ...NO_COUNTS };
      for (const row of sql.counts.all(now() - ANSWER_KEPT_MS)) {
        const { state, count } = readCount(row);
        counts[state] = count;
      }
      return counts;
    },
    clear() {
      id = randomUUID();
      db.exec('DELETE FROM submissions');
      db.prepare("UPDATE meta SET value = ? WHERE name = 'id'").run(id);
    },
    close: () => db.close(),
  };
}
