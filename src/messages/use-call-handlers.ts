// What the buttons of a failure do where a message's attachments are read: the call is made once more, with another key where that is
// what it lacked.
import { useNavigate } from 'react-router';
import { useShowBudget } from '#src/connection/budget-dialog.ts';
import { useKeyDialogs } from '#src/connection/key-dialogs.ts';
import type { KeyChoice, KeyDialogKind } from '#src/connection/key-dialogs.ts';
import type { Scope } from '#src/contract/reports.ts';
import type { FailureHandlers } from '#src/failures/actions.ts';

/** The call that failed. */
type FailedCall = {
  readonly usedKey: KeyChoice;
  readonly scopes: readonly Scope[];
  /** Makes the call once more. */
  readonly again: () => void;
  /** The operator gave a key to go on with: makes the call once more with it. */
  readonly onKey: (key: KeyChoice) => void;
};

export function useCallHandlers({ usedKey, scopes, again, onKey }: FailedCall): FailureHandlers {
  const dialogs = useKeyDialogs();
  const navigate = useNavigate();
  const showBudget = useShowBudget();

  async function askForKey(kind: KeyDialogKind, keepOld = false) {
    const key = await dialogs.open(kind, usedKey.id, { keyLabel: usedKey.label, scopes, keepOld });
    if (key !== null) onKey(key);
  }

  return {
    'enter-key': () => void askForKey('enter'),
    'switch-key': () => void askForKey('switch'),
    'use-key-with-more-scopes': () => void askForKey('rescope'),
    'keep-old-key': () => void askForKey('rescope', true),
    'check-now': again,
    'check-once-more': again,
    reconnect: again,
    'check-connection': () => void navigate('/connection'),
    'show-budget': showBudget,
  };
}
