// React Query with the desk's defaults: one retry layer, nothing persisted, nothing paused by the browser's idea of being online.
import { QueryClient } from '@tanstack/react-query';
import { ApiError } from './api-error.ts';
import { createRetryPolicy } from './retry-policy.ts';

/** What the query client stands on. */
export type QueryClientOptions = { readonly random: () => number };

/**
 * Only "no data and unexpected" reaches an error boundary: an `ApiError` is expected and shown in place, and a failed refetch
 * never hides data already on screen.
 */
function throwOnError(error: Error, query: { state: { data: unknown } }): boolean {
  return query.state.data === undefined && !(error instanceof ApiError);
}

/** Makes the query client. */
export function createQueryClient({ random }: QueryClientOptions): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        ...createRetryPolicy(random),
        networkMode: 'always',
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        staleTime: 60_000,
        throwOnError,
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}
