// The mailboxes of a key: the select, with what stands beside it while they load, when they cannot be read, and when there are none.
// What was chosen stays chosen and in sight through all of it.
import type { UseQueryResult } from '@tanstack/react-query';
import { useQueryClient } from '@tanstack/react-query';
import { refreshMailboxes } from '#src/connection/mailbox-lists.ts';
import { knownMailboxes } from '#src/connection/queries.ts';
import type { DeskKey } from '#src/contract/desk.ts';
import type { Mailbox } from '#src/contract/mailboxes.ts';
import { useDesk } from '#src/runs/desk-context.tsx';
import { Button } from '#src/ui/button.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { Field } from '#src/ui/field.tsx';
import { useClockValue } from '#src/ui/now.tsx';
import { Select } from '#src/ui/select.tsx';
import { SkeletonLines, SkeletonRegion } from '#src/ui/skeleton.tsx';
import { formatInstant } from '#src/ui/time-format.ts';
import { MailboxesFailed } from './mailboxes-failed.tsx';

type MailboxFieldProps = {
  mailboxes: UseQueryResult<Mailbox[]>;
  deskKey: Pick<DeskKey, 'id' | 'label'>;
  value: string;
  error: string | undefined;
  onChange: (mailboxId: string) => void;
  onKey: (keyId: string) => void;
};

export function MailboxField(props: MailboxFieldProps) {
  const { mailboxes, deskKey, value, onKey } = props;
  const { data, isError } = mailboxes;
  if (data === undefined && !isError && value === '') {
    return (
      <SkeletonRegion label="Loading mailboxes">
        <SkeletonLines lines={2} />
      </SkeletonRegion>
    );
  }
  if (data?.length === 0 && !isError) return <NoMailboxes mailboxes={mailboxes} deskKey={deskKey} />;
  return (
    <>
      {isError && (
        <MailboxesFailed
          mailboxes={mailboxes}
          deskKey={deskKey}
          size="page"
          headingLevel={2}
          onKey={({ id }) => {
            onKey(id);
          }}
        >
          <p>Nothing entered was lost. Another key can be chosen above.</p>
        </MailboxesFailed>
      )}
      <MailboxSelect {...props} />
    </>
  );
}

function MailboxSelect({ mailboxes, deskKey, value, error, onChange }: MailboxFieldProps) {
  const { data } = mailboxes;
  const chosen = data?.find(({ mailboxId }) => mailboxId === value);
  // Without a list the choice can neither be checked nor changed, but it is kept, under the name that another list has for it.
  const kept = useNameElsewhere(data === undefined ? value : '');
  const hint =
    chosen !== undefined ? (
      <MailboxNow {...chosen} />
    ) : data === undefined ? (
      `The mailboxes of “${deskKey.label}” are not known${mailboxes.isError ? '' : ' yet'}.`
    ) : (
      'The range is read in the mailbox’s time.'
    );
  return (
    <Field label="Mailbox" error={data === undefined ? undefined : error} hint={hint}>
      {(control) => (
        <Select
          {...control}
          value={chosen === undefined && kept === null ? '' : value}
          onChange={(event) => {
            onChange(event.target.value);
          }}
        >
          <option value="" disabled>
            Choose a mailbox
          </option>
          {kept !== null && <option value={value}>{kept}</option>}
          {data?.map(({ mailboxId, mailboxName, active }) => (
            <option key={mailboxId} value={mailboxId}>
              {active ? mailboxName : `${mailboxName} (inactive)`}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

/** The name of a mailbox by any list that was read; its id where none has it, null for no mailbox. */
function useNameElsewhere(mailboxId: string): string | null {
  const queryClient = useQueryClient();
  if (mailboxId === '') return null;
  const known = knownMailboxes(queryClient).find((mailbox) => mailbox.mailboxId === mailboxId);
  return known?.mailboxName ?? mailboxId;
}

function MailboxNow({ timeZone, mailboxEmail }: Mailbox) {
  const now = useClockValue((at) => formatInstant(at, { timeZone }));
  return <>{mailboxEmail === '' ? `Now ${now}` : `${mailboxEmail}, now ${now}`}</>;
}

function NoMailboxes({ mailboxes, deskKey }: Pick<MailboxFieldProps, 'mailboxes' | 'deskKey'>) {
  const { environment } = useDesk();
  return (
    <EmptyState
      title="This key has no mailboxes"
      icon="key"
      actions={
        <Button
          icon="refresh"
          busy={mailboxes.isFetching}
          onClick={() => void refreshMailboxes(environment, deskKey.id)}
        >
          Refresh mailbox list
        </Button>
      }
    >
      <p>
        The mailboxes of a key are fixed when it is made, and “{deskKey.label}” was made with none that still
        exist. Choose another key, or ask a system administrator for one with the mailboxes you need.
      </p>
    </EmptyState>
  );
}
