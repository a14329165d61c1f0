// What can be wrong with a ledger file, in words for the person who starts the desk.

/** The ledger cannot be used; `message` is one readable line. Thrown when it is opened. */
export class LedgerError extends Error {
  override readonly name = 'LedgerError';
}

// Primary result codes of SQLite (https://www.sqlite.org/rescode.html).
const SQLITE_PERM = 3;
const SQLITE_BUSY = 5;
const SQLITE_LOCKED = 6;
const SQLITE_READONLY = 8;
const SQLITE_CORRUPT = 11;
const SQLITE_FULL = 13;
const SQLITE_CANTOPEN = 14;
const SQLITE_NOTADB = 26;

const WORDS: Readonly<Record<number, string>> = {
  [SQLITE_PERM]: 'may not be written',
  [SQLITE_BUSY]: 'is in use by another Report Desk',
  [SQLITE_LOCKED]: 'is in use by another Report Desk',
  [SQLITE_READONLY]: 'may not be written',
  [SQLITE_CORRUPT]: 'is damaged. Move it away to start with an empty one',
  [SQLITE_FULL]: 'cannot grow: the disk is full',
  [SQLITE_CANTOPEN]: 'cannot be opened',
  [SQLITE_NOTADB]: 'is damaged. Move it away to start with an empty one',
};

/** The {@link LedgerError} for what SQLite threw while `file` was opened. */
export function ledgerErrorFrom(error: unknown, file: string): LedgerError {
  const code = typeof error === 'object' && error !== null && 'errcode' in error ? Number(error.errcode) : 0;
  // The low byte is the primary code; the rest narrows it down.
  const words =
    WORDS[code & 0xff] ?? `cannot be used (${error instanceof Error ? error.message : String(error)})`;
  return new LedgerError(`The ledger ${file} ${words}.`, { cause: error });
}
