// From a drill to the form that is filled for it.
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { configQuery, mailboxesQuery } from '#src/connection/queries.ts';
import { useDesk } from '#src/runs/desk-context.tsx';

/** A mailbox, and where it matters a key, by the names that operators read. */
type Wish = { readonly mailbox: string; readonly key?: string | undefined };

/** Leads to the form. What cannot be found by its name is left to be chosen there. */
export function useDrillForm(): (wish: Wish) => Promise<void> {
  const { client } = useDesk().environment;
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  return async ({ mailbox, key }) => {
    const query = new URLSearchParams();
    try {
      const { keys } = await queryClient.ensureQueryData(configQuery(client));
      const chosen = keys.find(({ label }) => label === key);
      if (chosen !== undefined) query.set('key', chosen.id);
      const reader = chosen ?? keys[0];
      const mailboxes =
        reader === undefined ? [] : await queryClient.ensureQueryData(mailboxesQuery(client, reader.id));
      const found = mailboxes.find(({ mailboxName }) => mailboxName === mailbox);
      if (found !== undefined) query.set('mailbox', found.mailboxId);
    } catch {
      // The form says itself what it cannot read.
    }
    await navigate({ pathname: '/launch', search: query.toString() });
  };
}
