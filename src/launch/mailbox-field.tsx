// The mailboxes of a key: the select, or what stands in its place while they load, when they cannot be read, and when there are none.
import type { UseQueryResult } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import { useShowBudget } from '#src/connection/budget-dialog.ts';
import { useKeyDialogs } from '#src/connection/key-dialogs.ts';
import type { KeyDialogKind } from '#src/connection/key-dialogs.ts';
import type { DeskKey } from '#src/contract/desk.ts';
import { MAILBOXES_PATH } from '#src/contract/endpoints.ts';
import type { Mailbox } from '#src/contract/mailboxes.ts';
import { explain } from '#src/failures/explain.ts';
import { FailurePanel } from '#src/failures/failure-panel.tsx';
import { useDesk } from '#src/runs/desk-context.tsx';
import { Button } from '#src/ui/button.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { Field } from '#src/ui/field.tsx';
import { useClockValue } from '#src/ui/now.tsx';
import { Select } from '#src/ui/select.tsx';
import { SkeletonLines, SkeletonRegion } from '#src/ui/skeleton.tsx';
import { formatInstant } from '#src/ui/time-format.ts';

type MailboxFieldProps = {
  mailboxes: UseQueryResult<Mailbox[]>;
  deskKey: Pick<DeskKey, 'id' | 'label'>;
  value: string;
  error: string | undefined;
  onChange: (mailboxId: string) => void;
  onKey: (keyId: string) => void;
};

export function MailboxField({ mailboxes, deskKey, value, error, onChange, onKey }: MailboxFieldProps) {
  if (mailboxes.data === undefined) {
    return mailboxes.isError ? (
      <MailboxesFailed mailboxes={mailboxes} deskKey={deskKey} onKey={onKey} />
    ) : (
      <SkeletonRegion label="Loading mailboxes">
        <SkeletonLines lines={2} />
      </SkeletonRegion>
    );
  }
  if (mailboxes.data.length === 0) return <NoMailboxes mailboxes={mailboxes} deskKey={deskKey} />;
  const chosen = mailboxes.data.find(({ mailboxId }) => mailboxId === value);
  return (
    <Field
      label="Mailbox"
      error={error}
      hint={chosen === undefined ? 'The range is read in the mailbox’s time.' : <MailboxNow {...chosen} />}
    >
      {(control) => (
        <Select
          {...control}
          value={chosen === undefined ? '' : value}
          onChange={(event) => {
            onChange(event.target.value);
          }}
        >
          <option value="" disabled>
            Choose a mailbox
          </option>
          {mailboxes.data.map(({ mailboxId, mailboxName, active }) => (
            <option key={mailboxId} value={mailboxId}>
              {active ? mailboxName : `${mailboxName} (inactive)`}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

function MailboxNow({ timeZone, mailboxEmail }: Mailbox) {
  const now = useClockValue((at) => formatInstant(at, { timeZone }));
  return <>{mailboxEmail === '' ? `Now ${now}` : `${mailboxEmail}, now ${now}`}</>;
}

type PlaceProps = Pick<MailboxFieldProps, 'mailboxes' | 'deskKey'>;

function MailboxesFailed({ mailboxes, deskKey, onKey }: PlaceProps & Pick<MailboxFieldProps, 'onKey'>) {
  const { clock, status } = useDesk().environment;
  const dialogs = useKeyDialogs();
  const navigate = useNavigate();
  const showBudget = useShowBudget();
  const at = mailboxes.errorUpdatedAt === 0 ? clock.now() : mailboxes.errorUpdatedAt;
  const again = () => void mailboxes.refetch();
  const failure = explain(mailboxes.error, 'mailboxes', { at, target: MAILBOXES_PATH });
  const refused = failure.kind === 'key-refused';

  useEffect(() => {
    if (refused) status.pauseKey(deskKey.id);
  }, [refused, status, deskKey.id]);

  async function askForKey(kind: KeyDialogKind) {
    const key = await dialogs.open(kind, deskKey.id, { keyLabel: deskKey.label, scopes: ['reporting'] });
    if (key !== null) onKey(key.id);
  }

  return (
    <FailurePanel
      size="page"
      headingLevel={2}
      failure={{
        ...failure,
        keyLabel: deskKey.label,
        subject: 'the list of mailboxes',
      }}
      handlers={{
        'enter-key': () => void askForKey('enter'),
        'switch-key': () => void askForKey('switch'),
        'use-key-with-more-scopes': () => void askForKey('rescope'),
        'check-now': again,
        'check-once-more': again,
        'refresh-mailboxes': again,
        reconnect: again,
        'check-connection': () => void navigate('/connection'),
        'show-budget': showBudget,
      }}
    >
      <p>Nothing entered below was lost. Another key can be chosen above.</p>
    </FailurePanel>
  );
}

function NoMailboxes({ mailboxes, deskKey }: PlaceProps) {
  return (
    <EmptyState
      title="This key has no mailboxes"
      icon="key"
      actions={
        <Button
          icon="refresh"
          busy={mailboxes.isFetching}
          onClick={() => {
            void mailboxes.refetch();
          }}
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
