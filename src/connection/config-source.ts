// The gateway's config for code outside React: the last reading, a way to read it anew, and word of every change.
import type { QueryClient } from '@tanstack/react-query';
import type { ApiClient } from '#src/client/api-client.ts';
import type { DeskConfig } from '#src/contract/desk.ts';
import { configQuery } from './queries.ts';

/** See the top of this file. React reads the same cache entry by `configQuery`. */
export type ConfigSource = {
  /** The last reading, null before the first. */
  current(): DeskConfig | null;
  /** Reads it anew. Rejects with an `ApiError`. */
  refresh(): Promise<DeskConfig>;
  subscribe(listener: () => void): () => void;
};

/** Stands on the query cache, so that there is one copy of the config. */
export function createConfigSource(queryClient: QueryClient, client: ApiClient): ConfigSource {
  const query = configQuery(client);
  const hash = JSON.stringify(query.queryKey);
  const cache = queryClient.getQueryCache();
  return {
    // By its hash: the queue, the slots and every card ask for it all the time.
    current: () => cache.get<DeskConfig>(hash)?.state.data ?? null,
    refresh: () => queryClient.query({ ...query, staleTime: 0 }),
    subscribe: (listener) =>
      cache.subscribe((event) => {
        if (event.type === 'updated' && event.action.type === 'success' && event.query.queryHash === hash) {
          listener();
        }
      }),
  };
}
