// Entries of the gateway's ledger, as `GET /desk/submissions` gives them.
import type { Submission } from '#src/contract/desk.ts';
import { KEY, launchRequest, NOW } from './records.ts';
import { runBody, SELF } from './replies.ts';

/** A UUID that another browser made. */
export const THEIRS = '5a5a5a5a-1111-4222-8333-444444444444';

type RunStatus = NonNullable<Submission['run']>['status'];

/** A launch of another browser's, accepted and running. */
export function submission(changes: Partial<Submission> = {}): Submission {
  return {
    id: THEIRS,
    keyId: KEY,
    request: {
      path: '/api/v1/reports/mailboxPerformance',
      query: '?max=500',
      body: JSON.stringify({ parameters: launchRequest().parameters }),
    },
    state: 'accepted',
    answer: { status: 202, body: JSON.stringify(runBody({ progress: 0 })) },
    self: SELF,
    run: { status: 'running', progress: 10, endedAt: null },
    times: { createdAt: new Date(NOW).toISOString(), settledAt: new Date(NOW).toISOString() },
    ...changes,
  };
}

/** What polls have shown of a run since. */
export function runState(status: RunStatus, endedAt: number | null = null) {
  return { status, progress: 50, endedAt: endedAt === null ? null : new Date(endedAt).toISOString() };
}
