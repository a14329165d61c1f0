// What the Preferences page says to people.
import { plural } from '#src/ui/number-format.ts';

export const preferences = 'Preferences';
export const keptInBrowser = 'Kept in this browser, and followed by every tab of this desk at once.';
/** After the hint of each choice. */
export const notKept = 'This browser keeps nothing here: the choice holds until the tab is closed.';

// How the desk looks.
export const appearance = 'Appearance';
export const theme = 'Theme';
export const asSystem = 'As the system';
export const light = 'Light';
export const dark = 'Dark';
export const density = 'Density';
export const densityHint = 'Compact shows more cards and rows at a time.';
export const comfortable = 'Comfortable';
export const compact = 'Compact';

// In which language the desk is shown.
export const languages = 'Language';
export const language = 'Show the desk in';
export const languageHint =
  'The page is loaded anew. Names of reports and what Emailgistics answers stay as they come. Other tabs follow when they are loaded again.';
export const asTheBrowser = 'The browser’s language';

// Times.
export const times = 'Times';
export const zone = 'Show times in';
export const zoneHint =
  'On cards, in the list and in the panels of failures. Ranges and results are always in the time of their mailbox.';
export const myTime = (place: string) => `My time (${place})`;
export const mailboxTime = 'Mailbox time';
export const utc = 'UTC';
export const weekStart = 'Weeks begin on';
export const weekStartHint =
  'For This week and Last week, and for the weeks in the summary of a launch. Rows by week are grouped by Emailgistics, whose weeks may begin on another day.';
export const asUsualHere = (weekday: string) => `As usual here (${weekday})`;

// How often the account is asked.
export const updates = 'Updates';
export const pace = 'Ask how runs are';
export const paceHint =
  'Slower asks about each run once a minute at most, and reads the meters every half minute: fewer of the account’s requests, and an end is seen later.';
export const asUseful = 'As often as is useful';
export const slower = 'Slower';

// The keyboard.
export const keyboard = 'Keyboard';
export const singleKeys = 'Shortcuts of a single key';
export const singleKeysHint =
  'Press ? to see them all. Turn them off where a program that types for you sets them off.';
export const on = 'On';
export const off = 'Off';

// To a file and back.
export const takeAlong = 'Take along';
export const aboutFile =
  'A file holds the choices of this page. Notifications are not among them: each browser asks for them itself.';
export const exportPreferences = 'Export preferences';
export const importPreferences = 'Import preferences';
export const reset = 'Reset';
export const fileWithPreferences = 'File with preferences';
export const outcome = 'Outcome';
export const noPreferences = (file: string) =>
  `“${file}” is no file of preferences of this desk. Nothing was changed.`;
export const nothingTaken = (file: string) => `Nothing in “${file}” could be taken. Nothing was changed.`;
export const taken = (count: number, file: string) =>
  `${plural(count, 'preference', 'preferences')} taken from “${file}”.`;
export const wasReset = 'Every preference is as it was at first.';
export const noSuchPreference = (name: string) => `“${name}” was left out: this desk has no such preference.`;
export const staysAsItIs = (preference: string) =>
  `${preference} stays as it is: the file’s choice is none that this desk knows.`;
export const newerFile =
  'The file is of a newer version of the desk. What this version does not know was left out.';
