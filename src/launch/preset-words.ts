// What the dialogs of presets say, what is said of a preset, and what came of reading a file of them.
import type { Period } from '#src/contract/reports.ts';
import { plural } from '#src/ui/number-format.ts';

// A preset.
export const byPeriod: Readonly<Record<Period, string>> = {
  hour: 'by hour',
  day: 'by day',
  week: 'by week',
  month: 'by month',
};
export const mailboxes = (count: number) => plural(count, 'mailbox', 'mailboxes');
export const withPeriodBefore = 'with the period before';
export const fromTo = (from: string, to: string) => `${from} to ${to}`;
export const named = (report: string, range: string) => `${report}, ${range}`;

// Saving one.
export const saveAsPreset = 'Save as preset';
export const keyIsNoPart = (settings: string) => `${settings}. The key is not part of a preset.`;
export const name = 'Name';
export const pinIt = 'Pin it';
export const pinnedFirst = 'Pinned presets come first.';
export const savePreset = 'Save preset';
export const replace = (preset: string) => `Replace “${preset}”`;
export const keepEditing = 'Keep editing';
export const saved = (preset: string) => `Preset “${preset}” saved`;
export const enterName = 'Enter a name.';
export const nameTaken = 'A preset has this name already.';
export const nameTakenReplace = 'A preset has this name already. Enter another one, or replace that preset.';

// All of them.
export const presets = 'Presets';
export const noPresets = 'No presets yet. Fill the form, then choose Save as preset.';
export const pinnedAnd = (settings: string) => `Pinned · ${settings}`;
export const pin = 'Pin';
export const unpin = 'Unpin';
export const rename = 'Rename';
export const remove = 'Delete';
export const removed = (preset: string) => `Preset “${preset}” deleted`;
export const wasRemoved = (preset: string) => `“${preset}” was deleted.`;
export const undo = 'Undo';
export const newName = 'New name';
export const saveName = 'Save name';
export const keepName = (preset: string) => `Keep “${preset}”`;

// Files.
export const exportPresets = 'Export presets';
export const importPresets = 'Import presets';
export const noneYet = 'There are none yet.';
export const fileWithPresets = 'File with presets';
export const importOutcome = 'Import';
export const noFileOfPresets = (file: string) => `“${file}” is no file of presets. Nothing was changed.`;
export const takenIn = (count: number, file: string) =>
  `${plural(count, 'preset', 'presets')} taken in from “${file}”.`;
export const thereAlready = (preset: string) => `“${preset}” is there already, with the same settings.`;
export const takenInAs = (preset: string, newly: string) =>
  `“${preset}” was taken in as “${newly}”: another preset has its name.`;
export const newerVersion =
  'The file is of a newer version of the desk. What this version does not know was left out.';
/** How an entry is called in the sentences below, which begin with it. */
export const entryAt = (number: number) => `Entry ${number}`;
export const entryNamed = (number: number, preset: string) => `Entry ${number} (“${preset}”)`;
export const hasNoName = (entry: string) => `${entry} was left out: it has no name.`;
export const hasNoSettings = (entry: string) => `${entry} was left out: it has no settings.`;
export const namesNoReport = (entry: string) =>
  `${entry} was left out: it names no report that this desk knows.`;
