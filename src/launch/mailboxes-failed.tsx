// The mailbox list of a key could not be read: why, and the way on. Stands beside the field, never in its place.
import type { UseQueryResult } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import type { ReactNode } from 'react';
import { useShowBudget } from '#src/connection/budget-dialog.ts';
import { useKeyDialogs } from '#src/connection/key-dialogs.ts';
import type { KeyChoice, KeyDialogKind } from '#src/connection/key-dialogs.ts';
import { refreshMailboxes } from '#src/connection/mailbox-lists.ts';
import type { DeskKey } from '#src/contract/desk.ts';
import { MAILBOXES_PATH } from '#src/contract/endpoints.ts';
import type { Mailbox } from '#src/contract/mailboxes.ts';
import { explain } from '#src/failures/explain.ts';
import { FailurePanel } from '#src/failures/failure-panel.tsx';
import { useDesk } from '#src/runs/desk-context.tsx';
import type { HeadingLevel } from '#src/ui/heading.tsx';
import * as words from './mailbox-words.ts';

type MailboxesFailedProps = {
  mailboxes: Pick<UseQueryResult<Mailbox[]>, 'error' | 'errorUpdatedAt'>;
  deskKey: Pick<DeskKey, 'id' | 'label'>;
  size: 'card' | 'page';
  headingLevel: HeadingLevel;
  /** A key was entered or chosen. */
  onKey: (key: KeyChoice) => void;
  children?: ReactNode;
};

export function MailboxesFailed({
  mailboxes,
  deskKey,
  size,
  headingLevel,
  onKey,
  children,
}: MailboxesFailedProps) {
  const { environment } = useDesk();
  const dialogs = useKeyDialogs();
  const navigate = useNavigate();
  const showBudget = useShowBudget();
  const at = mailboxes.errorUpdatedAt === 0 ? environment.clock.now() : mailboxes.errorUpdatedAt;
  const again = () => void refreshMailboxes(environment, deskKey.id);

  async function askForKey(kind: KeyDialogKind, keepOld = false) {
    const key = await dialogs.open(kind, deskKey.id, {
      keyLabel: deskKey.label,
      scopes: ['reporting'],
      ...(keepOld && { keepOld }),
    });
    if (key !== null) onKey(key);
  }

  return (
    <FailurePanel
      size={size}
      headingLevel={headingLevel}
      failure={{
        ...explain(mailboxes.error, 'mailboxes', { at, target: MAILBOXES_PATH }),
        keyLabel: deskKey.label,
        subject: words.listOfMailboxes,
      }}
      handlers={{
        'enter-key': () => void askForKey('enter'),
        'switch-key': () => void askForKey('switch'),
        'use-key-with-more-scopes': () => void askForKey('rescope'),
        'keep-old-key': () => void askForKey('rescope', true),
        'check-now': again,
        'check-once-more': again,
        'refresh-mailboxes': again,
        reconnect: again,
        'check-connection': () => void navigate('/connection'),
        'show-budget': showBudget,
      }}
    >
      {children}
    </FailurePanel>
  );
}
