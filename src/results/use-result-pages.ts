// Reading a result: its first page by itself, the rest when asked for, and on again after a failure.
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useDesk } from '#src/runs/desk-context.tsx';
import type { RunFailure } from '#src/records/failure.ts';
import type { RunRecord } from '#src/records/record.ts';
import { createGatherer } from '#src/rows/gather-pages.ts';
import type { Gathered } from '#src/rows/gather-pages.ts';
import { resultPagesQuery } from '#src/rows/pages-query.ts';
import { useReadFailure, useRetryAt } from './use-read-failure.ts';

/** See {@link useResultPages}. */
export type ResultReading = {
  /** All pages read so far; null before the first. A failure never takes it away. */
  readonly gathered: Gathered | null;
  /** Why the last read failed; null once a read has worked. */
  readonly failure: RunFailure | null;
  readonly reading: boolean;
  /** Whether page after page is being read. */
  readonly loadingAll: boolean;
  readonly loadAll: () => void;
  /** Stops after the page that is being read. */
  readonly pause: () => void;
  /** What failed, once more. */
  readonly retry: () => void;
  /** Reads the first page anew; what was loaded stays until it is there. */
  readonly reload: () => void;
};

/** Reads the result of `record`, a finished run. Nothing is asked for unless `enabled`; what was read before is still given. */
export function useResultPages(record: RunRecord, upstreamOrigin: string, enabled: boolean): ResultReading {
  const { client } = useDesk().environment;
  const queryClient = useQueryClient();
  const options = resultPagesQuery(client, record, upstreamOrigin);
  const query = useInfiniteQuery({ ...options, enabled: enabled && record.self !== null });
  const [gather] = useState(createGatherer);
  const gathered = useMemo(
    () => (query.data === undefined ? null : gather(query.data.pages)),
    [gather, query.data],
  );
  const failure = useReadFailure(query, record);
  const goesOn = useRef(false);
  const [loadingAll, setLoadingAll] = useState(false);

  async function loadAll() {
    if (goesOn.current) return;
    goesOn.current = true;
    setLoadingAll(true);
    while (goesOn.current) {
      const { data, isError } = await query.fetchNextPage({ cancelRefetch: false });
      if (isError || data === undefined || gather(data.pages).end !== 'more') break;
    }
    goesOn.current = false;
    setLoadingAll(false);
  }

  function pause() {
    goesOn.current = false;
    setLoadingAll(false);
  }

  function reload() {
    pause();
    // A failure stays with the query, where the screen finds it.
    void queryClient.infiniteQuery({ ...options, pages: 1, staleTime: 0 }).catch(() => undefined);
  }

  function retry() {
    if (gathered === null) void query.refetch();
    else if (gathered.end === 'more') void loadAll();
    else reload();
  }

  useEffect(
    () => () => {
      goesOn.current = false;
    },
    [],
  );
  useRetryAt(enabled && !query.isFetching ? (failure?.retryAt ?? null) : null, retry);

  return {
    gathered,
    failure,
    reading: query.isFetching,
    loadingAll,
    loadAll: () => void loadAll(),
    pause,
    retry,
    reload,
  };
}
