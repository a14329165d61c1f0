// The ledger's file: opened for this process alone, looked over, and brought to this version.
//
// SQLite with a write-ahead log and `synchronous=FULL`: a write has reached the disk when the call returns. The file is locked
// for as long as it is open: two desks on one ledger could each send the same key.
import { DatabaseSync } from 'node:sqlite';
import { LedgerError } from './ledger-error.ts';
import { MIGRATIONS } from './ledger-migrations.ts';

/** Opens `file` (`:memory:` for none). Throws {@link LedgerError} where it is damaged or newer, else what SQLite throws. */
export function openLedgerFile(file: string): DatabaseSync {
  const db = new DatabaseSync(file);
  try {
    db.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
    const check = db.prepare('PRAGMA quick_check(1)').get();
    if (check?.['quick_check'] !== 'ok') throw new LedgerError(`The ledger ${file} is damaged.`);
    migrate(db, file);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** What the file keeps under `name`; made and written down where it has nothing yet. */
export function metaValue(db: DatabaseSync, name: string, make: () => string): string {
  const row = db.prepare('SELECT value FROM meta WHERE name = ?').get(name);
  if (typeof row?.['value'] === 'string') return row['value'];
  const value = make();
  db.prepare('INSERT INTO meta (name, value) VALUES (?, ?)').run(name, value);
  return value;
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
