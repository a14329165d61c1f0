// The mailbox lists as evidence: when each was read, by the desk's clock, and what reading one says of its key. A list is also the
// cheapest question that only a working key is answered, so asking for it is how a paused key is tried again.
import type { QueryClient } from '@tanstack/react-query';
import type { ApiClient } from '#src/client/api-client.ts';
import { ApiError } from '#src/client/api-error.ts';
import type { DeskClock } from '#src/client/desk-clock.ts';
import type { DeskCode } from '#src/contract/desk.ts';
import type { DeskStatus } from './desk-status.ts';
import { connectionKeys, mailboxesQuery } from './queries.ts';

type Parts = {
  readonly client: ApiClient;
  readonly queryClient: QueryClient;
  readonly status: DeskStatus;
};

/** Refusals of the gateway that say nothing about the key. */
const NOT_THE_KEY: ReadonlySet<string> = new Set<DeskCode>([
  'desk-login-required',
  'desk-key-missing',
  'desk-key-required',
  'desk-key-unknown',
]);

/** Whether the API itself does not accept the key that was used. */
function isKeyRefused(error: unknown): boolean {
  return error instanceof ApiError && error.status === 401 && !NOT_THE_KEY.has(error.code ?? '');
}

function readAtKey(keyId: string) {
  return [...connectionKeys.mailboxes(keyId), 'read-at'] as const;
}

/** Notes when lists are read, and pauses a key that is refused. Returns how to stop. */
export function watchMailboxLists(
  queryClient: QueryClient,
  { clock, status }: { readonly clock: DeskClock; readonly status: DeskStatus },
): () => void {
  const [prefix] = connectionKeys.mailboxes('');
  // What a list showed is said beside failures long after the form that asked for it was left.
  queryClient.setQueryDefaults([prefix], { gcTime: Infinity });
  return queryClient.getQueryCache().subscribe((event) => {
    if (event.type !== 'updated') return;
    const [kind, keyId, ...rest] = event.query.queryKey as readonly unknown[];
    if (kind !== prefix || typeof keyId !== 'string' || rest.length > 0) return;
    const { action } = event;
    if (action.type === 'success') queryClient.setQueryData(readAtKey(keyId), clock.now());
    if (action.type === 'error' && isKeyRefused(action.error)) status.pauseKey(keyId);
  });
}

/** When the list of a key was read last, epoch ms of the desk's clock; null where it was not. */
export function mailboxesReadAt(queryClient: QueryClient, keyId: string): number | null {
  return queryClient.getQueryData<number>(readAtKey(keyId)) ?? null;
}

/** What asking for a list came to. */
export type ListReading = { readonly kind: 'read' } | { readonly kind: 'failed'; readonly error: unknown };

/** Asks for the list of a key, whatever is known. A key that is answered works, so its pause is over. Never rejects. */
export async function refreshMailboxes(
  { client, queryClient, status }: Parts,
  keyId: string,
): Promise<ListReading> {
  try {
    await queryClient.query({ ...mailboxesQuery(client, keyId), staleTime: 0 });
    status.resumeKey(keyId);
    return { kind: 'read' };
  } catch (error) {
    return { kind: 'failed', error };
  }
}
