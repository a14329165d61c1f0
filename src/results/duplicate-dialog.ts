// The question before a second run of what the desk has already: pages ask, the app shows the dialog.
import { createContext, useContext } from 'react';
import type { Duplicate } from '#src/records/duplicates.ts';

/** Shows what is there and resolves with whether the operator wants another run all the same. */
export type AskAboutDuplicate = (duplicate: Duplicate) => Promise<boolean>;

/** Given by the app. */
export const DuplicateDialogContext = createContext<AskAboutDuplicate | null>(null);

/** See {@link AskAboutDuplicate}. Throws outside of `DuplicateDialogContext`. */
export function useAskAboutDuplicate(): AskAboutDuplicate {
  const ask = useContext(DuplicateDialogContext);
  if (ask === null) throw new Error('useAskAboutDuplicate needs a DuplicateDialogContext above it');
  return ask;
}
