// The mailboxes of a key: one or several of them, with what stands beside it while they load, when they cannot be read, and when there are none.
// What was chosen stays chosen and in sight through all of it.
import type { UseQueryResult } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { refreshMailboxes } from '#src/connection/mailbox-lists.ts';
import type { DeskKey } from '#src/contract/desk.ts';
import type { Mailbox } from '#src/contract/mailboxes.ts';
import { useDesk } from '#src/runs/desk-context.tsx';
import { Button } from '#src/ui/button.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { SkeletonLines, SkeletonRegion } from '#src/ui/skeleton.tsx';
import { MailboxSelect } from './mailbox-select.tsx';
import { MailboxesChoice } from './mailboxes-choice.tsx';
import { MailboxesFailed } from './mailboxes-failed.tsx';
import * as words from './mailbox-words.ts';
import styles from './launch-form.module.css';

export type MailboxFieldProps = {
  mailboxes: UseQueryResult<Mailbox[]>;
  deskKey: Pick<DeskKey, 'id' | 'label'>;
  /** Ids of those that are chosen. */
  values: readonly string[];
  error: string | undefined;
  onChange: (mailboxIds: string[]) => void;
  onKey: (keyId: string) => void;
};

export function MailboxField(props: MailboxFieldProps) {
  const { mailboxes, deskKey, values, onKey } = props;
  const { data, isError } = mailboxes;
  if (data === undefined && !isError && values.length === 0) {
    return (
      <SkeletonRegion label={words.loadingMailboxes}>
        <SkeletonLines lines={2} />
      </SkeletonRegion>
    );
  }
  if (data?.length === 0 && !isError) return <NoMailboxes mailboxes={mailboxes} deskKey={deskKey} />;
  return (
    <div className={styles['stack']}>
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
          <p>{words.nothingLost}</p>
        </MailboxesFailed>
      )}
      <OneOrSeveral {...props} />
    </div>
  );
}

/** One, as it mostly is, until several are asked for or come with a link. */
function OneOrSeveral(props: MailboxFieldProps) {
  const { mailboxes, values, error, onChange } = props;
  const { data } = mailboxes;
  const [asked, setAsked] = useState(false);
  const element = useRef<HTMLDivElement>(null);
  const several = asked || values.length > 1;

  // The button is pressed: the focus goes on to what takes the place of the field.
  const pressed = useRef(false);
  useEffect(() => {
    if (pressed.current) element.current?.querySelector<HTMLElement>('select, input')?.focus();
    pressed.current = false;
  }, [several]);

  return (
    <div ref={element} className={styles['stack']}>
      {several ? (
        <MailboxesChoice
          listed={data ?? []}
          values={values}
          error={data === undefined ? undefined : error}
          onChange={(mailboxIds) => {
            // Two that became one are still several to the operator, who may be about to choose another.
            setAsked(true);
            onChange(mailboxIds);
          }}
        />
      ) : (
        <MailboxSelect
          {...props}
          value={values[0] ?? ''}
          onChange={(mailboxId) => {
            onChange([mailboxId]);
          }}
        />
      )}
      {(several || (data?.length ?? 0) > 1) && (
        <Button
          size="small"
          variant="quiet"
          icon={several ? undefined : 'plus'}
          className={styles['start']}
          disabledReason={values.length > 1 ? words.severalAreChosen : undefined}
          onClick={() => {
            pressed.current = true;
            setAsked(!several);
          }}
        >
          {several ? words.onlyOneMailbox : words.severalMailboxes}
        </Button>
      )}
    </div>
  );
}

function NoMailboxes({ mailboxes, deskKey }: Pick<MailboxFieldProps, 'mailboxes' | 'deskKey'>) {
  const { environment } = useDesk();
  return (
    <EmptyState
      title={words.noMailboxes}
      icon="key"
      actions={
        <Button
          icon="refresh"
          busy={mailboxes.isFetching}
          onClick={() => void refreshMailboxes(environment, deskKey.id)}
        >
          {words.refreshList}
        </Button>
      }
    >
      <p>{words.noMailboxesWhy(deskKey.label)}</p>
    </EmptyState>
  );
}
