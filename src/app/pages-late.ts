// The pages about keys, copies and preferences, fetched as one, and what else is said of keys.
import { ConnectionPage } from './connection-page.tsx';
import { CopiesPage } from './copies-page.tsx';
import { KeyDialog } from './key-dialog.tsx';
import { KeyFirstSteps } from './key-first-steps.tsx';
import { PreferencesPage } from './preferences-page.tsx';

export const PAGES_LATE = { ConnectionPage, CopiesPage, KeyDialog, KeyFirstSteps, PreferencesPage };
