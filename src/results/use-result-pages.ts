// Reading a result: its first page by itself, the rest when asked for, and on again after a failure.
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useRetryAt } from '#src/failures/use-retry-at.ts';
import { useDesk } from '#src/runs/desk-context.tsx';
import type { RunFailure } from '#src/records/failure.ts';
import type { RunRecord } from '#src/records/record.ts';
import { createGatherer } from '#src/rows/gather-pages.ts';
import type { Gathered } from '#src/rows/gather-pages.ts';
import { resultPagesQuery } from '#src/rows/pages-query.ts';
import { useReadFailure } from './use-read-failure.ts';

/** See {@link useResultPages}. */
export type ResultReading = {
  /** All pages read so far; null before the first. A failure never takes it away. */
  readonly gathered: Gathered | null;
  /** Why the last read failed; null once a read has worked. */
  readonly failure: RunFailure | null;
  readonly reading: boolean;
  /** Whether page after page is being read, or will be as soon as a failure that passes by itself has passed. */
  readonly loadingAll: boolean;
  readonly loadAll: () => void;
  /** Stops after the page that is being read, or at once where it is waited for. */
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
  const { wanted, working, loadAll, pause } = useLoadAll(async () => {
    const { data, isError } = await query.fetchNextPage({ cancelRefetch: false });
    if (isError || data === undefined) return 'failed';
    return gather(data.pages).end === 'more' ? 'more' : 'over';
  }, enabled);

  function stop() {
    pause();
    // A page that is on its way is let through. One that failed is no longer waited for, and why it failed is of no matter then.
    if (query.failureReason === null) return;
    void queryClient
      .cancelQueries({ queryKey: options.queryKey })
      .then(() => queryClient.setQueryData(options.queryKey, (data) => data));
  }

  function reload() {
    pause();
    // A failure stays with the query, where the screen finds it.
    void queryClient.infiniteQuery({ ...options, pages: 1, staleTime: 0 }).catch(() => undefined);
  }

  function retry() {
    if (gathered === null) void query.refetch();
    else if (query.isFetchNextPageError || (wanted && gathered.end === 'more')) loadAll();
    else reload();
  }

  const retryAt = failure?.retryAt ?? null;
  useRetryAt(enabled && !query.isFetching ? retryAt : null, retry);

  return {
    gathered,
    failure,
    reading: query.isFetching,
    loadingAll: working || (wanted && retryAt !== null),
    loadAll,
    pause: stop,
    retry,
    reload,
  };
}

type NextPage = () => Promise<'more' | 'over' | 'failed'>;

/** Page after page. The wish outlives a failure, so that the reading can go on, until there is nothing more or the operator pauses. */
function useLoadAll(next: NextPage, enabled: boolean) {
  const goesOn = useRef(false);
  const busy = useRef(false);
  const [wanted, setWanted] = useState(false);
  const [working, setWorking] = useState(false);

  async function loadAll() {
    goesOn.current = true;
    setWanted(true);
    setWorking(true);
    if (busy.current) return;
    busy.current = true;
    let found: Awaited<ReturnType<NextPage>> = 'more';
    while (goesOn.current && found === 'more') found = await next();
    busy.current = false;
    setWorking(false);
    if (found === 'over') setWanted(false);
  }

  function pause() {
    goesOn.current = false;
    setWanted(false);
    setWorking(false);
  }

  useEffect(() => {
    // Nothing can be read any more, or nobody looks.
    if (!enabled) goesOn.current = false;
    return () => {
      goesOn.current = false;
    };
  }, [enabled]);

  return { wanted, working, loadAll: () => void loadAll(), pause };
}
