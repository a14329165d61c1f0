// The ledger over HTTP: what became of an Idempotency-Key, and making one unusable that was never seen.
import type { Ledger } from '#src/ledger/ledger.ts';
import { submissionOf } from '#src/ledger/ledger-row.ts';
import { submissionId } from '#src/forwarding/launch.ts';
import { json, refuse } from '#src/forwarding/problem.ts';

/** `GET /desk/submissions`: the last 48 hours, newest first; with `since` (RFC 3339) only what was written down after it. */
export function listSubmissions(ledger: Ledger, since: string | undefined): Response {
  const from = since === undefined ? -Infinity : Date.parse(since);
  if (Number.isNaN(from)) return refuse('request-invalid', { message: 'since is no time.' });
  return json({ submissions: ledger.list(from).map(submissionOf) });
}

/** `GET /desk/submissions/{key}`: 404 `submission-unknown` when it was never written down. */
export function showSubmission(ledger: Ledger, key: string): Response {
  const id = submissionId(key);
  if (id === null) return refuse('idempotency-key-invalid');
  const entry = ledger.get(id);
  return entry === null ? refuse('submission-unknown') : json(submissionOf(entry));
}

/** `DELETE /desk/submissions/{key}`: 201 with the void entry; 409 with the entry that was there before. */
export function voidSubmission(ledger: Ledger, key: string): Response {
  const id = submissionId(key);
  if (id === null) return refuse('idempotency-key-invalid');
  const isNew = ledger.makeVoid(id);
  const entry = ledger.get(id);
  return entry === null ? refuse('desk-failed') : json(submissionOf(entry), isNew ? 201 : 409);
}
