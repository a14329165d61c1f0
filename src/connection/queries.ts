// What the desk asks about its own connection: config, mailboxes of a key, and (sandbox mode) the drills.
import { queryOptions } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import * as z from 'zod/mini';
import type { ApiClient } from '#src/client/api-client.ts';
import { addedKeySchema, deskConfigSchema, drillListSchema, usageSchema } from '#src/contract/desk.ts';
import type { AddedKey } from '#src/contract/desk.ts';
import { MAILBOXES_PATH } from '#src/contract/endpoints.ts';
import { mailboxListSchema } from '#src/contract/mailboxes.ts';
import type { Mailbox } from '#src/contract/mailboxes.ts';
import { refreshPace } from './refresh-pace.ts';
import type { RefreshPace } from './refresh-pace.ts';

/** Reads `body` by `schema`, null where it does not fit. */
function reader<Value>(schema: z.core.$ZodType<Value>): (body: unknown) => Value | null {
  return (body) => {
    const parsed = z.safeParse(schema, body);
    return parsed.success ? parsed.data : null;
  };
}

/** Keys of this folder's queries. */
export const connectionKeys = {
  config: ['desk', 'config'] as const,
  mailboxes: (keyId: string) => ['mailboxes', keyId] as const,
  usage: ['desk', 'usage'] as const,
  drills: ['sandbox', 'drills'] as const,
};

/** Mode, upstream origin, loaded keys and limits of the gateway. */
export function configQuery(client: ApiClient) {
  return queryOptions({
    queryKey: connectionKeys.config,
    queryFn: ({ signal }) =>
      client.read({ method: 'GET', target: '/desk/config', signal }, reader(deskConfigSchema)),
    // Code outside React stands on it too (config-source.ts), also while no component shows it.
    gcTime: Infinity,
  });
}

/** Every mailbox list that was read in this visit, by whichever key. */
export function knownMailboxes(queryClient: QueryClient): Mailbox[] {
  const lists = queryClient.getQueriesData<Mailbox[]>({
    predicate: ({ queryKey }) => queryKey[0] === connectionKeys.mailboxes('')[0] && queryKey.length === 2,
  });
  return lists.flatMap(([, list]) => list ?? []);
}

/** The mailboxes that a key may use. Changes rarely: asked once per visit, and when the operator asks for it. */
export function mailboxesQuery(client: ApiClient, keyId: string) {
  return queryOptions({
    queryKey: connectionKeys.mailboxes(keyId),
    queryFn: async ({ signal }) => {
      const call = { method: 'GET', target: MAILBOXES_PATH, keyId, signal } as const;
      return (await client.read(call, reader(mailboxListSchema))).mailboxes;
    },
    staleTime: 10 * 60_000,
  });
}

/** How often the meters are read while the page is visible, in ms. */
const USAGE_EVERY_MS: Readonly<Record<RefreshPace, number>> = { normal: 5_000, slower: 30_000 };

/** The shared request budget, for the meters. Costs the API nothing; a miss is caught up by the next reading. */
export function usageQuery(client: ApiClient) {
  return queryOptions({
    queryKey: connectionKeys.usage,
    queryFn: ({ signal }) =>
      client.read({ method: 'GET', target: '/desk/usage', signal }, reader(usageSchema)),
    refetchInterval: () => USAGE_EVERY_MS[refreshPace.get()],
    retry: false,
  });
}

/** The sandbox's drills. */
export function drillsQuery(client: ApiClient) {
  return queryOptions({
    queryKey: connectionKeys.drills,
    queryFn: ({ signal }) =>
      client.read({ method: 'GET', target: '/sandbox/drills', signal }, reader(drillListSchema)),
    staleTime: Infinity,
  });
}

/** Gives a key to the gateway, which checks it with one mailbox list. The value is not kept here. */
export function addKey(client: ApiClient, key: { label: string; key: string }): Promise<AddedKey> {
  return client.read(
    { method: 'POST', target: '/desk/keys', body: JSON.stringify(key) },
    reader(addedKeySchema),
  );
}

/** Makes the gateway forget a key. */
export async function forgetKey(client: ApiClient, keyId: string): Promise<void> {
  await client.read({ method: 'DELETE', target: `/desk/keys/${encodeURIComponent(keyId)}` }, () => true);
}

const clockAnswer = reader(z.looseObject({ now: z.string() }));

/** Moves the sandbox's time on, by an amount such as `24h`. */
export async function advanceSandbox(client: ApiClient, advance: string): Promise<void> {
  await client.read(
    { method: 'POST', target: '/sandbox/clock', body: JSON.stringify({ advance }) },
    clockAnswer,
  );
}
