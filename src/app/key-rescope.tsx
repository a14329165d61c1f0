// How to come by a key with more scopes, step by step, and what the switch means for the runs of the present one.
import { useQuery } from '@tanstack/react-query';
import { mailboxesQuery } from '#src/connection/queries.ts';
import { actionLabel } from '#src/failures/actions.ts';
import { widerKeyRequest } from '#src/failures/admin-request.ts';
import { scopesSeen } from '#src/failures/key-scopes.ts';
import { useDesk, useDeskStatus, useRecords } from '#src/runs/desk-context.tsx';
import { CopyButton } from '#src/ui/copy-button.tsx';
import { formatList } from '#src/ui/number-format.ts';
import type { KeyRequest } from './key-dialog.tsx';
import * as words from './key-dialog-words.tsx';
import styles from './key-dialog.module.css';

export function RescopeSteps({ request, name }: { request: KeyRequest; name: string }) {
  const { keyId, keyLabel, scopes: needed = [] } = request;
  const { client } = useDesk().environment;
  const records = useRecords();
  const isRefused = useDeskStatus().pausedKeys.has(keyId ?? '');
  // The new key needs the same mailboxes, so their names are worth a request where they are not known.
  const { data: list } = useQuery({
    ...mailboxesQuery(client, keyId ?? ''),
    enabled: keyId !== null && !isRefused,
  });
  const { works } = scopesSeen(keyId ?? '', records, list !== undefined);
  const open = needed.filter((scope) => !works.some((known) => known === scope));
  const scopes = [...new Set([...needed, ...works])];
  const mailboxes = list?.map(({ mailboxName }) => mailboxName);
  return (
    <>
      <p>
        {needed.length > 0 && `${words.callNeeds(formatList(needed))} `}
        {works.length > 0 && `${words.knownToWork(name, formatList(works))} `}
        {open.length > 0 && `${words.notSeenToWork(formatList(open))} `}
        {words.newKeyIsMade}
      </p>
      <ol className={styles['steps']}>
        <li>{words.pressAddKey}</li>
        <li>
          {mailboxes === undefined || mailboxes.length === 0
            ? words.sameMailboxes(name)
            : words.sameMailboxesNamed(name, namesOf(mailboxes))}
        </li>
        <li>{words.exactScopes(scopes.length === 0 ? words.asNeeded : formatList(scopes))}</li>
        <li>{words.generateKey}</li>
      </ol>
      <div>
        <CopyButton
          text={() => widerKeyRequest({ keyLabel, scopes, mailboxes })}
          variant="secondary"
          size="small"
        >
          {actionLabel('copy-request')}
        </CopyButton>
      </div>
    </>
  );
}

/** So many names are read at a glance; the copied request has more. */
const MOST_NAMES = 6;

function namesOf(mailboxes: readonly string[]): string {
  const shown = mailboxes.slice(0, MOST_NAMES);
  const rest = mailboxes.length - shown.length;
  return formatList(rest === 0 ? shown : [...shown, words.more(rest)]);
}
