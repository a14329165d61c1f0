// What the palette can do beside going somewhere. What makes no sense now is not offered.
import type { LoadedKeys } from '#src/records/derived.ts';
import type { RunRecord } from '#src/records/record.ts';
import { shownState } from '#src/records/shown-state.ts';
import { describeRequest, runTitle } from '#src/records/words.ts';
import type { Theme } from '#src/ui/theme.ts';
import type { Entry } from './entries.ts';
import { entry } from './entry.ts';

type Situation = {
  readonly records: readonly RunRecord[];
  readonly now: number;
  readonly keys: LoadedKeys;
  readonly sandbox: boolean;
  /** The theme that is shown, null where it cannot be changed. */
  readonly theme: Theme | null;
  readonly hasPresets: boolean;
};

const THEMES = [
  ['light', 'Switch to the light theme', 'sun'],
  ['dark', 'Switch to the dark theme', 'moon'],
  ['system', 'Switch to the theme of the system', 'contrast'],
] as const satisfies readonly (readonly [Theme, string, string])[];

const STEPS = [
  ['5m', '+ 5 minutes'],
  ['24h', '+ 24 hours'],
] as const;

const LAUNCH = entry({
  id: 'launch',
  name: 'Launch report',
  also: 'new form run',
  icon: 'plus',
  shortcut: 'launch',
  act: ({ go }) => go('/launch'),
});
const ADD_KEY = entry({
  id: 'add key',
  name: 'Add a key',
  also: 'api new enter connection',
  icon: 'key',
  act: ({ go }) => go('/connection#add'),
});
const EXPORT_PRESETS = entry({
  id: 'export presets',
  name: 'Export presets',
  also: 'save file json download',
  icon: 'download',
  act: ({ exportPresets }) => exportPresets(),
});
const SHOW_SHORTCUTS = entry({
  id: 'shortcuts',
  name: 'Show keyboard shortcuts',
  also: 'keys help',
  icon: 'info',
  shortcut: 'shortcuts',
  act: ({ open }) => open('shortcuts'),
});
const DRILLS = entry({
  id: 'drills',
  name: 'Show drills',
  note: 'see each failure on purpose',
  also: 'sandbox',
  icon: 'alert',
  act: ({ open }) => open('drills'),
});

export function actionEntries(situation: Situation): Entry[] {
  const { records, now, keys, sandbox, theme, hasPresets } = situation;
  const newest = (state: 'done' | 'expired') =>
    records.find((record) => shownState(record, now, keys) === state);
  return [
    LAUNCH,
    ...openNewest(newest('done')),
    ...runAgainNewest(newest('expired')),
    ADD_KEY,
    ...(hasPresets ? [EXPORT_PRESETS] : []),
    ...THEMES.filter(([value]) => theme !== null && theme !== value).map(([value, name, icon]) =>
      entry({
        id: `theme ${value}`,
        name,
        also: 'colour scheme',
        icon,
        act: ({ setTheme }) => setTheme(value),
      }),
    ),
    SHOW_SHORTCUTS,
    ...(sandbox ? [...STEPS.map(([step, label]) => stepOn(step, label)), DRILLS] : []),
  ];
}

function openNewest(record: RunRecord | undefined): Entry[] {
  if (record === undefined) return [];
  return [
    entry({
      id: 'open newest',
      name: 'Open the newest result',
      note: inWords(record),
      icon: 'done',
      act: ({ go }) => go(`/runs/${record.id}`),
    }),
  ];
}

function runAgainNewest(record: RunRecord | undefined): Entry[] {
  if (record === undefined) return [];
  return [
    entry({
      id: 'run newest expired again',
      name: 'Run the newest expired again · uses 1 of 3 slots',
      note: inWords(record),
      icon: 'refresh',
      act: ({ runAgain }) => void runAgain(record),
    }),
  ];
}

function stepOn(step: string, label: string): Entry {
  return entry({
    id: `sandbox ${step}`,
    name: `Move the sandbox’s time on, ${label}`,
    also: 'clock advance',
    icon: 'waiting',
    act: ({ advance }) => void advance(step, label),
  });
}

function inWords(record: RunRecord): string {
  return `${runTitle(record)}, ${describeRequest(record)}`;
}
