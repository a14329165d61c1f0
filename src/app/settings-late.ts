// The pages of keys and preferences, fetched as one, and what else is said of keys: the dialogs that ask for one, and the first steps of
// a desk without.
import { ConnectionPage } from './connection-page.tsx';
import { KeyDialog } from './key-dialog.tsx';
import { KeyFirstSteps } from './key-first-steps.tsx';
import { PreferencesPage } from './preferences-page.tsx';

export const SETTINGS_LATE = { ConnectionPage, KeyDialog, KeyFirstSteps, PreferencesPage };
