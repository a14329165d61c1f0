// Shows what used the request budget, and loads the dialog's code only then.
import { useCallback, useState } from 'react';
import { LazyPart } from '#src/failures/lazy-part.tsx';
import type { ReactNode } from 'react';
import { BudgetDialogContext } from '#src/connection/budget-dialog.ts';
import { frameLate } from './late-parts.ts';

const BudgetDialog = frameLate.part(({ BudgetDialog }) => BudgetDialog);

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
