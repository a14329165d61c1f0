// A whole result read without its page: for a copy that is saved from the board, or by the desk itself.
import type { DeskConfig } from '#src/contract/desk.ts';
import type { RunRecord } from '#src/records/record.ts';
import { createGatherer } from '#src/rows/gather-pages.ts';
import type { Gathered } from '#src/rows/gather-pages.ts';
import { readPage } from '#src/rows/pages-query.ts';
import type { ResultPageData } from '#src/rows/pages-query.ts';
import type { RunEnvironment } from '#src/runs/environment.ts';

type ReadOptions = {
  readonly upstream: DeskConfig['upstream'];
  readonly signal?: AbortSignal | undefined;
  /** Nobody waits for it: it gives way to every other request of the account, and is not tried again. */
  readonly ahead?: boolean | undefined;
  /** Called with what is there after each page. What it gives is waited for before the next one. */
  readonly onPage?: ((gathered: Gathered) => unknown) | undefined;
};

/**
 * Every page of `record`'s result, as far as its links lead. Rejects with an `ApiError` where a page cannot be read, and with the
 * signal's reason.
 */
export async function readResult(
  { client, queryClient }: Pick<RunEnvironment, 'client' | 'queryClient'>,
  record: Pick<RunRecord, 'id' | 'self' | 'keyId'>,
  { upstream, signal, ahead = false, onPage }: ReadOptions,
): Promise<Gathered> {
  const gather = createGatherer();
  const pages: ResultPageData[] = [];
  for (let target = record.self ?? ''; ;) {
    const call = { method: 'GET', target, keyId: record.keyId, signal, ahead } as const;
    const page = await queryClient.fetchQuery({
      queryKey: ['copies', record.id, target],
      queryFn: () => client.read(call, (body) => readPage(body, target, upstream)),
      staleTime: 0,
      gcTime: 0,
      structuralSharing: false,
      ...(ahead && { retry: false }),
    });
    signal?.throwIfAborted();
    pages.push(page);
    const gathered = gather([...pages]);
    await onPage?.(gathered);
    if (gathered.end !== 'more' || page.next === null) return gathered;
    target = page.next;
  }
}
