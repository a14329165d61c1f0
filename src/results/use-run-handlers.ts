// What the buttons of a run's failure panel do: the same on its card and on its page.
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { useShowBudget } from '#src/connection/budget-dialog.ts';
import { useKeyDialogs } from '#src/connection/key-dialogs.ts';
import type { KeyChoice, KeyDialogKind } from '#src/connection/key-dialogs.ts';
import { refreshMailboxes } from '#src/connection/mailbox-lists.ts';
import { configQuery } from '#src/connection/queries.ts';
import { useCopy } from '#src/copies/copies-context.tsx';
import { reportOf } from '#src/contract/reports.ts';
import type { FailureHandlers } from '#src/failures/actions.ts';
import { formLink } from '#src/launch/form-state.ts';
import { anotherKey } from '#src/runs/another-key.ts';
import { useDesk, useDeskStatus } from '#src/runs/desk-context.tsx';
import type { RunRecord } from '#src/records/record.ts';
import { useRunAgain } from './use-run-again.ts';

/** What a page does after an action, beyond the action itself. */
export type AfterRunAction = {
  /** A new run was put in the queue. */
  readonly launched?: ((record: RunRecord) => void) | undefined;
  /** The record is gone. */
  readonly removed?: (() => void) | undefined;
  /** A key was entered or chosen. */
  readonly keyLoaded?: (() => void) | undefined;
};

function useOtherKey(record: RunRecord): KeyChoice | null {
  const { client } = useDesk().environment;
  const { data: config } = useQuery(configQuery(client));
  const { pausedKeys } = useDeskStatus();
  return anotherKey(record, config?.keys ?? [], pausedKeys);
}

/** Handlers by action; those of features that the desk does not have are missing, and so are their buttons. */
export function useRunHandlers(record: RunRecord, after: AfterRunAction = {}): FailureHandlers {
  const desk = useDesk();
  const launchAgain = useRunAgain();
  const dialogs = useKeyDialogs();
  const navigate = useNavigate();
  const showBudget = useShowBudget();

  const otherKey = useOtherKey(record);
  // A part is never offered in the place of the whole; the page of the run shows it as what it is.
  const hasCopy = useCopy(record.id)?.complete === true;

  const goTo = (target: string) => () => void navigate(target);
  const check = () => void desk.checkNow(record.id);

  async function remove() {
    await desk.remove(record.id);
    after.removed?.();
  }

  async function runAgain(key?: KeyChoice) {
    const launched = await launchAgain(record, key);
    if (launched !== null) after.launched?.(launched);
  }

  async function askForKey(kind: KeyDialogKind, keepOld = false) {
    const resends = record.state === 'refused';
    const key = await dialogs.open(kind, record.keyId, {
      keyLabel: record.keyLabel,
      scopes: reportOf(record.request.report).scopes,
      resends,
      keepOld,
    });
    if (key === null) return;
    if (resends) await runAgain(key);
    else after.keyLoaded?.();
  }

  return {
    'edit-and-run': goTo(formLink(record)),
    'choose-mailbox': goTo(formLink(record)),
    'check-connection': goTo('/connection'),
    'run-again': () => void runAgain(),
    'start-another': () => void runAgain(),
    'check-now': check,
    'check-once-more': check,
    reconnect: check,
    'reload-first-page': check,
    'slower-updates': () => void desk.slowUpdates(record.id),
    ...(otherKey !== null && { 'run-again-with-this-key': () => void runAgain(otherKey) }),
    'pause-updates': () => void desk.pauseUpdates(record.id),
    'keep-waiting': () => void desk.askLedgerNow(record.id),
    'treat-as-not-started': () => void desk.release(record.id),
    'remove-from-queue': () => void remove(),
    'hide-card': () => void remove(),
    'refresh-mailboxes': () => void refreshMailboxes(desk.environment, record.keyId),
    'show-budget': showBudget,
    ...(hasCopy && { 'open-saved-copy': goTo(`/copies/${record.id}`) }),
    'enter-key': () => void askForKey('enter'),
    'switch-key': () => void askForKey('switch'),
    'use-key-with-more-scopes': () => void askForKey('rescope'),
    'keep-old-key': () => void askForKey('rescope', true),
  };
}
