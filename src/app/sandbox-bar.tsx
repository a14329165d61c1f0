// Says that this is the sandbox, and moves its time on, so that a result can be seen to expire without waiting a day.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { advanceSandbox, connectionKeys } from '#src/connection/queries.ts';
import { DrillsDialog } from '#src/board/drills-dialog.tsx';
import { useDesk } from '#src/runs/desk-context.tsx';
import { useAnnounce } from '#src/ui/announcer.tsx';
import { Button } from '#src/ui/button.tsx';
import { Time } from '#src/ui/time.tsx';
import { useNow } from '#src/ui/now.tsx';
import * as words from './frame-words.tsx';
import styles from './sandbox-bar.module.css';

const STEPS = ['5m', '24h'] as const;

/** How far the time is moved on at a press, as the sandbox takes it. */
export type SandboxStep = (typeof STEPS)[number];

export function SandboxBar() {
  const { client } = useDesk().environment;
  const queryClient = useQueryClient();
  const announce = useAnnounce();
  const now = useNow(60_000);
  const [drillsOpen, setDrillsOpen] = useState(false);
  const move = useMutation({
    mutationFn: (advance: SandboxStep) => advanceSandbox(client, advance),
    onSuccess: async (_, advance) => {
      announce(words.timeMoved[advance]);
      await queryClient.invalidateQueries({ queryKey: connectionKeys.config });
    },
  });
  return (
    <aside className={styles['bar']} aria-label={words.sandbox}>
      <p className={styles['say']}>{words.nothingReal}</p>
      <div className={styles['tools']}>
        <span className={styles['clock']}>{words.itsTime(<Time at={now} show="absolute" />)}</span>
        {STEPS.map((advance) => (
          <Button
            key={advance}
            size="small"
            variant="quiet"
            busy={move.isPending && move.variables === advance}
            aria-label={words.moveTime(words.timeSteps[advance])}
            onClick={() => {
              move.mutate(advance);
            }}
          >
            {words.timeSteps[advance]}
          </Button>
        ))}
        <Button
          size="small"
          variant="quiet"
          onClick={() => {
            setDrillsOpen(true);
          }}
        >
          {words.drills}
        </Button>
      </div>
      {move.isError && <output className={styles['problem']}>{words.timeNotMoved}</output>}
      {drillsOpen && (
        <DrillsDialog
          onClose={() => {
            setDrillsOpen(false);
          }}
        />
      )}
    </aside>
  );
}
