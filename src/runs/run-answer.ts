// A good answer about a run, from a launch, a poll or the ledger, as an event for its record.
import { readRunEnvelope } from '#src/contract/envelope.ts';
import type { RunEnvelope } from '#src/contract/envelope.ts';
import { pinResultLink } from '#src/client/links.ts';
import type { Reply } from '#src/client/reply.ts';
import { failureFrom } from '#src/records/failure.ts';
import type { FailedRequest } from '#src/records/failure.ts';
import type { ResultSummary } from '#src/records/record.ts';
import type { RunEvent } from '#src/records/transition.ts';

/** What the first page says about the whole result, null where it has none that can be read. */
function summaryOf({ result, _links }: RunEnvelope): ResultSummary | null {
  if (result === null || result === undefined) return null;
  return {
    total: result.total ?? null,
    firstPage: result.data.length,
    more: (_links.next ?? null) !== null,
    cutoff: result.dataCutoffTimestamp ?? null,
  };
}

/** The run's own address in `envelope`, reduced to path and query, or null where it is missing, foreign or no result's. */
function selfOf(envelope: RunEnvelope, upstreamOrigin: string): string | null {
  return pinResultLink(envelope._links.self?.href, upstreamOrigin);
}

/**
 * The event for a 2xx `reply`, or null where it is not the async envelope with a usable link. A status that this version does
 * not know counts as running.
 */
export function runAnswer(reply: Reply, request: FailedRequest, upstreamOrigin: string): RunEvent | null {
  const envelope = readRunEnvelope(reply.body);
  const self = envelope === null ? null : selfOf(envelope, upstreamOrigin);
  if (envelope === null || self === null) return null;
  const at = request.at;
  switch (envelope.status) {
    case 'done':
      return { type: 'done', at, self, summary: summaryOf(envelope) };
    case 'error':
      return {
        type: 'fail',
        at,
        self,
        failure: {
          ...failureFrom('report-failed', request, reply),
          code: envelope.error?.code ?? null,
          message: envelope.error?.message ?? null,
          raw: null,
        },
      };
    case 'running':
    case 'unrecognised':
      return { type: 'progress', at, self, progress: envelope.progress ?? null };
  }
}
