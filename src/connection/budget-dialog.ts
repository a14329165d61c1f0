// *What used the budget* as the pages see it: they ask, the app shows it.
import { createContext, useContext } from 'react';

/** Given by the app. */
export const BudgetDialogContext = createContext<(() => void) | null>(null);

/** Shows what used the request budget of the last minute. Throws outside of `BudgetDialogContext`. */
export function useShowBudget(): () => void {
  const show = useContext(BudgetDialogContext);
  if (show === null) throw new Error('useShowBudget needs a BudgetDialogContext above it');
  return show;
}
