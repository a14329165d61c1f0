// What can be done from the palette, on this desk and in this browser.
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { advanceSandbox, connectionKeys } from '#src/connection/queries.ts';
import { browserPresets } from '#src/launch/preset-store.ts';
import type { RunRecord } from '#src/records/record.ts';
import { runTitle } from '#src/records/describe-request.ts';
import { useRunAgain } from '#src/results/use-run-again.ts';
import { useDesk } from '#src/runs/desk-context.tsx';
import { useAnnounce } from '#src/ui/announcer.tsx';
import type { Theme, ThemeStore } from '#src/ui/theme.ts';
import type { SandboxStep } from './entries.ts';
import type { DialogName } from './keyboard.tsx';
import * as words from './words.ts';

export type PaletteParts = {
  readonly theme: ThemeStore | null;
  readonly onOpen: (name: DialogName | null) => void;
};

export type Verbs = {
  readonly go: (to: string) => void;
  readonly open: (dialog: DialogName) => void;
  /** Asks before a second run of what the desk has already. */
  readonly runAgain: (record: RunRecord) => Promise<void>;
  readonly setTheme: (theme: Theme) => void;
  readonly advance: (step: SandboxStep) => Promise<void>;
  readonly exportPresets: () => void;
};

export function useVerbs({ theme, onOpen }: PaletteParts): Verbs {
  const { client } = useDesk().environment;
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const announce = useAnnounce();
  const runAgain = useRunAgain();
  return {
    go: (to) => void navigate(to),
    open: onOpen,
    setTheme: (chosen) => theme?.set(chosen),
    exportPresets: () => void exportPresets(),
    async runAgain(record) {
      if ((await runAgain(record)) === null) return;
      announce(words.launchedAgain(runTitle(record)));
      await navigate('/');
    },
    async advance(step) {
      const moved = await advanceSandbox(client, step).then(
        () => true,
        () => false,
      );
      announce(moved ? words.timeMovedOn(words.sandboxSteps[step]) : words.timeNotMoved);
      if (moved) await queryClient.invalidateQueries({ queryKey: connectionKeys.config });
    },
  };
}

async function exportPresets(): Promise<void> {
  const [{ presetsToFile }, { download }] = await Promise.all([
    import('#src/launch/preset-file.ts'),
    import('#src/exports/download.ts'),
  ]);
  const text = presetsToFile(browserPresets.all());
  download(new Blob([text], { type: 'application/json' }), 'report-desk-presets.json');
}
