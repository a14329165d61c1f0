// The kinds of failure that operators are told apart (failures.md). Two failures are the same when the next action is the same.

/** Every row of the catalogue; words and actions stand in `failures/`. */
export const FAILURE_KINDS = [
  'settings-refused',
  'page-link-refused',
  'key-refused',
  'scope-missing',
  'run-key-mismatch',
  'not-downloadable',
  'result-expired',
  'result-other-key',
  'mailbox-out-of-reach',
  'result-missing',
  'not-recognised',
  'rate-limited',
  'slots-full',
  'limit-undecided',
  'update-delayed',
  'outcome-unknown',
  'not-sent',
  'connection-lost',
  'started-without-link',
  'answer-not-understood',
  'report-failed',
  'overdue',
  'copy-not-saved',
  'signed-out',
  'desk-refused',
  'crashed',
] as const;
/** See {@link FAILURE_KINDS}. */
export type FailureKind = (typeof FAILURE_KINDS)[number];
