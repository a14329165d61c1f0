// The pages of one result as an infinite query: read with the run's own key, each once, by the links that the API gives.
import { infiniteQueryOptions } from '@tanstack/react-query';
import type { ApiClient } from '#src/client/api-client.ts';
import { pinResultLink } from '#src/client/links.ts';
import { readRunEnvelope } from '#src/contract/envelope.ts';
import type { ResultRow, RunEnvelope } from '#src/contract/envelope.ts';
import type { RunRecord } from '#src/records/record.ts';

/** How long pages that nobody looks at stay in memory; after that the gateway still has them. */
const PAGES_KEPT_MS = 5 * 60_000;

/** One page. `next` is a path and query on the gateway, null on the last page. */
export type ResultPageData = {
  /** Path and query that it was read with. */
  readonly target: string;
  readonly rows: readonly ResultRow[];
  readonly next: string | null;
  /** The API gave a next link that does not lead to a result of its own: it is not followed. */
  readonly foreignNext: boolean;
  readonly total: number | null;
  readonly cutoff: string | null;
};

/** Queries of this folder, for the whole result of one run. */
function resultPagesKey({ id, self }: Pick<RunRecord, 'id' | 'self'>) {
  return ['results', id, self] as const;
}

/**
 * A page as it came, or null where it is not one: a finished run says what its rows are, so an answer without a result is never
 * read as "no rows".
 */
export function readPage(body: unknown, target: string, upstreamOrigin: string): ResultPageData | null {
  const envelope = readRunEnvelope(body);
  if (envelope === null || !isFinished(envelope)) return null;
  const { result } = envelope;
  if (result === undefined || result === null) return null;
  const href = envelope._links.next?.href;
  const next = href === undefined ? null : pinResultLink(href, upstreamOrigin);
  return {
    target,
    rows: result.data,
    next,
    foreignNext: href !== undefined && next === null,
    total: result.total ?? null,
    cutoff: result.dataCutoffTimestamp ?? null,
  };
}

/** A status word that this version does not know may still come with rows. */
function isFinished({ status }: RunEnvelope): boolean {
  return status === 'done' || status === 'unrecognised';
}

/**
 * All pages of `record`'s result, the first of which is `record.self`. They never change until they expire, so they are never
 * read again by themselves. Only for a record that has a link.
 */
export function resultPagesQuery(
  client: ApiClient,
  record: Pick<RunRecord, 'id' | 'self' | 'keyId'>,
  upstreamOrigin: string,
) {
  return infiniteQueryOptions({
    queryKey: resultPagesKey(record),
    initialPageParam: record.self ?? '',
    queryFn: ({ pageParam: target, signal }) =>
      client.read({ method: 'GET', target, keyId: record.keyId, signal }, (body) =>
        readPage(body, target, upstreamOrigin),
      ),
    // A link that was followed before leads round in a circle; gather-pages.ts says so.
    getNextPageParam: ({ next }, _pages, _last, followed) =>
      next === null || followed.includes(next) ? undefined : next,
    staleTime: Infinity,
    gcTime: PAGES_KEPT_MS,
    // Comparing every row of every page with itself would cost more than reading it.
    structuralSharing: false,
  });
}
