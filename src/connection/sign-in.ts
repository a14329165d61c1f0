// The log-in of a desk that others can reach.
import type { QueryClient } from '@tanstack/react-query';
import type { ApiClient } from '#src/client/api-client.ts';
import { ApiError } from '#src/client/api-error.ts';
import type { DeskCode } from '#src/contract/desk.ts';
import type { DeskStatus } from './desk-status.ts';

const LOGIN_REQUIRED: DeskCode = 'desk-login-required';

/** Whether the gateway wants a log-in before it answers this. */
export function isLoginRequired(error: unknown): boolean {
  return error instanceof ApiError && error.status === 401 && error.code === LOGIN_REQUIRED;
}

/** Signs in. Rejects with an `ApiError`: 401 `desk-login-refused`, 429 `desk-login-throttled`. The cookie is out of reach for scripts. */
export async function signIn(client: ApiClient, token: string): Promise<void> {
  await client.read({ method: 'POST', target: '/desk/login', body: JSON.stringify({ token }) }, () => true);
}

/** Lets any read that meets the log-in say so, once for the whole desk. Returns how to stop. */
export function watchSignIn(queryClient: QueryClient, status: DeskStatus): () => void {
  return queryClient.getQueryCache().subscribe((event) => {
    if (event.type !== 'updated' || event.action.type !== 'error') return;
    if (isLoginRequired(event.action.error)) status.setSignedOut(true);
  });
}
