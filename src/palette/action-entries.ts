// What the palette can do beside going somewhere. What makes no sense now is not offered.
import type { LoadedKeys } from '#src/records/derived.ts';
import type { RunRecord } from '#src/records/record.ts';
import { shownState } from '#src/records/shown-state.ts';
import { describeRequest, runTitle } from '#src/records/describe-request.ts';
import type { IconName } from '#src/ui/icon.tsx';
import type { Theme } from '#src/ui/theme.ts';
import type { Entry, SandboxStep } from './entries.ts';
import { entry } from './entry.ts';
import * as words from './words.ts';

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
  ['light', 'sun'],
  ['dark', 'moon'],
  ['system', 'contrast'],
] as const satisfies readonly (readonly [Theme, IconName])[];

const STEPS: readonly SandboxStep[] = ['5m', '24h'];

const LAUNCH = entry({
  id: 'launch',
  name: words.launchReport,
  also: words.alsoLaunchReport,
  icon: 'plus',
  shortcut: 'launch',
  act: ({ go }) => go('/launch'),
});
const ADD_KEY = entry({
  id: 'add key',
  name: words.addKey,
  also: words.alsoAddKey,
  icon: 'key',
  act: ({ go }) => go('/connection#add'),
});
const EXPORT_PRESETS = entry({
  id: 'export presets',
  name: words.exportPresets,
  also: words.alsoExportPresets,
  icon: 'download',
  act: ({ exportPresets }) => exportPresets(),
});
const SHOW_SHORTCUTS = entry({
  id: 'shortcuts',
  name: words.showShortcuts,
  also: words.alsoShowShortcuts,
  icon: 'info',
  shortcut: 'shortcuts',
  act: ({ open }) => open('shortcuts'),
});
const DRILLS = entry({
  id: 'drills',
  name: words.showDrills,
  note: words.seeFailures,
  also: words.alsoShowDrills,
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
    ...THEMES.filter(([value]) => theme !== null && theme !== value).map(([value, icon]) =>
      entry({
        id: `theme ${value}`,
        name: words.switchTheme[value],
        also: words.alsoSwitchTheme,
        icon,
        act: ({ setTheme }) => setTheme(value),
      }),
    ),
    SHOW_SHORTCUTS,
    ...(sandbox ? [...STEPS.map(stepOn), DRILLS] : []),
  ];
}

function openNewest(record: RunRecord | undefined): Entry[] {
  if (record === undefined) return [];
  return [
    entry({
      id: 'open newest',
      name: words.openNewestResult,
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
      name: words.runNewestExpiredAgain,
      note: inWords(record),
      icon: 'refresh',
      act: ({ runAgain }) => void runAgain(record),
    }),
  ];
}

function stepOn(step: SandboxStep): Entry {
  return entry({
    id: `sandbox ${step}`,
    name: words.moveTimeOn(words.sandboxSteps[step]),
    also: words.alsoMoveTimeOn,
    icon: 'waiting',
    act: ({ advance }) => void advance(step),
  });
}

function inWords(record: RunRecord): string {
  return `${runTitle(record)}, ${describeRequest(record)}`;
}
