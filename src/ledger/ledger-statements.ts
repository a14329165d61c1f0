// Everything that the ledger asks of its table, in SQL.
import type { DatabaseSync, StatementSync } from 'node:sqlite';

/** The statements, prepared once. Their parameters stand in the order in which `ledger.ts` gives them. */
export function ledgerStatements(db: DatabaseSync) {
  return {
    get: db.prepare('SELECT * FROM submissions WHERE id = ?'),
    list: db.prepare('SELECT * FROM submissions WHERE created_at > ? ORDER BY created_at DESC, id LIMIT ?'),
    counts: db.prepare(
      'SELECT state, COUNT(*) AS count FROM submissions WHERE created_at > ? GROUP BY state',
    ),
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
  } satisfies Record<string, StatementSync>;
}
