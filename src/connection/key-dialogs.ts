// The key dialogs as the pages see them: they ask, the app shows the dialog, and the answer says which key to go on with.
import { createContext, useContext } from 'react';

/**
 * - `enter`: the key was refused, or there is none.
 * - `rescope`: the key lacks a permission.
 * - `switch`: a record belongs to a key that is not loaded.
 */
export type KeyDialogKind = 'enter' | 'rescope' | 'switch';

/** A loaded key, as the browser may know it. */
export type KeyChoice = { readonly id: string; readonly label: string };

/** What a dialog may be told beside its key. */
export type KeyDialogOptions = {
  readonly scopes?: readonly string[];
  readonly keyLabel?: string;
  readonly resends?: boolean;
  readonly keepOld?: boolean;
};

/** See the top of this file. */
export type KeyDialogs = {
  /**
   * Shows the dialog and resolves with the key that the gateway took, or null where the operator left it. `keyId` is the key in
   * question; `scopes` are named where a permission is missing; `resends` says that a confirmed key sends a launch once more;
   * `keepOld` ticks *Keep old key for current runs* from the start.
   */
  open(kind: KeyDialogKind, keyId: string | null, options?: KeyDialogOptions): Promise<KeyChoice | null>;
};

/** Given by the app. */
export const KeyDialogsContext = createContext<KeyDialogs | null>(null);

/** The key dialogs. Throws outside of `KeyDialogsContext`. */
export function useKeyDialogs(): KeyDialogs {
  const dialogs = useContext(KeyDialogsContext);
  if (dialogs === null) throw new Error('useKeyDialogs needs a KeyDialogsContext above it');
  return dialogs;
}
