// Makes the gateway forget a key, with everything that follows from it here.
import { useQueryClient } from '@tanstack/react-query';
import { connectionKeys, forgetKey } from '#src/connection/queries.ts';
import { useDesk } from '#src/runs/desk-context.tsx';

/** Rejects with an `ApiError` where the gateway could not be told. */
export function useForgetKey(): (keyId: string) => Promise<void> {
  const { client } = useDesk().environment;
  const queryClient = useQueryClient();
  return async (keyId) => {
    await forgetKey(client, keyId);
    queryClient.removeQueries({ queryKey: connectionKeys.mailboxes(keyId) });
    await queryClient.invalidateQueries({ queryKey: connectionKeys.config });
  };
}
