// The frame's second half, fetched as one once the page stands: what the first look does without, and what is shown only now and then.
import { AutomaticCopies } from '#src/copies/automatic-part.tsx';
import { Keyboard } from '#src/palette/keyboard.tsx';
import { BudgetDialog } from './budget-dialog.tsx';
import { DuplicateDialog } from './duplicate-dialog.tsx';
import { KeepFocus } from './keep-focus.tsx';
import { Notices } from './notices.tsx';
import { SandboxBar } from './sandbox-bar.tsx';
import { SavingNotice } from './saving-notice.tsx';
import { SignInForm } from './sign-in-form.tsx';
import { UndoRemoval } from './undo-removal.tsx';

export const FRAME_LATE = {
  AutomaticCopies,
  BudgetDialog,
  DuplicateDialog,
  KeepFocus,
  Keyboard,
  Notices,
  SandboxBar,
  SavingNotice,
  SignInForm,
  UndoRemoval,
};
