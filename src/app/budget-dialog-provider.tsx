// Shows what used the request budget, and loads the dialog's code only then.
import { lazy, useCallback, useState } from 'react';
import { LazyPart } from '#src/failures/lazy-part.tsx';
import type { ReactNode } from 'react';
import { BudgetDialogContext } from '#src/connection/budget-dialog.ts';

const BudgetDialog = lazy(async () => ({ default: (await import('./budget-dialog.tsx')).BudgetDialog }));

export function BudgetDialogProvider({ children }: { children: ReactNode }) {
  const [open, setOpen] = useState(false);
  const show = useCallback(() => {
    setOpen(true);
  }, []);
  return (
    <BudgetDialogContext value={show}>
      {children}
      {open && (
        <LazyPart>
          <BudgetDialog
            onClose={() => {
              setOpen(false);
            }}
          />
        </LazyPart>
      )}
    </BudgetDialogContext>
  );
}
