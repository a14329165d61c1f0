// What the palette and the dialogs of shortcuts say, and the words beside each name by which it is found too.
import { formatNumber } from '#src/ui/number-format.ts';
import type { Theme } from '#src/ui/theme.ts';
import type { Page, SandboxStep } from './entries.ts';
import type { ShortcutAct } from './shortcuts.ts';

// The palette.
export const findOrDo = 'Find or do';
export const findAnything = 'Find a run, a page or an action';
export const whatToType = 'Report, mailbox, state, range, page or action';
export const found = 'Found';
export const typeWords = 'Type words, in any order.';
export const nothingFound = 'Nothing found.';
export const countFound = (count: number) => `${formatNumber(count)} found.`;
export const bestShown = (count: number, shown: number) =>
  `${formatNumber(count)} found, the best ${formatNumber(shown)} are shown.`;
export const howToFind =
  'Every word has to occur. Runs are found by report, mailbox, state and range, such as “support expired sep”; mailboxes, presets, pages and actions by their names.';

// Groups.
export const recent = 'Recent';
export const pages = 'Pages';
export const actions = 'Actions';
export const presets = 'Presets';
export const runs = 'Runs';
export const mailboxes = 'Mailboxes';

// Pages.
export const pageNames: Readonly<Record<Page, string>> = {
  '/': 'Board',
  '/launch': 'Launch',
  '/copies': 'Saved copies',
  '/connection': 'Connection',
  '/preferences': 'Preferences',
};
export const alsoPages: Readonly<Record<Page, string>> = {
  '/': 'go page home runs cards',
  '/launch': 'go page form report new',
  '/copies': 'go page results offline',
  '/connection': 'go page keys limits account',
  '/preferences': 'go page settings theme density notifications shortcuts',
};

// Actions.
export const launchReport = 'Launch report';
export const alsoLaunchReport = 'new form run';
export const openNewestResult = 'Open the newest result';
export const runNewestExpiredAgain = 'Run the newest expired again · uses 1 of 3 slots';
export const addKey = 'Add a key';
export const alsoAddKey = 'api new enter connection';
export const exportPresets = 'Export presets';
export const alsoExportPresets = 'save file json download';
export const switchTheme: Readonly<Record<Theme, string>> = {
  light: 'Switch to the light theme',
  dark: 'Switch to the dark theme',
  system: 'Switch to the theme of the system',
};
export const alsoSwitchTheme = 'colour scheme';
export const showShortcuts = 'Show keyboard shortcuts';
export const alsoShowShortcuts = 'keys help';
export const showDrills = 'Show drills';
export const seeFailures = 'see each failure on purpose';
export const alsoShowDrills = 'sandbox';
export const sandboxSteps: Readonly<Record<SandboxStep, string>> = {
  '5m': '+ 5 minutes',
  '24h': '+ 24 hours',
};
export const moveTimeOn = (step: string) => `Move the sandbox’s time on, ${step}`;
export const alsoMoveTimeOn = 'clock advance';

// Presets, runs and mailboxes.
export const alsoPreset = 'preset launch';
export const alsoOpenResult = 'open result';
export const alsoOpenRun = 'open run';
export const launchFor = (mailbox: string) => `Launch for ${mailbox}`;
export const withKey = (key: string) => `with the key ${key}`;
export const alsoMailbox = 'mailbox report';

// What was done.
export const launchedAgain = (run: string) => `${run} was launched again.`;
export const timeMovedOn = (step: string) => `The sandbox’s time was moved on, ${step}.`;
export const timeNotMoved = 'The sandbox’s time could not be moved.';

// The dialog of shortcuts.
export const shortcuts = 'Keyboard shortcuts';
export const shortcutActs: Readonly<Record<ShortcutAct, string>> = {
  '/': 'Go to the board',
  '/launch': 'Go to Launch',
  '/copies': 'Go to Saved copies',
  '/connection': 'Go to Connection',
  launch: 'Launch a report: to the form, and in the form to its first field',
  filter: 'Find in what the page shows',
  shortcuts: 'Show keyboard shortcuts',
  palette: 'Find a page or a run, or do something',
};
/** After a shortcut that is turned off. */
export const off = '(off)';
/** Between two keys that are pressed one after the other. */
export const afterwards = 'then';
export const singleKeys = 'Shortcuts of single keys';
export const singleKeysHint = (keys: string) =>
  `Without them only ${keys} is heard, and ordinary typing outside of a field does nothing. In fields and dialogs they are never heard.`;
