// The ledger's tables, as numbered steps. A step that has been released is never edited: a change is a new step.

/** SQL of each step, in order; `PRAGMA user_version` says how many a file has seen. */
export const MIGRATIONS: readonly string[] = [
  `CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
   CREATE TABLE submissions (
     id TEXT PRIMARY KEY,
     key_id TEXT,
     path TEXT,
     query TEXT,
     body TEXT,
     state TEXT NOT NULL CHECK (state IN ('forwarding', 'accepted', 'refused', 'unknown', 'void')),
     answer_status INTEGER,
     answer_headers TEXT,
     answer_body BLOB,
     answer_sent INTEGER,
     self TEXT,
     run_path TEXT,
     run_status TEXT,
     run_progress REAL,
     run_ended_at INTEGER,
     created_at INTEGER NOT NULL,
     settled_at INTEGER
   ) STRICT, WITHOUT ROWID;
   CREATE INDEX submissions_by_time ON submissions (created_at);
   CREATE INDEX submissions_by_run ON submissions (key_id, run_path);`,
];
